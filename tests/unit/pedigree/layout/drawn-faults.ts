import type { Family } from '#shared/pedigree/family.ts';
import { halfWidth } from '#shared/pedigree/layout/spacing.ts';
import { symbolSide, type PedigreeLayout, type PlacedSymbol, type Point, type SymbolExtent } from '#shared/pedigree/layout/pedigree-layout.ts';
import { familyStructure } from '#shared/pedigree/structure.ts';

const half = symbolSide / 2;
const near = (one: number, other: number): boolean => Math.abs(one - other) < 0.01;

/** What is wrong with a layout, in words; independent of how the layout counts for itself. */
export function drawnFaults(family: Family, layout: PedigreeLayout, extent: SymbolExtent): readonly string[] {
  const symbols = new Map(layout.symbols.map((symbol) => [symbol.key, symbol]));
  return [...missing(family, layout), ...overlapping(layout.symbols, extent), ...misaligned(layout.symbols), ...outOfOrder(family, symbols), ...looseEnds(layout, symbols), ...throughSymbols(layout, symbols)];
}

function missing(family: Family, layout: PedigreeLayout): readonly string[] {
  const structure = familyStructure(family);
  const drawn = new Set(layout.symbols.filter(({ isRepeat }) => !isRepeat).map(({ individualId }) => individualId));
  return [
    ...family.individuals.filter(({ id }) => !drawn.has(id)).map(({ id }) => `${id} is not drawn`),
    ...(drawn.size === family.individuals.length && new Set(layout.symbols.map(({ key }) => key)).size === layout.symbols.length ? [] : ['somebody is drawn twice under one key']),
    ...structure.unions.filter(({ key }) => !layout.unions.some((union) => union.key === key)).map(({ key }) => `the couple ${key} is not drawn`),
    ...structure.sibships.filter(({ key }) => !layout.sibships.some((sibship) => sibship.key === key)).map(({ key }) => `the sibship ${key} is not drawn`),
    ...layout.symbols.filter(({ x, y }) => !Number.isFinite(x) || !Number.isFinite(y)).map(({ key }) => `${key} has no place`),
  ];
}

function overlapping(symbols: readonly PlacedSymbol[], extent: SymbolExtent): readonly string[] {
  return symbols.flatMap((one, at) => symbols.slice(at + 1).filter((other) => Math.abs(one.x - other.x) < extent.left + extent.right - 0.01 && Math.abs(one.y - other.y) < extent.above + extent.below - 0.01).map((other) => `${one.key} and ${other.key} overlap`));
}

function misaligned(symbols: readonly PlacedSymbol[]): readonly string[] {
  const yOf = new Map(symbols.map(({ generation, y }) => [generation, y]));
  return [
    ...symbols.filter(({ generation, y }) => yOf.get(generation) !== y).map(({ key }) => `${key} is off the line of its generation`),
    ...[...yOf].toSorted(([one], [other]) => one - other).flatMap(([generation, y], at, all) => (at > 0 && (all[at - 1]?.[1] ?? 0) >= y ? [`generation ${String(generation)} is not below the one before`] : [])),
  ];
}

/** Siblings left to right by age, and below their parents. */
function outOfOrder(family: Family, symbols: ReadonlyMap<string, PlacedSymbol>): readonly string[] {
  return familyStructure(family).sibships.flatMap(({ members, origin, key }) => {
    const drawn = members.flatMap(({ childId }) => symbols.get(childId) ?? []);
    const parents = origin.kind === 'individual' ? [origin.individualId] : origin.unionKey.split('+');
    return [
      ...drawn.slice(1).filter((child, at) => child.x <= (drawn[at]?.x ?? 0)).map((child) => `${child.key} stands left of an elder sibling`),
      ...drawn.filter((child) => parents.some((parent) => (symbols.get(parent)?.generation ?? 0) >= child.generation)).map((child) => `${child.key} of ${key} is not below a parent`),
    ];
  });
}

function looseEnds(layout: PedigreeLayout, symbols: ReadonlyMap<string, PlacedSymbol>): readonly string[] {
  const unions = layout.unions.filter(({ route, leftKey, rightKey, descent }) => {
    const [left, right] = [symbols.get(leftKey), symbols.get(rightKey)];
    const [from, to] = [route[0], route.at(-1)];
    if (left === undefined || right === undefined || from === undefined || to === undefined) return true;
    return !isBeside(left, from) || !isBeside(right, to) || left.x > right.x || !pieces(route).some((piece) => isOn(descent, piece));
  });
  const sibships = layout.sibships.filter(({ descent, lineY, childKeys }) => {
    const [from, to] = [descent[0], descent.at(-1)];
    if (from === undefined || to === undefined || !near(to.y, lineY)) return true;
    const starts = layout.unions.some((union) => near(union.descent.x, from.x) && near(union.descent.y, from.y)) || layout.symbols.some((symbol) => isBeside(symbol, from));
    return !starts || childKeys.some((key) => (symbols.get(key)?.y ?? -Infinity) - half <= lineY);
  });
  return [...unions.map(({ key }) => `the line of the couple ${key} ends in the air`), ...sibships.map(({ key }) => `a line to the children of ${key} ends in the air`)];
}

/** On the outline of any shape, or within a diamond's corners of it. */
const isBeside = (symbol: PlacedSymbol, { x, y }: Point): boolean => Math.abs(x - symbol.x) <= 26.01 && Math.abs(y - symbol.y) <= 26.01;

interface Piece {
  readonly from: Point;
  readonly to: Point;
}

const pieces = (points: readonly Point[]): readonly Piece[] => points.slice(1).flatMap((to, at) => (points[at] === undefined ? [] : [{ from: points[at], to }]));

const isOn = ({ x, y }: Point, { from, to }: Piece): boolean => x >= Math.min(from.x, to.x) - 0.01 && x <= Math.max(from.x, to.x) + 0.01 && y >= Math.min(from.y, to.y) - 0.01 && y <= Math.max(from.y, to.y) + 0.01;

function throughSymbols(layout: PedigreeLayout, symbols: ReadonlyMap<string, PlacedSymbol>): readonly string[] {
  const lines = [
    ...layout.unions.flatMap(({ key, route, leftKey, rightKey }) => pieces(route).map((piece) => ({ key, piece, own: [leftKey, rightKey] }))),
    ...layout.sibships.flatMap(({ key, descent, lineY, childKeys }) => {
      const tops = childKeys.flatMap((child) => symbols.get(child) ?? []);
      const xs = [...tops.map(({ x }) => x), descent.at(-1)?.x ?? 0];
      const owner = layout.symbols.filter(({ key: other }) => key.startsWith(`${other}/`)).map(({ key: other }) => other);
      return [
        ...pieces(descent).map((piece) => ({ key, piece, own: owner })),
        { key, piece: { from: { x: Math.min(...xs), y: lineY }, to: { x: Math.max(...xs), y: lineY } }, own: [] },
        ...tops.map((top) => ({ key, piece: { from: { x: top.x, y: lineY }, to: { x: top.x, y: top.y - half } }, own: [top.key] })),
      ];
    }),
  ];
  return lines.flatMap(({ key, piece, own }) => layout.symbols.filter((symbol) => !own.includes(symbol.key) && runsThrough(piece, symbol)).map((symbol) => `a line of ${key} runs through ${symbol.key}`));
}

/** All lines of a layout are level or upright, but for slanting ones, whose box is taken. */
function runsThrough({ from, to }: Piece, { x, y }: PlacedSymbol): boolean {
  const reach = halfWidth({ gender: 'man-boy', life: { kind: 'person' } }, 0) - 0.5;
  if (from.x !== to.x && from.y !== to.y) return false;
  return Math.max(from.x, to.x) > x - reach && Math.min(from.x, to.x) < x + reach && Math.max(from.y, to.y) > y - reach && Math.min(from.y, to.y) < y + reach;
}
