import type { OrderedTest } from '#shared/casefile/ordered-test.ts';
import type { Feature } from '#shared/phenotype/feature.ts';
import { subjectiveTermIds } from '#shared/referral/requirements.ts';

export interface ObjectiveFindings {
  /** Features that were examined or are on record, and tests whose report says that something was found. */
  readonly objective: number;
  /** Pain, fatigue and the like, whoever says so. */
  readonly subjective: number;
  /** What may be objective and of which nobody says that it was examined. */
  readonly unsourced: number;
}

/**
 * Counts objective findings: how many observed features of the patient were verified on examination or by a record, plus tests with an abnormal report.
 *
 * Formula: a feature counts where its source is an examination or a record and its term is not below a subjective root; a reported test counts where its result is other than
 * negative or uncertain. Features that are excluded or not assessed do not count.
 * Units: findings.
 * Source: Walley et al. 2018, doi 10.1186/s12913-018-3458-2: objective findings are clinically measurable on physical examination or through medical testing, subjective ones are
 * patient-reported and not verifiable by them; applications that were not accepted had fewer of the first.
 * Assumes: the source of a feature is recorded as it was.
 * Limits: one sign coded as two terms counts twice, and so does a test beside the feature that it showed. No count is published above which an application is accepted.
 */
export function objectiveFindings(features: readonly Feature[], tests: readonly OrderedTest[], isWithin: (termId: string, rootId: string) => boolean): ObjectiveFindings {
  const observed = features.filter(({ state }) => state === 'observed');
  const isSubjective = ({ termId }: Feature): boolean => Object.values(subjectiveTermIds).some((rootId) => isWithin(termId, rootId));
  const isVerified = ({ source }: Feature): boolean => source === 'examination' || source === 'record';
  const signs = observed.filter((feature) => !isSubjective(feature));
  const abnormal = tests.filter(({ status, result }) => status === 'reported' && (result === 'diagnostic' || result === 'partial'));
  return { objective: signs.filter(isVerified).length + abnormal.length, subjective: observed.length - signs.length, unsourced: signs.filter((feature) => !isVerified(feature)).length };
}
