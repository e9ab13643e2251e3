import { emptyHeader, newIndividual, type Condition, type ConditionState, type Family, type IndividualCondition, type ParentEdge, type Partnership, type PedigreeHeader, type TwinGroup } from '#shared/pedigree/family.ts';
import { unknownProvenance, type Gender, type Individual, type IndividualDetail } from '#shared/pedigree/individual.ts';
import { ordinaryRoles } from '#shared/pedigree/ordinary-roles.ts';

type Known = Partial<IndividualDetail>;
type Person = readonly [id: string, known: Known];

/** A pedigree as it is written down here: people in the order told, then what joins them. Ids are words; the proband's is `proband`. */
export interface SaidPedigree {
  readonly header: Partial<PedigreeHeader>;
  readonly people: readonly Person[];
  /** Who seeks the advice, where it is not the proband. */
  readonly consultandId?: string;
  readonly couples: readonly (readonly [first: string, second: string, said?: Partial<Omit<Partnership, 'id' | 'partnerIds'>>])[];
  /** Ordinary parents, one or two, and their children. */
  readonly children: readonly (readonly [parents: readonly string[], children: readonly string[]])[];
  /** Parents in other roles: donors, gestational carriers, adoptive parents. */
  readonly otherParents?: readonly (readonly [parent: string, child: string, roles: ParentEdge['roles'], said?: { readonly isDonor: true }])[];
  readonly twins?: readonly Pick<TwinGroup, 'members' | 'knownBy'>[];
  readonly conditions: readonly (Pick<Condition, 'name'> & Partial<Pick<Condition, 'diseaseId' | 'termId'>> & { readonly states: Readonly<Partial<Record<ConditionState, readonly SaidState[]>>> })[];
}

/** The individual, alone or with what the state rests on and when it began. */
type SaidState = string | readonly [id: string, said: Partial<Pick<IndividualCondition, 'onset' | 'evidence'>>];

export const probandId = 'proband';

const person = (gender: Gender) => (id: string, known: Known = {}): Person => [id, { gender, ...known }];
export const man = person('man-boy');
export const woman = person('woman-girl');
export const unknownSex = person('unknown');
export const died = (ageAtDeath: string, causeOfDeath: string): Known => ({ vitalStatus: 'deceased', ageAtDeath, causeOfDeath });
export const born = (birthDate: string): Known => ({ birthDate });
export const known = (givenName: string, ...said: readonly Known[]): Known => Object.assign({ givenName }, ...said) as Known;

/** The family; the proband is described as in the case. */
export function examplePedigree(proband: Known, said: SaidPedigree): Family {
  const individuals = said.people.map(([id, detail]): Individual => newIndividual(id, { ...detail, ...(id === probandId ? { ...proband, isProband: true } : {}), isConsultand: id === said.consultandId }));
  const byId = new Map(individuals.map((individual) => [individual.id, individual]));
  const edge = (parentId: string, childId: string, roles: ParentEdge['roles'], isDonor = false): ParentEdge => ({ id: `${parentId}>${childId}`, childId, parentId, roles, isDonor, undrawnPartner: 0, provenance: unknownProvenance });
  const ordinary = said.children.flatMap(([parents, children]) => children.flatMap((childId) => parents.flatMap((parentId) => {
    const parent = byId.get(parentId);
    return parent === undefined ? [] : [edge(parentId, childId, ordinaryRoles(parent))];
  })));
  const rows = said.conditions.flatMap(({ name, states }) => Object.entries(states).flatMap(([state, people]) => people.map((entry): IndividualCondition => {
    const [individualId, detail] = typeof entry === 'string' ? [entry, {}] : entry;
    return { id: `${individualId}: ${name}`, individualId, conditionId: name, state: state as ConditionState, onset: null, evidence: '', provenance: unknownProvenance, ...detail };
  })));
  return {
    header: { ...emptyHeader, recordedBy: 'E. Example', recorderTitle: 'Genetic counsellor', ...said.header },
    individuals,
    parentEdges: [...ordinary, ...(said.otherParents ?? []).map(([parentId, childId, roles, donor]) => edge(parentId, childId, roles, donor?.isDonor ?? false))],
    partnerships: said.couples.map(([first, second, detail]) => ({ id: `${first}+${second}`, partnerIds: [first, second], status: 'current', isConsanguineous: false, degree: '', childlessness: null, provenance: unknownProvenance, ...detail })),
    twinGroups: (said.twins ?? []).map((group) => ({ id: group.members.map(({ individualId }) => individualId).join('='), ...group })),
    conditions: said.conditions.map(({ name, diseaseId = null, termId = null }) => ({ id: name, name, diseaseId, termId })),
    individualConditions: rows,
  };
}
