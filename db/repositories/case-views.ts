import type { Connection } from '#db/connection.ts';
import { isLate } from '#shared/casefile/due.ts';
import type { CaseDue, DueThing } from '#shared/contract/case-procedures.ts';

export interface CaseViewReader {
  /** Everything of a case that is due, the earliest first. */
  readonly due: (caseId: string) => readonly DueThing[];
}

export interface CaseViewStore extends CaseViewReader {
  /** Notes that somebody looks at a case; answers when they last did. It says nothing of the patient, hence no entry in the history. */
  readonly see: (caseId: string, seenBy: string, at: string) => string | null;
}

interface DueTable {
  readonly kind: Exclude<CaseDue['kind'], 'action'>;
  readonly table: string;
  readonly dueOn: string;
  /** What it is called, in SQL. */
  readonly title: string;
}

/** Where besides the next action something can be due. Its expressions are those of the indices, so that no record is read. */
const dueTables: readonly DueTable[] = [
  { kind: 'task', table: 'task', dueOn: 'due_on', title: "json_extract(detail, '$.title')" },
  { kind: 'test', table: 'ordered_test', dueOn: 'due_on', title: "json_extract(detail, '$.name')" },
  { kind: 'referral', table: 'referral', dueOn: 'due_on', title: "json_extract(detail, '$.destination.name')" },
  { kind: 'review', table: 'finding', dueOn: "json_extract(detail, '$.nextReviewOn')", title: "trim(gene_symbol || ' ' || description)" },
];

/** Everything of a case that is due, the earliest first; on one day as the tables are listed, and the next action last. */
export function createDayReader(database: Connection): (caseId: string) => readonly CaseDue[] {
  const days = database.prepare<[{ readonly caseId: string }], CaseDue>(
    [
      ...dueTables.map(({ kind, table, dueOn }, place) => `SELECT '${kind}' AS kind, ${dueOn} AS "on", ${String(place)} AS place FROM ${table} WHERE case_id = @caseId AND ${dueOn} IS NOT NULL`),
      `SELECT 'action', next_action_due_on, ${String(dueTables.length)} FROM case_record WHERE id = @caseId AND next_action_due_on IS NOT NULL`,
    ].join(' UNION ALL ') + ' ORDER BY 2, 3',
  );
  return (caseId) => days.all({ caseId }).map(({ kind, on }) => ({ kind, on }));
}

/** When somebody last opened each case. */
export function createSeenReader(database: Connection): (seenBy: string) => ReadonlyMap<string, string> {
  const seen = database.prepare<[string], readonly [caseId: string, at: string]>('SELECT case_id, at FROM case_seen WHERE seen_by = ?').raw();
  return (seenBy) => new Map(seen.all(seenBy));
}

/** What was not late yet when the user last knew of the case. Who never opened it has known it since it was made. */
export const becameLateSince = (lastLate: CaseDue | null, knownAt: string): CaseDue | null => (lastLate !== null && !isLate(lastLate.on, knownAt.slice(0, 10)) ? lastLate : null);

export function createCaseViewStore(database: Connection): CaseViewStore {
  const due = database.prepare<[{ readonly caseId: string }], DueThing>(
    [
      "SELECT 'action' AS kind, next_action_due_on AS \"on\", next_action AS title, id AS recordId FROM case_record WHERE id = @caseId AND next_action_due_on IS NOT NULL",
      ...dueTables.map(({ kind, table, dueOn, title }) => `SELECT '${kind}', ${dueOn}, coalesce(${title}, ''), id FROM ${table} WHERE case_id = @caseId AND ${dueOn} IS NOT NULL`),
    ].join(' UNION ALL ') + ' ORDER BY 2, 1, 4',
  );
  const find = database.prepare<[string, string], { readonly at: string }>('SELECT at FROM case_seen WHERE case_id = ? AND seen_by = ?');
  const see = database.prepare<[string, string, string]>('INSERT INTO case_seen (case_id, seen_by, at) SELECT id, ?, ? FROM case_record WHERE id = ? ON CONFLICT DO UPDATE SET at = excluded.at');
  return {
    due: (caseId) => due.all({ caseId }),
    see: (caseId, seenBy, at) => {
      const before = find.get(caseId, seenBy)?.at ?? null;
      see.run(seenBy, at, caseId);
      return before;
    },
  };
}
