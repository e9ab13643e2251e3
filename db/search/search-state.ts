import type { Connection } from '#db/connection.ts';
import { searchRules } from '#db/search/search-sources.ts';

/** Rules under which the index is being made, which no finished index has. */
const rulesUnderWay = -searchRules;

/** Whether every case stands in the index of words, and its profile beside it. */
export const isIndexWhole = (database: Connection): boolean => rulesOf(database) === searchRules;

/** Whether it is being made by the rules of this version, and may be gone on with. */
export const isIndexUnderWay = (database: Connection): boolean => rulesOf(database) === rulesUnderWay;

export function noteIndex(database: Connection, state: 'under way' | 'whole'): void {
  database.prepare('UPDATE search_state SET rules = ?').run(state === 'whole' ? searchRules : rulesUnderWay);
}

const rulesOf = (database: Connection): number | undefined => database.prepare<[], number>('SELECT rules FROM search_state').pluck().get();
