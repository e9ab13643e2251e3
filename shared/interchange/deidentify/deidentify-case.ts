import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { IdentificationLevel } from '#shared/pedigree/drawing/drawing-context.ts';
import { candidateRecipe, caseRecipe, consentRecipe, documentRecipe, eventRecipe, featureRecipe, referralRecipe, taskRecipe, testRecipe } from '#shared/interchange/deidentify/casework-recipes.ts';
import { headerRecipe, individualConditionRecipe, parentEdgeRecipe, partnershipRecipe, treatCondition, treatIndividual, twinGroupRecipe } from '#shared/interchange/deidentify/family-recipe.ts';
import { findingRecipe } from '#shared/interchange/deidentify/finding-recipe.ts';
import type { LevelledCase } from '#shared/interchange/deidentify/levelled-case.ts';
import { newIdsOf } from '#shared/interchange/deidentify/new-ids.ts';
import { treat, type Recipe, type TreatmentContext } from '#shared/interchange/deidentify/treatment.ts';
import { withoutPrivateRecords } from '#shared/interchange/deidentify/without-private-records.ts';
import type { Removal } from '#shared/interchange/export-request.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { familyNumbers } from '#shared/pedigree/family-numbers.ts';

export interface LevelOptions {
  readonly level: IdentificationLevel;
  /** By what the family is called outside. */
  readonly pseudonym: string;
  /** Days by which every date is moved; null: dates go. */
  readonly shiftDays: number | null;
  /** The day of the export. */
  readonly today: string;
  /** The official name of a disease or term; null where the release in use does not know it. */
  readonly nameOfCode: (code: string) => string | null;
  /** The code of the disease or term whose name a text is, and nothing besides; null where it is none. */
  readonly codeOfName: (text: string) => string | null;
}

/**
 * The case as a level lets it leave, of the patient and of every relative, with what was taken out. At no level does anything leave that was marked private.
 *
 * - full: as the case says it;
 * - pseudonymised: initials and pedigree numbers instead of names, ages instead of dates, the year where no age can be told, no free words;
 * - deidentified: after HIPAA Safe Harbor, 45 CFR 164.514(b)(2): no names, contacts, places, record numbers, accessions or free words, of dates the year, ages over 89 as one class.
 *
 * Every id of the vault gives way to a new one that says nothing but its place in the file.
 */
export function deidentifyCase(original: CaseFile, options: LevelOptions): LevelledCase {
  const { file, removals } = withoutPrivateRecords(original);
  const { level } = options;
  if (level === 'full') return { file, removals, originalIds: new Map() };
  const noted: Removal[] = [...removals];
  const ids = newIdsOf(file);
  const idOf = (id: string): string => {
    const known = ids.get(id);
    if (known === undefined) throw new Error('an id of the case that stands for nothing in it');
    return known;
  };
  const context: TreatmentContext = { ...options, level, idOf, isInFile: (id) => ids.has(id), birthDate: null, note: (removal) => void noted.push(removal) };
  return { file: treatCase(file, context, options.pseudonym), removals: noted, originalIds: new Map([...ids].map(([from, to]) => [to, from])) };
}

function treatCase(file: CaseFile, context: TreatmentContext, pseudonym: string): CaseFile {
  const { family } = file;
  const births = new Map(family.individuals.map(({ id, birthDate }) => [id, birthDate]));
  const proband = family.individuals.find(({ isProband }) => isProband);
  const ofPatient: TreatmentContext = { ...context, birthDate: proband?.birthDate ?? null };
  const ofPerson = (personId: string): TreatmentContext => ({ ...context, birthDate: births.get(personId) ?? null });
  const named = personNames(family);
  const each = <Item extends object>(items: readonly Item[], recipe: Recipe<Item>, what: string, own = ofPatient): readonly Item[] => items.map((item, index) => treat(item, recipe, own, `${what} ${String(index + 1)}`));
  const individuals = new Map(family.individuals.map((individual) => [individual.id, treatIndividual(individual, context, named(individual.id))]));
  return {
    case: treat(file.case, caseRecipe(pseudonym), ofPatient, 'case'),
    family: treatFamily(family, [...individuals.values()], context, ofPerson, named),
    // Whatever a person has besides what the pedigree says of them is the frame of the record.
    people: file.people.flatMap((person) => {
      const individual = individuals.get(person.id);
      return individual === undefined ? [] : [{ ...individual, version: person.version, caseId: context.idOf(person.caseId) }];
    }),
    features: file.features.map((feature) => treat(feature, featureRecipe(feature), ofPerson(feature.personId), `${named(feature.personId)}, ${feature.termId}`)),
    findings: each(file.findings, findingRecipe, 'sequencing finding'),
    candidates: file.candidates.map((candidate) => treat(candidate, candidateRecipe(candidate), ofPatient, `candidate ${candidate.diseaseId}`)),
    events: file.events.map((event, index) => treat(event, eventRecipe(event), ofPatient, `step of the odyssey ${String(index + 1)}`)),
    tests: each(file.tests, testRecipe, 'test'),
    referrals: each(file.referrals, referralRecipe, 'referral'),
    tasks: each(file.tasks, taskRecipe, 'task'),
    documents: each(file.documents, documentRecipe, 'document'),
    consents: each(file.consents, consentRecipe, 'consent', context),
  };
}

function treatFamily(family: Family, individuals: Family['individuals'], context: TreatmentContext, ofPerson: (id: string) => TreatmentContext, named: (id: string) => string): Family {
  return {
    header: treat(family.header, headerRecipe, context, 'pedigree'),
    individuals,
    parentEdges: family.parentEdges.map((edge) => treat(edge, parentEdgeRecipe, context, `${named(edge.childId)}, parent`)),
    partnerships: family.partnerships.map((partnership) => treat(partnership, partnershipRecipe, context, `${named(partnership.partnerIds[0])}, relationship`)),
    twinGroups: family.twinGroups.map((group) => treat(group, twinGroupRecipe, context, 'twins')),
    conditions: family.conditions.map((condition, index) => treatCondition(condition, index, context, `condition ${String(index + 1)}`)),
    individualConditions: family.individualConditions.map((row) => treat(row, individualConditionRecipe, ofPerson(row.individualId), `${named(row.individualId)}, condition`)),
  };
}

/** People by their pedigree number, so that the list of what was taken out names nobody. */
function personNames(family: Family): (id: string) => string {
  const numbers = familyNumbers(family);
  return (id) => numbers.get(id) ?? 'somebody';
}
