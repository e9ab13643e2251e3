import type { Connection } from '#db/connection.ts';
import type { RowImage } from '#db/row-writer.ts';
import { isIndexWhole } from '#db/search/search-state.ts';
import { isTermId, termNumber } from '#shared/ontology/term-id.ts';

/** What is recorded of the proband of a case, as numbers of terms: `HP:0001250` is 1250. */
export interface StoredProfile {
  readonly caseId: string;
  readonly observed: Uint32Array;
  readonly excluded: Uint32Array;
}

export interface ProfileReader {
  /** Of every case with a finding, in the order of their ids. */
  readonly all: () => readonly StoredProfile[];
}

export function createProfileReader(database: Connection): ProfileReader {
  const all = database.prepare<[], ProfileRow>('SELECT case_id, observed, excluded FROM case_profile ORDER BY case_id');
  return { all: () => all.all().map(({ case_id, observed, excluded }) => ({ caseId: case_id, observed: numbersOf(observed), excluded: numbersOf(excluded) })) };
}

/** Brings the profiles of the cases that a command touched to what their rows now say, in its transaction. */
export function updateProfiles(database: Connection, images: readonly RowImage[]): void {
  // While they are being made, a case that is put into the index of words gets its profile too, whatever of it was touched.
  const isWhole = isIndexWhole(database);
  const touched = new Set(images.flatMap(({ table, caseId }) => (caseId !== null && (table === 'feature' || table === 'person' || !isWhole) ? [caseId] : [])));
  if (touched.size === 0) return;
  const write = createProfileWriter(database);
  for (const caseId of touched) write(caseId);
}

export const clearProfiles = (database: Connection): void => void database.exec('DELETE FROM case_profile');

interface ProfileRow {
  readonly case_id: string;
  readonly observed: Uint8Array;
  readonly excluded: Uint8Array;
}

interface FeatureRow {
  readonly term_id: string;
  readonly state: 'observed' | 'excluded';
  readonly is_ignored: number;
}

export function createProfileWriter(database: Connection): (caseId: string) => void {
  const features = database.prepare<[string], FeatureRow>(`
    SELECT term_id, state, is_ignored FROM feature JOIN person ON person.id = feature.person_id AND person.is_proband = 1
    WHERE feature.case_id = ? AND state IN ('observed', 'excluded') ORDER BY term_id`);
  const put = database.prepare<[string, number, number, Uint8Array, Uint8Array]>('INSERT OR REPLACE INTO case_profile (case_id, observed_count, excluded_count, observed, excluded) VALUES (?, ?, ?, ?, ?)');
  const takeOut = database.prepare<[string]>('DELETE FROM case_profile WHERE case_id = ?');
  return (caseId) => {
    const rows = features.all(caseId);
    const [observed, excluded] = (['observed', 'excluded'] as const).map((wanted) => rows.filter(({ state }) => state === wanted)) as [FeatureRow[], FeatureRow[]];
    if (rows.length === 0) takeOut.run(caseId);
    else put.run(caseId, observed.length, excluded.length, bytesOf(comparable(observed)), bytesOf(comparable(excluded)));
  };
}

/** What was set aside, and what is no term of the ontology, is counted but not compared. */
const comparable = (rows: readonly FeatureRow[]): readonly number[] => rows.filter(({ term_id, is_ignored }) => is_ignored === 0 && isTermId(term_id)).map(({ term_id }) => termNumber(term_id));

/** Four bytes a term, the lowest first on every machine. */
function bytesOf(numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(numbers.length * 4);
  const view = new DataView(bytes.buffer);
  numbers.forEach((number, position) => view.setUint32(position * 4, number, true));
  return bytes;
}

function numbersOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: bytes.byteLength / 4 }, (_, position) => view.getUint32(position * 4, true));
}
