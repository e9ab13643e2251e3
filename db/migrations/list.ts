import { caseRecordMigration } from '#db/migrations/0010-case-record.ts';
import { changeLogMigration } from '#db/migrations/0020-change-log.ts';
import { rankingSnapshotMigration } from '#db/migrations/0030-ranking-snapshot.ts';
import { familyMigration } from '#db/migrations/0040-family.ts';
import { riskModelMigration } from '#db/migrations/0050-risk-model.ts';
import { reanalysisMigration } from '#db/migrations/0060-reanalysis.ts';
import { findingMigration } from '#db/migrations/0070-finding.ts';
import { caseworkMigration } from '#db/migrations/0080-casework.ts';
import { sharingMigration } from '#db/migrations/0090-sharing.ts';
import { trialTrackingMigration } from '#db/migrations/0100-trial-tracking.ts';
import { caseloadMigration } from '#db/migrations/0110-caseload.ts';
import { caseLineMigration } from '#db/migrations/0120-case-line.ts';
import type { Migration } from '#db/migrations/migration.ts';

/** Every step of the schema, in order. Named one by one, so that no file slips in by lying in the folder. */
export const migrations: readonly Migration[] = [caseRecordMigration, changeLogMigration, rankingSnapshotMigration, familyMigration, riskModelMigration, reanalysisMigration, findingMigration, caseworkMigration, sharingMigration, trialTrackingMigration, caseloadMigration, caseLineMigration];
