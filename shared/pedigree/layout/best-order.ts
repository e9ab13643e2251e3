import { firstOrder, sideLinesByChild } from '#shared/pedigree/layout/first-order.ts';
import type { LayoutGraph, LayoutSymbol } from '#shared/pedigree/layout/layout-graph.ts';

/** Everybody from left to right, part beside part. */
export function bestOrder(graph: LayoutGraph): readonly LayoutSymbol[] {
  const sideLines = sideLinesByChild(graph);
  return graph.parts.flatMap((part) => withSiblingsInOrder(firstOrder(part, sideLines, new Map())));
}

/** Siblings share out the places that they hold by their birth order, which a loop may have upset. */
export function withSiblingsInOrder(order: readonly LayoutSymbol[]): readonly LayoutSymbol[] {
  const result = [...order];
  const placeOf = new Map(order.map((symbol, at) => [symbol, at]));
  for (const nuclear of new Set(order.flatMap(({ parents }) => parents ?? []))) {
    const places = nuclear.children.map((child) => placeOf.get(child) ?? 0).toSorted((first, second) => first - second);
    nuclear.children.forEach((child, at) => (result[places[at] ?? 0] = child));
  }
  return result;
}
