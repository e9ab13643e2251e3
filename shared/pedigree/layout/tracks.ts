import type { NuclearFamily } from '#shared/pedigree/layout/layout-graph.ts';

/** How many heights the sibship lines between two rows need, and which each takes, 0 the lowest. */
interface SibshipTracks {
  readonly count: number;
  readonly trackOf: ReadonlyMap<NuclearFamily, number>;
}

interface Line {
  readonly nuclear: NuclearFamily;
  readonly start: number;
  readonly children: readonly number[];
  readonly from: number;
  readonly to: number;
}

/** Nearer than this, two lines look like one. */
const tooNear = 5;

/** Sibship lines that lie over one another get heights of their own, in the order that crosses fewest other lines. */
export function sibshipTracks(families: readonly NuclearFamily[], startOf: (nuclear: NuclearFamily) => number): SibshipTracks {
  const lines = families.map((nuclear): Line => {
    const start = startOf(nuclear);
    const children = nuclear.children.map(({ x }) => x);
    return { nuclear, start, children, from: Math.min(start, ...children), to: Math.max(start, ...children) };
  }).toSorted((first, second) => first.from - second.from || first.nuclear.index - second.nuclear.index);
  const below = new Map<Line, Line[]>(lines.map((line) => [line, []]));
  for (const [at, line] of lines.entries()) {
    for (let next = at + 1; next < lines.length; next += 1) {
      const other = lines[next];
      if (other === undefined || other.from > line.to + tooNear) break;
      if (costOf(line, other) <= costOf(other, line)) below.get(line)?.push(other);
      else below.get(other)?.push(line);
    }
  }
  const trackOf = new Map<NuclearFamily, number>();
  const visiting = new Set<Line>();
  const trackFor = (line: Line): number => {
    const known = trackOf.get(line.nuclear);
    if (known !== undefined) return known;
    visiting.add(line);
    const taken = (below.get(line) ?? []).filter((other) => !visiting.has(other)).map(trackFor);
    visiting.delete(line);
    const track = taken.length === 0 ? 0 : Math.max(...taken) + 1;
    trackOf.set(line.nuclear, track);
    return track;
  };
  for (const line of lines) trackFor(line);
  partCircles(lines, trackOf);
  return { count: lines.reduce((most, { nuclear }) => Math.max(most, (trackOf.get(nuclear) ?? 0) + 1), 0), trackOf };
}

/** Crossings where the first line lies above the second, and much more where a vertical part of one would lie on one of the other. */
function costOf(upper: Line, lower: Line): number {
  const ownLines = upper.children.filter((child) => child > lower.from && child < lower.to).length;
  const descent = lower.start > upper.from && lower.start < upper.to ? 1 : 0;
  const onTop = upper.children.filter((child) => Math.abs(child - lower.start) < tooNear).length;
  return ownLines + descent + onTop * 20;
}

/** Three lines may each want to lie above the next: then the later ones go up until none lies on another. */
function partCircles(lines: readonly Line[], trackOf: Map<NuclearFamily, number>): void {
  for (const [at, line] of lines.entries()) {
    const near = lines.slice(0, at).filter((other) => other.to + tooNear >= line.from);
    const taken = new Set(near.map((other) => trackOf.get(other.nuclear)));
    let track = trackOf.get(line.nuclear) ?? 0;
    while (taken.has(track)) track += 1;
    trackOf.set(line.nuclear, track);
  }
}
