import { emptyFamily, newIndividual, type ConditionState, type Family, type IndividualCondition, type ParentEdge, type Partnership, type PedigreeHeader, type TwinGroup } from '#shared/pedigree/family.ts';
import { unknownProvenance, type Individual, type IndividualDetail } from '#shared/pedigree/individual.ts';
import { ordinaryRoles } from '#shared/pedigree/ordinary-roles.ts';

type Known = Partial<IndividualDetail>;

/**
 * A family said in a few words. People are named by their id; each step gives a new builder, so that two families can share a beginning:
 *
 *     aPedigree().withTrio().woman('sister').childOf('sister', 'mother', 'father').affected('Haemophilia A', 'proband').build()
 */
export interface PedigreeBuilder {
  readonly man: (id: string, known?: Known) => PedigreeBuilder;
  readonly woman: (id: string, known?: Known) => PedigreeBuilder;
  /** Of unknown sex and gender, unless `known` says otherwise. */
  readonly person: (id: string, known?: Known) => PedigreeBuilder;
  /** Changes what is known of those who are there already. */
  readonly known: (change: Known, ...ids: readonly string[]) => PedigreeBuilder;
  /** father, mother and their child, the proband. */
  readonly withTrio: () => PedigreeBuilder;
  readonly couple: (first: string, second: string, said?: Partial<Omit<Partnership, 'id' | 'partnerIds'>>) => PedigreeBuilder;
  /** Ordinary parents of a child that is there already: their roles follow from their sex. */
  readonly childOf: (child: string, ...parents: readonly string[]) => PedigreeBuilder;
  /** Boys, born in this order, with ordinary parents. */
  readonly sons: (parents: readonly string[], ...ids: readonly string[]) => PedigreeBuilder;
  readonly daughters: (parents: readonly string[], ...ids: readonly string[]) => PedigreeBuilder;
  /** A parent in any role: donor, gestational carrier, adoptive parent. */
  readonly parent: (child: string, parent: string, roles: ParentEdge['roles'], said?: Partial<Pick<ParentEdge, 'isDonor' | 'undrawnPartner'>>) => PedigreeBuilder;
  readonly twins: (zygosity: 'monozygotic' | 'dizygotic' | 'unknown', ...ids: readonly string[]) => PedigreeBuilder;
  /** A twin group as it is, for triplets of mixed zygosity. */
  readonly twinGroup: (members: TwinGroup['members'], knownBy?: TwinGroup['knownBy']) => PedigreeBuilder;
  readonly proband: (id: string) => PedigreeBuilder;
  readonly consultand: (id: string) => PedigreeBuilder;
  /** The state of people in a condition, which comes into the list at its first mention; its id is its name. */
  readonly state: (state: ConditionState, condition: string, ...ids: readonly string[]) => PedigreeBuilder;
  readonly affected: (condition: string, ...ids: readonly string[]) => PedigreeBuilder;
  readonly header: (header: Partial<PedigreeHeader>) => PedigreeBuilder;
  readonly build: () => Family;
}

export const aPedigree = (): PedigreeBuilder => builderOf(emptyFamily);

/** Goes on from a family that is there already. */
export function builderOf(family: Family): PedigreeBuilder {
  const add = (id: string, known: Known): PedigreeBuilder => {
    if (family.individuals.some((individual) => individual.id === id)) throw new Error(`${id} is in the family already`);
    return builderOf({ ...family, individuals: [...family.individuals, newIndividual(id, known)] });
  };
  const mark = (id: string, flag: Partial<Individual>): PedigreeBuilder => builderOf({ ...family, individuals: family.individuals.map((individual) => (individual.id === id ? { ...individual, ...flag } : individual)) });
  const edge = (childId: string, parentId: string, roles: ParentEdge['roles'], said: Partial<ParentEdge> = {}): PedigreeBuilder =>
    builderOf({ ...family, parentEdges: [...family.parentEdges, { id: `${parentId}>${childId}`, childId, parentId, roles, isDonor: false, undrawnPartner: 0, provenance: unknownProvenance, ...said }] });
  const builder: PedigreeBuilder = {
    man: (id, known = {}) => add(id, { gender: 'man-boy', ...known }),
    woman: (id, known = {}) => add(id, { gender: 'woman-girl', ...known }),
    person: (id, known = {}) => add(id, known),
    known: (change, ...ids) => builderOf({ ...family, individuals: family.individuals.map((individual) => (ids.includes(individual.id) ? { ...individual, ...change } : individual)) }),
    withTrio: () => builder.man('father').woman('mother').couple('father', 'mother').sons(['father', 'mother'], 'proband').proband('proband'),
    couple: (first, second, said = {}) =>
      builderOf({ ...family, partnerships: [...family.partnerships, { id: `${first}+${second}`, partnerIds: [first, second], status: 'current', isConsanguineous: false, degree: '', childlessness: null, provenance: unknownProvenance, ...said }] }),
    childOf: (child, ...parents) => parents.reduce<PedigreeBuilder>((next, parent) => next.parent(child, parent, ordinaryRoles(individualOf(family, parent))), builder),
    sons: (parents, ...ids) => ids.reduce<PedigreeBuilder>((next, id) => next.man(id).childOf(id, ...parents), builder),
    daughters: (parents, ...ids) => ids.reduce<PedigreeBuilder>((next, id) => next.woman(id).childOf(id, ...parents), builder),
    parent: (child, parent, roles, said) => edge(individualOf(family, child).id, individualOf(family, parent).id, roles, said),
    twins: (zygosity, ...ids) => builder.twinGroup(ids.map((individualId, index) => ({ individualId, zygote: zygosity === 'unknown' ? null : zygosity === 'monozygotic' ? 1 : index + 1 }))),
    twinGroup: (members, knownBy = 'reported') => builderOf({ ...family, twinGroups: [...family.twinGroups, { id: members.map(({ individualId }) => individualId).join('='), members, knownBy }] }),
    proband: (id) => mark(id, { isProband: true }),
    consultand: (id) => mark(id, { isConsultand: true }),
    state: (state, condition, ...ids) => {
      const rows = ids.map((individualId): IndividualCondition => ({ id: `${individualId}:${condition}`, individualId, conditionId: condition, state, onset: null, evidence: '', provenance: unknownProvenance }));
      const isNew = !family.conditions.some(({ id }) => id === condition);
      const conditions = isNew ? [...family.conditions, { id: condition, name: condition, diseaseId: null, termId: null }] : family.conditions;
      return builderOf({ ...family, conditions, individualConditions: [...family.individualConditions, ...rows] });
    },
    affected: (condition, ...ids) => builder.state('affected', condition, ...ids),
    header: (header) => builderOf({ ...family, header: { ...family.header, ...header } }),
    build: () => family,
  };
  return builder;
}

function individualOf(family: Family, id: string): Individual {
  const individual = family.individuals.find((other) => other.id === id);
  if (individual === undefined) throw new Error(`${id} is not in the family`);
  return individual;
}
