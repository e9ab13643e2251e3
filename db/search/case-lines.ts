import type { Connection } from '#db/connection.ts';
import { createDayReader } from '#db/repositories/case-views.ts';
import type { RowImage } from '#db/row-writer.ts';
import type { CandidateState, CaseStatus, Person } from '#shared/casefile/case-record.ts';
import { isLate } from '#shared/casefile/due.ts';
import { dueKinds, type CaseDue } from '#shared/contract/case-procedures.ts';

type CaseCells = readonly [id: string, version: number, reference: string, status: CaseStatus, statusSince: string, firstSymptomOn: string | null, nextAction: string, nextActionDueOn: string | null, createdAt: string, changedAt: string];
type ProbandCells = readonly [
  ...[givenName: string, familyName: string, sexAssignedAtBirth: Person['sexAssignedAtBirth'], gender: Person['gender'], vitalStatus: Person['vitalStatus']],
  ...[birthDate: string | null, deathDate: string | null, ageAtDeath: string | null, ageAtLastEncounter: string | null],
];
type DecidedCells = readonly [name: string | null, state: CandidateState | null];

/**
 * What the caseload shows of a case whoever asks and whenever: all that follows from what commands have written. Without names of fields, and with everything that is due
 * in one text, a line is half as long, and so takes half the time to decrypt; ten thousand objects for it would take longer to make than to read.
 */
export type CaseLine = readonly [...CaseCells, ...ProbandCells, observed: number, excluded: number, ...DecidedCells, waitingSuggestions: number, days: string];

/** Where in the line stands what other statements ask of all cases, in SQL: the lines are a tenth of the records. */
export const cellOfLine = { status: 'line ->> 3', createdAt: 'line ->> 8', vitalStatus: 'line ->> 14' } as const;

/** Raised whenever a line says something else of the same records: the lines of a vault are then made anew when it is opened. */
const lineRules = 1;

/** Reads all lines as one text: ten thousand cost a third of what they cost row by row. */
export function createLineReader(database: Connection): () => readonly CaseLine[] {
  const all = database.prepare<[], string | null>("SELECT group_concat(line, ',') FROM case_line").pluck();
  return () => JSON.parse(`[${all.get() ?? ''}]`) as readonly CaseLine[];
}

/** The earliest of the days of a line, and the last of them that is over. */
export function daysOfLine(days: string, today: string): { readonly due: CaseDue | null; readonly lastLate: CaseDue | null } {
  if (days === '') return { due: null, lastLate: null };
  const all = days.split(' ');
  const late = all.findLast((day) => isLate(day.slice(1), today));
  return { due: dayFrom(all[0]), lastLate: dayFrom(late) };
}

/** Brings the lines of the cases that a command touched to what their rows now say, in its transaction. */
export function updateCaseLines(database: Connection, images: readonly RowImage[]): void {
  const touched = new Set(images.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])));
  if (touched.size === 0) return;
  const write = createLineWriter(database);
  for (const caseId of touched) write(caseId);
}

/** Makes the lines from nothing where they were made by other rules: for vaults of before there were any, and after a new version. */
export function bringCaseLinesUpToDate(database: Connection): void {
  if (database.prepare<[], number>('SELECT rules FROM case_line_state').pluck().get() === lineRules) return;
  database
    .transaction(() => {
      rebuildCaseLines(database);
      database.prepare('UPDATE case_line_state SET rules = ?').run(lineRules);
    })
    .immediate();
}

export function rebuildCaseLines(database: Connection): void {
  database.exec('DELETE FROM case_line');
  const write = createLineWriter(database);
  for (const caseId of database.prepare<[], string>('SELECT id FROM case_record ORDER BY id').pluck().all()) write(caseId);
}

/** Each day after the letter of what is due on it, the earliest first: `k2026-03-01 t2026-04`. */
const dueLetters = { action: 'a', task: 'k', test: 't', referral: 'r', review: 'v' } as const satisfies Readonly<Record<CaseDue['kind'], string>>;
const kindOfLetter: ReadonlyMap<string, CaseDue['kind']> = new Map(dueKinds.map((kind) => [dueLetters[kind], kind]));

function dayFrom(day: string | undefined): CaseDue | null {
  const kind = day === undefined ? undefined : kindOfLetter.get(day.charAt(0));
  return day === undefined || kind === undefined ? null : { kind, on: day.slice(1) };
}

function createLineWriter(database: Connection): (caseId: string) => void {
  const lineOf = createLineMaker(database);
  const put = database.prepare<[string, string]>('INSERT OR REPLACE INTO case_line (case_id, line) VALUES (?, ?)');
  const takeOut = database.prepare<[string]>('DELETE FROM case_line WHERE case_id = ?');
  return (caseId) => {
    const line = lineOf(caseId);
    if (line === null) takeOut.run(caseId);
    else put.run(caseId, JSON.stringify(line));
  };
}

/** Null for a case that is gone, and for one without a proband, who would be nobody to list. */
function createLineMaker(database: Connection): (caseId: string) => CaseLine | null {
  const findCase = database.prepare<[string], CaseCells>('SELECT id, version, reference, status, status_since, first_symptom_on, next_action, next_action_due_on, created_at, changed_at FROM case_record WHERE id = ?').raw();
  const findProband = database.prepare<[string], readonly [id: string, ...ProbandCells]>(
    'SELECT id, given_name, family_name, sex_assigned_at_birth, gender, vital_status, birth_date, death_date, age_at_death, age_at_last_encounter FROM person WHERE case_id = ? AND is_proband = 1',
  ).raw();
  const count = database.prepare<[string, string], number>('SELECT count(*) FROM feature WHERE person_id = ? AND state = ?').pluck();
  // A confirmed diagnosis goes before a working one, and the last before those before it.
  const findDecided = database.prepare<[string], DecidedCells>("SELECT disease_name, state FROM candidate WHERE case_id = ? AND state IN ('confirmed', 'working') ORDER BY state = 'confirmed' DESC, decided_on DESC, id DESC LIMIT 1").raw();
  const waiting = database.prepare<[string], number>("SELECT count(*) FROM suggestion WHERE case_id = ? AND json_extract(detail, '$.status') = 'open'").pluck();
  const daysOf = createDayReader(database);
  return (caseId) => {
    const record = findCase.get(caseId);
    const found = findProband.get(caseId);
    if (record === undefined || found === undefined) return null;
    const [probandId, ...proband] = found;
    const counts = [count.get(probandId, 'observed') ?? 0, count.get(probandId, 'excluded') ?? 0] as const;
    return [...record, ...proband, ...counts, ...(findDecided.get(caseId) ?? ([null, null] as const)), waiting.get(caseId) ?? 0, daysOf(caseId).map(({ kind, on }) => `${dueLetters[kind]}${on}`).join(' ')];
  };
}
