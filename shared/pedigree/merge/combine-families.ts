import { sameValue } from '#shared/pedigree/formats/same-value.ts';
import { type Condition, type Family, type IndividualCondition, type ParentEdge, type Partnership, type TwinGroup } from '#shared/pedigree/family.ts';
import { unknownDetail, type Individual } from '#shared/pedigree/individual.ts';
import type { IndividualMatch } from '#shared/pedigree/merge/match-individuals.ts';
import { coupleKey } from '#shared/pedigree/structure.ts';

/** Where both families say something, and not the same. */
export interface MergeConflict {
  /** Names the conflict in the choices; stable for the same two families and matches. */
  readonly key: string;
  /** The existing individual, or the child or first partner of a line. */
  readonly individualId: string;
  /** The name of the field, or `parent`, `partnership`, `twins`, `condition`, `header`. */
  readonly fact: string;
  /** For `parent`: the incoming parent; for `partnership`: the other partner; for `condition`: the condition. */
  readonly about: string;
  readonly existing: unknown;
  readonly incoming: unknown;
}

export interface MergeChoices {
  readonly matches: readonly IndividualMatch[];
  /** Keys of the conflicts in which the incoming family is right. */
  readonly takenFromIncoming: readonly string[];
}

export interface Combined {
  readonly family: Family;
  readonly createdIds: readonly string[];
  readonly conflicts: readonly MergeConflict[];
}

/** An id for a new row, or for the incoming individual that is named. */
export type NewId = (incomingId?: string) => string;

interface Combining {
  readonly existing: Family;
  /** The incoming family with the ids of the existing one. */
  readonly incoming: Family;
  readonly takes: (conflict: MergeConflict) => boolean;
  readonly newId: NewId;
}

/** Combines two families by who is whom; every difference is a conflict, decided by the choices or else for the existing family. */
export function combine(existing: Family, incoming: Family, { matches, takenFromIncoming }: MergeChoices, newId: NewId): Combined {
  const conflicts: MergeConflict[] = [];
  const taken = new Set(takenFromIncoming);
  const takes = (conflict: MergeConflict): boolean => {
    conflicts.push(conflict);
    return taken.has(conflict.key);
  };
  const idOf = new Map(matches.flatMap(({ incomingId, existingId }) => (existingId === null ? [] : [[incomingId, existingId] as const])));
  const createdIds: string[] = [];
  for (const { id } of incoming.individuals) {
    if (idOf.has(id)) continue;
    const created = newId(id);
    createdIds.push(created);
    idOf.set(id, created);
  }
  const conditionIds = conditionIdsOf(existing.conditions, incoming.conditions, newId);
  const combining: Combining = { existing, incoming: renamed(incoming, idOf, conditionIds), takes, newId };
  const family: Family = {
    header: headerOf(combining),
    individuals: individualsOf(combining),
    parentEdges: parentEdgesOf(combining),
    partnerships: partnershipsOf(combining),
    twinGroups: twinGroupsOf(combining),
    conditions: [...existing.conditions, ...combining.incoming.conditions.filter(({ id }) => !existing.conditions.some((condition) => condition.id === id))],
    individualConditions: statesOf(combining),
  };
  return { family, createdIds, conflicts };
}

function renamed(family: Family, idOf: ReadonlyMap<string, string>, conditionIds: ReadonlyMap<string, string>): Family {
  const of = (id: string): string => idOf.get(id) ?? id;
  return {
    header: family.header,
    individuals: family.individuals.map((individual) => ({ ...individual, id: of(individual.id) })),
    parentEdges: family.parentEdges.map((edge) => ({ ...edge, childId: of(edge.childId), parentId: of(edge.parentId) })),
    partnerships: family.partnerships.map((partnership) => ({ ...partnership, partnerIds: [of(partnership.partnerIds[0]), of(partnership.partnerIds[1])] })),
    twinGroups: family.twinGroups.map((group) => ({ ...group, members: group.members.map((member) => ({ ...member, individualId: of(member.individualId) })) })),
    conditions: family.conditions.map((condition) => ({ ...condition, id: conditionIds.get(condition.id) ?? condition.id })),
    individualConditions: family.individualConditions.map((row) => ({ ...row, individualId: of(row.individualId), conditionId: conditionIds.get(row.conditionId) ?? row.conditionId })),
  };
}

/** Conditions are the same by their code or, where one has none, by their name. */
function conditionIdsOf(existing: readonly Condition[], incoming: readonly Condition[], newId: NewId): ReadonlyMap<string, string> {
  const left = new Set(existing);
  return new Map(
    incoming.map((condition) => {
      const isSame = (one: Condition): boolean => {
        if (one.diseaseId !== null && condition.diseaseId !== null) return one.diseaseId === condition.diseaseId;
        return (one.termId !== null && one.termId === condition.termId) || one.name.toLowerCase() === condition.name.toLowerCase();
      };
      const same = [...left].find(isSame);
      if (same !== undefined) left.delete(same);
      return [condition.id, same?.id ?? newId()] as const;
    }),
  );
}

type Fields = Readonly<Record<string, unknown>>;

/** The fields of two records of one thing: the one that says something, and where both do, the existing one unless the conflict is decided otherwise. */
function combinedFields<Item extends object>(existing: Item, incoming: Item, unknown: Partial<Item>, describe: Pick<MergeConflict, 'individualId' | 'about'> & { readonly fact?: string }, takes: Combining['takes']): Item {
  const [ones, others] = [existing as Fields, incoming as Fields];
  const changes = Object.entries(unknown).flatMap(([field, nothing]): readonly (readonly [string, unknown])[] => {
    const [one, other] = [ones[field], others[field]];
    if (sameValue(one, other) || sameValue(other, nothing)) return [];
    if (sameValue(one, nothing)) return [[field, other]];
    const fact = describe.fact === undefined ? field : describe.fact;
    const conflict = { key: [fact, describe.individualId, describe.about, field].join('|'), individualId: describe.individualId, fact, about: describe.fact === undefined ? '' : describe.about, existing: one, incoming: other };
    return takes(conflict) ? [[field, other]] : [];
  });
  return { ...existing, ...(Object.fromEntries(changes) as Partial<Item>) };
}

const headerOf = ({ existing, incoming, takes }: Combining): Family['header'] =>
  combinedFields(existing.header, incoming.header, { title: '', recordedBy: '', recorderTitle: '', historian: '', takenOn: null, updatedOn: null, indication: '', maternalAncestry: '', paternalAncestry: '', consanguinityAsked: 'not-asked' }, { individualId: '', about: '', fact: 'header' }, takes);

function individualsOf({ existing, incoming, takes }: Combining): readonly Individual[] {
  const others = new Map(incoming.individuals.map((individual) => [individual.id, individual]));
  const hasProband = existing.individuals.some(({ isProband }) => isProband);
  // A flag that is not set says nothing, and lists and provenance add up. `alive` is said of everybody until somebody says otherwise, so that a death is asked about.
  const { evaluations: _evaluations, provenance: _provenance, vitalStatus: _vitalStatus, ...asked } = unknownDetail;
  const known = existing.individuals.map((individual): Individual => {
    const other = others.get(individual.id);
    if (other === undefined) return individual;
    const combined = combinedFields<Individual>(individual, other, { ...asked, vitalStatus: 'unknown' }, { individualId: individual.id, about: '' }, takes);
    const evaluations = [...new Set([...individual.evaluations, ...other.evaluations])].slice(0, 20);
    const ones: Fields = individual;
    const changed = Object.entries(combined).filter(([field, value]) => !sameValue(value, ones[field])).map(([field]) => field);
    const provenance = { ...other.provenance, ...individual.provenance, ...Object.fromEntries(changed.flatMap((field) => (other.provenance[field] === undefined ? [] : [[field, other.provenance[field]]]))) };
    return { ...combined, evaluations, provenance, isConsultand: individual.isConsultand || other.isConsultand, isProband: individual.isProband || (!hasProband && other.isProband) };
  });
  const ids = new Set(known.map(({ id }) => id));
  return [...known, ...incoming.individuals.filter(({ id }) => !ids.has(id)).map((individual) => (hasProband ? { ...individual, isProband: false } : individual))];
}

const gametes = ['egg', 'sperm'] as const;

function parentEdgesOf({ existing, incoming, takes, newId }: Combining): readonly ParentEdge[] {
  let edges = [...existing.parentEdges];
  for (const other of incoming.parentEdges) {
    const one = edges.find(({ childId, parentId }) => childId === other.childId && parentId === other.parentId);
    const conflict = (against: ParentEdge): MergeConflict => ({ key: ['parent', other.id].join('|'), individualId: other.childId, fact: 'parent', about: other.parentId, existing: described(against), incoming: described(other) });
    if (one !== undefined) {
      const isSame = one.isDonor === other.isDonor && sameValue(one.roles.toSorted(), other.roles.toSorted());
      if (!isSame && takes(conflict(one))) edges = edges.map((edge) => (edge === one ? { ...one, roles: other.roles, isDonor: other.isDonor } : edge));
      continue;
    }
    // An egg and a sperm come from one person each.
    const rival = edges.find((edge) => edge.childId === other.childId && gametes.some((role) => edge.roles.includes(role) && other.roles.includes(role)));
    if (rival !== undefined && !takes(conflict(rival))) continue;
    edges = [...edges.filter((edge) => edge !== rival), { ...other, id: newId() }];
  }
  return edges;
}

const described = ({ parentId, roles, isDonor }: ParentEdge): unknown => ({ parentId, roles, isDonor });

function partnershipsOf({ existing, incoming, takes, newId }: Combining): readonly Partnership[] {
  const others = new Map(incoming.partnerships.map((partnership) => [coupleKey(...partnership.partnerIds), partnership]));
  const known = existing.partnerships.map((one) => {
    const other = others.get(coupleKey(...one.partnerIds));
    others.delete(coupleKey(...one.partnerIds));
    const nothing: Partial<Partnership> = { status: 'unknown', isConsanguineous: false, degree: '', childlessness: null };
    return other === undefined ? one : combinedFields<Partnership>(one, other, nothing, { individualId: one.partnerIds[0], about: one.partnerIds[1], fact: 'partnership' }, takes);
  });
  return [...known, ...[...others.values()].map((partnership) => ({ ...partnership, id: newId() }))];
}

function twinGroupsOf({ existing, incoming, takes, newId }: Combining): readonly TwinGroup[] {
  let groups = [...existing.twinGroups];
  for (const other of incoming.twinGroups) {
    const ids = new Set(other.members.map(({ individualId }) => individualId));
    const rivals = groups.filter(({ members }) => members.some(({ individualId }) => ids.has(individualId)));
    const [first] = other.members;
    const isSame = rivals.length === 1 && sameValue(shape(rivals[0]), shape(other));
    if (first === undefined || isSame) continue;
    if (rivals.length > 0 && !takes({ key: ['twins', other.id].join('|'), individualId: first.individualId, fact: 'twins', about: '', existing: rivals.map(shape), incoming: shape(other) })) continue;
    groups = [...groups.filter((group) => !rivals.includes(group)), { ...other, id: newId() }];
  }
  return groups;
}

const shape = (group: TwinGroup | undefined): unknown => ({ knownBy: group?.knownBy, members: group?.members.toSorted((first, second) => (first.individualId < second.individualId ? -1 : 1)) });

function statesOf({ existing, incoming, takes, newId }: Combining): readonly IndividualCondition[] {
  const others = new Map(incoming.individualConditions.map((row) => [`${row.individualId}\n${row.conditionId}`, row]));
  const known = existing.individualConditions.map((one) => {
    const key = `${one.individualId}\n${one.conditionId}`;
    const other = others.get(key);
    others.delete(key);
    // A state always says something, so that any difference is one to decide.
    return other === undefined ? one : combinedFields<IndividualCondition & { readonly state: string }>(one, other, { onset: null, evidence: '', state: '' as IndividualCondition['state'] }, { individualId: one.individualId, about: one.conditionId, fact: 'condition' }, takes);
  });
  return [...known, ...[...others.values()].map((row) => ({ ...row, id: newId() }))];
}
