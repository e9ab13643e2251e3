import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { brokenInvariants, invariantSentences } from '#shared/pedigree/family-invariants.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { combine, type MergeChoices } from '#shared/pedigree/merge/combine-families.ts';

export interface MergedFamily {
  readonly family: Family;
  /** Ids of the individuals who are new, in the order told. */
  readonly createdIds: readonly string[];
}

/**
 * Takes an incoming family into an existing one: what the existing lacks is added, and where both say something the choices decide. Refused where the
 * result could not be a family; nothing is changed then.
 */
export function mergeFamilies(existing: Family, incoming: Family, choices: MergeChoices, newId: () => string): Result<MergedFamily, Failure> {
  const existingIds = choices.matches.flatMap(({ existingId }) => existingId ?? []);
  if (new Set(existingIds).size < existingIds.length) return refusal(failure('invalid-input', 'Two incoming people are set to be the same person of the family; choose another for one of them.'));
  const { family, createdIds } = combine(existing, incoming, choices, newId);
  const [broken] = brokenInvariants(family);
  return broken === undefined ? success({ family, createdIds }) : refusal(failure('rule-broken', invariantSentences[broken.rule]));
}
