import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3-multiple-ciphers';
import { makePrivateFile, runtimeProblem, type Connection } from '#db/connection.ts';
import { createTrialSchema, trialApplicationId, trialFormat } from '#db/trials/trial-format.ts';
import { createTrialImport, unpackStudy, type TrialImport } from '#db/trials/trial-import.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { StudyChange } from '#shared/trial/compare-studies.ts';
import type { StudyKeys } from '#shared/trial/fit-study.ts';
import type { GeoPoint, Study, StudyPhase, StudyStatus } from '#shared/trial/study.ts';

export interface TrialSummary {
  readonly studyCount: number;
  /** The newest day that the data stand for. */
  readonly dataDate: string | null;
  /** Null where nothing was imported yet. */
  readonly lastImport: { readonly number: number; readonly at: string; readonly added: number; readonly changed: number } | null;
}

export interface StoredStudy {
  readonly study: Study;
  readonly firstImport: number;
  /** The import that wrote the record as it is. */
  readonly lastImport: number;
}

export interface StudySearch {
  readonly keys: StudyKeys;
  /** Null: any. */
  readonly statuses: readonly StudyStatus[] | null;
  readonly phases: readonly StudyPhase[] | null;
  /** Only those that this import or a later one brought; null: any. */
  readonly sinceImport: number | null;
  readonly limit: number;
}

/** A town with sites, and where it is. */
export interface SitePlace extends GeoPoint {
  readonly city: string;
  readonly state: string;
  readonly country: string;
  readonly siteCount: number;
}

export interface TrialStore {
  readonly summary: () => TrialSummary;
  readonly find: (studyId: string) => StoredStudy | null;
  /** Studies that may concern somebody, by the index, those that count most first. `isCut`: there are more than the limit. */
  readonly search: (search: StudySearch) => { readonly studies: readonly StoredStudy[]; readonly isCut: boolean };
  readonly byNumber: (number: number) => StoredStudy | null;
  /** The studies of these statuses that an import brought, by number, under each key by which the index finds them: `c` and a condition, `g` and a gene. */
  readonly keysOfImport: (importNumber: number, statuses: readonly StudyStatus[]) => ReadonlyMap<string, readonly number[]>;
  /** What imports after that one changed about a study, oldest first. */
  readonly changesAfter: (studyId: string, importNumber: number) => readonly { readonly importNumber: number; readonly at: string; readonly changes: readonly StudyChange[] }[];
  /** Towns that the data hold, by the beginning of their name. */
  readonly places: (beginning: string, limit: number) => readonly SitePlace[];
  /** Begins a transaction that writes studies; nothing of it is to be seen before it is finished. */
  readonly beginImport: (at: string) => TrialImport;
  readonly close: () => void;
}

const notReadable = failure('storage', 'The file of the trials cannot be read. Remove the folder "trials" in the data folder of Nostos and import the trials again.');
const inUse = failure('storage', 'Trials are being imported just now. Try again when that has ended.');

/**
 * Opens the studies that were imported on this machine.
 *
 * Not encrypted, so that trials can be matched to a file without a vault. Whoever gets hold of the disk learns which public studies a clinic has imported:
 * a hint at what it treats, as a bookmark is, but at nobody whom it treats, since the choice is of a disease or of everything and no row comes from a case. What is
 * followed for whom, the place of a family and its words stand in the vault alone. Only this user may read the file.
 */
export function openTrialStore(path: string, use: 'read' | 'write'): Result<TrialStore, Failure> {
  const problem = runtimeProblem();
  if (problem !== null) return refusal(failure('storage', problem));
  let database: Connection | null = null;
  try {
    const isNew = use === 'write' && !existsSync(path);
    if (isNew) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      makePrivateFile(path);
    }
    database = new Database(path, { readonly: use === 'read', fileMustExist: true, timeout: use === 'read' ? 2_000 : 500 });
    database.pragma('trusted_schema = OFF');
    if (use === 'write') database.pragma('journal_mode = WAL');
    if (use === 'write' && database.pragma('application_id', { simple: true }) === 0 && isEmpty(database)) database.transaction(createTrialSchema).immediate(database);
    if (database.pragma('application_id', { simple: true }) !== trialApplicationId || database.pragma('user_version', { simple: true }) !== trialFormat) {
      database.close();
      return refusal(notReadable);
    }
    return success(present(database));
  } catch (fault) {
    database?.close();
    const known = describeFault(fault);
    if (known === null) throw fault;
    return refusal(known);
  }
}

function present(database: Connection): TrialStore {
  const find = database.prepare<[string], StudyRow>('SELECT number, record, first_import, last_import FROM study WHERE id = ?');
  const byNumber = database.prepare<[number], StudyRow>('SELECT number, record, first_import, last_import FROM study WHERE number = ?');
  const changes = database.prepare<[string, number], { import: number; at: string; changes: string }>(
    'SELECT study_change.import, import.at, study_change.changes FROM study_change JOIN import ON import.number = study_change.import WHERE study_id = ? AND study_change.import > ? ORDER BY study_change.import',
  );
  return {
    summary: () => readSummary(database),
    find: (studyId) => storedOf(find.get(studyId)),
    byNumber: (number) => storedOf(byNumber.get(number)),
    keysOfImport: (importNumber, statuses) => readKeys(database, importNumber, statuses),
    search: (search) => {
      const numbers = findNumbers(database, search);
      const studies = numbers.slice(0, search.limit).map((number) => storedOf(byNumber.get(number))).filter((stored) => stored !== null);
      return { studies, isCut: numbers.length > search.limit };
    },
    changesAfter: (studyId, importNumber) => changes.all(studyId, importNumber).map((row) => ({ importNumber: row.import, at: row.at, changes: JSON.parse(row.changes) as readonly StudyChange[] })),
    places: (beginning, limit) => findPlaces(database, beginning, limit),
    beginImport: (at) => createTrialImport(database, at),
    close: () => database.close(),
  };
}

interface StudyRow {
  readonly number: number;
  readonly record: Buffer;
  readonly first_import: number;
  readonly last_import: number;
}

const storedOf = (row: StudyRow | undefined): StoredStudy | null => (row === undefined ? null : { study: unpackStudy(row.record), firstImport: row.first_import, lastImport: row.last_import });

function readSummary(database: Connection): TrialSummary {
  const { count, date } = database.prepare<[], { count: number; date: string | null }>('SELECT (SELECT count(*) FROM study) AS count, (SELECT max(data_date) FROM study) AS date').get() ?? { count: 0, date: null };
  const last = database.prepare<[], { number: number; at: string; added: number; changed: number }>('SELECT number, at, added, changed FROM import ORDER BY number DESC LIMIT 1').get();
  return { studyCount: count, dataDate: date, lastImport: last ?? null };
}

/** Numbers of studies, each once, in the order of the keys: the disease, genes, words, then what is wider. One more than the limit tells that there are more. */
function findNumbers(database: Connection, { keys, statuses, phases, sinceImport, limit }: StudySearch): readonly number[] {
  const found = new Set<number>();
  const filter = filterOf(statuses, phases, sinceImport);
  const take = (sql: string, values: readonly string[]): void => {
    if (values.length === 0 || found.size > limit) return;
    const rows = database.prepare<unknown[], { number: number }>(`${sql} ${filter.sql} ORDER BY study.number DESC LIMIT ?`).all(...values, ...filter.values, limit + 1);
    for (const { number } of rows) found.add(number);
  };
  const byKeys = (kind: 'c' | 'g', wanted: readonly string[]): void => {
    for (let at = 0; at < wanted.length; at += keysAtOnce) {
      const some = wanted.slice(at, at + keysAtOnce);
      take(`SELECT DISTINCT study.number FROM study_key CROSS JOIN study ON study.number = study_key.study WHERE kind = '${kind}' AND key IN (${some.map(() => '?').join(', ')})`, some);
    }
  };
  const [names = [], ...others] = keys.conditions;
  byKeys('c', names);
  byKeys('g', keys.genes);
  for (const words of keys.words) take('SELECT study.number FROM study_words CROSS JOIN study ON study.number = study_words.rowid WHERE study_words MATCH ?', [words.map((word) => `"${word.replaceAll('"', '')}"`).join(' AND ')]);
  for (const tier of others) byKeys('c', tier);
  return [...found];
}

function readKeys(database: Connection, importNumber: number, statuses: readonly StudyStatus[]): ReadonlyMap<string, readonly number[]> {
  const rows = database
    .prepare<unknown[], readonly [key: string, numbers: string]>(
      `SELECT kind || ' ' || key, json_group_array(study) FROM study JOIN study_key ON study_key.study = study.number WHERE first_import = ? AND status IN (${statuses.map(() => '?').join(', ')}) GROUP BY kind, key`,
    )
    .raw()
    .all(importNumber, ...statuses);
  return new Map(rows.map(([key, numbers]) => [key, JSON.parse(numbers) as readonly number[]]));
}

const keysAtOnce = 500;

function filterOf(statuses: readonly StudyStatus[] | null, phases: readonly StudyPhase[] | null, sinceImport: number | null): { readonly sql: string; readonly values: readonly (string | number)[] } {
  const parts: string[] = [];
  const values: (string | number)[] = [];
  if (statuses !== null) {
    parts.push(`AND study.status IN (${statuses.map(() => '?').join(', ')})`);
    values.push(...statuses);
  }
  if (phases !== null) {
    parts.push(`AND EXISTS (SELECT 1 FROM json_each(study.phases) WHERE value IN (${phases.map(() => '?').join(', ')}))`);
    values.push(...phases);
  }
  if (sinceImport !== null) {
    parts.push('AND study.first_import >= ?');
    values.push(sinceImport);
  }
  return { sql: parts.join(' '), values };
}

function findPlaces(database: Connection, beginning: string, limit: number): readonly SitePlace[] {
  const wanted = beginning.trim();
  if (wanted === '') return [];
  return database
    .prepare<[string, string, number], { city: string; state: string; country: string; latitude: number; longitude: number; count: number }>(
      `SELECT city, state, country, avg(latitude) AS latitude, avg(longitude) AS longitude, count(*) AS count FROM site
       WHERE city >= ? COLLATE NOCASE AND city < ? COLLATE NOCASE GROUP BY city COLLATE NOCASE, state, country ORDER BY count DESC, city LIMIT ?`,
    )
    .all(wanted, `${wanted}\u{10FFFF}`, limit)
    .map(({ count, ...place }) => ({ ...place, siteCount: count }));
}

const isEmpty = (database: Connection): boolean => database.prepare<[], { count: number }>('SELECT count(*) AS count FROM sqlite_schema').get()?.count === 0;

function describeFault(fault: unknown): Failure | null {
  const code = fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : '';
  if (code === 'SQLITE_CANTOPEN' || (fault instanceof TypeError && fault.message.includes('directory'))) return failure('not-found', 'No trials were imported on this machine yet. Import files of ClinicalTrials.gov first.');
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return inUse;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC') return failure('storage', 'The disk is full. Nothing was changed. Free some space and try again.');
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_IOERR')) return notReadable;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code.startsWith('SQLITE_READONLY')) return failure('storage', 'The data folder does not allow reading and writing. Nothing was changed. Check its permissions.');
  return null;
}
