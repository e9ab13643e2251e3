import type { Condition, ConditionState, IndividualCondition } from '#shared/pedigree/family.ts';
import type { LintFacts } from '#shared/pedigree/linter/lint-facts.ts';
import { byDefinition, nomenclature, type PedigreeRule } from '#shared/pedigree/linter/lint-rule.ts';
import { isGenetic } from '#shared/pedigree/structure.ts';
import { daysPerYear, durationInDays } from '#shared/phenotype/duration.ts';

/** The states of people in the conditions of the legend. */
export const conditionRules: readonly PedigreeRule[] = [
  {
    id: 'contradictory-states',
    severity: 'error',
    message: 'Two entries of the legend mean one condition and somebody has states in them that exclude each other; make one entry of the two.',
    source: byDefinition,
    find: (facts) => contradictions(facts),
  },
  {
    id: 'obligate-carrier-unfounded',
    severity: 'warning',
    message: 'Somebody is an obligate carrier and no parent, child or further descendant by blood is affected or a carrier; correct the state, or draw who makes them one.',
    source: byDefinition,
    find: (facts) => facts.family.individualConditions.filter((row) => row.state === 'obligate-carrier' && !isFounded(facts, row)).map(({ individualId }) => [individualId]),
  },
  {
    id: 'onset-after-death',
    severity: 'error',
    message: 'A condition began after the age at death; correct one of the ages.',
    source: byDefinition,
    find: ({ family, structure }) => family.individualConditions.filter(({ individualId, onset }) => {
      const death = structure.individualOf.get(individualId)?.ageAtDeath ?? null;
      return onset?.kind === 'age' && death !== null && (durationInDays(onset.duration) ?? 0) >= (durationInDays(death) ?? 0) + daysPerYear;
    }).map(({ individualId }) => [individualId]),
  },
  {
    id: 'condition-without-anybody',
    severity: 'advice',
    message: 'A condition of the legend is said of nobody; mark who has it, or remove it.',
    source: nomenclature('box 1, key'),
    find: ({ family }) => family.conditions.filter(({ id }) => !family.individualConditions.some(({ conditionId }) => conditionId === id)).map(() => []),
  },
];

const excluding: Readonly<Record<ConditionState, readonly ConditionState[]>> = {
  affected: ['unaffected', 'carrier', 'obligate-carrier', 'presymptomatic'],
  unaffected: ['affected'],
  carrier: ['affected'],
  'obligate-carrier': ['affected'],
  presymptomatic: ['affected'],
  uncertain: [],
};

/** Conditions by another id that have one disease, one term or one name. */
function contradictions({ family }: LintFacts): readonly (readonly string[])[] {
  const byId = new Map(family.conditions.map((condition) => [condition.id, condition]));
  const isSame = (first: Condition | undefined, second: Condition | undefined): boolean =>
    first !== undefined && second !== undefined && first !== second && ((first.diseaseId !== null && first.diseaseId === second.diseaseId) || (first.termId !== null && first.termId === second.termId) || first.name.trim().toLowerCase() === second.name.trim().toLowerCase());
  const rows = family.individualConditions;
  const found = rows.filter((row) => rows.some((other) => other.individualId === row.individualId && isSame(byId.get(row.conditionId), byId.get(other.conditionId)) && excluding[row.state].includes(other.state)));
  return [...new Set(found.map(({ individualId }) => individualId))].map((id) => [id]);
}

const carrying: ReadonlySet<ConditionState> = new Set(['affected', 'carrier', 'obligate-carrier', 'presymptomatic']);

/** An affected or carrying parent or descendant by blood: what makes a carrier an obligate one. */
function isFounded({ family, structure }: LintFacts, { individualId, conditionId }: IndividualCondition): boolean {
  const carriers = new Set(family.individualConditions.filter((row) => row.conditionId === conditionId && carrying.has(row.state)).map((row) => row.individualId));
  const parents = structure.parentEdgesOf.get(individualId)?.filter(isGenetic) ?? [];
  if (parents.some(({ parentId }) => carriers.has(parentId))) return true;
  const seen = new Set<string>([individualId]);
  const open = [individualId];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const { childId } of structure.childEdgesOf.get(next)?.filter(isGenetic) ?? []) {
      if (carriers.has(childId)) return true;
      if (!seen.has(childId)) open.push(childId);
      seen.add(childId);
    }
  }
  return false;
}
