/** Positions of the `limit` highest scores, highest first; equal ones in ascending position. Costs one pass over the scores. */
export function selectBest(scores: Float64Array, limit: number): readonly number[] {
  const wanted = Math.min(Math.max(0, Math.floor(limit)), scores.length);
  if (wanted === 0) return [];
  const heap = new Int32Array(wanted);
  let size = 0;
  const isWorse = (a: number, b: number): boolean => {
    const first = scores[a] as number;
    const second = scores[b] as number;
    return first < second || (first === second && a > b);
  };
  const sink = (from: number): void => {
    let place = from;
    for (;;) {
      const left = 2 * place + 1;
      const right = left + 1;
      let worst = place;
      if (left < size && isWorse(heap[left] as number, heap[worst] as number)) worst = left;
      if (right < size && isWorse(heap[right] as number, heap[worst] as number)) worst = right;
      if (worst === place) return;
      const held = heap[place] as number;
      heap[place] = heap[worst] as number;
      heap[worst] = held;
      place = worst;
    }
  };
  let threshold = -Infinity;
  for (let position = 0; position < scores.length; position += 1) {
    if (size === wanted && (scores[position] as number) <= threshold) continue;
    if (size < wanted) {
      heap[size] = position;
      size += 1;
      if (size === wanted) for (let place = (size >> 1) - 1; place >= 0; place -= 1) sink(place);
    } else {
      heap[0] = position;
      sink(0);
    }
    if (size === wanted) threshold = scores[heap[0] as number] as number;
  }
  return Array.from(heap).sort((a, b) => (isWorse(b, a) ? -1 : 1));
}
