import type { Family, ParentEdge, ParentRole } from '#shared/pedigree/family.ts';
import { groupedBy } from '#shared/pedigree/grouped-by.ts';
import { ordinaryRoles } from '#shared/pedigree/ordinary-roles.ts';
import { coupleKey, isGenetic, isOfBirth } from '#shared/pedigree/structure.ts';

export interface GedcomFamilyRecord {
  readonly id: string;
  /** One or two. */
  readonly partnerIds: readonly [string, ...string[]];
  readonly childIds: readonly string[];
}

/** A family as GEDCOM has it: records of couples and single parents, links of children to them, and what these cannot say. */
export interface ParentLinks {
  readonly families: readonly GedcomFamilyRecord[];
  readonly spouseOf: ReadonlyMap<string, readonly string[]>;
  readonly childOf: ReadonlyMap<string, readonly { readonly familyId: string; readonly how: 'birth' | 'adopted' | 'foster' }[]>;
  /** Parents of a child that must be described in words, since a reader of the records alone would take them for something else. */
  readonly wordsOf: ReadonlyMap<string, readonly ParentEdge[]>;
}

const isParentOfBirth = (edge: ParentEdge): boolean => !edge.isDonor && isOfBirth(edge);

interface OpenRecord {
  readonly partnerIds: readonly [string, ...string[]];
  readonly undrawnPartner: number;
  readonly childIds: string[];
}

interface ChildLink {
  readonly record: OpenRecord;
  readonly how: 'birth' | 'adopted' | 'foster';
}

export function parentLinks(family: Family): ParentLinks {
  const individuals = new Map(family.individuals.map((individual) => [individual.id, individual]));
  const partnerships = new Set(family.partnerships.map(({ partnerIds }) => coupleKey(...partnerIds)));
  const records = new Map<string, OpenRecord>();
  const recordOf = (edges: readonly [ParentEdge, ...ParentEdge[]]): OpenRecord => {
    const [{ parentId, undrawnPartner }, other] = edges;
    const key = other === undefined ? `${parentId}\n${String(undrawnPartner)}` : coupleKey(parentId, other.parentId);
    const record = records.get(key) ?? { partnerIds: other === undefined ? [parentId] : [parentId, other.parentId], undrawnPartner: other === undefined ? undrawnPartner : 0, childIds: [] };
    records.set(key, record);
    return record;
  };
  for (const { partnerIds } of family.partnerships) records.set(coupleKey(...partnerIds), { partnerIds, undrawnPartner: 0, childIds: [] });
  const links = new Map<string, readonly ChildLink[]>();
  const words = new Map<string, readonly ParentEdge[]>();
  const edgesOf = groupedBy(family.parentEdges, ({ childId }) => childId);
  for (const { id } of family.individuals) {
    const edges = edgesOf.get(id) ?? [];
    const own = ([['birth', edges.filter(isParentOfBirth)], ['adopted', edges.filter(({ roles }) => roles.includes('adoptive'))], ['foster', edges.filter(({ roles }) => roles.includes('foster'))]] as const).flatMap(([how, group]) => {
      const chosen = recordEdges(group, partnerships);
      return chosen === null ? [] : [{ record: recordOf(chosen), how }];
    });
    for (const { record } of own) if (!record.childIds.includes(id)) record.childIds.push(id);
    links.set(id, own);
    const needed = edges.filter((edge) => !isSaidBy(edge, own, individuals.get(edge.parentId)));
    if (needed.length > 0) words.set(id, needed);
  }
  return numbered(records, links, words);
}

/** The couple or the single parent that a record can hold: partners first, then two who both gave a gamete, then the first alone. */
function recordEdges(edges: readonly ParentEdge[], partnerships: ReadonlySet<string>): readonly [ParentEdge, ...ParentEdge[]] | null {
  const pairs = edges.flatMap((first, index) => edges.slice(index + 1).map((second) => [first, second] as const));
  const couple = pairs.find(([first, second]) => partnerships.has(coupleKey(first.parentId, second.parentId))) ?? pairs.find(([first, second]) => [first, second].every((edge) => isGenetic(edge) && !edge.isDonor));
  if (couple !== undefined) return couple;
  const [first] = edges;
  return first === undefined ? null : [first];
}

/** True where a reader of the records takes the parent for what it is. */
function isSaidBy(edge: ParentEdge, links: readonly ChildLink[], parent: Family['individuals'][number] | undefined): boolean {
  const own = links.filter(({ record }) => record.partnerIds.includes(edge.parentId));
  const read = own.flatMap(({ how }): readonly ParentRole[] => (how === 'adopted' ? ['adoptive'] : how === 'foster' ? ['foster'] : parent === undefined ? [] : ordinaryRoles(parent)));
  const isSame = [...new Set(read)].toSorted().join() === edge.roles.toSorted().join();
  return isSame && !edge.isDonor && own.every(({ record }) => record.undrawnPartner === edge.undrawnPartner);
}

function numbered(records: ReadonlyMap<string, OpenRecord>, links: ReadonlyMap<string, readonly ChildLink[]>, wordsOf: ReadonlyMap<string, readonly ParentEdge[]>): ParentLinks {
  // The undrawn partners of one parent are told apart by the order of the records.
  const ordered = [...records.values()].toSorted((first, second) => first.undrawnPartner - second.undrawnPartner);
  const idOf = new Map(ordered.map((record, index) => [record, `F${String(index + 1)}`]));
  const spouseOf = new Map<string, string[]>();
  for (const record of ordered) for (const id of record.partnerIds) spouseOf.set(id, [...(spouseOf.get(id) ?? []), idOf.get(record) ?? '']);
  return {
    families: ordered.map((record) => ({ id: idOf.get(record) ?? '', partnerIds: record.partnerIds, childIds: record.childIds })),
    spouseOf,
    childOf: new Map([...links].map(([id, own]) => [id, own.map(({ record, how }) => ({ familyId: idOf.get(record) ?? '', how }))])),
    wordsOf,
  };
}
