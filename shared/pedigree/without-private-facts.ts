import type { Family } from '#shared/pedigree/family.ts';
import { unknownDetail, type Individual, type Provenance } from '#shared/pedigree/individual.ts';

/**
 * The family without what is marked private, for a drawing or a file that leaves the clinic: a private fact becomes unknown, a private line, relationship or
 * condition is left out, and so is an individual whose being there is the private fact, such as a termination.
 */
export function withoutPrivateFacts(family: Family): Family {
  const hidden = new Set(family.individuals.filter(({ provenance }) => isPrivate(provenance['life'])).map(({ id }) => id));
  const isShown = (...ids: readonly string[]): boolean => ids.every((id) => !hidden.has(id));
  return {
    ...family,
    individuals: family.individuals.filter(({ id }) => isShown(id)).map(withPublicFacts),
    parentEdges: family.parentEdges.filter(({ childId, parentId, provenance }) => isShown(childId, parentId) && !isPrivate(provenance)),
    partnerships: family.partnerships.filter(({ partnerIds, provenance }) => isShown(...partnerIds) && !isPrivate(provenance)),
    twinGroups: family.twinGroups.map((group) => ({ ...group, members: group.members.filter(({ individualId }) => isShown(individualId)) })).filter(({ members }) => members.length > 1),
    individualConditions: family.individualConditions.filter(({ individualId, provenance }) => isShown(individualId) && !isPrivate(provenance)),
  };
}

function withPublicFacts(individual: Individual): Individual {
  const facts = Object.entries(individual.provenance).filter(([, provenance]) => isPrivate(provenance)).map(([fact]) => fact);
  if (facts.length === 0) return individual;
  const unknown = Object.fromEntries(Object.entries(unknownDetail).filter(([fact]) => facts.includes(fact)));
  const provenance = Object.fromEntries(Object.entries(individual.provenance).filter(([fact]) => !facts.includes(fact)));
  return { ...individual, ...unknown, provenance };
}

const isPrivate = (provenance: Provenance | undefined): boolean => provenance?.isPrivate === true;
