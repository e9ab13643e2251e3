import type { LayoutGraph, LayoutSymbol, NuclearFamily, SideLine } from '#shared/pedigree/layout/layout-graph.ts';
import { partnerIn } from '#shared/pedigree/layout/layout-graph.ts';

type Side = 'left' | 'right';

/** For some couples, who is to stand on the left, where it is not to be the one whom the rules give. */
export type LeftChoices = ReadonlyMap<NuclearFamily, LayoutSymbol>;

/** A stretch of the drawing from left to right over all its rows, and the branches that must stand outside the couples above it. */
interface Block {
  readonly order: readonly LayoutSymbol[];
  readonly outer: readonly OuterBranch[];
}

/** The family of somebody who married in: it reaches up to `top` and so stands beside the couple on that row. */
interface OuterBranch {
  readonly side: Side;
  readonly order: readonly LayoutSymbol[];
  readonly top: number;
}

/**
 * All symbols of a part from left to right, whatever their row: what stands left in any row stands left in this order. Descends from `start`:
 * siblings in birth order, each with their partners and all below them; the families of partners who married in go outside the couples above. A
 * family without loops in which couples stand at the ends of their sibships comes out without a crossing.
 */
export function firstOrder(part: readonly LayoutSymbol[], sideLines: ReadonlyMap<LayoutSymbol, readonly SideLine[]>, choices: LeftChoices, start: LayoutSymbol | null): readonly LayoutSymbol[] {
  const state: Walk = { placed: new Set(), done: new Set(), choices, sideLines };
  const order: LayoutSymbol[] = [];
  for (const symbol of start === null ? part : [start, ...part]) {
    if (!state.placed.has(symbol)) order.push(...flattened(blockOf(founderAbove(symbol, state), null, state)));
  }
  return order;
}

/** The side lines that end at each symbol. */
export function sideLinesByChild({ sideLines }: LayoutGraph): ReadonlyMap<LayoutSymbol, readonly SideLine[]> {
  const result = new Map<LayoutSymbol, SideLine[]>();
  for (const line of sideLines) for (const child of line.children) result.set(child, [...(result.get(child) ?? []), line]);
  return result;
}

interface Walk {
  readonly placed: Set<LayoutSymbol>;
  readonly done: Set<NuclearFamily>;
  readonly choices: LeftChoices;
  readonly sideLines: ReadonlyMap<LayoutSymbol, readonly SideLine[]>;
}

/** Those without parents, from whom a drawing may begin: the higher first, and of one row those with most descendants. */
export function foundersToStartFrom(part: readonly LayoutSymbol[]): readonly LayoutSymbol[] {
  const founders = part.filter(({ parents }) => parents === null).map((symbol) => ({ symbol, count: descendants(symbol) }));
  return founders.toSorted((one, other) => one.symbol.row - other.symbol.row || other.count - one.count || one.symbol.index - other.symbol.index).map(({ symbol }) => symbol);
}

function descendants(symbol: LayoutSymbol): number {
  const seen = new Set<LayoutSymbol>();
  const open = [symbol];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const nuclear of next.own) {
      for (const child of nuclear.children) {
        if (seen.has(child)) continue;
        seen.add(child);
        open.push(child);
      }
    }
  }
  return seen.size;
}

/** Climbs to somebody without parents whose branch is not walked yet, each time by the parent who reaches further up. */
function founderAbove(symbol: LayoutSymbol, walk: Walk): LayoutSymbol {
  let at = symbol;
  for (;;) {
    const parents = at.parents;
    if (parents === null || walk.done.has(parents)) return at;
    const next = parents.parents.filter((parent) => !walk.placed.has(parent)).toSorted((first, second) => highest(first) - highest(second))[0];
    if (next === undefined) return at;
    at = next;
  }
}

const highest = (symbol: LayoutSymbol): number => (symbol.parents === null ? symbol.row : symbol.parents.parents.reduce((row, parent) => Math.min(row, parent.row), symbol.row) - 0.5);

const flattened = ({ order, outer }: Block): readonly LayoutSymbol[] => [...outer.filter(({ side }) => side === 'left').flatMap((branch) => branch.order), ...order, ...outer.filter(({ side }) => side === 'right').flatMap((branch) => branch.order)];

/** A symbol with its partners and all below. `outward`: the side for all its further partners, where it is itself a partner of somebody placed. */
function blockOf(symbol: LayoutSymbol, outward: Side | null, walk: Walk): Block {
  walk.placed.add(symbol);
  const own = symbol.own.filter((nuclear) => !walk.done.has(nuclear));
  if (own.length === 0) return { order: [symbol], outer: [] };
  for (const nuclear of own) walk.done.add(nuclear);
  const sides = sidesOf(symbol, own, outward, walk);
  const kids = new Map(own.map((nuclear) => [nuclear, childrenBlock(nuclear, walk)]));
  const left: LayoutSymbol[] = [];
  const right: LayoutSymbol[] = [];
  const below: LayoutSymbol[] = [];
  const outer: OuterBranch[] = [];
  // Told order reads from left to right: on the left the last told stands nearest.
  const nearestFirst = outward === null ? [...own.filter((nuclear) => sides.get(nuclear) === 'left').toReversed(), ...own.filter((nuclear) => sides.get(nuclear) !== 'left')] : own;
  for (const nuclear of nearestFirst) {
    const order = kids.get(nuclear)?.order ?? [];
    const side = sides.get(nuclear) ?? null;
    const partner = partnerIn(nuclear, symbol);
    if (side === null) below.push(...order);
    const beyond = partner === null || partner.row !== symbol.row ? null : partnerBlock(partner, side ?? 'right', walk);
    // Nearest first on the right and last on the left: the partner's own family, then the families that children marry into.
    outer.unshift(...(kids.get(nuclear)?.outer.filter((branch) => branch.side === 'left') ?? []));
    outer.push(...(beyond?.outer ?? []), ...(kids.get(nuclear)?.outer.filter((branch) => branch.side === 'right') ?? []));
    if (side === 'left') left.unshift(...(beyond?.order ?? []), ...order);
    if (side === 'right') right.push(...order, ...(beyond?.order ?? []));
    for (const { giver, side: giverSide } of giversTo(nuclear, outward, walk)) {
      if (walk.placed.has(giver)) continue;
      const given = partnerBlock(giver, giverSide, walk);
      outer.push(...given.outer);
      if (giverSide === 'left') left.unshift(...given.order);
      else right.push(...given.order);
    }
  }
  const absorbed = outer.filter(({ top }) => top >= symbol.row);
  return {
    order: [...absorbed.filter(({ side }) => side === 'left').flatMap((branch) => branch.order), ...left, symbol, ...below, ...right, ...absorbed.filter(({ side }) => side === 'right').flatMap((branch) => branch.order)],
    outer: outer.filter(({ top }) => top < symbol.row),
  };
}

function childrenBlock(nuclear: NuclearFamily, walk: Walk): Block {
  const order: LayoutSymbol[] = [];
  const outer: OuterBranch[] = [];
  for (const child of nuclear.children) {
    if (walk.placed.has(child)) continue;
    const block = blockOf(child, null, walk);
    order.push(...block.order);
    // The branch of a later child stands further in on the right, and further out on the left, so that the couples' lines nest.
    outer.unshift(...block.outer);
  }
  return { order, outer };
}

/** A partner or giver who is reached from somebody placed: beside them, or with their own family outside. */
function partnerBlock(partner: LayoutSymbol, side: Side, walk: Walk): Block {
  if (walk.placed.has(partner)) return { order: [], outer: [] };
  if (partner.parents === null) return blockOf(partner, side, walk);
  // Stands among their own siblings, whose turn comes.
  if (walk.done.has(partner.parents)) return { order: [], outer: [] };
  const order = flattened(blockOf(founderAbove(partner, walk), null, walk));
  return { order: [], outer: [{ side, order, top: order.reduce((row, { row: other }) => Math.min(row, other), Infinity) }] };
}

/** Donors, carriers and adoptive parents of the children of a family who are not placed yet, on each side the one to stand nearest first. */
function giversTo(nuclear: NuclearFamily, outward: Side | null, walk: Walk): readonly { readonly giver: LayoutSymbol; readonly side: Side }[] {
  if (walk.sideLines.size === 0) return [];
  const lines = new Set(nuclear.children.flatMap((child) => walk.sideLines.get(child) ?? []));
  const givers = [...lines].flatMap(({ origin }) => {
    const isWaiting = origin.every((giver) => !walk.placed.has(giver) && !isPartnerOfOneOf(giver, nuclear.parents));
    const [first, last] = [origin[0], origin.at(-1)];
    if (!isWaiting || first === undefined || last === undefined) return [];
    const side = outward ?? (nuclear.parents.every((parent) => first.index < parent.index) ? 'left' : 'right');
    return [{ giver: side === 'left' ? last : first, side }];
  });
  return [...givers.filter(({ side }) => side === 'left').toSorted((one, other) => other.giver.index - one.giver.index), ...givers.filter(({ side }) => side === 'right').toSorted((one, other) => one.giver.index - other.giver.index)];
}

const isPartnerOfOneOf = (symbol: LayoutSymbol, others: readonly LayoutSymbol[]): boolean => symbol.own.some(({ parents }) => parents.some((parent) => parent !== symbol && others.includes(parent)));

/** Which side each couple of a symbol goes to; none for children of one parent. */
function sidesOf(symbol: LayoutSymbol, own: readonly NuclearFamily[], outward: Side | null, walk: Walk): ReadonlyMap<NuclearFamily, Side> {
  const couples = own.filter((nuclear) => nuclear.parents.length > 1 && nuclear.parents.every(({ row }) => row === symbol.row));
  if (outward !== null) return new Map(couples.map((nuclear) => [nuclear, outward]));
  const giverOnLeft = own.some((nuclear) => giversTo(nuclear, null, walk).some(({ side }) => side === 'left'));
  const wishes = couples.map((nuclear) => ({ nuclear, wish: chosenSide(symbol, nuclear, walk) ?? (giverOnLeft ? 'right' : wishedSide(symbol, nuclear, walk)) }));
  const [only, ...others] = wishes;
  if (only === undefined) return new Map();
  if (others.length === 0) return new Map([[only.nuclear, only.wish]]);
  const past = wishes.filter(({ nuclear }) => nuclear.union?.partnership?.status === 'ended').length;
  const leftCount = past > 0 && past < wishes.length ? past : Math.floor(wishes.length / 2);
  const rank = ({ nuclear, wish }: (typeof wishes)[number]): number => (walk.choices.has(nuclear) ? (wish === 'left' ? -2 : 2) : nuclear.union?.partnership?.status === 'ended' ? -1 : 0);
  const ranked = wishes.toSorted((first, second) => rank(first) - rank(second));
  return new Map(ranked.map(({ nuclear, wish }, at) => [nuclear, walk.choices.has(nuclear) ? wish : at < leftCount ? 'left' : 'right']));
}

function chosenSide(symbol: LayoutSymbol, nuclear: NuclearFamily, { choices }: Walk): Side | null {
  const left = choices.get(nuclear);
  return left === undefined ? null : left === symbol ? 'right' : 'left';
}

/** Away from siblings where the partner's own family has to come near; else men left, else as told. */
function wishedSide(symbol: LayoutSymbol, nuclear: NuclearFamily, walk: Walk): Side {
  const partner = partnerIn(nuclear, symbol);
  if (partner === null) return 'right';
  const habit = habitualSide(symbol, partner);
  if (partner.parents === null || walk.placed.has(partner)) return twinSide(symbol) ?? habit;
  const right = siblingsInTheWay(symbol, 1) + siblingsInTheWay(partner, -1);
  const left = siblingsInTheWay(symbol, -1) + siblingsInTheWay(partner, 1);
  return left === right ? habit : left < right ? 'left' : 'right';
}

function habitualSide(symbol: LayoutSymbol, partner: LayoutSymbol): Side {
  const [own, other] = [symbol.individual.gender, partner.individual.gender];
  if (own === 'man-boy' && other === 'woman-girl') return 'right';
  if (own === 'woman-girl' && other === 'man-boy') return 'left';
  return symbol.index < partner.index ? 'right' : 'left';
}

/** Away from the twin. */
function twinSide(symbol: LayoutSymbol): Side | null {
  const siblings = symbol.parents?.children ?? [];
  const at = siblings.indexOf(symbol);
  const twin = (sibling: LayoutSymbol | undefined): boolean => sibling !== undefined && symbol.parents !== null && isTwinOf(symbol, sibling);
  if (twin(siblings[at + 1]) === twin(siblings[at - 1])) return null;
  return twin(siblings[at + 1]) ? 'left' : 'right';
}

const isTwinOf = (symbol: LayoutSymbol, sibling: LayoutSymbol): boolean => symbol.twins !== null && symbol.twins === sibling.twins;

/** Siblings on one side, those with children counting in full. */
function siblingsInTheWay(symbol: LayoutSymbol, step: 1 | -1): number {
  const siblings = symbol.parents?.children ?? [];
  const at = siblings.indexOf(symbol);
  const inTheWay = step > 0 ? siblings.slice(at + 1) : siblings.slice(0, at);
  return inTheWay.reduce((sum, sibling) => sum + (sibling.own.some(({ children }) => children.length > 0) ? 1 : 0.25), 0);
}
