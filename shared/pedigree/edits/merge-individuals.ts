import { success } from '#shared/base/result.ts';
import type { FamilyEdit } from '#shared/pedigree/edit.ts';
import { broken, changed, individualOf, parentEdgesOf, type Draft, type Edited } from '#shared/pedigree/edits/draft.ts';
import { firstFree } from '#shared/pedigree/edits/parent-edits.ts';
import { withoutIndividuals } from '#shared/pedigree/edits/person-edits.ts';
import type { Family, ParentEdge, Partnership, TwinGroup } from '#shared/pedigree/family.ts';
import { unknownDetail, type Individual, type IndividualDetail } from '#shared/pedigree/individual.ts';
import { coupleKey, isGenetic, isOfBirth } from '#shared/pedigree/structure.ts';

/**
 * Two symbols that turn out to be one person. The kept one takes what it lacks: facts, states, parents in roles that nobody has for it, twins; and all
 * children and partners of the other.
 */
export function mergeIndividuals(draft: Draft, { keptId, mergedId }: Pick<Extract<FamilyEdit, { kind: 'merge-individuals' }>, 'keptId' | 'mergedId'>): Edited {
  const { family } = draft;
  if (keptId === mergedId) return broken('These are one symbol already; choose two.');
  if (family.partnerships.some(({ partnerIds }) => partnerIds.includes(keptId) && partnerIds.includes(mergedId))) return broken('Partners are two people; remove their relationship first.');
  const isTaken = new Set(parentEdgesOf(family, keptId).map(({ id }) => id));
  const taken = [...parentEdgesTaken(family, keptId, mergedId).map((edge) => ({ ...edge, childId: keptId })), ...childEdgesTaken(family, keptId, mergedId)];
  const moved: Family = {
    ...family,
    individuals: family.individuals.map((individual) => (individual.id === keptId ? filledUp(individual, individualOf(family, mergedId)) : individual)),
    parentEdges: [...family.parentEdges.filter((edge) => isTaken.has(edge.id) || !taken.some(({ id }) => id === edge.id)), ...taken],
    partnerships: partnershipsTaken(family.partnerships, keptId, mergedId),
    twinGroups: twinGroupsTaken(family.twinGroups, keptId, mergedId),
    individualConditions: family.individualConditions.map((row) => (row.individualId === mergedId && !family.individualConditions.some((other) => other.individualId === keptId && other.conditionId === row.conditionId) ? { ...row, individualId: keptId } : row)),
  };
  return success(changed(draft, withoutIndividuals(moved, new Set([mergedId]))));
}

/** What the first does not say is taken from the second. */
function filledUp(kept: Individual, merged: Individual): Individual {
  const names = Object.keys(unknownDetail) as (keyof IndividualDetail)[];
  const lacking = names.filter((name) => name !== 'provenance' && isUnsaid(kept, name));
  const taken = Object.fromEntries(lacking.map((name) => [name, merged[name]]));
  return { ...kept, ...taken, provenance: { ...merged.provenance, ...kept.provenance }, isProband: kept.isProband || merged.isProband, isConsultand: kept.isConsultand || merged.isConsultand };
}

const isUnsaid = (individual: Individual, name: keyof IndividualDetail): boolean => JSON.stringify(individual[name]) === JSON.stringify(unknownDetail[name]);

/** Edges to parents of the merged one that tell something new: another parent, in a role that is free. */
function parentEdgesTaken(family: Family, keptId: string, mergedId: string): readonly ParentEdge[] {
  const own = parentEdgesOf(family, keptId);
  const roles = new Set(own.flatMap((edge) => edge.roles));
  let gametes = own.filter(isGenetic).length;
  return parentEdgesOf(family, mergedId).filter((edge) => {
    const isNew = !own.some(({ parentId }) => parentId === edge.parentId) && (!isOfBirth(edge) || (!edge.roles.some((role) => role !== 'genetic' && roles.has(role)) && !(isGenetic(edge) && gametes > 1)));
    if (isNew && isGenetic(edge)) gametes += 1;
    return isNew;
  });
}

/** Children whose other parent is not drawn are not made full siblings of the kept one's. */
function childEdgesTaken(family: Family, keptId: string, mergedId: string): readonly ParentEdge[] {
  const own = family.parentEdges.filter(({ parentId }) => parentId === keptId);
  const used = new Set(own.map(({ undrawnPartner }) => undrawnPartner));
  const renumbered = new Map<number, number>();
  const placeFor = (place: number): number => {
    const known = renumbered.get(place);
    if (known !== undefined) return known;
    const free = used.has(place) ? firstFree(used) : place;
    used.add(free);
    renumbered.set(place, free);
    return free;
  };
  return family.parentEdges.filter((edge) => edge.parentId === mergedId && !own.some(({ childId }) => childId === edge.childId)).map((edge) => ({ ...edge, parentId: keptId, undrawnPartner: placeFor(edge.undrawnPartner) }));
}

function partnershipsTaken(partnerships: readonly Partnership[], keptId: string, mergedId: string): readonly Partnership[] {
  const couples = new Set(partnerships.filter(({ partnerIds }) => !partnerIds.includes(mergedId)).map(({ partnerIds }) => coupleKey(...partnerIds)));
  const renamed = (id: string): string => (id === mergedId ? keptId : id);
  return partnerships.flatMap((partnership): readonly Partnership[] => {
    if (!partnership.partnerIds.includes(mergedId)) return [partnership];
    const partnerIds = [renamed(partnership.partnerIds[0]), renamed(partnership.partnerIds[1])] as const;
    return couples.has(coupleKey(...partnerIds)) ? [] : [{ ...partnership, partnerIds }];
  });
}

function twinGroupsTaken(twinGroups: readonly TwinGroup[], keptId: string, mergedId: string): readonly TwinGroup[] {
  const isTwin = twinGroups.some(({ members }) => members.some(({ individualId }) => individualId === keptId));
  if (isTwin) return twinGroups;
  return twinGroups.map((group) => ({ ...group, members: group.members.map((member) => (member.individualId === mergedId ? { ...member, individualId: keptId } : member)) }));
}
