import * as z from 'zod';
import type { CaseFile } from '#shared/casefile/case-file.ts';
import { plainDate, plainDuration, plainSince, plainTermWords, type NamedTerm } from '#shared/casefile/family-view/plain-words.ts';
import { shownFamily, shownInDetail, type DetailScope } from '#shared/casefile/family-view/shown-family.ts';
import { familySchema, type Family, type IndividualCondition } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import type { Feature } from '#shared/phenotype/feature.ts';

/** One thing that was written down of somebody, in plain words, which they may confirm or correct. */
export const shownFactSchema = z.object({
  /** By its name in the record, as a suggestion gives it back. */
  fact: z.string(),
  group: z.enum(['person', 'has', 'has-not']),
  words: z.string(),
  /** Since when. Empty: not known. */
  since: z.string(),
});
export type ShownFact = Readonly<z.infer<typeof shownFactSchema>>;

export const familyViewSchema = z.object({
  /** What the proband is called; empty where there is no name. */
  probandName: z.string(),
  family: familySchema,
  people: z.array(z.object({ personId: z.string(), name: z.string(), facts: z.array(shownFactSchema).readonly() })).readonly(),
});
export type FamilyView = Readonly<z.infer<typeof familyViewSchema>>;

export interface FamilyViewChoices {
  readonly scope: DetailScope;
  readonly termOf: (termId: string) => NamedTerm | null;
}

/** One case as its family sees it: who belongs to it and what was written down of each, without what is private. */
export function familyView(file: CaseFile, { scope, termOf }: FamilyViewChoices): FamilyView {
  const family = shownFamily(file.family, scope);
  const inDetail = shownInDetail(family, scope);
  const proband = family.individuals.find(({ isProband }) => isProband);
  return {
    probandName: proband === undefined ? '' : proband.givenName,
    family,
    people: family.individuals.map((individual) => ({ personId: individual.id, name: nameOf(individual), facts: [...personFacts(individual), ...conditionFacts(individual.id, family), ...(inDetail.has(individual.id) ? featureFacts(individual.id, file.features, termOf) : [])] })),
  };
}

function personFacts({ givenName, familyName, birthDate, ageAtLastEncounter, vitalStatus, deathDate, ageAtDeath, life }: Individual): readonly ShownFact[] {
  if (life.kind !== 'person') return [];
  const fact = (name: string, words: string): ShownFact => ({ fact: name, group: 'person', words, since: '' });
  const name = `${givenName} ${familyName}`.trim();
  const born = birthDate === null ? (ageAtLastEncounter === null ? [] : [fact('ageAtLastEncounter', `Was ${plainDuration(ageAtLastEncounter)} old when last seen`)]) : [fact('birthDate', `Born ${plainDate(birthDate)}`)];
  const death = [deathDate === null ? '' : plainDate(deathDate), ageAtDeath === null ? '' : `at ${plainDuration(ageAtDeath)}`].filter((part) => part !== '').join(', ');
  return [...(name === '' ? [] : [fact('name', `Called ${name}`)]), ...born, ...(vitalStatus === 'deceased' ? [fact('vitalStatus', death === '' ? 'Has died' : `Died ${death}`)] : [])];
}

function conditionFacts(individualId: string, { conditions, individualConditions }: Family): readonly ShownFact[] {
  const nameOfCondition = new Map(conditions.map(({ id, name }) => [id, name]));
  return individualConditions
    .filter((row) => row.individualId === individualId)
    .map(({ conditionId, state, onset }): ShownFact => ({ fact: `condition:${conditionId}`, group: state === 'unaffected' ? 'has-not' : 'has', words: conditionWords(state, nameOfCondition.get(conditionId) ?? ''), since: plainSince(onset) }));
}

function conditionWords(state: IndividualCondition['state'], name: string): string {
  if (state === 'carrier' || state === 'obligate-carrier') return `Carries one changed copy for ${name} and is well`;
  if (state === 'presymptomatic') return `Has the change for ${name} and is well so far`;
  return state === 'uncertain' ? `${name}, not certain` : name;
}

/** What nobody has looked at is not shown: a family would read it as healthy or as ill. */
function featureFacts(personId: string, features: readonly Feature[], termOf: FamilyViewChoices['termOf']): readonly ShownFact[] {
  return features
    .filter((feature) => feature.personId === personId && feature.state !== 'not-assessed')
    .map((feature): ShownFact => ({ fact: `feature:${feature.termId}`, group: feature.state === 'observed' ? 'has' : 'has-not', words: plainTermWords(feature.termId, feature.label, termOf(feature.termId)), since: feature.state === 'observed' ? plainSince(feature.onset) : '' }));
}

/** The given name, as a family calls its own; in a family of one name the family name tells nobody apart. */
function nameOf({ givenName, familyName }: Individual): string {
  return givenName !== '' ? givenName : familyName;
}
