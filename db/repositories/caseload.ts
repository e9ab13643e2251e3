import type { Connection } from '#db/connection.ts';
import { becameLateSince, createDueReader, createSeenReader, type DueOfCase } from '#db/repositories/case-views.ts';
import type { CandidateState, CaseStatus, Person } from '#shared/casefile/case-record.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';

/** For whom and on which day the caseload is listed: what is late depends on the one, what is new on the other. */
export interface CaseloadView {
  readonly seenBy: string;
  /** Such as 2026-11-23. */
  readonly today: string;
}

export const nobodysView: CaseloadView = { seenBy: '', today: '' };

/**
 * Reads the whole caseload by one walk through each table and puts the lines together here: joined by SQLite, and read as objects, ten thousand cases take more than
 * twice as long. What commands write is read again only after a command; rankings and visits come without one and are read each time.
 */
export function createCaseloadReader(database: Connection): (view: CaseloadView) => readonly CaseSummary[] {
  const recorded = keptBetweenCommands(database, createRecordedReader(database));
  const rankings = createTopReader(database);
  const seen = createSeenReader(database);
  return ({ seenBy, today }) => {
    const lines = recorded(today);
    const topOf = rankings();
    const seenOf = seen(seenBy);
    return lines.map((line) => summaryOf(line, topOf.get(line.cells[0]) ?? null, seenOf.get(line.cells[0]) ?? null));
  };
}

type CaseCells = readonly [id: string, version: number, reference: string, status: CaseStatus, statusSince: string, firstSymptomOn: string | null, nextAction: string, nextActionDueOn: string | null, createdAt: string, changedAt: string];
type ProbandCells = readonly [
  ...[caseId: string, givenName: string, familyName: string, sexAssignedAtBirth: Person['sexAssignedAtBirth'], gender: Person['gender'], vitalStatus: Person['vitalStatus']],
  ...[birthDate: string | null, deathDate: string | null, ageAtDeath: string | null, ageAtLastEncounter: string | null],
];
type CountCells = readonly [caseId: string, observed: number, excluded: number];

/** What commands have written of a case. */
interface RecordedLine {
  readonly cells: CaseCells;
  readonly proband: CaseSummary['proband'];
  readonly counts: CountCells | undefined;
  readonly decided: CaseSummary['decided'];
  readonly due: DueOfCase;
}

/**
 * Keeps what was read, in this process and until the vault is locked, for as long as no command has run and the day is the same. Each command that writes anything
 * ends with a new hash at the head of the change log, and nothing but commands writes what is kept; one that is not over, and may still be taken back, has no hash yet.
 */
function keptBetweenCommands<Value>(database: Connection, read: (today: string) => Value): (today: string) => Value {
  const head = database.prepare<[], string>('SELECT hash FROM change_head').pluck();
  let kept: { readonly hash: string; readonly today: string; readonly value: Value } | null = null;
  return (today) => {
    if (database.inTransaction) return read(today);
    const hash = head.get() ?? '';
    if (kept?.hash !== hash || kept.today !== today) kept = { hash, today, value: read(today) };
    return kept.value;
  };
}

/** The index of the probands is named because SQLite would take the smaller one and then look for each proband among all relatives. */
function createRecordedReader(database: Connection): (today: string) => readonly RecordedLine[] {
  const cases = database.prepare<[], CaseCells>('SELECT id, version, reference, status, status_since, first_symptom_on, next_action, next_action_due_on, created_at, changed_at FROM case_record ORDER BY changed_at DESC, id DESC').raw();
  const probands = database.prepare<[], ProbandCells>(
    'SELECT case_id, given_name, family_name, sex_assigned_at_birth, gender, vital_status, birth_date, death_date, age_at_death, age_at_last_encounter FROM person INDEXED BY proband_in_caseload WHERE is_proband = 1',
  ).raw();
  const counts = database.prepare<[], CountCells>('SELECT case_id, observed_count, excluded_count FROM case_profile INDEXED BY case_profile_counts').raw();
  const decisions = createDecisionReader(database);
  const dueOn = createDueReader(database);
  return (today) => {
    const probandOf = new Map(probands.all().map((cells) => [cells[0], cells]));
    const countsOf = new Map(counts.all().map((cells) => [cells[0], cells]));
    const decidedOf = decisions();
    const dueOf = dueOn(today);
    return cases.all().flatMap((cells): readonly RecordedLine[] => {
      const proband = probandOf.get(cells[0]);
      return proband === undefined ? [] : [{ cells, proband: probandFrom(proband), counts: countsOf.get(cells[0]), decided: decidedOf.get(cells[0]) ?? null, due: dueOf(cells[0], cells[7]) }];
    });
  };
}

function probandFrom([, givenName, familyName, sexAssignedAtBirth, gender, vitalStatus, birthDate, deathDate, ageAtDeath, ageAtLastEncounter]: ProbandCells): CaseSummary['proband'] {
  return { givenName, familyName, sexAssignedAtBirth, gender, vitalStatus, birthDate, deathDate, ageAtDeath, ageAtLastEncounter };
}

/** What the clinic has decided; of several decisions a confirmed one goes before a working one, and the last before those before it. */
function createDecisionReader(database: Connection): () => ReadonlyMap<string, NonNullable<CaseSummary['decided']>> {
  const decisions = database.prepare<[], readonly [caseId: string, name: string, state: CandidateState]>(
    "SELECT case_id, disease_name, state, max((state = 'confirmed') || decided_on || id) FROM candidate WHERE state IN ('confirmed', 'working') GROUP BY case_id",
  ).raw();
  return () => new Map(decisions.all().map(([caseId, name, state]) => [caseId, { name, state }]));
}

/** First of the newest ranking of each case, whatever release made it. */
function createTopReader(database: Connection): () => ReadonlyMap<string, CaseSummary['topCandidate']> {
  const rankings = database.prepare<[], readonly [caseId: string, release: string, diseaseId: string | null, name: string, probability: number]>(
    'SELECT case_id, release, top_disease_id, top_disease_name, top_probability, max(at) FROM ranking_snapshot GROUP BY case_id',
  ).raw();
  return () => new Map(rankings.all().map(([caseId, release, diseaseId, name, probability]) => [caseId, diseaseId === null ? null : { diseaseId, name, probability, release }]));
}

/** Field by field: to spread the parts into each other takes a third of the whole time. */
function summaryOf({ cells, proband, counts, decided, due }: RecordedLine, topCandidate: CaseSummary['topCandidate'], seenAt: string | null): CaseSummary {
  const [id, version, reference, status, statusSince, firstSymptomOn, nextAction, nextActionDueOn, createdAt, changedAt] = cells;
  return {
    id,
    version,
    reference,
    proband,
    status,
    statusSince,
    firstSymptomOn,
    nextAction,
    nextActionDueOn,
    due: due.due,
    becameLate: becameLateSince(due.lastLate, seenAt ?? createdAt),
    waitingSuggestions: due.waitingSuggestions,
    seenAt,
    changedAt,
    observedCount: counts?.[1] ?? 0,
    excludedCount: counts?.[2] ?? 0,
    topCandidate,
    decided,
  };
}
