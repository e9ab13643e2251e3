import type { Family, ParentEdge, ParentRole, Partnership, TwinGroup } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import { inBirthOrder } from '#shared/pedigree/birth-order.ts';
import { groupedBy } from '#shared/pedigree/grouped-by.ts';

/** A couple that a relationship line joins: recorded as partners, or implied by a child of both. */
export interface Union {
  readonly key: string;
  readonly partnerIds: readonly [string, string];
  /** Null where only a common child says that they are a couple. */
  readonly partnership: Partnership | null;
}

/** Where a line of descent begins: in the middle of a couple's line, or at one parent. */
export type DescentOrigin = { readonly kind: 'union'; readonly unionKey: string } | { readonly kind: 'individual'; readonly individualId: string; readonly undrawnPartner: number };

export interface SibshipMember {
  readonly childId: string;
  /** Adopted, fostered or step child among these siblings: its own line is dashed. */
  readonly isDashed: boolean;
  readonly twinGroupId: string | null;
}

/** Children who hang from one sibship line, in birth order, and the vertical line of descent above it. */
export interface Sibship {
  readonly key: string;
  readonly origin: DescentOrigin;
  readonly members: readonly SibshipMember[];
  /** Said beside a dashed line that is not an adoption. */
  readonly label: '' | 'foster' | 'step';
}

/** A further line to a child besides its vertical one: from a donor, a second couple, an adoptive relative. Drawn diagonally. */
export interface SideDescent {
  readonly key: string;
  readonly origin: DescentOrigin;
  /** One child, or all of a sibship where they share the donor: then the line ends on the sibship line. */
  readonly childIds: readonly string[];
  readonly isDashed: boolean;
  readonly label: '' | 'foster' | 'step';
}

/** The family as lines: what joins whom, by the rules of the nomenclature, with no places yet. */
export interface FamilyStructure {
  readonly unions: readonly Union[];
  readonly sibships: readonly Sibship[];
  readonly sideDescents: readonly SideDescent[];
  readonly individualOf: ReadonlyMap<string, Individual>;
  /** Edges to the parents of a child, all roles. */
  readonly parentEdgesOf: ReadonlyMap<string, readonly ParentEdge[]>;
  /** Edges to the children of a parent, all roles. */
  readonly childEdgesOf: ReadonlyMap<string, readonly ParentEdge[]>;
  readonly unionsOf: ReadonlyMap<string, readonly Union[]>;
  readonly twinGroupOf: ReadonlyMap<string, TwinGroup>;
  /** What stands inside the symbol: D for who gives a gamete from outside, S for who carries only. */
  readonly donorMarkOf: ReadonlyMap<string, 'D' | 'S'>;
}

/**
 * Works out the lines of a family.
 *
 * Source: Bennett et al. 2022, doi 10.1002/jgc4.1621, figures 3 and 5; the rules that reproduce all eleven cases of assisted reproduction:
 * a partner who gives no gamete and does not carry has no line; partners who both contribute, neither a donor, share the line from the middle of
 * theirs, else each contributor has their own; the line of the carrier, or of the couple with the carrier, is vertical, others diagonal; a partner
 * counts as donor only where the other partner carries their egg.
 * Assumes that edges name individuals of the family; edges that do not are left out.
 */
export function familyStructure(family: Family): FamilyStructure {
  const individualOf = new Map(family.individuals.map((individual) => [individual.id, individual]));
  const edges = family.parentEdges.filter((edge) => individualOf.has(edge.childId) && individualOf.has(edge.parentId));
  const parentEdgesOf = groupedBy(edges, (edge) => edge.childId);
  const childEdgesOf = groupedBy(edges, (edge) => edge.parentId);
  const twinGroupOf = new Map(family.twinGroups.flatMap((group) => group.members.map((member) => [member.individualId, group] as const)));
  const partnerships = new Map(family.partnerships.filter(({ partnerIds }) => partnerIds.every((id) => individualOf.has(id))).map((partnership) => [coupleKey(...partnership.partnerIds), partnership]));
  const unions = new Map<string, Union>([...partnerships].map(([key, partnership]) => [key, { key, partnerIds: partnership.partnerIds, partnership }]));
  // Of three parents in two couples one couple has the line: the one told first, in whatever order a file lists the edges.
  const toldAs = new Map(family.individuals.map(({ id }, index) => [id, index]));
  const asTold = (first: ParentEdge, second: ParentEdge): number => (toldAs.get(first.parentId) ?? 0) - (toldAs.get(second.parentId) ?? 0);
  const lines = family.individuals.map((child) => ({ child, lines: linesToChild((parentEdgesOf.get(child.id) ?? []).toSorted(asTold), partnerships) }));
  for (const { origin } of lines.flatMap((entry) => entry.lines)) {
    if (origin.kind === 'couple' && !unions.has(origin.key)) unions.set(origin.key, { key: origin.key, partnerIds: origin.partnerIds, partnership: null });
  }
  const unionsOf = groupedBy([...unions.values()].flatMap((union) => union.partnerIds.map((id) => ({ id, union }))), (entry) => entry.id);
  const sibships = sibshipsOf(family, lines, twinGroupOf);
  return {
    unions: [...unions.values()],
    sibships,
    sideDescents: sideDescentsOf(lines, sibships),
    individualOf,
    parentEdgesOf,
    childEdgesOf,
    unionsOf: new Map([...unionsOf].map(([id, entries]) => [id, entries.map(({ union }) => union)])),
    twinGroupOf,
    donorMarkOf: donorMarks(family.individuals, childEdgesOf, parentEdgesOf, partnerships),
  };
}

/** The name of a couple whichever partner comes first. */
export const coupleKey = (first: string, second: string): string => (first < second ? `${first}+${second}` : `${second}+${first}`);

/** Whether the edge hands on genes. */
export const isGenetic = (edge: Pick<ParentEdge, 'roles'>): boolean => edge.roles.some((role) => geneticRoles.has(role));

/** Whether the parent gave a gamete or carried. */
export const isOfBirth = (edge: Pick<ParentEdge, 'roles'>): boolean => edge.roles.some((role) => birthRoles.has(role));

const geneticRoles: ReadonlySet<ParentRole> = new Set(['egg', 'sperm', 'genetic']);
const birthRoles: ReadonlySet<ParentRole> = new Set(['egg', 'sperm', 'genetic', 'gestational']);
const nurturingRoles: ReadonlySet<ParentRole> = new Set(['adoptive', 'foster', 'step']);

type LineOrigin = { readonly kind: 'couple'; readonly key: string; readonly partnerIds: readonly [string, string] } | { readonly kind: 'single'; readonly key: string; readonly parentId: string; readonly undrawnPartner: number };

interface LineToChild {
  readonly origin: LineOrigin;
  readonly isVertical: boolean;
  readonly isDashed: boolean;
  readonly label: '' | 'foster' | 'step';
}

function linesToChild(edges: readonly ParentEdge[], partnerships: ReadonlyMap<string, Partnership>): readonly LineToChild[] {
  const birth = birthLines(edges.filter(isOfBirth), partnerships);
  const nurture = nurtureLines(edges.filter((edge) => edge.roles.some((role) => nurturingRoles.has(role))), partnerships);
  return birth.length > 0 ? [...birth, ...nurture.map((line) => ({ ...line, isVertical: false }))] : nurture.map((line, index) => ({ ...line, isVertical: index === 0 }));
}

/** The lines of those who gave a gamete or carried, one of them vertical. */
function birthLines(edges: readonly ParentEdge[], partnerships: ReadonlyMap<string, Partnership>): readonly LineToChild[] {
  const couple = sharedCouple(edges, partnerships);
  const single = edges.filter((edge) => couple === null || !couple.includes(edge));
  const coupleLine = couple === null ? [] : [{ origin: coupleOrigin(couple[0].parentId, couple[1].parentId), edges: couple as readonly ParentEdge[] }];
  const lines = [...coupleLine, ...single.map((edge) => ({ origin: singleOrigin(edge), edges: [edge] as readonly ParentEdge[] }))];
  const carried = lines.findIndex((line) => line.edges.some((edge) => edge.roles.includes('gestational')));
  const vertical = carried >= 0 ? carried : 0;
  return lines.map(({ origin }, index) => ({ origin, isVertical: index === vertical, isDashed: false, label: '' }));
}

/** The two contributors whose line is one: both parents, neither a donor; recorded partners before a couple only implied by the child. */
function sharedCouple(edges: readonly ParentEdge[], partnerships: ReadonlyMap<string, Partnership>): readonly [ParentEdge, ParentEdge] | null {
  const parents = edges.filter((edge) => !countsAsDonor(edge, edges, partnerships));
  const pairs = parents.flatMap((first, index) => parents.slice(index + 1).map((second) => [first, second] as const)).filter(([first, second]) => first.parentId !== second.parentId);
  const recorded = pairs.find(([first, second]) => partnerships.has(coupleKey(first.parentId, second.parentId)));
  if (recorded !== undefined) return recorded;
  // Two who both gave a gamete are parents together though nobody recorded them as partners.
  return pairs.find(([first, second]) => isGenetic(first) && isGenetic(second)) ?? null;
}

/** A donor from outside, or the partner whose egg the other partner carries. */
function countsAsDonor(edge: ParentEdge, edges: readonly ParentEdge[], partnerships: ReadonlyMap<string, Partnership>): boolean {
  if (edge.isDonor) return true;
  if (!edge.roles.includes('egg') || edge.roles.includes('gestational')) return false;
  return edges.some((other) => other.parentId !== edge.parentId && !other.isDonor && other.roles.includes('gestational') && !isGenetic(other) && partnerships.has(coupleKey(edge.parentId, other.parentId)));
}

function nurtureLines(edges: readonly ParentEdge[], partnerships: ReadonlyMap<string, Partnership>): readonly Omit<LineToChild, 'isVertical'>[] {
  return (['adoptive', 'foster', 'step'] as const).flatMap((role) => {
    const parents = edges.filter((edge) => edge.roles.includes(role));
    const label = role === 'adoptive' ? '' : role;
    const couple = parents.flatMap((first, index) => parents.slice(index + 1).map((second) => [first, second] as const)).find(([first, second]) => partnerships.has(coupleKey(first.parentId, second.parentId)));
    const coupled = couple === undefined ? [] : [{ origin: coupleOrigin(couple[0].parentId, couple[1].parentId), isDashed: true, label } as const];
    return [...coupled, ...parents.filter((edge) => couple === undefined || !couple.includes(edge)).map((edge) => ({ origin: singleOrigin(edge), isDashed: true, label }) as const)];
  });
}

const coupleOrigin = (first: string, second: string): LineOrigin => ({ kind: 'couple', key: coupleKey(first, second), partnerIds: [first, second] });
const singleOrigin = ({ parentId, undrawnPartner }: ParentEdge): LineOrigin => ({ kind: 'single', key: `${parentId}/${String(undrawnPartner)}`, parentId, undrawnPartner });

const originOf = (origin: LineOrigin): DescentOrigin => (origin.kind === 'couple' ? { kind: 'union', unionKey: origin.key } : { kind: 'individual', individualId: origin.parentId, undrawnPartner: origin.undrawnPartner });

interface ChildLines {
  readonly child: Individual;
  readonly lines: readonly LineToChild[];
}

function sibshipsOf(family: Family, children: readonly ChildLines[], twinGroupOf: ReadonlyMap<string, TwinGroup>): readonly Sibship[] {
  const vertical = children.flatMap(({ child, lines }) => lines.filter((line) => line.isVertical).map((line) => ({ child, line })));
  return [...groupedBy(vertical, ({ line }) => line.origin.key)].flatMap(([key, entries]) => {
    const first = entries[0];
    if (first === undefined) return [];
    const byId = new Map(entries.map((entry) => [entry.child.id, entry.line]));
    const ordered = inBirthOrder(entries.map(({ child }) => child), family.twinGroups);
    const labels = new Set(entries.map(({ line }) => line.label));
    return [{
      key,
      origin: originOf(first.line.origin),
      members: ordered.map((child) => ({ childId: child.id, isDashed: byId.get(child.id)?.isDashed ?? false, twinGroupId: twinGroupOf.get(child.id)?.id ?? null })),
      label: labels.size === 1 ? first.line.label : '',
    }];
  });
}

/** Lines besides the vertical ones; one donor of a whole sibship of several has one line, which ends on the sibship line (figure 5, case 1c). */
function sideDescentsOf(children: readonly ChildLines[], sibships: readonly Sibship[]): readonly SideDescent[] {
  const side = children.flatMap(({ child, lines }) => lines.filter((line) => !line.isVertical).map((line) => ({ childId: child.id, line })));
  return [...groupedBy(side, ({ line }) => `${line.origin.key}|${line.isDashed ? 'dashed' : 'solid'}|${line.label}`)].flatMap(([groupKey, entries]) => {
    const reached = new Set(entries.map(({ childId }) => childId));
    return sibships.flatMap((sibship) => {
      const members = sibship.members.map(({ childId }) => childId).filter((childId) => reached.has(childId));
      const line = entries[0]?.line;
      if (members.length === 0 || line === undefined) return [];
      const isWhole = members.length > 1 && members.length === sibship.members.length && !line.isDashed;
      const targets = isWhole ? [members] : members.map((childId) => [childId]);
      return targets.map((childIds) => ({ key: `${groupKey}>${childIds.join('+')}`, origin: originOf(line.origin), childIds, isDashed: line.isDashed, label: line.label }));
    });
  });
}

function donorMarks(individuals: readonly Individual[], childEdgesOf: ReadonlyMap<string, readonly ParentEdge[]>, parentEdgesOf: ReadonlyMap<string, readonly ParentEdge[]>, partnerships: ReadonlyMap<string, Partnership>): ReadonlyMap<string, 'D' | 'S'> {
  const marks = new Map<string, 'D' | 'S'>();
  for (const { id } of individuals) {
    const donations = (childEdgesOf.get(id) ?? []).filter((edge) => countsAsDonor(edge, parentEdgesOf.get(edge.childId) ?? [], partnerships));
    if (donations.some(isGenetic)) marks.set(id, 'D');
    else if (donations.some((edge) => edge.roles.includes('gestational'))) marks.set(id, 'S');
  }
  return marks;
}
