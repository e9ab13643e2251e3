import { emptyHeader, newIndividual, type Condition, type ConditionState, type Family, type IndividualCondition, type ParentEdge, type ParentRole, type Partnership, type PedigreeHeader, type TwinGroup } from '#shared/pedigree/family.ts';
import { unknownProvenance, type Individual } from '#shared/pedigree/individual.ts';
import { coupleKey } from '#shared/pedigree/structure.ts';

/** A family while its file is read. Rows are named after the people that they join, so that the same file gives the same family. */
export interface FamilyDraft {
  readonly hasIndividual: (id: string) => boolean;
  readonly individual: (id: string) => Individual | undefined;
  /** Whether they live is unknown unless it is said. */
  readonly addIndividual: (id: string, known: Partial<Omit<Individual, 'id'>>) => void;
  readonly changeIndividual: (id: string, change: Partial<Omit<Individual, 'id'>>) => void;
  /** Roles add up where the two are joined already. */
  readonly addParent: (childId: string, parentId: string, roles: readonly ParentRole[], said?: Partial<Pick<ParentEdge, 'isDonor' | 'undrawnPartner' | 'provenance'>>) => void;
  /** What is said adds up where the two are partners already. */
  readonly addPartnership: (partnerIds: readonly [string, string], said?: Partial<Omit<Partnership, 'id' | 'partnerIds'>>) => void;
  readonly addTwins: (members: TwinGroup['members'], knownBy: TwinGroup['knownBy']) => void;
  /** The id of the condition of that name and code, which comes into the list at its first mention. */
  readonly conditionOf: (name: string, codes?: Partial<Pick<Condition, 'diseaseId' | 'termId'>>) => string;
  /** The condition of that name whatever its code, for a mention that has none. */
  readonly conditionNamed: (name: string) => string;
  /** The last word counts. */
  readonly setState: (individualId: string, conditionId: string, state: ConditionState, said?: Partial<Pick<IndividualCondition, 'onset' | 'evidence' | 'provenance'>>) => void;
  readonly changeHeader: (change: Partial<PedigreeHeader>) => void;
  readonly build: () => Family;
}

export function createFamilyDraft(): FamilyDraft {
  const rows: Rows = { header: emptyHeader, individuals: new Map(), parentEdges: new Map(), partnerships: new Map(), twinGroups: [], conditions: new Map(), states: new Map() };
  return {
    hasIndividual: (id) => rows.individuals.has(id),
    individual: (id) => rows.individuals.get(id),
    addIndividual: (id, known) => void rows.individuals.set(id, newIndividual(id, { vitalStatus: 'unknown', ...known })),
    changeIndividual: (id, change) => {
      const before = rows.individuals.get(id);
      if (before !== undefined) rows.individuals.set(id, { ...before, ...change });
    },
    changeHeader: (change) => {
      rows.header = { ...rows.header, ...change };
    },
    ...lineRows(rows),
    ...conditionRows(rows),
    build: () => ({
      header: rows.header,
      individuals: [...rows.individuals.values()],
      parentEdges: [...rows.parentEdges.values()],
      partnerships: [...rows.partnerships.values()],
      twinGroups: rows.twinGroups,
      conditions: [...rows.conditions.values()],
      individualConditions: statesInOrder(rows),
    }),
  };
}

/** Condition by condition, each with its people in the order told: a file may list those of one person otherwise, and what is read and written comes back the same. */
function statesInOrder({ individuals, conditions, states }: Rows): readonly IndividualCondition[] {
  const placeOfPerson = new Map([...individuals.keys()].map((id, place) => [id, place]));
  const placeOfCondition = new Map([...conditions.values()].map(({ id }, place) => [id, place]));
  const place = (places: ReadonlyMap<string, number>, id: string): number => places.get(id) ?? places.size;
  return [...states.values()].toSorted((one, other) => place(placeOfCondition, one.conditionId) - place(placeOfCondition, other.conditionId) || place(placeOfPerson, one.individualId) - place(placeOfPerson, other.individualId));
}

interface Rows {
  header: PedigreeHeader;
  readonly individuals: Map<string, Individual>;
  readonly parentEdges: Map<string, ParentEdge>;
  readonly partnerships: Map<string, Partnership>;
  readonly twinGroups: TwinGroup[];
  readonly conditions: Map<string, Condition>;
  readonly states: Map<string, IndividualCondition>;
}

const lineRows = ({ parentEdges, partnerships, twinGroups }: Rows): Pick<FamilyDraft, 'addParent' | 'addPartnership' | 'addTwins'> => ({
  addParent: (childId, parentId, roles, said = {}) => {
    const id = `${parentId}>${childId}`;
    const before = parentEdges.get(id);
    const all = [...new Set([...(before?.roles ?? []), ...roles])];
    parentEdges.set(id, { ...(before ?? { id, childId, parentId, isDonor: false, undrawnPartner: 0, provenance: unknownProvenance }), ...said, roles: all });
  },
  addPartnership: (partnerIds, said = {}) => {
    const id = coupleKey(...partnerIds);
    const before = partnerships.get(id) ?? { id, partnerIds, status: 'current' as const, isConsanguineous: false, degree: '', childlessness: null, provenance: unknownProvenance };
    partnerships.set(id, { ...before, ...said });
  },
  addTwins: (members, knownBy) => void twinGroups.push({ id: `twins ${String(twinGroups.length + 1)}`, members, knownBy }),
});

const conditionRows = ({ conditions, states }: Rows): Pick<FamilyDraft, 'conditionOf' | 'conditionNamed' | 'setState'> => {
  const conditionOf: FamilyDraft['conditionOf'] = (name, codes = {}) => {
    const key = [name, codes.diseaseId ?? '', codes.termId ?? ''].join('|');
    const known = conditions.get(key);
    if (known !== undefined) return known.id;
    const id = `condition ${String(conditions.size + 1)}`;
    conditions.set(key, { id, name, diseaseId: null, termId: null, ...codes });
    return id;
  };
  return {
    conditionOf,
    conditionNamed: (name) => [...conditions.values()].find((condition) => condition.name === name)?.id ?? conditionOf(name),
    setState: (individualId, conditionId, state, said = {}) => {
      const id = `${individualId}:${conditionId}`;
      states.set(id, { id, individualId, conditionId, state, onset: null, evidence: '', provenance: unknownProvenance, ...said });
    },
  };
};
