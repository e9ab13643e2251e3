import { letterAge, letterDate, onLetterDate, section, sentences, type LetterContext, type ToldCase } from '#shared/casefile/referral-letter-parts.ts';
import { consanguineousUnions } from '#shared/pedigree/blood-relation.ts';
import type { ConditionState, Family } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import { relationsToProband } from '#shared/pedigree/relation-words.ts';
import { familyStructure, type FamilyStructure } from '#shared/pedigree/structure.ts';
import { formatDuration, formatTimeElement } from '#shared/phenotype/age-text.ts';
import type { LetterParagraphs } from '#shared/referral/letter-text.ts';

/** The family history in sentences: relatives by their relation to the patient, closest first. Up to the grandparents always, others where they bear on the question. */
export function familySection(told: ToldCase, { today }: LetterContext): LetterParagraphs {
  const { family, proband } = told;
  if (proband === null || family.individuals.length < 2) return [];
  const structure = familyStructure(family);
  const relations = relationsToProband(family, structure, () => 'a relative');
  const relatives = family.individuals.filter(({ id }) => id !== proband.id).map((individual) => ({ individual, relation: relations.get(individual.id) ?? '', life: lifeFacts(individual, today), medical: medicalFacts(individual, told) }));
  const said = relatives.filter((relative) => isWorthTelling(relative)).toSorted((one, other) => closeness(one.relation) - closeness(other.relation));
  const counts = new Map<string, number>();
  const lines = said.map(({ individual, relation, life, medical }) => {
    const known = (counts.get(relation) ?? 0) + 1;
    counts.set(relation, known);
    const total = said.filter((other) => other.relation === relation && other.individual.life.kind === 'person').length;
    return relativeSentence(individual, relation, [...life, ...medical], { number: known, total });
  });
  return section('Family history', sentences(lines.join(' '), parentsSentence(family, structure, proband.id), ancestrySentence(family)));
}

/** Who else of the family is referred; empty where it is the proband alone. */
export function referredSentence({ family, proband }: ToldCase, personIds: readonly string[]): string {
  const others = personIds.filter((id) => id !== proband?.id);
  const relations = relationsToProband(family, familyStructure(family), () => 'a relative');
  const named = others.flatMap((id) => relations.get(id) ?? []);
  if (named.length === 0) return '';
  return personIds.includes(proband?.id ?? '') ? `Referred together with the patient: ${named.join(', ')}.` : `Referred is the patient’s ${named.join(', ')}.`;
}

/** 0 parents, 1 siblings and children, 2 grandparents, 3 their other children, 4 beyond. */
function closeness(relation: string): number {
  if (/^(mother|father|parent)$/.test(relation)) return 0;
  if (/^(half-)?(sister|brother|sibling)$|^(daughter|son|child)$/.test(relation)) return 1;
  if (/(^|\s)grand(mother|father|parent)$/.test(relation)) return 2;
  return /aunt|uncle|niece|nephew|grand(son|daughter|child)/.test(relation) && !relation.includes('great-') ? 3 : 4;
}

function relativeSentence(individual: Individual, relation: string, facts: readonly string[], { number, total }: { readonly number: number; readonly total: number }): string {
  const who = total < 2 ? `The ${relation}` : number === 1 ? `One ${relation}` : `Another ${relation}`;
  const { life } = individual;
  switch (life.kind) {
    case 'person':
      return `${who} ${facts.length === 0 ? 'has nothing recorded' : joined(facts)}.`;
    case 'group':
      return `${life.count === null ? 'Several' : `${String(life.count)} further`} relatives (each a ${relation}) ${facts.length === 0 ? 'have nothing recorded' : joined(facts)}.`;
    case 'pregnancy':
      return `There is an ongoing pregnancy (the fetus is a ${relation})${life.dueDate === null ? '' : `, due ${letterDate(life.dueDate)}`}.`;
    case 'stillbirth':
      return `A ${relation} was stillborn${weeks(life.gestation)}.`;
    case 'loss':
      return `A pregnancy (a ${relation}) ${lossWords[life.outcome]}${weeks(life.gestation)}.`;
  }
}

const lossWords = { 'spontaneous-abortion': 'ended in a miscarriage', termination: 'was terminated', ectopic: 'was ectopic' } as const;
const weeks = (gestation: { readonly weeks: number; readonly days: number } | null): string => (gestation === null ? '' : ` at ${formatTimeElement({ kind: 'gestation', ...gestation })}`);

function joined(facts: readonly string[]): string {
  const last = facts.at(-1) ?? '';
  return facts.length === 1 ? last : `${facts.slice(0, -1).join(', ')} and ${last}`;
}

interface Relative {
  readonly individual: Individual;
  readonly relation: string;
  readonly life: readonly string[];
  readonly medical: readonly string[];
}

/** Farther out than grandparents an age alone tells the reader nothing; farther still only what is medical does. */
function isWorthTelling({ individual, relation, medical }: Relative): boolean {
  if (/^relation not drawn|partner of/.test(relation)) return false;
  const distance = closeness(relation);
  return medical.length > 0 || distance < 3 || (distance === 3 && individual.vitalStatus === 'deceased');
}

/** What is known of a relative’s health, each a piece that goes after `the mother`. */
function medicalFacts(individual: Individual, { family, file }: ToldCase): readonly string[] {
  const conditions = family.individualConditions.filter(({ individualId }) => individualId === individual.id).flatMap(({ conditionId, state, onset }) => {
    const name = family.conditions.find(({ id }) => id === conditionId)?.name;
    return name === undefined ? [] : [`${stateWords[state]} ${name}${onset === null ? '' : ` (from ${formatTimeElement(onset)})`}`];
  });
  const observed = file.features.filter(({ personId, state }) => personId === individual.id && state === 'observed').map(({ label }) => label.toLowerCase());
  const results = individual.evaluations.map((result) => result.trim()).filter((result) => result !== '');
  return [...conditions, ...(observed.length === 0 ? [] : [`has ${observed.join(', ')}`]), ...(results.length === 0 ? [] : [`was evaluated (${results.join('; ')})`])];
}

function lifeFacts(individual: Individual, today: string): readonly string[] {
  if (individual.life.kind !== 'person' && individual.life.kind !== 'group') return [];
  if (individual.vitalStatus !== 'deceased') {
    const age = individual.vitalStatus === 'alive' ? letterAge(individual, today) : null;
    return age === null ? [] : [`is ${age} old`];
  }
  const at = individual.ageAtDeath === null ? (individual.deathDate === null ? '' : ` ${onLetterDate(individual.deathDate)}`) : ` at ${formatDuration(individual.ageAtDeath)}`;
  return [`died${at}${individual.causeOfDeath.trim() === '' ? '' : ` (${individual.causeOfDeath.trim()})`}`];
}

const stateWords: Readonly<Record<ConditionState, string>> = {
  affected: 'has',
  unaffected: 'does not have',
  carrier: 'is a carrier of',
  'obligate-carrier': 'is an obligate carrier of',
  presymptomatic: 'is presymptomatic for',
  uncertain: 'may have',
};

function parentsSentence(family: Family, structure: FamilyStructure, probandId: string): string {
  const parents = (structure.parentEdgesOf.get(probandId) ?? []).map(({ parentId }) => parentId);
  const related = consanguineousUnions(structure);
  const couple = structure.unions.find(({ key, partnerIds }) => related.has(key) && partnerIds.every((id) => parents.includes(id)));
  if (couple !== undefined) return `The parents are related by blood${couple.partnership === null || couple.partnership.degree.trim() === '' ? '' : ` (${couple.partnership.degree.trim()})`}.`;
  return family.header.consanguinityAsked === 'denied' ? 'The parents say that they are not related by blood.' : '';
}

function ancestrySentence({ header }: Family): string {
  const sides = [header.maternalAncestry.trim() === '' ? '' : `on the mother’s side ${header.maternalAncestry.trim()}`, header.paternalAncestry.trim() === '' ? '' : `on the father’s side ${header.paternalAncestry.trim()}`].filter((side) => side !== '');
  return sides.length === 0 ? '' : `Ancestry: ${sides.join(', ')}.`;
}
