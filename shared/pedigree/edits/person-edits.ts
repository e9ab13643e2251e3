import { success } from '#shared/base/result.ts';
import { withoutUndefined } from '#shared/base/without-undefined.ts';
import type { FamilyEdit } from '#shared/pedigree/edit.ts';
import { broken, canBeParent, changed, noParentSentence, type Draft, type Edited } from '#shared/pedigree/edits/draft.ts';
import { withoutEdges } from '#shared/pedigree/edits/parent-edits.ts';
import type { Family, TwinGroup } from '#shared/pedigree/family.ts';
import type { Individual, IndividualDetail } from '#shared/pedigree/individual.ts';

type Edit<Kind extends FamilyEdit['kind']> = Extract<FamilyEdit, { kind: Kind }>;

export function changeIndividuals(draft: Draft, { individualIds, change }: Edit<'change-individuals'>): Edited {
  const meant = new Set(individualIds);
  const said = withVitalStatus(withoutUndefined(change));
  const next = changed(draft, { individuals: draft.family.individuals.map((individual) => (meant.has(individual.id) ? { ...individual, ...said } : individual)) });
  return said.life !== undefined && !canBeParent({ life: said.life }) && hasRelatives(next.family, meant) ? broken(noParentSentence) : success(next);
}

/** Who has a date, an age or a cause of death is dead; who is alive has none. */
function withVitalStatus(change: Partial<IndividualDetail>): Partial<IndividualDetail> {
  if (change.vitalStatus === 'alive') return { ...change, deathDate: null, ageAtDeath: null, causeOfDeath: '' };
  const isDead = (change.deathDate ?? null) !== null || (change.ageAtDeath ?? null) !== null || (change.causeOfDeath ?? '') !== '';
  return isDead && change.vitalStatus === undefined ? { ...change, vitalStatus: 'deceased' } : change;
}

const hasRelatives = (family: Family, ids: ReadonlySet<string>): boolean => family.partnerships.some(({ partnerIds }) => partnerIds.some((id) => ids.has(id))) || family.parentEdges.some(({ parentId }) => ids.has(parentId));

export function removeIndividuals(draft: Draft, { individualIds }: Edit<'remove-individuals'>): Edited {
  const going = new Set(individualIds);
  if (draft.family.individuals.some(({ id, isProband }) => isProband && going.has(id))) return broken('The proband cannot be removed; make somebody else the proband first.');
  return success(changed(draft, withoutIndividuals(draft.family, going)));
}

/** The family without these and without every row that names them. */
export function withoutIndividuals(family: Family, going: ReadonlySet<string>): Family {
  return {
    ...family,
    individuals: family.individuals.filter(({ id }) => !going.has(id)),
    parentEdges: withoutEdges(family, ({ childId, parentId }) => going.has(childId) || going.has(parentId)),
    partnerships: family.partnerships.filter(({ partnerIds }) => !partnerIds.some((id) => going.has(id))),
    twinGroups: family.twinGroups.flatMap((group): readonly TwinGroup[] => {
      const members = group.members.filter(({ individualId }) => !going.has(individualId));
      if (members.length === group.members.length) return [group];
      return members.length < 2 ? [] : [{ ...group, members }];
    }),
    individualConditions: family.individualConditions.filter(({ individualId }) => !going.has(individualId)),
  };
}

export function setProband(draft: Draft, { individualId }: Edit<'set-proband'>): Edited {
  return success(changed(draft, { individuals: draft.family.individuals.map((individual) => flagged(individual, 'isProband', individual.id === individualId)) }));
}

export function setConsultand(draft: Draft, { individualId, isConsultand }: Edit<'set-consultand'>): Edited {
  return success(changed(draft, { individuals: draft.family.individuals.map((individual) => (individual.id === individualId ? flagged(individual, 'isConsultand', isConsultand) : individual)) }));
}

/** Unchanged rows stay the same objects, so that only what changed is written. */
const flagged = (individual: Individual, flag: 'isProband' | 'isConsultand', value: boolean): Individual => (individual[flag] === value ? individual : { ...individual, [flag]: value });
