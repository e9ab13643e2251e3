import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { classifyVariant, type VariantClass } from '#shared/variant/acmg/classify.ts';
import { criteria as published } from '#shared/variant/acmg/criteria.ts';
import type { ClassificationEntry } from '#shared/variant/variant.ts';

/**
 * The class to record. Refused where one observation is counted twice, where a strength is not the usual one without a reason, and where a class does not follow
 * from the criteria without one.
 */
export function readClassification(criteria: ClassificationEntry['criteria'], said: VariantClass | null, why: string): Result<VariantClass, Failure> {
  const refuse = (message: string): Result<VariantClass, Failure> => refusal(failure('rule-broken', message));
  const repeated = criteria.find(({ code }, place) => criteria.findIndex((other) => other.code === code) !== place);
  if (repeated !== undefined) return refuse(`${repeated.code} is given twice. Keep one of them.`);
  const unexplained = criteria.find(({ code, strength, reasonForStrength }) => strength !== published[code].strength && reasonForStrength.trim() === '');
  if (unexplained !== undefined) return refuse(`Say why ${unexplained.code} counts as ${unexplained.strength.replace('-', ' ')}.`);
  const reckoned = classifyVariant(criteria);
  const barred = reckoned.warnings.find(({ kind }) => kind === 'counted-twice' || kind === 'retired');
  if (barred !== undefined) return refuse(`${barred.message}. Take one of them out.`);
  const follows = criteria.length === 0 ? null : reckoned.classification;
  const classification = said ?? follows;
  if (classification === null) return refuse('Give the criteria that are met, or a class and the reason for it.');
  if (classification !== follows && why.trim() === '') return refuse('Say why: this class does not follow from the criteria.');
  return success(classification);
}
