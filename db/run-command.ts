import { appendEntry } from '#db/change-log.ts';
import type { Connection } from '#db/connection.ts';
import type { IdSource } from '#db/id.ts';
import { redactHistory, type Redaction } from '#db/redact-history.ts';
import { createCandidateReader, createCandidateWriter } from '#db/repositories/candidates.ts';
import { createRecordReaders, createRecordWriters } from '#db/repositories/case-records.ts';
import { createCaseViewStore } from '#db/repositories/case-views.ts';
import { createCaseReader, createCaseWriter } from '#db/repositories/cases.ts';
import { createDocumentContents } from '#db/repositories/document-contents.ts';
import { createFamilyReader, createFamilyWriter } from '#db/repositories/families.ts';
import { createFeatureReader, createFeatureWriter } from '#db/repositories/features.ts';
import { createFindingReader, createFindingWriter } from '#db/repositories/findings.ts';
import { createHistoryReader, createHistoryWriter, type EntryDescription } from '#db/repositories/history.ts';
import { createPersonReader, createPersonWriter } from '#db/repositories/people.ts';
import { createRankingStore } from '#db/repositories/ranking-snapshots.ts';
import { createReanalysisStore } from '#db/repositories/reanalysis.ts';
import { createRiskModelReader, createRiskModelWriter } from '#db/repositories/risk-models.ts';
import { createTrialReader, createTrialWriter } from '#db/repositories/trial-tracking.ts';
import { createSavedFilterReader, createSavedFilterWriter } from '#db/repositories/saved-filters.ts';
import { createSearchReader } from '#db/repositories/search.ts';
import { createSettingsReader, createSettingsWriter, type SettingsReader } from '#db/repositories/settings.ts';
import { createSourceReader, createSourceWriter } from '#db/repositories/sources.ts';
import { createRowWriter, type RowWriter } from '#db/row-writer.ts';
import { updateCaseLines } from '#db/search/case-lines.ts';
import { createProfileReader, updateProfiles } from '#db/search/case-profiles.ts';
import { updateSearchIndex } from '#db/search/search-index.ts';
import { storageFailureOf } from '#db/storage-failure.ts';
import { trackedTables } from '#db/tables.ts';
import type { Repositories, UnitOfWork } from '#db/unit-of-work.ts';
import type { Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { Topic } from '#shared/contract/wire.ts';

export interface CommandRun {
  readonly database: Connection;
  /** The name of the procedure, kept in the change log. */
  readonly procedure: string;
  readonly at: string;
  readonly newId: IdSource;
  /** False for the entry that begins a vault, which nobody can take back. */
  readonly isUndoable?: boolean;
}

export interface CommandOutcome<Value> {
  readonly value: Value;
  /** What the command changed; empty where it changed nothing and left no entry. */
  readonly topics: readonly Topic[];
}

/** Who stands in the history while no name is set. */
const unnamedActor = 'Unnamed clinician';

export function createRepositories(database: Connection): Repositories {
  return {
    cases: createCaseReader(database),
    people: createPersonReader(database),
    families: createFamilyReader(database),
    features: createFeatureReader(database),
    findings: createFindingReader(database),
    candidates: createCandidateReader(database),
    riskModels: createRiskModelReader(database),
    trials: createTrialReader(database),
    records: createRecordReaders(database),
    documentContents: createDocumentContents(database),
    sources: createSourceReader(database),
    settings: createSettingsReader(database),
    history: createHistoryReader(database),
    rankings: createRankingStore(database),
    reanalysis: createReanalysisStore(database),
    search: createSearchReader(database),
    profiles: createProfileReader(database),
    savedFilters: createSavedFilterReader(database),
    caseViews: createCaseViewStore(database),
  };
}

/**
 * Runs a command in one transaction that takes the write lock at its start. It ends with exactly one entry in the change log,
 * with none where nothing was changed, or, on a refusal or a throw, as if it had never begun.
 */
export function runCommand<Value>(run: CommandRun, work: (unit: UnitOfWork) => Result<Value, Failure>): Result<CommandOutcome<Value>, Failure> {
  const { database } = run;
  try {
    database.exec('BEGIN IMMEDIATE');
    const rows = createRowWriter(database, run.at, run.newId);
    const notes: CommandNotes = { description: null, topics: [], redaction: null };
    const unit = createUnit(run, rows, notes);
    const result = work(unit);
    if (!result.ok) {
      database.exec('ROLLBACK');
      return result;
    }
    const images = rows.images();
    if (images.length > 0) {
      if (notes.description === null) throw new Error(`the command ${run.procedure} changed rows without describing itself`);
      // Whoever sets a name for the first time makes this change under it already.
      const actor = unit.actor === unnamedActor ? actorOf(unit.settings) : unit.actor;
      appendEntry(database, { ...notes.description, at: run.at, actor, procedure: run.procedure, isUndoable: run.isUndoable ?? true, images });
      if (notes.redaction !== null) {
        redactHistory(database, notes.redaction.caseId, notes.redaction.redact);
        createDocumentContents(database).sweep();
      }
      updateSearchIndex(database, images);
      updateProfiles(database, images);
      updateCaseLines(database, images);
    }
    database.exec('COMMIT');
    const changed: readonly Topic[] = images.length === 0 ? [] : [...images.flatMap((image): readonly Topic[] => trackedTables[image.table].topics), 'history'];
    return success({ value: result.value, topics: [...new Set([...changed, ...notes.topics])] });
  } catch (fault) {
    // SQLite has rolled back by itself after some errors, such as a full disk.
    if (database.inTransaction) database.exec('ROLLBACK');
    const known = storageFailureOf(fault);
    if (known === null) throw fault;
    return refusal(known);
  }
}

interface CommandNotes {
  redaction: { readonly caseId: string; readonly redact: Redaction } | null;
  description: EntryDescription | null;
  topics: readonly Topic[];
}

function createUnit({ database, newId }: CommandRun, rows: RowWriter, notes: CommandNotes): UnitOfWork {
  const read = createRepositories(database);
  const describeEntry = (description: EntryDescription) => {
    notes.description = description;
  };
  return {
    at: rows.at,
    newId,
    actor: actorOf(read.settings),
    cases: { ...read.cases, ...createCaseWriter(database, rows, read.cases) },
    people: { ...read.people, ...createPersonWriter(database, rows, read.people) },
    families: { ...read.families, ...createFamilyWriter(database, rows, read.families, newId) },
    features: { ...read.features, ...createFeatureWriter(rows, read.features) },
    findings: { ...read.findings, ...createFindingWriter(database, rows, read.findings) },
    candidates: { ...read.candidates, ...createCandidateWriter(rows, read.candidates) },
    records: createRecordWriters(database, rows, read.records),
    documentContents: createDocumentContents(database),
    trials: { ...read.trials, ...createTrialWriter(rows, read.trials) },
    riskModels: { ...read.riskModels, ...createRiskModelWriter(database, rows, read.riskModels) },
    sources: { ...read.sources, ...createSourceWriter(rows, read.sources) },
    settings: { ...read.settings, ...createSettingsWriter(rows, read.settings) },
    history: { ...read.history, ...createHistoryWriter(database, rows, describeEntry) },
    rankings: read.rankings,
    reanalysis: read.reanalysis,
    search: read.search,
    profiles: read.profiles,
    caseViews: read.caseViews,
    savedFilters: { ...read.savedFilters, ...createSavedFilterWriter(rows, read.savedFilters) },
    redactHistory: (caseId, redact) => {
      notes.redaction = { caseId, redact };
      database.prepare('DELETE FROM ranking_snapshot WHERE case_id = ?').run(caseId);
      return database.prepare<[], { readonly hash: string }>('SELECT hash FROM change_head').get()?.hash ?? '';
    },
    describe: (label, caseId, topics = []) => {
      notes.topics = topics;
      describeEntry({ label, caseId, nature: 'change', refersTo: null });
    },
  };
}

function actorOf(settings: SettingsReader): string {
  const { clinicianName } = settings.read();
  return clinicianName.trim() === '' ? unnamedActor : clinicianName.trim();
}
