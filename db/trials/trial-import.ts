import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Connection } from '#db/connection.ts';
import { compareStudies } from '#shared/trial/compare-studies.ts';
import { indexKeysOf } from '#shared/trial/fit-study.ts';
import { completeFragment, type Study } from '#shared/trial/study.ts';

/** What became of a study: older data than what is there are left aside. */
export type ImportedAs = 'added' | 'changed' | 'unchanged' | 'older';

export interface ImportCounts extends Readonly<Record<ImportedAs, number>> {
  /** The newest day that the imported data stand for. */
  readonly dataDate: string | null;
}

/** An import at work: one transaction. */
export interface TrialImport {
  readonly add: (study: Study) => ImportedAs;
  readonly finish: () => ImportCounts;
  /** Leaves everything as it was. */
  readonly abandon: () => void;
}

interface PresentRow {
  readonly number: number;
  readonly record: Buffer;
  readonly first_import: number;
}

/** Fast rather than small: records are read far more often than the disk is short. */
const packing = { level: 3 } as const;

export const packStudy = (study: Study): Buffer => deflateRawSync(JSON.stringify(study), packing);
export const unpackStudy = (record: Uint8Array): Study => JSON.parse(inflateRawSync(record).toString('utf8')) as Study;

export function createTrialImport(database: Connection, at: string): TrialImport {
  database.exec('BEGIN IMMEDIATE');
  const number = (database.prepare<[], { last: number | null }>('SELECT max(number) AS last FROM import').get()?.last ?? 0) + 1;
  const writer = createStudyWriter(database, number);
  const find = database.prepare<[string], PresentRow>('SELECT number, record, first_import FROM study WHERE id = ?');
  const counts: Record<ImportedAs, number> = { added: 0, changed: 0, unchanged: 0, older: 0 };
  let dataDate: string | null = null;
  const add = (study: Study): ImportedAs => {
    const row = find.get(study.id);
    if (row === undefined) {
      writer.add(study);
      return 'added';
    }
    const before = unpackStudy(row.record);
    if (isOlder(study, before)) return 'older';
    const after = completeFragment(study, before);
    if (JSON.stringify(after) === JSON.stringify(before)) return 'unchanged';
    writer.replace(row.number, after);
    // Twice in one import is no change of the study.
    const changes = row.first_import === number ? [] : compareStudies(before, after);
    if (changes.length > 0) writer.noteChanges(study.id, changes);
    return changes.length > 0 ? 'changed' : 'unchanged';
  };
  return {
    add: (study) => {
      const outcome = add(study);
      counts[outcome] += 1;
      if (study.dataDate !== null && (dataDate === null || study.dataDate > dataDate)) dataDate = study.dataDate;
      return outcome;
    },
    finish: () => {
      database.prepare('INSERT INTO import (number, at, data_date, added, changed) VALUES (?, ?, ?, ?, ?)').run(number, at, dataDate, counts.added, counts.changed);
      database.exec('COMMIT');
      return { ...counts, dataDate };
    },
    abandon: () => {
      if (database.inTransaction) database.exec('ROLLBACK');
    },
  };
}

const isOlder = (study: Study, present: Study): boolean => study.dataDate !== null && present.dataDate !== null && study.dataDate < present.dataDate;

function createStudyWriter(database: Connection, importNumber: number) {
  const insert = database.prepare('INSERT INTO study (id, status, phases, data_date, first_import, last_import, record) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const update = database.prepare('UPDATE study SET status = ?, phases = ?, data_date = ?, last_import = ?, record = ? WHERE number = ?');
  const clear = [database.prepare('DELETE FROM study_key WHERE study = ?'), database.prepare('DELETE FROM study_words WHERE rowid = ?'), database.prepare('DELETE FROM site WHERE study = ?')];
  const key = database.prepare('INSERT OR IGNORE INTO study_key (kind, key, study) VALUES (?, ?, ?)');
  const words = database.prepare('INSERT INTO study_words (rowid, words) VALUES (?, ?)');
  const site = database.prepare('INSERT INTO site (study, country, city, state, latitude, longitude) VALUES (?, ?, ?, ?, ?, ?)');
  const changesOf = database.prepare<[string, number], { changes: string }>('SELECT changes FROM study_change WHERE study_id = ? AND import = ?');
  const change = database.prepare('INSERT OR REPLACE INTO study_change (study_id, import, changes) VALUES (?, ?, ?)');
  const index = (number: number | bigint, study: Study): void => {
    const keys = indexKeysOf(study);
    for (const name of keys.conditions) key.run('c', name, number);
    for (const gene of keys.genes) key.run('g', gene, number);
    words.run(number, keys.words.join(' '));
    for (const { city, state, country, point } of study.sites) if (point !== null && city !== '') site.run(number, country, city, state, point.latitude, point.longitude);
  };
  return {
    add: (study: Study): void => {
      const { lastInsertRowid } = insert.run(study.id, study.status, JSON.stringify(study.phases), study.dataDate, importNumber, importNumber, packStudy(study));
      index(lastInsertRowid, study);
    },
    replace: (number: number, study: Study): void => {
      update.run(study.status, JSON.stringify(study.phases), study.dataDate, importNumber, packStudy(study), number);
      for (const statement of clear) statement.run(number);
      index(number, study);
    },
    noteChanges: (studyId: string, changes: readonly unknown[]): void => {
      const before = changesOf.get(studyId, importNumber);
      change.run(studyId, importNumber, JSON.stringify([...(before === undefined ? [] : (JSON.parse(before.changes) as unknown[])), ...changes]));
    },
  };
}
