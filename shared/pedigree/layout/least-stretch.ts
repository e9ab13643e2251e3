/** From must stand at least `length` levels above to. */
export interface LevelEdge {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  readonly length: number;
}

/**
 * Levels that keep every edge at least as long as it has to be and make the weighted sum of what they are longer the least possible.
 *
 * Source: the network simplex method for layered drawings (Gansner, Koutsofios, North and Vo 1993, doi 10.1109/32.221135).
 * Assumes no circles. The levels of each connected part begin at 0. Ties fall by the order of edges, so the same edges give the same levels.
 */
export function leastStretch(count: number, edges: readonly LevelEdge[]): readonly number[] {
  const levels = longestPaths(count, edges);
  const tree = tightTree(count, edges, levels);
  // Each step makes the sum smaller or swaps edges of equal length; the bound ends the rare dance among equals.
  for (let step = 0; step < 4 * count + 100; step += 1) {
    if (!improve(count, edges, levels, tree)) break;
  }
  return fromZero(count, edges, levels);
}

const slackOf = (edge: LevelEdge, levels: readonly number[]): number => (levels[edge.to] ?? 0) - (levels[edge.from] ?? 0) - edge.length;

function longestPaths(count: number, edges: readonly LevelEdge[]): number[] {
  const waits = Array.from({ length: count }, () => 0);
  const out = Array.from({ length: count }, (): LevelEdge[] => []);
  for (const edge of edges) {
    waits[edge.to] = (waits[edge.to] ?? 0) + 1;
    out[edge.from]?.push(edge);
  }
  const levels = Array.from({ length: count }, () => 0);
  const open = [...waits.entries()].filter(([, wait]) => wait === 0).map(([node]) => node);
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const edge of out[node] ?? []) {
      levels[edge.to] = Math.max(levels[edge.to] ?? 0, (levels[node] ?? 0) + edge.length);
      waits[edge.to] = (waits[edge.to] ?? 0) - 1;
      if (waits[edge.to] === 0) open.push(edge.to);
    }
  }
  return levels;
}

/** A spanning forest of edges without slack; levels are moved until every part has one. */
function tightTree(count: number, edges: readonly LevelEdge[], levels: number[]): Set<LevelEdge> {
  const tree = new Set<LevelEdge>();
  const incident = incidentEdges(count, edges);
  const reached = Array.from({ length: count }, () => false);
  for (let start = 0; start < count; start += 1) {
    if (reached[start] === true) continue;
    const members = [start];
    reached[start] = true;
    for (;;) {
      growTight(members, incident, levels, reached, tree);
      const entering = leastSlackAround(members, incident, levels, reached);
      if (entering === null) break;
      const slack = slackOf(entering, levels) * (reached[entering.from] === true ? 1 : -1);
      for (const node of members) levels[node] = (levels[node] ?? 0) + slack;
    }
  }
  return tree;
}

function growTight(members: number[], incident: readonly (readonly LevelEdge[])[], levels: readonly number[], reached: boolean[], tree: Set<LevelEdge>): void {
  for (const node of members) {
    for (const edge of incident[node] ?? []) {
      const other = edge.from === node ? edge.to : edge.from;
      if (reached[other] === true || slackOf(edge, levels) !== 0) continue;
      reached[other] = true;
      members.push(other);
      tree.add(edge);
    }
  }
}

function leastSlackAround(members: readonly number[], incident: readonly (readonly LevelEdge[])[], levels: readonly number[], reached: readonly boolean[]): LevelEdge | null {
  let best: LevelEdge | null = null;
  for (const node of members) {
    for (const edge of incident[node] ?? []) {
      if (reached[edge.from] === true && reached[edge.to] === true) continue;
      if (best === null || slackOf(edge, levels) < slackOf(best, levels)) best = edge;
    }
  }
  return best;
}

/** Takes out the tree edge that costs most and brings in the tightest edge the other way; false where nothing gets shorter. */
function improve(count: number, edges: readonly LevelEdge[], levels: number[], tree: Set<LevelEdge>): boolean {
  const { order, parentEdge } = rooted(count, tree);
  const balance = Array.from({ length: count }, () => 0);
  for (const { from, to, weight } of edges) {
    balance[from] = (balance[from] ?? 0) + weight;
    balance[to] = (balance[to] ?? 0) - weight;
  }
  let leaving: LevelEdge | null = null;
  let leavingChild = -1;
  let worst = 0;
  for (const node of order.toReversed()) {
    const edge = parentEdge[node];
    if (edge === null || edge === undefined) continue;
    const up = edge.from === node ? edge.to : edge.from;
    const sum = balance[node] ?? 0;
    balance[up] = (balance[up] ?? 0) + sum;
    const cut = edge.from === node ? sum : -sum;
    if (cut < worst) [worst, leaving, leavingChild] = [cut, edge, node];
  }
  if (leaving === null) return false;
  tree.delete(leaving);
  const inside = nodesFrom(count, tree, leavingChild);
  const wantsFrom = leaving.from === leavingChild;
  let entering: LevelEdge | null = null;
  for (const edge of edges) {
    const crosses = wantsFrom ? inside[edge.from] !== true && inside[edge.to] === true : inside[edge.from] === true && inside[edge.to] !== true;
    if (crosses && (entering === null || slackOf(edge, levels) < slackOf(entering, levels))) entering = edge;
  }
  if (entering === null) {
    tree.add(leaving);
    return false;
  }
  const shift = slackOf(entering, levels) * (wantsFrom ? -1 : 1);
  for (let node = 0; node < count; node += 1) if (inside[node] === true) levels[node] = (levels[node] ?? 0) + shift;
  tree.add(entering);
  return true;
}

function rooted(count: number, tree: ReadonlySet<LevelEdge>): { readonly order: readonly number[]; readonly parentEdge: readonly (LevelEdge | null)[] } {
  const incident = incidentEdges(count, tree);
  const parentEdge = Array.from({ length: count }, (): LevelEdge | null => null);
  const reached = Array.from({ length: count }, () => false);
  const order: number[] = [];
  for (let start = 0; start < count; start += 1) {
    if (reached[start] === true) continue;
    reached[start] = true;
    const open = [start];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      order.push(node);
      for (const edge of incident[node] ?? []) {
        const other = edge.from === node ? edge.to : edge.from;
        if (reached[other] === true) continue;
        reached[other] = true;
        parentEdge[other] = edge;
        open.push(other);
      }
    }
  }
  return { order, parentEdge };
}

function nodesFrom(count: number, tree: ReadonlySet<LevelEdge>, start: number): readonly boolean[] {
  const incident = incidentEdges(count, tree);
  const inside = Array.from({ length: count }, () => false);
  inside[start] = true;
  const open = [start];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const edge of incident[node] ?? []) {
      const other = edge.from === node ? edge.to : edge.from;
      if (inside[other] === true) continue;
      inside[other] = true;
      open.push(other);
    }
  }
  return inside;
}

function incidentEdges(count: number, edges: Iterable<LevelEdge>): readonly (readonly LevelEdge[])[] {
  const incident = Array.from({ length: count }, (): LevelEdge[] => []);
  for (const edge of edges) {
    incident[edge.from]?.push(edge);
    incident[edge.to]?.push(edge);
  }
  return incident;
}

function fromZero(count: number, edges: readonly LevelEdge[], levels: readonly number[]): readonly number[] {
  const incident = incidentEdges(count, edges);
  const result = [...levels];
  const reached = Array.from({ length: count }, () => false);
  for (let start = 0; start < count; start += 1) {
    if (reached[start] === true) continue;
    const part = [start];
    reached[start] = true;
    for (const node of part) {
      for (const edge of incident[node] ?? []) {
        for (const other of [edge.from, edge.to]) {
          if (reached[other] === true) continue;
          reached[other] = true;
          part.push(other);
        }
      }
    }
    const least = Math.min(...part.map((node) => levels[node] ?? 0));
    for (const node of part) result[node] = (levels[node] ?? 0) - least;
  }
  return result;
}
