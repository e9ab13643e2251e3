import { ageOn, isOverOldest, tellableAge, treatAgeOrNull, treatDateOrNull, treatTimeOrNull } from '#shared/interchange/deidentify/dates-and-ages.ts';
import { dropIdentifier, dropName, dropPlace, dropText, dropWords, eachTreated, keep, keepCode, removed, replaceId, shortenName, treat, treated, treatedOrNull, type Recipe, type Treatment, type TreatmentContext } from '#shared/interchange/deidentify/treatment.ts';
import type { Condition, IndividualCondition, ParentEdge, Partnership, PedigreeHeader, TwinGroup } from '#shared/pedigree/family.ts';
import { unknownDetail, type Childlessness, type Individual, type Life, type Provenance } from '#shared/pedigree/individual.ts';

/** A karyotype begins with the count and the sex chromosomes; what is written behind them may be anything. */
const karyotypeBegin = /^\d{2}(?:,[XYU]{1,5})?/;
/** A degree of relationship in the words that the program itself uses; others are somebody's own words. */
const degreeWords = /^(?:(?:double )?(?:first|second|third|fourth|fifth|sixth) cousins(?: (?:once|twice|three times) removed)?|siblings|half-siblings|(?:half-)?(?:uncle|aunt)(?: and|-) ?(?:niece|nephew))$/i;

const provenanceRecipe: Recipe<Provenance> = { source: keep, detail: dropText, recordedOn: treatDateOrNull, recordedBy: dropName, isPrivate: keep };

/** The facts are named by the fields of a person; a name that is none of them could be anything. */
const treatProvenances: Treatment<Individual['provenance']> = (provenance, context, where) =>
  Object.fromEntries(Object.entries(provenance).filter(([fact]) => Object.hasOwn(unknownDetail, fact)).map(([fact, entry]) => [fact, treat(entry, provenanceRecipe, context, `${where} of ${fact}`)]));

const treatLife: Treatment<Life> = (life, context, where) => {
  if (life.kind !== 'pregnancy') return life;
  const { kind, gestation, dueDate, sexKnownBy } = life;
  return { kind, gestation, dueDate: treatDateOrNull(dueDate, context, `${where}, due date`), sexKnownBy: dropText(sexKnownBy, context, `${where}, how the sex is known`) };
};

const childlessnessRecipe: Recipe<Childlessness> = { kind: keep, reason: dropText };

const individualFields: Recipe<Individual> = {
  id: replaceId,
  isProband: keep,
  isConsultand: keep,
  reference: dropIdentifier,
  givenName: shortenName,
  familyName: shortenName,
  gender: keep,
  sexAssignedAtBirth: keep,
  karyotype: (value, context, where) => removed('free text', value, karyotypeBegin.exec(value)?.[0] ?? '', context, where),
  life: treatLife,
  vitalStatus: keep,
  birthDate: treatDateOrNull,
  deathDate: treatDateOrNull,
  ageAtDeath: treatAgeOrNull,
  causeOfDeath: dropText,
  ageAtLastEncounter: treatAgeOrNull,
  ageRecordedOn: treatDateOrNull,
  birthOrder: keep,
  isAdopted: keep,
  isEvaluated: keep,
  evaluations: dropWords,
  childlessness: treatedOrNull(childlessnessRecipe),
  ancestry: dropText,
  note: dropText,
  provenance: treatProvenances,
};

/** A person, with ages in the place of dates: pseudonymised, no year of birth either; over 89, no year from which that would follow. */
export function treatIndividual(individual: Individual, context: TreatmentContext, where: string): Individual {
  const own = { ...context, birthDate: individual.birthDate };
  const isDead = individual.vitalStatus === 'deceased';
  const ageAtDeath = individual.ageAtDeath ?? (individual.deathDate === null ? null : ageOn(individual.deathDate, own));
  const age = individual.ageAtLastEncounter ?? (isDead || individual.life.kind !== 'person' ? null : ageOn(context.today, own));
  const plain = treat(individual, individualFields, own, where);
  const isOld = [ageAtDeath, age].some((one) => one !== null && isOverOldest(one)) || (individual.birthDate !== null && Number(context.today.slice(0, 4)) - Number(individual.birthDate.slice(0, 4)) > 89);
  const hidesYears = context.shiftDays === null && context.level === 'pseudonymised';
  const hidesBirth = hidesYears || (context.level === 'deidentified' && isOld);
  const told = (one: string | null): string | null => (one === null ? null : tellableAge(one, context));
  return {
    ...plain,
    birthDate: hidesBirth && plain.birthDate !== null ? removedYear(plain.birthDate, own, `${where}, birth date`) : plain.birthDate,
    deathDate: hidesYears && ageAtDeath !== null && plain.deathDate !== null ? removedYear(plain.deathDate, own, `${where}, death date`) : plain.deathDate,
    ageAtDeath: told(ageAtDeath),
    ageAtLastEncounter: told(age),
  };
}

function removedYear(year: string, context: TreatmentContext, where: string): null {
  removed('date', year, '', context, where);
  return null;
}

export const parentEdgeRecipe: Recipe<ParentEdge> = {
  id: replaceId,
  childId: replaceId,
  parentId: replaceId,
  roles: keep,
  isDonor: keep,
  undrawnPartner: keep,
  provenance: treated(provenanceRecipe),
};

export const partnershipRecipe: Recipe<Partnership> = {
  id: replaceId,
  partnerIds: ([first, second], { idOf }) => [idOf(first), idOf(second)],
  status: keep,
  isConsanguineous: keep,
  degree: keepCode(degreeWords),
  childlessness: treatedOrNull(childlessnessRecipe),
  provenance: treated(provenanceRecipe),
};

export const twinGroupRecipe: Recipe<TwinGroup> = { id: replaceId, members: eachTreated<TwinGroup['members'][number]>({ individualId: replaceId, zygote: keep }), knownBy: keep };

/** A coded condition goes by the official name of its code; one that was typed freely is told where its name is that of a vocabulary, else only told apart from the others. */
export function treatCondition(condition: Condition, index: number, context: TreatmentContext, where: string): Condition {
  const code = condition.diseaseId ?? condition.termId ?? context.codeOfName(condition.name);
  const name = code === null ? `Condition ${String(index + 1)}` : (context.nameOfCode(code) ?? code);
  const recipe: Recipe<Condition> = { id: replaceId, name: (before, own, at) => removed('free text', before, name, own, at), diseaseId: keep, termId: keep };
  return treat(condition, recipe, context, where);
}

export const individualConditionRecipe: Recipe<IndividualCondition> = {
  id: replaceId,
  individualId: replaceId,
  conditionId: replaceId,
  state: keep,
  onset: treatTimeOrNull,
  evidence: dropText,
  provenance: treated(provenanceRecipe),
};

export const headerRecipe: Recipe<PedigreeHeader> = {
  title: dropText,
  recordedBy: dropName,
  recorderTitle: dropText,
  historian: dropName,
  takenOn: treatDateOrNull,
  updatedOn: treatDateOrNull,
  indication: dropText,
  maternalAncestry: dropPlace,
  paternalAncestry: dropPlace,
  consanguinityAsked: keep,
};
