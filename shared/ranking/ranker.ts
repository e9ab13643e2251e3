import { type RankingCase } from '#shared/ranking/ranking-case.ts';
import { at, positionOfTerm, type RankingIndex, termIdAt } from '#shared/ranking/ranking-index.ts';
import { algorithmVersion, type RankedCandidate, type RankedEvidence, type RankedExplanation, type Ranker, type Ranking } from '#shared/ranking/ranking.ts';
import { firstSketch, type ModelParameters } from '#shared/ranking/model-parameters.ts';

interface Question {
  readonly observed: readonly number[];
  readonly excluded: readonly number[];
  readonly unknownIds: readonly string[];
}

/** Prepares the ranking over one release. The ranker keeps its working memory, so that a case allocates almost nothing. */
export function createRanker(index: RankingIndex, parameters: ModelParameters = firstSketch): Ranker {
  const scorer = createScorer(index, parameters);
  return {
    rank: (patient, choice) => list(index, scorer.score(read(index, patient)), read(index, patient), choice.limit),
    explain: (patient, _choice, diseaseId) => explain(index, scorer, read(index, patient), diseaseId),
  };
}

function read(index: RankingIndex, patient: RankingCase): Question {
  const unknownIds = new Set<string>();
  const positions = (ids: readonly string[]): number[] => {
    const found = new Set<number>();
    for (const id of ids) {
      const position = positionOfTerm(index, id);
      if (position < 0) unknownIds.add(id);
      else found.add(position);
    }
    return [...found].sort((a, b) => a - b);
  };
  return { observed: positions(patient.observed), excluded: positions(patient.excluded), unknownIds: [...unknownIds] };
}

interface Scorer {
  readonly score: (question: Question) => Float64Array;
  readonly ofTerm: (term: number, disease: number) => number;
}

function createScorer(index: RankingIndex, parameters: ModelParameters): Scorer {
  const count = index.diseases.length;
  const logTotal = index.totalWeight.map((total) => Math.log(parameters.smoothing + total ** parameters.rarityExponent));
  const logSmoothing = Math.log(parameters.smoothing);
  const mass = new Float64Array(count);
  return {
    score: (question) => {
      const scores = new Float64Array(count);
      for (const term of question.observed) {
        mass.fill(0);
        for (let i = at(index.ancestorStart, term); i < at(index.ancestorStart, term + 1); i += 1) {
          const ancestor = at(index.ancestors, i);
          const end = at(index.postingStart, ancestor + 1);
          for (let p = at(index.postingStart, ancestor); p < end; p += 1) {
            const disease = index.postingDisease[p] as number;
            mass[disease] = (mass[disease] as number) + (index.postingMass[p] as number);
          }
        }
        for (let d = 0; d < count; d += 1) {
          const m = mass[d] as number;
          scores[d] = (scores[d] as number) + (m > 0 ? Math.log(parameters.smoothing + m) : logSmoothing) - (logTotal[d] as number);
        }
      }
      return scores;
    },
    ofTerm: (term, disease) => {
      let sum = 0;
      for (let i = at(index.ancestorStart, term); i < at(index.ancestorStart, term + 1); i += 1) {
        const ancestor = at(index.ancestors, i);
        const p = findPosting(index, ancestor, disease);
        if (p >= 0) sum += at(index.postingMass, p);
      }
      return Math.log(parameters.smoothing + sum) - at(logTotal, disease);
    },
  };
}

function findPosting(index: RankingIndex, term: number, disease: number): number {
  let low = at(index.postingStart, term);
  let high = at(index.postingStart, term + 1) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = at(index.postingDisease, middle);
    if (found === disease) return middle;
    if (found < disease) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

function list(index: RankingIndex, scores: Float64Array, question: Question, limit: number): Ranking {
  const order = Array.from(scores.keys()).sort((a, b) => at(scores, b) - at(scores, a) || a - b);
  const best = order.length === 0 ? 0 : at(scores, order[0] ?? 0);
  const weights = scores.map((score) => Math.exp(score - best));
  const total = weights.reduce((sum, weight) => sum + weight, 0) * 1.25;
  const candidates: RankedCandidate[] = order.slice(0, limit).map((d, i) => {
    const disease = index.diseases[d];
    if (disease === undefined) throw new RangeError('disease out of range');
    return { rank: i + 1, diseaseId: disease.id, name: disease.name, genes: disease.genes, score: at(scores, d) / Math.LN10, probability: at(weights, d) / total };
  });
  const listed = candidates.reduce((sum, candidate) => sum + candidate.probability, 0);
  return {
    algorithm: algorithmVersion,
    observedCount: question.observed.length,
    excludedCount: question.excluded.length,
    unknownIds: question.unknownIds,
    candidates,
    noneOfTheseProbability: 0.2,
    others: { count: index.diseases.length - candidates.length, probability: Math.max(0, 0.8 - listed) },
  };
}

function explain(index: RankingIndex, scorer: Scorer, question: Question, diseaseId: string): RankedExplanation | null {
  const position = index.diseases.findIndex((disease) => disease.id === diseaseId);
  const disease = index.diseases[position];
  if (disease === undefined) return null;
  const ranked = list(index, scorer.score(question), question, index.diseases.length).candidates.find((candidate) => candidate.diseaseId === diseaseId);
  if (ranked === undefined) return null;
  const parts = question.observed.map(
    (term): RankedEvidence => ({ termId: termIdAt(index, term), state: 'observed', match: 'related', matchedId: null, log10LikelihoodRatio: scorer.ofTerm(term, position) / Math.LN10 }),
  );
  return { diseaseId, name: disease.name, genes: disease.genes, rank: ranked.rank, probability: ranked.probability, parts, priors: [], score: ranked.score, notRecorded: [] };
}
