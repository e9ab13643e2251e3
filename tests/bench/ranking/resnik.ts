import { at, positionOfTerm, type RankingIndex } from '#shared/ranking/ranking-index.ts';

/**
 * The usual peer: mean over the patient's terms of the information content of the best common ancestor with the disease.
 * Formula: IC(a) = −ln(diseases at or below a / all diseases). Source: P. Resnik 1995, DOI 10.48550/arXiv.cmp-lg/9511007; as used for
 * diagnosis by S. Köhler et al. 2009, DOI 10.1016/j.ajhg.2009.09.003 (patient to disease).
 */
export function createResnik(index: RankingIndex): (observed: readonly string[]) => Float64Array {
  const diseaseCount = index.diseases.length;
  const information = Float64Array.from(index.termNumbers, (_, term) => -Math.log(Math.max(1, at(index.postingStart, term + 1) - at(index.postingStart, term)) / diseaseCount));
  const best = new Float64Array(diseaseCount);
  return (observed) => {
    const scores = new Float64Array(diseaseCount);
    for (const id of new Set(observed)) {
      const term = positionOfTerm(index, id);
      if (term < 0) continue;
      best.fill(0);
      for (let i = at(index.ancestorStart, term); i < at(index.ancestorStart, term + 1); i += 1) raiseBest(index, information, at(index.ancestors, i), best);
      for (let disease = 0; disease < diseaseCount; disease += 1) scores[disease] = (scores[disease] as number) + (best[disease] as number) / observed.length;
    }
    return scores;
  };
}

function raiseBest(index: RankingIndex, information: Float64Array, ancestor: number, best: Float64Array): void {
  const value = at(information, ancestor);
  const end = at(index.postingStart, ancestor + 1);
  for (let p = at(index.postingStart, ancestor); p < end; p += 1) {
    const disease = index.postingDisease[p] as number;
    if (value > (best[disease] as number)) best[disease] = value;
  }
}
