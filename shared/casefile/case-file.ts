import type { AttachedDocument } from '#shared/casefile/attached-document.ts';
import type { Candidate, CaseRecord, Person } from '#shared/casefile/case-record.ts';
import type { Consent } from '#shared/casefile/consent.ts';
import type { Finding } from '#shared/casefile/finding.ts';
import type { OdysseyEvent } from '#shared/casefile/odyssey-event.ts';
import type { OrderedTest } from '#shared/casefile/ordered-test.ts';
import type { Referral } from '#shared/casefile/referral-record.ts';
import type { Task } from '#shared/casefile/task.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { Feature } from '#shared/phenotype/feature.ts';

/** Everything that the vault holds of one case, as one value: what documents, exports and de-identification work on. */
export interface CaseFile {
  readonly case: CaseRecord;
  readonly family: Family;
  readonly people: readonly Person[];
  readonly features: readonly Feature[];
  readonly findings: readonly Finding[];
  readonly candidates: readonly Candidate[];
  readonly events: readonly OdysseyEvent[];
  readonly tests: readonly OrderedTest[];
  readonly referrals: readonly Referral[];
  readonly tasks: readonly Task[];
  /** Without their bytes. */
  readonly documents: readonly AttachedDocument[];
  readonly consents: readonly Consent[];
}
