import type { Lost, LossKind } from '#shared/pedigree/formats/loss-kinds.ts';
import { sameValue } from '#shared/pedigree/formats/same-value.ts';
import type { Family, ParentEdge, TwinGroup } from '#shared/pedigree/family.ts';
import { coupleKey, familyStructure } from '#shared/pedigree/structure.ts';

type FileIds = ReadonlyMap<string, string>;

/** What is lost of parents, partnerships and twins. */
export function lineLosses(told: Family, readBack: Family, fileIds: FileIds): readonly Lost[] {
  const present = new Set(readBack.individuals.map(({ id }) => id));
  const isPresent = (id: string): boolean => present.has(fileId(fileIds, id));
  // Whoever is lost altogether is named for that.
  const family: Family = { ...told, parentEdges: told.parentEdges.filter(({ childId }) => isPresent(childId)), partnerships: told.partnerships.filter(({ partnerIds }) => partnerIds.every(isPresent)) };
  return [...parentLosses(family, readBack, fileIds), ...partnershipLosses(family, readBack, fileIds), ...twinLosses(family, readBack, fileIds)];
}

const edgeKey = (childId: string, parentId: string): string => JSON.stringify([childId, parentId]);
const fileId = (fileIds: FileIds, id: string): string => fileIds.get(id) ?? '';

function parentLosses(told: Family, read: Family, fileIds: FileIds): readonly Lost[] {
  const alone = edgesAlone(told);
  const inFile = new Set(told.parentEdges.filter(({ childId, parentId }) => alone.has(edgeKey(childId, parentId))).map(({ childId, parentId }) => edgeKey(fileId(fileIds, childId), fileId(fileIds, parentId))));
  const [family, readBack] = [withNumberedPartners(told, alone), withNumberedPartners(read, inFile)];
  const keptOf = new Map(readBack.parentEdges.map((edge) => [edgeKey(edge.childId, edge.parentId), edge]));
  const expected = new Set(family.parentEdges.map((edge) => edgeKey(fileId(fileIds, edge.childId), fileId(fileIds, edge.parentId))));
  const known = new Set(fileIds.values());
  const originals = new Map([...fileIds].map(([id, file]) => [file, id]));
  // A line that nobody told would be an error of the writer or the reader; it is said all the same.
  const invented = readBack.parentEdges.filter((edge) => known.has(edge.childId) && known.has(edge.parentId) && !expected.has(edgeKey(edge.childId, edge.parentId)));
  return [
    ...family.parentEdges.flatMap((edge) => lossesOfEdge(edge, keptOf.get(edgeKey(fileId(fileIds, edge.childId), fileId(fileIds, edge.parentId))))),
    ...invented.map((edge): Lost => ({ kind: 'parent', people: [originals.get(edge.childId) ?? edge.childId] })),
  ];
}

/** Lines from one parent whose partner is not drawn. */
function edgesAlone(family: Family): ReadonlySet<string> {
  const { sibships, sideDescents } = familyStructure(family);
  const lines = [...sibships.map(({ origin, members }) => ({ origin, childIds: members.map(({ childId }) => childId) })), ...sideDescents];
  return new Set(lines.flatMap(({ origin, childIds }) => (origin.kind === 'individual' ? childIds.map((childId) => edgeKey(childId, origin.individualId)) : [])));
}

/**
 * The undrawn partners of each parent numbered from 0 in order, and 0 where the other parent is drawn: it matters which children share one, not its
 * number.
 */
function withNumberedPartners(family: Family, alone: ReadonlySet<string>): Family {
  const isAlone = ({ childId, parentId }: ParentEdge): boolean => alone.has(edgeKey(childId, parentId));
  const numbers = new Map<string, readonly number[]>();
  for (const edge of family.parentEdges.filter(isAlone)) numbers.set(edge.parentId, [...new Set([...(numbers.get(edge.parentId) ?? []), edge.undrawnPartner])].toSorted((first, second) => first - second));
  return { ...family, parentEdges: family.parentEdges.map((edge) => ({ ...edge, undrawnPartner: isAlone(edge) ? (numbers.get(edge.parentId)?.indexOf(edge.undrawnPartner) ?? 0) : 0 })) };
}

function lossesOfEdge(edge: ParentEdge, kept: ParentEdge | undefined): readonly Lost[] {
  if (kept === undefined) return kindsOfEdge(edge).map((kind) => ({ kind, people: [kind === 'donor' ? edge.parentId : edge.childId] }));
  const rolesDiffer = written(edge.roles) !== written(kept.roles);
  const lost: Lost[] = [];
  if (edge.isDonor !== kept.isDonor) lost.push({ kind: 'donor', people: [edge.parentId] });
  if (rolesDiffer) lost.push(...kindsOfEdge({ ...edge, roles: edge.roles.filter((role) => !kept.roles.includes(role)).length > 0 ? edge.roles.filter((role) => !kept.roles.includes(role)) : edge.roles, isDonor: false }).map((kind): Lost => ({ kind, people: [kind === 'donor' ? edge.parentId : edge.childId] })));
  if (edge.undrawnPartner !== kept.undrawnPartner) lost.push({ kind: 'undrawn-partner', people: [edge.childId] });
  if (!sameValue(edge.provenance, kept.provenance)) lost.push({ kind: 'provenance', people: [edge.childId] });
  return lost;
}

const written = (roles: readonly string[]): string => roles.toSorted().join('+');

/** What a parent is, as kinds of loss. */
function kindsOfEdge({ roles, isDonor }: Pick<ParentEdge, 'roles' | 'isDonor'>): readonly LossKind[] {
  const kinds = roles.map((role): LossKind => {
    if (role === 'adoptive') return 'adoption';
    if (role === 'foster' || role === 'step' || role === 'social') return 'social-parent';
    return isDonor || (role === 'gestational' && roles.length === 1) ? 'donor' : 'parent';
  });
  return [...new Set(kinds)];
}

function partnershipLosses(family: Family, readBack: Family, fileIds: FileIds): readonly Lost[] {
  const unions = new Map(familyStructure(readBack).unions.map((union) => [union.key, union.partnership]));
  return family.partnerships.flatMap((partnership): readonly Lost[] => {
    const [first, second] = partnership.partnerIds;
    const kept = unions.get(coupleKey(fileId(fileIds, first), fileId(fileIds, second)));
    const people = partnership.partnerIds;
    const lost: Lost[] = kept === undefined ? [{ kind: 'partnership', people }] : [];
    if (partnership.status === 'ended' && kept?.status !== 'ended') lost.push({ kind: 'separation', people });
    if (partnership.isConsanguineous !== (kept?.isConsanguineous ?? false) || partnership.degree !== (kept?.degree ?? '')) lost.push({ kind: 'consanguinity', people });
    if (!sameValue(partnership.childlessness, kept?.childlessness ?? null)) lost.push({ kind: 'childlessness', people });
    if (kept !== undefined && kept !== null && !sameValue(partnership.provenance, kept.provenance)) lost.push({ kind: 'provenance', people });
    return lost;
  });
}

function twinLosses(family: Family, readBack: Family, fileIds: FileIds): readonly Lost[] {
  const groupOf = (ids: readonly string[]): string => ids.toSorted().join('\n');
  const keptOf = new Map(readBack.twinGroups.map((group) => [groupOf(group.members.map(({ individualId }) => individualId)), group]));
  return family.twinGroups.flatMap((group): readonly Lost[] => {
    const people = group.members.map(({ individualId }) => individualId);
    const inFile = { ...group, members: group.members.map((member) => ({ ...member, individualId: fileId(fileIds, member.individualId) })) };
    const kept = keptOf.get(groupOf(inFile.members.map(({ individualId }) => individualId)));
    if (kept === undefined) return [{ kind: 'twins', people }];
    return zygotes(inFile) === zygotes(kept) && group.knownBy === kept.knownBy ? [] : [{ kind: 'zygosity', people }];
  });
}

/** Who shares a zygote, whatever its number. */
function zygotes({ members }: TwinGroup): string {
  const sorted = members.toSorted((first, second) => (first.individualId < second.individualId ? -1 : 1));
  const numbers = new Map<number, number>();
  return sorted.map(({ zygote }) => (zygote === null ? '?' : String(numbers.get(zygote) ?? numbers.set(zygote, numbers.size + 1).get(zygote)))).join(' ');
}
