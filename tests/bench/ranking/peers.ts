import { type RankingCase } from '#shared/ranking/ranking-case.ts';
import { ancestorsOf } from '#shared/ranking/evidence.ts';
import { findPosting } from '#shared/ranking/measures.ts';
import { at, positionOfTerm, type RankingIndex } from '#shared/ranking/ranking-index.ts';

/** Scores every disease for a patient, best highest, by position. */
export type Peer = (patient: RankingCase) => Float64Array;

/**
 * simGIC: information shared by two closures over the information of both.
 * Formula: Σ IC over the terms in both / Σ IC over the terms in either, IC(a) = −ln(diseases at or below a / all diseases).
 * Source: C. Pesquita et al. 2008, Metrics for GO based protein semantic similarity, DOI 10.1186/1471-2105-9-S5-S4.
 */
export function createSimGic(index: RankingIndex): Peer {
  const count = index.diseases.length;
  const information = Float64Array.from(index.termNumbers, (_, term) => -Math.log(Math.max(1, holdersOf(index, term)) / count));
  const whole = new Float64Array(count);
  index.termNumbers.forEach((_, term) => forEachHolder(index, term, (disease) => (whole[disease] = at(whole, disease) + at(information, term))));
  return ({ observed }) => {
    const closure = closureOf(index, observed);
    const shared = new Float64Array(count);
    let own = 0;
    for (const term of closure) {
      own += at(information, term);
      forEachHolder(index, term, (disease) => (shared[disease] = at(shared, disease) + at(information, term)));
    }
    return shared.map((both, disease) => both / Math.max(1e-9, own + at(whole, disease) - both));
  };
}

/** LIRICAL's least likelihood ratio of an observed term. */
const leastRatio = 0.01;

/**
 * LIRICAL's phenotype likelihood ratio.
 * Formula: Σ ln(P(term | disease) / P(term | background)), the background being the mean over diseases. Term or a narrower one annotated:
 * greatest such frequency; an annotated parent: its frequency / number of its children; else both of the closest common ancestor, not
 * below 1/100; excluded: ln((1 − f) / (1 − background)). Source: P. N. Robinson et al. 2020, DOI 10.1016/j.ajhg.2020.06.021.
 */
export function createLirical(index: RankingIndex, usesExcluded: boolean): Peer {
  const count = index.diseases.length;
  const { parents, childCount } = parentsOf(index);
  const background = (term: number): number => Math.max(1e-6, at(index.meanFrequency, term));
  const frequencyOf = (term: number, disease: number): number | null => {
    const posting = findPosting(index, term, disease);
    return posting < 0 ? null : at(index.postingFrequency, posting);
  };
  return ({ observed, excluded }) => {
    const scores = new Float64Array(count);
    for (const term of positionsOf(index, observed)) {
      const ratio = new Float64Array(count).fill(leastRatio);
      // From the broadest ancestor to the term itself: the closest one writes last.
      for (const ancestor of ancestorsOf(index, term)) {
        if (at(index.meanFrequency, ancestor) > 0.99 || ancestorsOf(index, ancestor).length === 1) continue;
        const from = at(index.postingStart, ancestor);
        for (let p = from; p < at(index.postingStart, ancestor + 1); p += 1) ratio[at(index.postingDisease, p)] = Math.max(leastRatio, at(index.postingFrequency, p) / background(ancestor));
      }
      for (const parent of parents[term] ?? []) {
        forEachHolder(index, parent, (disease) => {
          if (frequencyOf(term, disease) !== null || !isAnnotated(index, parent, disease)) return;
          ratio[disease] = Math.max(leastRatio, (frequencyOf(parent, disease) ?? 0) / Math.max(1, at(childCount, parent)) / background(term));
        });
      }
      for (let disease = 0; disease < count; disease += 1) scores[disease] = at(scores, disease) + Math.log(at(ratio, disease));
    }
    for (const term of usesExcluded ? positionsOf(index, excluded) : []) {
      const none = -Math.log(1 - Math.min(0.99, background(term)));
      for (let disease = 0; disease < count; disease += 1) scores[disease] = at(scores, disease) + none;
      forEachHolder(index, term, (disease) => (scores[disease] = at(scores, disease) + Math.log(1 - Math.min(0.99, frequencyOf(term, disease) ?? 0))));
    }
    return scores;
  };
}

/** Rates of false positives and false negatives over which BOQA averages. */
const falsePositiveRates = [1e-5, 1e-4, 5e-4, 1e-3, 5e-3, 1e-2];
const falseNegativeRates = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/**
 * BOQA: a Bayesian network whose query layer repeats the disease's terms with errors.
 * Formula: P(query | disease) averaged over rates α, β of α^FP (1 − α)^TN β^FN (1 − β)^TP, counted over the terms whose parents are all
 * in the query, since a term is only reported below reported ones. Source: S. Bauer et al. 2012, DOI 10.1093/bioinformatics/bts471.
 * Limits: without its frequency-aware extension, which averages over subsets of the annotations.
 */
export function createBoqa(index: RankingIndex): Peer {
  const count = index.diseases.length;
  const { parents, children } = parentsOf(index);
  return ({ observed }) => {
    const query = closureOf(index, observed);
    const open = new Set([...query].flatMap((term) => children[term] ?? []).filter((term) => !query.has(term) && (parents[term] ?? []).every((parent) => query.has(parent))));
    const truePositives = new Uint32Array(count);
    const falseNegatives = new Uint32Array(count);
    for (const term of query) forEachHolder(index, term, (disease) => (truePositives[disease] = at(truePositives, disease) + 1));
    for (const term of open) forEachHolder(index, term, (disease) => (falseNegatives[disease] = at(falseNegatives, disease) + 1));
    const known = new Map<string, number>();
    return Float64Array.from({ length: count }, (_, disease) => {
      const hit = at(truePositives, disease);
      const missed = at(falseNegatives, disease);
      const key = `${hit} ${missed}`;
      const score = known.get(key) ?? logLikelihood(query.size - hit, open.size - missed, missed, hit);
      known.set(key, score);
      return score;
    });
  };
}

function logLikelihood(falsePositives: number, trueNegatives: number, falseNegatives: number, truePositives: number): number {
  const terms = falsePositiveRates.flatMap((alpha) =>
    falseNegativeRates.map((beta) => falsePositives * Math.log(alpha) + trueNegatives * Math.log(1 - alpha) + falseNegatives * Math.log(beta) + truePositives * Math.log(1 - beta)),
  );
  const best = terms.reduce((a, b) => Math.max(a, b), -Infinity);
  return best + Math.log(terms.reduce((sum, term) => sum + Math.exp(term - best), 0));
}

/** The terms next above and next below each term, found from the closures. */
function parentsOf(index: RankingIndex) {
  const children: number[][] = Array.from(index.termNumbers, () => []);
  const parents = Array.from(index.termNumbers, (_, term) => {
    const above = [...ancestorsOf(index, term)].filter((ancestor) => ancestor !== term);
    const further = new Set(above.flatMap((ancestor) => [...ancestorsOf(index, ancestor)].filter((other) => other !== ancestor)));
    return above.filter((ancestor) => !further.has(ancestor));
  });
  parents.forEach((above, term) => above.forEach((parent) => children[parent]?.push(term)));
  return { parents, children, childCount: children.map((below) => below.length) };
}

function isAnnotated(index: RankingIndex, term: number, disease: number): boolean {
  return index.annotationTerm.subarray(at(index.annotationStart, disease), at(index.annotationStart, disease + 1)).includes(term);
}

function positionsOf(index: RankingIndex, ids: readonly string[]): readonly number[] {
  return [...new Set(ids)].map((id) => positionOfTerm(index, id)).filter((term) => term >= 0);
}

function closureOf(index: RankingIndex, ids: readonly string[]): ReadonlySet<number> {
  return new Set(positionsOf(index, ids).flatMap((term) => [...ancestorsOf(index, term)]));
}

const holdersOf = (index: RankingIndex, term: number): number => at(index.postingStart, term + 1) - at(index.postingStart, term);

function forEachHolder(index: RankingIndex, term: number, visit: (disease: number) => void): void {
  const end = at(index.postingStart, term + 1);
  for (let p = at(index.postingStart, term); p < end; p += 1) visit(index.postingDisease[p] as number);
}
