import { emptyHeader, newIndividual, type Family, type IndividualCondition, type ParentEdge } from '#shared/pedigree/family.ts';
import { unknownProvenance, type Individual } from '#shared/pedigree/individual.ts';
import { withoutPrivateFacts } from '#shared/pedigree/without-private-facts.ts';

/**
 * Whose findings and carrier states the family view shows: they are first of all of the person examined or tested. Who is ill with what is part of the history
 * that the family tells, and is drawn for everybody.
 */
export const detailScopes = ['proband', 'parents', 'everyone'] as const;
export type DetailScope = (typeof detailScopes)[number];

/**
 * The family as it may see itself.
 *
 * Attack: a relative reads on the turned screen, in the page's source, in its memory or on the wire what was told in confidence. So nothing is hidden here, it is
 * left out, and each individual is built anew from the facts that are named below: one that is added to the record later stays out until somebody names it.
 * Left out besides what is marked private: notes, sources, evidence, results of evaluation, references, causes of death, reasons for childlessness, ancestry, karyotype,
 * a sex assigned at birth that differs from the gender, terminations, and carrier and presymptomatic states as `scope` says.
 */
export function shownFamily(family: Family, scope: DetailScope): Family {
  const open = withoutPrivateFacts(family);
  const shown = open.individuals.filter(({ life }) => life.kind !== 'loss' || life.outcome !== 'termination');
  const ids = new Set(shown.map(({ id }) => id));
  const isShown = (...of: readonly string[]): boolean => of.every((id) => ids.has(id));
  const inDetail = shownInDetail(open, scope);
  const states = open.individualConditions.filter((row) => isShown(row.individualId) && isShownState(row, scope, inDetail)).map(({ id, individualId, conditionId, state, onset }): IndividualCondition => ({ id, individualId, conditionId, state, onset, evidence: '', provenance: unknownProvenance }));
  const named = new Set(states.map(({ conditionId }) => conditionId));
  return {
    header: emptyHeader,
    individuals: shown.map(shownIndividual),
    parentEdges: open.parentEdges.filter(({ childId, parentId }) => isShown(childId, parentId)).map(({ id, childId, parentId, roles, isDonor, undrawnPartner }): ParentEdge => ({ id, childId, parentId, roles, isDonor, undrawnPartner, provenance: unknownProvenance })),
    partnerships: open.partnerships
      .filter(({ partnerIds }) => isShown(...partnerIds))
      .map(({ id, partnerIds, status, isConsanguineous }) => ({ id, partnerIds, status, isConsanguineous, degree: '', childlessness: null, provenance: unknownProvenance })),
    twinGroups: open.twinGroups.map(({ id, members, knownBy }) => ({ id, members: members.filter(({ individualId }) => isShown(individualId)), knownBy })).filter(({ members }) => members.length > 1),
    conditions: open.conditions.filter(({ id }) => named.has(id)).map(({ id, name }) => ({ id, name, diseaseId: null, termId: null })),
    individualConditions: states,
  };
}

/** What the family will not see, so that the counsellor knows before the screen is turned. */
export interface HiddenFacts {
  readonly privateFacts: number;
  readonly people: number;
  readonly carriers: number;
  readonly notes: number;
}

export function hiddenFacts(family: Family, shown: Family): HiddenFacts {
  const marked = [...family.individuals.flatMap(({ provenance }) => Object.values(provenance)), ...[...family.parentEdges, ...family.partnerships, ...family.individualConditions].map(({ provenance }) => provenance)];
  return {
    privateFacts: marked.filter(({ isPrivate }) => isPrivate).length,
    people: family.individuals.length - shown.individuals.length,
    carriers: family.individualConditions.filter(({ state }) => withheldStates.has(state)).length - shown.individualConditions.filter(({ state }) => withheldStates.has(state)).length,
    notes: family.individuals.filter(({ note, causeOfDeath, evaluations }) => note !== '' || causeOfDeath !== '' || evaluations.length > 0).length,
  };
}

/** What will be seen and is often not known to everybody in the room: to be looked at once more. */
export type DelicateKind = 'adoption' | 'pregnancy' | 'donor' | 'foster' | 'surrogacy' | 'loss' | 'consanguinity' | 'child-of-another-partner';

export function delicateFacts(shown: Family): readonly { readonly kind: DelicateKind; readonly individualIds: readonly string[] }[] {
  const unborn = new Set(shown.individuals.filter(({ life }) => life.kind === 'pregnancy').map(({ id }) => id));
  const edges = (kind: DelicateKind, is: (edge: ParentEdge) => boolean) => ({ kind, individualIds: [...new Set(shown.parentEdges.filter(is).map(({ childId }) => childId))] });
  const found: readonly { readonly kind: DelicateKind; readonly individualIds: readonly string[] }[] = [
    { kind: 'adoption', individualIds: [...new Set([...shown.individuals.filter(({ isAdopted }) => isAdopted).map(({ id }) => id), ...shown.parentEdges.filter(({ roles }) => roles.includes('adoptive')).map(({ childId }) => childId)])] },
    { kind: 'pregnancy', individualIds: shown.parentEdges.filter(({ childId }) => unborn.has(childId)).map(({ parentId }) => parentId) },
    edges('foster', ({ roles }) => roles.includes('foster')),
    edges('donor', ({ isDonor, roles }) => isDonor && !roles.includes('gestational')),
    edges('surrogacy', ({ isDonor, roles }) => isDonor && roles.includes('gestational')),
    edges('child-of-another-partner', ({ undrawnPartner }) => undrawnPartner > 0),
    { kind: 'loss', individualIds: shown.individuals.filter(({ life }) => life.kind === 'loss' || life.kind === 'stillbirth').map(({ id }) => id) },
    { kind: 'consanguinity', individualIds: shown.partnerships.filter(({ isConsanguineous }) => isConsanguineous).flatMap(({ partnerIds }) => partnerIds) },
  ];
  return found.filter(({ individualIds }) => individualIds.length > 0);
}

const withheldStates: ReadonlySet<IndividualCondition['state']> = new Set(['carrier', 'obligate-carrier', 'presymptomatic', 'uncertain']);

/** Whose own findings are shown: the proband's, the parents' too, or everybody's. */
export function shownInDetail(family: Family, scope: DetailScope): ReadonlySet<string> {
  if (scope === 'everyone') return new Set(family.individuals.map(({ id }) => id));
  const proband = family.individuals.find(({ isProband }) => isProband);
  if (proband === undefined) return new Set();
  return new Set([proband.id, ...(scope === 'proband' ? [] : family.parentEdges.filter(({ childId }) => childId === proband.id).map(({ parentId }) => parentId))]);
}

/** That somebody will or may fall ill is not shown unless everything is. */
function isShownState({ state, individualId }: IndividualCondition, scope: DetailScope, inDetail: ReadonlySet<string>): boolean {
  if (!withheldStates.has(state) || scope === 'everyone') return true;
  return (state === 'carrier' || state === 'obligate-carrier') && inDetail.has(individualId);
}

function shownIndividual(individual: Individual): Individual {
  const { id, isProband, givenName, familyName, gender, life, vitalStatus, birthDate, deathDate, ageAtDeath, ageAtLastEncounter, ageRecordedOn, birthOrder, isAdopted } = individual;
  return newIndividual(id, { isProband, givenName, familyName, gender, life: shownLife(life), vitalStatus, birthDate, deathDate, ageAtDeath, ageAtLastEncounter, ageRecordedOn, birthOrder, isAdopted });
}

/** How the sex of an unborn child is known is a result; that its sex is known may be a secret of the parents. */
const shownLife = (life: Individual['life']): Individual['life'] => (life.kind === 'pregnancy' ? { ...life, sexKnownBy: '' } : life.kind === 'group' ? { kind: 'group', count: life.count } : life);
