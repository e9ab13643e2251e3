import type { Connection } from '#db/connection.ts';
import { becameLateSince, createSeenReader } from '#db/repositories/case-views.ts';
import { createLineReader, daysOfLine, type CaseLine } from '#db/search/case-lines.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';

/** For whom and on which day the caseload is listed: what is late depends on the one, what is new on the other. */
export interface CaseloadView {
  readonly seenBy: string;
  /** Such as 2026-11-23. */
  readonly today: string;
}

export const nobodysView: CaseloadView = { seenBy: '', today: '' };

/**
 * Reads the whole caseload, the last changed first: the stored lines, and to each its ranking and who looked at it when. The lines are read again only after a command;
 * rankings and visits come without one and are read each time.
 */
export function createCaseloadReader(database: Connection): (view: CaseloadView) => readonly CaseSummary[] {
  const readLines = createLineReader(database);
  const lines = keptBetweenCommands(database, () => readLines().toSorted(lastChangedFirst));
  const rankings = createTopReader(database);
  const seen = createSeenReader(database);
  return ({ seenBy, today }) => {
    const topOf = rankings();
    const seenOf = seen(seenBy);
    return lines().map((line) => summaryOf(line, today, topOf.get(line[0]) ?? null, seenOf.get(line[0]) ?? null));
  };
}

/** Of a line, the first cell is the id and the tenth the last change. */
const lastChangedFirst = (one: CaseLine, other: CaseLine): number => (one[9] < other[9] ? 1 : one[9] > other[9] ? -1 : one[0] < other[0] ? 1 : -1);

/**
 * Keeps what was read, in this process and until the vault is locked, for as long as no command has run. Each command that writes anything ends with a new hash at the
 * head of the change log, and nothing but commands writes what is kept; one that is not over, and may still be taken back, has no hash yet.
 */
function keptBetweenCommands<Value>(database: Connection, read: () => Value): () => Value {
  const head = database.prepare<[], string>('SELECT hash FROM change_head').pluck();
  let kept: { readonly hash: string; readonly value: Value } | null = null;
  return () => {
    if (database.inTransaction) return read();
    const hash = head.get() ?? '';
    if (kept?.hash !== hash) kept = { hash, value: read() };
    return kept.value;
  };
}

/** First of the newest ranking of each case, whatever release made it. */
function createTopReader(database: Connection): () => ReadonlyMap<string, CaseSummary['topCandidate']> {
  const rankings = database.prepare<[], readonly [caseId: string, release: string, diseaseId: string | null, name: string, probability: number]>(
    'SELECT case_id, release, top_disease_id, top_disease_name, top_probability, max(at) FROM ranking_snapshot GROUP BY case_id',
  ).raw();
  return () => new Map(rankings.all().map(([caseId, release, diseaseId, name, probability]) => [caseId, diseaseId === null ? null : { diseaseId, name, probability, release }]));
}

/** Field by field: to spread the parts into each other takes a third of the whole time. */
function summaryOf(line: CaseLine, today: string, topCandidate: CaseSummary['topCandidate'], seenAt: string | null): CaseSummary {
  const [id, version, reference, status, statusSince, firstSymptomOn, nextAction, nextActionDueOn, createdAt, changedAt, givenName, familyName, sexAssignedAtBirth, gender, vitalStatus, birthDate, deathDate, ageAtDeath, ageAtLastEncounter, observedCount, excludedCount, decidedName, decidedState, waitingSuggestions, days] = line;
  const { due, lastLate } = daysOfLine(days, today);
  return {
    id,
    version,
    reference,
    proband: { givenName, familyName, sexAssignedAtBirth, gender, vitalStatus, birthDate, deathDate, ageAtDeath, ageAtLastEncounter },
    status,
    statusSince,
    firstSymptomOn,
    nextAction,
    nextActionDueOn,
    due,
    becameLate: becameLateSince(lastLate, seenAt ?? createdAt),
    waitingSuggestions,
    seenAt,
    changedAt,
    observedCount,
    excludedCount,
    topCandidate,
    decided: decidedName === null || decidedState === null ? null : { name: decidedName, state: decidedState },
  };
}
