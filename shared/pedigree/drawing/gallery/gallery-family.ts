import { emptyFamily, newIndividual, type ConditionState, type Family, type ParentEdge, type Partnership, type TwinGroup } from '#shared/pedigree/family.ts';
import { unknownProvenance, type Gender, type Gestation, type Individual, type IndividualDetail } from '#shared/pedigree/individual.ts';
import { ordinaryRoles } from '#shared/pedigree/ordinary-roles.ts';

/** Few words for the small families that show one item each. Ids are the words of the item: man, woman, donor, child. */

export type Known = Partial<IndividualDetail>;

export const man = (id: string, known: Known = {}): Individual => newIndividual(id, { gender: 'man-boy', ...known });
export const woman = (id: string, known: Known = {}): Individual => newIndividual(id, { gender: 'woman-girl', ...known });
export const nonBinary = (id: string, known: Known = {}): Individual => newIndividual(id, { gender: 'non-binary', ...known });
/** Of unknown or unspecified gender. */
export const person = (id: string, known: Known = {}): Individual => newIndividual(id, known);

export const age = (years: number): Known => ({ ageAtLastEncounter: `P${String(years)}Y` });
export const pregnancy = (weeks: number | null, sexKnownBy = ''): Known => ({ life: { kind: 'pregnancy', gestation: weeksOf(weeks), dueDate: null, sexKnownBy } });
export const loss = (outcome: 'spontaneous-abortion' | 'termination' | 'ectopic', weeks: number | null = null): Known => ({ life: { kind: 'loss', outcome, gestation: weeksOf(weeks) } });
export const weeksOf = (weeks: number | null): Gestation | null => (weeks === null ? null : { weeks, days: 0 });

export interface GalleryParts {
  readonly people: readonly Individual[];
  readonly couples?: readonly (readonly [string, string, Partial<Partnership>?])[];
  /** Ordinary parents: child, then one or two parents. */
  readonly children?: readonly (readonly [string, ...string[]])[];
  /** Any other parent: child, parent, roles, donor or not, which undrawn partner. */
  readonly parents?: readonly (readonly [string, string, ParentEdge['roles'], Partial<Pick<ParentEdge, 'isDonor' | 'undrawnPartner'>>?])[];
  readonly twins?: readonly (readonly (readonly [string, number | null])[])[];
  /** Condition, state, whose. The palette follows the order of mention. */
  readonly states?: readonly (readonly [string, ConditionState, ...string[]])[];
}

export function galleryFamily({ people, couples = [], children = [], parents = [], twins = [], states = [] }: GalleryParts): Family {
  const byId = new Map(people.map((individual) => [individual.id, individual]));
  const edge = (childId: string, parentId: string, roles: ParentEdge['roles'], said: Partial<ParentEdge> = {}): ParentEdge => ({ id: `${parentId}>${childId}`, childId, parentId, roles, isDonor: false, undrawnPartner: 0, provenance: unknownProvenance, ...said });
  const ordinary = children.flatMap(([child, ...own]) => own.map((parent) => edge(child, parent, ordinaryRoles(byId.get(parent) ?? { sexAssignedAtBirth: 'unknown', gender: 'unknown' }))));
  return {
    ...emptyFamily,
    individuals: people,
    partnerships: couples.map(([first, second, said]): Partnership => ({ id: `${first}+${second}`, partnerIds: [first, second], status: 'current', isConsanguineous: false, degree: '', childlessness: null, provenance: unknownProvenance, ...said })),
    parentEdges: [...ordinary, ...parents.map(([child, parent, roles, said]) => edge(child, parent, roles, said))],
    twinGroups: twins.map((members): TwinGroup => ({ id: members.map(([id]) => id).join('='), members: members.map(([individualId, zygote]) => ({ individualId, zygote })), knownBy: 'reported' })),
    conditions: [...new Set(states.map(([condition]) => condition))].map((name) => ({ id: name, name, diseaseId: null, termId: null })),
    individualConditions: states.flatMap(([conditionId, state, ...own]) => own.map((individualId) => ({ id: `${individualId}:${conditionId}`, individualId, conditionId, state, onset: null, evidence: '', provenance: unknownProvenance }))),
  };
}

/** Siblings below parents of whom nothing is said, so that each has its own line. */
export function siblings(own: readonly Individual[], states: GalleryParts['states'] = []): Family {
  return galleryFamily({ people: [man('father'), woman('mother'), ...own], couples: [['father', 'mother']], children: own.map(({ id }) => [id, 'father', 'mother'] as const), states });
}

export const withSex = (individual: Individual, sexAssignedAtBirth: Individual['sexAssignedAtBirth']): Individual => ({ ...individual, sexAssignedAtBirth });
export const asProband = (individual: Individual): Individual => ({ ...individual, isProband: true });
export const asConsultand = (individual: Individual): Individual => ({ ...individual, isConsultand: true });
export const genderWords: Readonly<Record<Gender, string>> = { 'man-boy': 'man or boy', 'woman-girl': 'woman or girl', 'non-binary': 'non-binary person', unknown: 'person of unknown gender' };
