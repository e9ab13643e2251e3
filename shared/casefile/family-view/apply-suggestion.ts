import { partialDateSchema } from '#shared/base/schemas.ts';
import type { SuggestionDetail } from '#shared/casefile/suggestion.ts';
import { vitalStatuses, type IndividualDetail } from '#shared/pedigree/individual.ts';
import { parseAgeText } from '#shared/phenotype/age-text.ts';
import type { FeatureState } from '#shared/phenotype/feature.ts';

/** What taking over a word of the family changes in the record. `by-hand`: the words need a person to enter them. */
export type SuggestedChange =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'person'; readonly change: Partial<IndividualDetail> }
  | { readonly kind: 'feature'; readonly termId: string; readonly state: FeatureState }
  | { readonly kind: 'by-hand' };

/**
 * Reads a word of the family as a change of the record, only where it can be meant in one way. A finding that is `not right` becomes not assessed, never
 * excluded: that a family does not know of it does not mean that it was looked for.
 */
export function suggestedChange({ fact, answer, said }: Pick<SuggestionDetail, 'fact' | 'answer' | 'said'>): SuggestedChange {
  if (answer === 'confirmed' || answer === 'not-sure') return { kind: 'nothing' };
  const termId = /^feature:(HP:\d{7})$/.exec(fact)?.[1];
  if (termId !== undefined && said.trim() === '') return { kind: 'feature', termId, state: 'not-assessed' };
  const change = personChange(fact, said.trim());
  return change === null ? { kind: 'by-hand' } : { kind: 'person', change };
}

function personChange(fact: string, said: string): Partial<IndividualDetail> | null {
  switch (fact) {
    case 'name': {
      const parts = said.split(/\s+/).filter((part) => part !== '');
      return parts.length === 2 && parts[0] !== undefined && parts[1] !== undefined ? { givenName: parts[0], familyName: parts[1] } : null;
    }
    case 'birthDate':
      return partialDateSchema.safeParse(said).success ? { birthDate: said } : null;
    case 'ageAtLastEncounter': {
      const read = parseAgeText(said);
      return read.ok && read.value.kind === 'age' ? { ageAtLastEncounter: read.value.duration } : null;
    }
    case 'vitalStatus': {
      const status = vitalStatuses.find((one) => one === said);
      return status === undefined ? null : { vitalStatus: status };
    }
    default:
      return null;
  }
}
