/** A row of an ordered list as it stands: its place is a number, the lowest first. */
export interface Placed {
  readonly id: string;
  readonly place: number;
}

/**
 * A place for each id, rising in the order given. As many as can keep the place they have; the others go between their neighbours, so that one
 * who comes in or moves changes no row but their own. Everyone gets a new place only where two neighbours have no number left between them.
 */
export function placesInOrder(ids: readonly string[], present: readonly Placed[]): ReadonlyMap<string, number> {
  const placeOf = new Map(present.map(({ id, place }) => [id, place]));
  const kept = longestRise(ids.map((id) => placeOf.get(id) ?? null));
  const places: number[] = [];
  for (let index = 0; index < ids.length; ) {
    const own = kept[index];
    if (own !== null && own !== undefined) {
      places.push(own);
      index += 1;
      continue;
    }
    const next = kept.findIndex((place, at) => at > index && place !== null);
    const end = next === -1 ? ids.length : next;
    places.push(...between(places.at(-1) ?? null, next === -1 ? null : (kept[next] ?? null), end - index));
    index = end;
  }
  const isRising = places.every((place, index) => index === 0 || place > (places[index - 1] ?? place));
  return new Map(ids.map((id, index) => [id, isRising ? (places[index] ?? 0) : index + 1]));
}

/** `count` numbers above `low` and below `high`, whole ones where there is no limit. */
function between(low: number | null, high: number | null, count: number): readonly number[] {
  const steps = Array.from({ length: count }, (_, index) => index + 1);
  if (high === null) return steps.map((step) => (low ?? 0) + step);
  if (low === null) return steps.map((step) => high - count - 1 + step);
  return steps.map((step) => low + ((high - low) * step) / (count + 1));
}

/** The longest rising run of numbers, others in between left out as null (patience sorting). */
function longestRise(numbers: readonly (number | null)[]): readonly (number | null)[] {
  /** By length less one: where the run of this length with the lowest end ends. */
  const ends: number[] = [];
  const before = new Map<number, number>();
  numbers.forEach((number, index) => {
    if (number === null) return;
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? -1] ?? Infinity) < number) low = middle + 1;
      else high = middle;
    }
    const previous = ends[low - 1];
    if (previous !== undefined) before.set(index, previous);
    ends[low] = index;
  });
  const kept = new Set<number>();
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) kept.add(at);
  return numbers.map((number, index) => (kept.has(index) ? number : null));
}
