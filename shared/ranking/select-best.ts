/** So many equal ranges of score are counted to find where the best end. */
const rangeCount = 1024;

/** Positions of the `limit` highest scores, highest first; equal ones in ascending position. Scores are finite. Costs three passes and a sort of little more than the answer. */
export function selectBest(scores: Float64Array, limit: number): readonly number[] {
  const wanted = Math.min(Math.max(0, Math.floor(limit)), scores.length);
  if (wanted === 0) return [];
  let highest = -Infinity;
  let lowest = Infinity;
  for (let position = 0; position < scores.length; position += 1) {
    const score = scores[position] as number;
    if (score > highest) highest = score;
    if (score < lowest) lowest = score;
  }
  // Ranges count from the best down; the last holds the lowest score.
  const perScore = highest > lowest ? (rangeCount - 1) / (highest - lowest) : 0;
  const counts = new Uint32Array(rangeCount);
  for (let position = 0; position < scores.length; position += 1) {
    const range = ((highest - (scores[position] as number)) * perScore) | 0;
    counts[range] = (counts[range] as number) + 1;
  }
  let lastRange = 0;
  for (let found = counts[0] as number; found < wanted && lastRange < rangeCount - 1; found += counts[lastRange] as number) lastRange += 1;
  const candidates: number[] = [];
  for (let position = 0; position < scores.length; position += 1) if ((((highest - (scores[position] as number)) * perScore) | 0) <= lastRange) candidates.push(position);
  return candidates.sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b).slice(0, wanted);
}
