import { refusal, success, type Result } from '#shared/base/result.ts';

/** A table of non-negative weights over some variables, row-major: the last variable changes fastest. */
export interface Factor {
  readonly variables: readonly number[];
  readonly table: Float64Array;
}

export interface NetworkPosterior {
  /** Natural logarithm of the sum over everything; −Infinity where all weights vanish. */
  readonly logTotal: number;
  /** Distribution of one variable; all zeros where the total is 0. */
  readonly marginal: (variable: number) => Float64Array;
}

/** The elimination would need tables of this many numbers. */
export interface NetworkTooLarge {
  readonly kind: 'too-large';
  readonly largestTable: number;
  readonly allTables: number;
}

/** Numbers in the largest table and in all tables together that are still worked out: 128 MB and 256 MB, and some seconds. */
export const largestTableAllowed = 16_777_216;
export const allTablesAllowed = 33_554_432;

/**
 * Sums out a product of factors exactly and gives every variable's distribution.
 *
 * Formula: bucket elimination along a min-fill order makes a tree of cliques; one pass towards the root gives the total, one pass back gives each
 * clique's weights, from which the marginals are read. Each message is scaled by its greatest number and the logarithm of the scale is kept, so that
 * large families do not underflow.
 * Source: Lauritzen & Spiegelhalter 1988, doi 10.1111/j.2517-6161.1988.tb01721.x; Dechter 1999, doi 10.1016/S0004-3702(99)00059-4;
 * in pedigrees Cannings, Thompson & Skolnick 1978, doi 10.2307/1426718.
 * Limits: a relative weight below 1e-300 within one table counts as 0.
 */
export function solveNetwork(cardinalities: readonly number[], factors: readonly Factor[]): Result<NetworkPosterior, NetworkTooLarge> {
  const cliques = cliquesOf(cardinalities, factors);
  const sizes = cliques.map((clique) => clique.variables.reduce((size, variable) => size * (cardinalities[variable] ?? 1), 1));
  const largestTable = Math.max(0, ...sizes);
  const allTables = sizes.reduce((sum, size) => sum + size, 0);
  if (largestTable > largestTableAllowed || allTables > allTablesAllowed) return refusal({ kind: 'too-large', largestTable, allTables });
  const { tables, messages, logTotal } = collect(cliques, cardinalities, factors);
  // Parts of the network that are not joined to the impossible one would else still have weights.
  if (logTotal === -Infinity) return success({ logTotal, marginal: (variable) => new Float64Array(cardinalities[variable] ?? 0) });
  const cliqueOf = new Map(cliques.map((clique, index) => [clique.eliminated, index]));
  const isComplete = new Uint8Array(cliques.length);
  return success({
    logTotal,
    marginal: (variable) => {
      const index = cliqueOf.get(variable) ?? 0;
      complete(index, isComplete, { cliques, cardinalities, tables, messages });
      return marginalOf(cliques, tables, cardinalities, index, variable);
    },
  });
}

/** One bucket: the variable it sums out, with the variables that it is joined to when its turn comes. */
interface Clique {
  readonly eliminated: number;
  /** The eliminated variable last, so that summing it out runs along the table. */
  readonly variables: readonly number[];
  readonly separator: readonly number[];
  /** The clique that the message goes to; −1 for a root. */
  parent: number;
}

function cliquesOf(cardinalities: readonly number[], factors: readonly Factor[]): readonly Clique[] {
  const neighbours = cardinalities.map(() => new Set<number>());
  for (const { variables } of factors) for (const first of variables) for (const second of variables) if (first !== second) neighbours[first]?.add(second);
  const cliques: Clique[] = [];
  const remaining = new Set(cardinalities.keys());
  const costs = new Map<number, Cost>();
  while (remaining.size > 0) {
    const variable = cheapest(remaining, costs, neighbours, cardinalities);
    const around = [...(neighbours[variable] ?? [])].sort((first, second) => first - second);
    cliques.push({ eliminated: variable, variables: [...around, variable], separator: around, parent: -1 });
    eliminate(variable, around, neighbours, costs);
    remaining.delete(variable);
  }
  const position = new Map(cliques.map((clique, index) => [clique.eliminated, index]));
  for (const clique of cliques) if (clique.separator.length > 0) clique.parent = Math.min(...clique.separator.map((variable) => position.get(variable) ?? 0));
  return cliques;
}

interface Cost {
  readonly fill: number;
  readonly size: number;
}

/** A variable whose elimination joins nobody anew, which is never wrong; else the one that joins the fewest pairs, between equals the smaller table. */
function cheapest(remaining: ReadonlySet<number>, costs: Map<number, Cost>, neighbours: readonly ReadonlySet<number>[], cardinalities: readonly number[]): number {
  let best = -1;
  let bestCost: Cost = { fill: Infinity, size: Infinity };
  for (const variable of remaining) {
    const cost = costs.get(variable) ?? costOf(variable, neighbours, cardinalities);
    costs.set(variable, cost);
    if (cost.fill === 0) return variable;
    if (cost.fill < bestCost.fill || (cost.fill === bestCost.fill && cost.size < bestCost.size)) {
      best = variable;
      bestCost = cost;
    }
  }
  return best;
}

function costOf(variable: number, neighbours: readonly ReadonlySet<number>[], cardinalities: readonly number[]): Cost {
  const around = [...(neighbours[variable] ?? [])];
  let fill = 0;
  around.forEach((first, index) => {
    for (const second of around.slice(index + 1)) if (neighbours[first]?.has(second) !== true) fill += 1;
  });
  return { fill, size: around.reduce((size, other) => size * (cardinalities[other] ?? 1), cardinalities[variable] ?? 1) };
}

/** Joins the neighbours with one another, takes the variable out, and forgets the costs that this changes. */
function eliminate(variable: number, around: readonly number[], neighbours: readonly Set<number>[], costs: Map<number, Cost>): void {
  for (const first of around) {
    neighbours[first]?.delete(variable);
    for (const second of around) if (first !== second) neighbours[first]?.add(second);
  }
  for (const first of around) {
    costs.delete(first);
    for (const second of neighbours[first] ?? []) costs.delete(second);
  }
}

interface Collected {
  readonly tables: readonly Float64Array[];
  /** What each clique sent to its parent. */
  readonly messages: readonly Float64Array[];
  readonly logTotal: number;
}

function collect(cliques: readonly Clique[], cardinalities: readonly number[], factors: readonly Factor[]): Collected {
  const tables = cliques.map((clique) => new Float64Array(clique.variables.reduce((size, variable) => size * (cardinalities[variable] ?? 1), 1)).fill(1));
  const position = new Map(cliques.map((clique, index) => [clique.eliminated, index]));
  for (const factor of factors) {
    const home = Math.min(...factor.variables.map((variable) => position.get(variable) ?? 0));
    const clique = cliques[home];
    const table = tables[home];
    if (clique !== undefined && table !== undefined) multiplyInto(table, clique.variables, cardinalities, factor);
  }
  let logTotal = 0;
  const messages = cliques.map((clique, index) => {
    const table = tables[index] ?? new Float64Array();
    const message = sumOutLast(table, cardinalities[clique.eliminated] ?? 1);
    logTotal += scale(message);
    const parentTable = tables[clique.parent];
    const parent = cliques[clique.parent];
    if (parent !== undefined && parentTable !== undefined) multiplyInto(parentTable, parent.variables, cardinalities, { variables: clique.separator, table: message });
    return message;
  });
  return { tables, messages, logTotal };
}

interface CollectedCliques extends Pick<Collected, 'tables' | 'messages'> {
  readonly cliques: readonly Clique[];
  readonly cardinalities: readonly number[];
}

/** Tells a clique what the rest of the tree says, from the root down to it; only those on the way, because most questions are about few people. */
function complete(index: number, isComplete: Uint8Array, { cliques, cardinalities, tables, messages }: CollectedCliques): void {
  const way: number[] = [];
  for (let next = index; next >= 0 && isComplete[next] === 0; next = cliques[next]?.parent ?? -1) way.push(next);
  for (const one of way.toReversed()) {
    isComplete[one] = 1;
    const clique = cliques[one];
    const table = tables[one];
    const parent = cliques[clique?.parent ?? -1];
    const parentTable = tables[clique?.parent ?? -1];
    if (clique === undefined || table === undefined || parent === undefined || parentTable === undefined) continue;
    const update = sumOnto(parentTable, parent.variables, clique.separator, cardinalities);
    const sent = messages[one] ?? new Float64Array();
    for (let cell = 0; cell < update.length; cell += 1) update[cell] = sent[cell] === 0 ? 0 : (update[cell] ?? 0) / (sent[cell] ?? 1);
    scale(update);
    multiplyInto(table, clique.variables, cardinalities, { variables: clique.separator, table: update });
    scale(table);
  }
}

function marginalOf(cliques: readonly Clique[], tables: readonly Float64Array[], cardinalities: readonly number[], index: number, variable: number): Float64Array {
  const sums = sumOnto(tables[index] ?? new Float64Array(), cliques[index]?.variables ?? [], [variable], cardinalities);
  const total = sums.reduce((sum, value) => sum + value, 0);
  return total === 0 ? sums : sums.map((value) => value / total);
}

/** Divides by the greatest number and returns its natural logarithm; −Infinity for a table of zeros, which is left as it is. */
function scale(table: Float64Array): number {
  let greatest = 0;
  for (const value of table) if (value > greatest) greatest = value;
  if (greatest === 0) return -Infinity;
  for (let cell = 0; cell < table.length; cell += 1) table[cell] = (table[cell] ?? 0) / greatest;
  return Math.log(greatest);
}

function sumOutLast(table: Float64Array, cardinality: number): Float64Array {
  const result = new Float64Array(table.length / cardinality);
  let cell = 0;
  for (let target = 0; target < result.length; target += 1) {
    let sum = 0;
    for (const end = cell + cardinality; cell < end; cell += 1) sum += table[cell] ?? 0;
    result[target] = sum;
  }
  return result;
}

function multiplyInto(table: Float64Array, variables: readonly number[], cardinalities: readonly number[], factor: Factor): void {
  const { table: values } = factor;
  forEachRun(table.length, variables, cardinalities, factor.variables, (from, to, at, step) => {
    for (let cell = from, other = at; cell < to; cell += 1, other += step) table[cell] = (table[cell] ?? 0) * (values[other] ?? 0);
  });
}

function sumOnto(table: Float64Array, variables: readonly number[], onto: readonly number[], cardinalities: readonly number[]): Float64Array {
  const result = new Float64Array(onto.reduce((size, variable) => size * (cardinalities[variable] ?? 1), 1));
  forEachRun(table.length, variables, cardinalities, onto, (from, to, at, step) => {
    for (let cell = from, other = at; cell < to; cell += 1, other += step) result[other] = (result[other] ?? 0) + (table[cell] ?? 0);
  });
  return result;
}

/** Cells `from` up to `to` of a table, along which only the last variable changes; beside them the cells of a smaller table from `at`, `step` apart. */
type VisitRun = (from: number, to: number, at: number, step: number) => void;

/** Runs through a table and, beside it, through a smaller table over some of its variables. */
function forEachRun(length: number, variables: readonly number[], cardinalities: readonly number[], subset: readonly number[], visit: VisitRun): void {
  const strides = stridesIn(subset, cardinalities);
  const steps = Int32Array.from(variables, (variable) => strides.get(variable) ?? 0);
  const sizes = Int32Array.from(variables, (variable) => cardinalities[variable] ?? 1);
  const last = variables.length - 1;
  const run = sizes[last] ?? 1;
  const counter = new Int32Array(variables.length);
  let at = 0;
  for (let cell = 0; cell < length; cell += run) {
    visit(cell, cell + run, at, steps[last] ?? 0);
    for (let digit = last - 1; digit >= 0; digit -= 1) {
      const next = (counter[digit] ?? 0) + 1;
      const step = steps[digit] ?? 0;
      const size = sizes[digit] ?? 1;
      if (next < size) {
        counter[digit] = next;
        at += step;
        break;
      }
      counter[digit] = 0;
      at -= step * (size - 1);
    }
  }
}

function stridesIn(variables: readonly number[], cardinalities: readonly number[]): ReadonlyMap<number, number> {
  const strides = new Map<number, number>();
  let stride = 1;
  for (const variable of variables.toReversed()) {
    strides.set(variable, stride);
    stride *= cardinalities[variable] ?? 1;
  }
  return strides;
}
