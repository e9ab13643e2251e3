import type { CaseViewReader } from '#db/repositories/case-views.ts';
import type { Redaction } from '#db/redact-history.ts';
import type { CaseReader, CaseWriter } from '#db/repositories/cases.ts';
import type { RecordReaders, RecordWriters } from '#db/repositories/case-records.ts';
import type { CandidateReader, CandidateWriter } from '#db/repositories/candidates.ts';
import type { DocumentContentReader, DocumentContentWriter } from '#db/repositories/document-contents.ts';
import type { FamilyReader, FamilyWriter } from '#db/repositories/families.ts';
import type { FeatureReader, FeatureWriter } from '#db/repositories/features.ts';
import type { FindingReader, FindingWriter } from '#db/repositories/findings.ts';
import type { HistoryReader, HistoryWriter } from '#db/repositories/history.ts';
import type { PersonReader, PersonWriter } from '#db/repositories/people.ts';
import type { RankingReader } from '#db/repositories/ranking-snapshots.ts';
import type { ReanalysisReader } from '#db/repositories/reanalysis.ts';
import type { RiskModelReader, RiskModelWriter } from '#db/repositories/risk-models.ts';
import type { SavedFilterReader, SavedFilterWriter } from '#db/repositories/saved-filters.ts';
import type { SearchReader } from '#db/repositories/search.ts';
import type { SettingsReader, SettingsWriter } from '#db/repositories/settings.ts';
import type { SourceReader, SourceWriter } from '#db/repositories/sources.ts';
import type { ProfileReader } from '#db/search/case-profiles.ts';
import type { TrialReader, TrialWriter } from '#db/repositories/trial-tracking.ts';
import type { Topic } from '#shared/contract/wire.ts';

/** The reading side of the vault. */
export interface Repositories {
  readonly cases: CaseReader;
  readonly people: PersonReader;
  readonly families: FamilyReader;
  readonly features: FeatureReader;
  readonly findings: FindingReader;
  readonly candidates: CandidateReader;
  readonly riskModels: RiskModelReader;
  readonly trials: TrialReader;
  /** Events of the odyssey, documents, tests, tasks, referrals, consents and what went out. */
  readonly records: RecordReaders;
  readonly documentContents: DocumentContentReader;
  readonly sources: SourceReader;
  readonly settings: SettingsReader;
  readonly history: HistoryReader;
  readonly rankings: RankingReader;
  readonly reanalysis: ReanalysisReader;
  readonly search: SearchReader;
  /** What is recorded of each proband, to compare cases by. */
  readonly profiles: ProfileReader;
  readonly savedFilters: SavedFilterReader;
  /** What of a case is due. */
  readonly caseViews: CaseViewReader;
}

/**
 * One command at work on the vault: everything it writes is one transaction and one entry of the change log. The repositories
 * keep the row before and after each write, so that a command cannot forget its history.
 */
export interface UnitOfWork extends Repositories {
  /** The time of the command, ISO 8601 UTC; every row it writes carries this one. */
  readonly at: string;
  /** Who is at work, as set in the settings. */
  readonly actor: string;
  /** For rows that need their id before they are written, because others name them. */
  readonly newId: () => string;
  readonly cases: CaseReader & CaseWriter;
  readonly people: PersonReader & PersonWriter;
  readonly families: FamilyReader & FamilyWriter;
  readonly features: FeatureReader & FeatureWriter;
  readonly findings: FindingReader & FindingWriter;
  readonly candidates: CandidateReader & CandidateWriter;
  readonly riskModels: RiskModelReader & RiskModelWriter;
  readonly trials: TrialReader & TrialWriter;
  readonly records: RecordWriters;
  readonly documentContents: DocumentContentReader & DocumentContentWriter;
  readonly sources: SourceReader & SourceWriter;
  readonly settings: SettingsReader & SettingsWriter;
  readonly savedFilters: SavedFilterReader & SavedFilterWriter;
  readonly history: HistoryReader & HistoryWriter;
  /**
   * Takes data out of the history of a case when this command has been entered in it, with the bytes of documents that nothing names any more and with its rankings. Answers
   * the hash of the last entry as it was before.
   */
  readonly redactHistory: (caseId: string, redaction: Redaction) => string;
  /**
   * Says what the command does, in the words that a counsellor reads in the history. `caseId` null: it concerns the vault or
   * several cases. `topics` name what changes besides the rows, which announce themselves.
   */
  readonly describe: (label: string, caseId: string | null, topics?: readonly Topic[]) => void;
}
