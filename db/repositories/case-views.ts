import type { Connection } from '#db/connection.ts';
import { isLate } from '#shared/casefile/due.ts';
import type { CaseDue, CaseSummary, DueThing } from '#shared/contract/case-procedures.ts';

/** What is due in a case, whoever asks. */
export interface DueOfCase extends Pick<CaseSummary, 'due' | 'waitingSuggestions'> {
  /** What became late last, seen or not. */
  readonly lastLate: CaseDue | null;
}

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

/** A case and a day of it, as one text: to read each as a row of two takes three times as long. */
const caseAndDay = (day: string): string => `group_concat(case_id || ${day}, ' ')`;
const idLength = 36;

/** Reads what is due in all cases at once: one walk through each index costs a tenth of asking for each case. */
export function createDueReader(database: Connection): (today: string) => (caseId: string, nextActionDueOn: string | null) => DueOfCase {
  const dueOf = dueTables.map(({ kind, table, dueOn }) => ({ kind, days: database.prepare<[], string | null>(`SELECT ${caseAndDay(dueOn)} FROM ${table} WHERE ${dueOn} IS NOT NULL`).pluck() }));
  const waiting = database.prepare<[], readonly [caseId: string, count: number]>("SELECT case_id, count(*) FROM suggestion WHERE json_extract(detail, '$.status') = 'open' GROUP BY case_id").raw();
  return (today) => {
    const waitingOf = new Map(waiting.all());
    const earliest = new Map<string, CaseDue>();
    const lastLate = new Map<string, CaseDue>();
    const take = (caseId: string, kind: CaseDue['kind'], on: string): void => {
      if (on < (earliest.get(caseId)?.on ?? '9999')) earliest.set(caseId, { kind, on });
      if (isLate(on, today) && on > (lastLate.get(caseId)?.on ?? '')) lastLate.set(caseId, { kind, on });
    };
    for (const { kind, days } of dueOf) for (const text of days.get()?.split(' ') ?? []) take(text.slice(0, idLength), kind, text.slice(idLength));
    return (caseId, nextActionDueOn) => {
      if (nextActionDueOn !== null) take(caseId, 'action', nextActionDueOn);
      return { due: earliest.get(caseId) ?? null, lastLate: lastLate.get(caseId) ?? null, waitingSuggestions: waitingOf.get(caseId) ?? 0 };
    };
  };
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
