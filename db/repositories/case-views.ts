import type { Connection } from '#db/connection.ts';
import type { CaseloadView } from '#db/repositories/cases.ts';
import { isLate } from '#shared/casefile/due.ts';
import type { CaseDue, CaseSummary, DueThing } from '#shared/contract/case-procedures.ts';

/** What the caseload says of a case besides the case itself. */
export type CaseNews = Pick<CaseSummary, 'due' | 'becameLate' | 'waitingSuggestions' | 'seenAt'>;

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

type CaseAndDay = readonly [caseId: string, day: string];

/** Reads what is new of all cases at once: one walk through each index costs a tenth of asking for each case. */
export function createCaseNewsReader(database: Connection) {
  const dueOf = dueTables.map(({ kind, table, dueOn }) => ({ kind, rows: database.prepare<[], CaseAndDay>(`SELECT case_id, ${dueOn} FROM ${table} WHERE ${dueOn} IS NOT NULL`).raw() }));
  const seen = database.prepare<[string], CaseAndDay>('SELECT case_id, at FROM case_seen WHERE seen_by = ?').raw();
  const waiting = database.prepare<[], { readonly case_id: string; readonly count: number }>("SELECT case_id, count(*) AS count FROM suggestion WHERE json_extract(detail, '$.status') = 'open' GROUP BY case_id");
  return ({ seenBy, today }: CaseloadView) => {
    const seenAt = new Map(seen.all(seenBy));
    const waitingOf = new Map(waiting.all().map((row) => [row.case_id, row.count]));
    const earliest = new Map<string, CaseDue>();
    const lastLate = new Map<string, CaseDue>();
    const take = (caseId: string, kind: CaseDue['kind'], on: string): void => {
      if (on < (earliest.get(caseId)?.on ?? '9999')) earliest.set(caseId, { kind, on });
      if (isLate(on, today) && on > (lastLate.get(caseId)?.on ?? '')) lastLate.set(caseId, { kind, on });
    };
    for (const { kind, rows } of dueOf) for (const [caseId, on] of rows.all()) take(caseId, kind, on);
    return (caseId: string, createdAt: string, nextActionDueOn: string | null): CaseNews => {
      if (nextActionDueOn !== null) take(caseId, 'action', nextActionDueOn);
      const late = lastLate.get(caseId) ?? null;
      const lastSeen = seenAt.get(caseId) ?? null;
      // Who never opened a case has known it since it was made.
      const becameLate = late !== null && !isLate(late.on, (lastSeen ?? createdAt).slice(0, 10)) ? late : null;
      return { due: earliest.get(caseId) ?? null, becameLate, waitingSuggestions: waitingOf.get(caseId) ?? 0, seenAt: lastSeen };
    };
  };
}

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
