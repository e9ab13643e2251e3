import type { Problem } from '#shared/base/problem.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

/**
 * The is_a graph of an ontology over term numbers 0 … n−1, as packed lists: the parents of term `t` are
 * `parents[parentOffsets[t]] … parents[parentOffsets[t + 1] − 1]`, and likewise for the others.
 */
export interface TermGraph {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly parentOffsets: Int32Array;
  readonly parents: Int32Array;
  /** All ancestors and the term itself, ascending by number. */
  readonly ancestorOffsets: Int32Array;
  readonly ancestors: Int32Array;
  /** Every term after its parents. */
  readonly topologicalOrder: Int32Array;
}

/** More than 50 times what the HPO needs; stops a hostile chain of terms from taking all memory. */
const maximumAncestorEntries = 20_000_000;

/** Builds the graph; parents outside `terms` are left out. Refuses a cycle, naming its terms. */
export function buildTermGraph(terms: readonly { readonly id: string; readonly parents: readonly string[] }[]): Result<TermGraph, Problem> {
  const ids = terms.map((term) => term.id);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const parentLists = terms.map((term) => [...new Set(term.parents)].map((id) => indexOf.get(id)).filter((index) => index !== undefined));
  const [parentOffsets, parents] = pack(parentLists);
  const childLists: number[][] = ids.map(() => []);
  parentLists.forEach((list, child) => list.forEach((parent) => childLists[parent]?.push(child)));

  const topologicalOrder = orderParentsFirst(parentLists, childLists);
  if (topologicalOrder.length < ids.length) return refusal(cycleProblem(ids, parentLists, topologicalOrder));
  const ancestorLists = listAncestors(parentLists, topologicalOrder);
  if (ancestorLists === null) return refusal({ severity: 'error', rule: 'ontology-too-deep', message: 'the is_a graph is deeper than any real ontology' });
  const [ancestorOffsets, ancestors] = pack(ancestorLists);
  return success({ ids, indexOf, parentOffsets, parents, ancestorOffsets, ancestors, topologicalOrder });
}

const parentsOf = (graph: TermGraph, term: number): Int32Array => slice(graph.parentOffsets, graph.parents, term);
/** All ancestors and the term itself. */
export const ancestorsOf = (graph: TermGraph, term: number): Int32Array => slice(graph.ancestorOffsets, graph.ancestors, term);

/** 1 for the root and everything below it, by term number. All 0 where the root is not in the graph. */
export function markBranch(graph: TermGraph, rootId: string): Uint8Array {
  const marks = new Uint8Array(graph.ids.length);
  const root = graph.indexOf.get(rootId);
  if (root === undefined) return marks;
  for (const term of graph.topologicalOrder) {
    if (term === root || parentsOf(graph, term).some((parent) => marks[parent] === 1)) marks[term] = 1;
  }
  return marks;
}

function slice(offsets: Int32Array, values: Int32Array, index: number): Int32Array {
  return values.subarray(offsets[index] ?? 0, offsets[index + 1] ?? 0);
}

function pack(lists: readonly (readonly number[] | Int32Array)[]): [Int32Array, Int32Array] {
  const offsets = new Int32Array(lists.length + 1);
  let total = 0;
  lists.forEach((list, index) => {
    total += list.length;
    offsets[index + 1] = total;
  });
  const values = new Int32Array(total);
  lists.forEach((list, index) => values.set(list, offsets[index]));
  return [offsets, values];
}

function orderParentsFirst(parentLists: readonly number[][], childLists: readonly number[][]): Int32Array {
  const waitingFor = parentLists.map((list) => list.length);
  const order: number[] = [];
  waitingFor.forEach((count, term) => {
    if (count === 0) order.push(term);
  });
  for (let next = 0; next < order.length; next++) {
    for (const child of childLists[order[next] ?? 0] ?? []) {
      const left = (waitingFor[child] ?? 0) - 1;
      waitingFor[child] = left;
      if (left === 0) order.push(child);
    }
  }
  return Int32Array.from(order);
}

function listAncestors(parentLists: readonly number[][], order: Int32Array): Int32Array[] | null {
  const lists: Int32Array[] = parentLists.map(() => new Int32Array(0));
  let total = 0;
  for (const term of order) {
    const found = new Set([term]);
    for (const parent of parentLists[term] ?? []) for (const ancestor of lists[parent] ?? []) found.add(ancestor);
    total += found.size;
    if (total > maximumAncestorEntries) return null;
    lists[term] = Int32Array.from(found).sort();
  }
  return lists;
}

/** Walks upwards from a term that could not be ordered until a term repeats: the part since then is a cycle. */
function cycleProblem(ids: readonly string[], parentLists: readonly number[][], ordered: Int32Array): Problem {
  const done = new Uint8Array(ids.length);
  for (const term of ordered) done[term] = 1;
  const path: number[] = [];
  const placeInPath = new Map<number, number>();
  let term = done.indexOf(0);
  while (!placeInPath.has(term)) {
    placeInPath.set(term, path.length);
    path.push(term);
    term = parentLists[term]?.find((parent) => done[parent] === 0) ?? term;
  }
  const cycle = [...path.slice(placeInPath.get(term)), term].map((index) => ids[index] ?? '');
  const shown = cycle.length > 8 ? [...cycle.slice(0, 7), '…'] : cycle;
  return { severity: 'error', rule: 'ontology-cycle', message: `the is_a relations form a circle: ${shown.join(' is_a ')}` };
}
