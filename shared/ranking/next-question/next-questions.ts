import { ancestorsOf } from '#shared/ranking/evidence.ts';
import { backgroundProbability, createFeatureReader } from '#shared/ranking/next-question/feature-probability.ts';
import { listOpenTerms, readAnswered } from '#shared/ranking/next-question/open-terms.ts';
import { type ExcludedMode, type RankingCase } from '#shared/ranking/ranking-case.ts';
import { type RankingIndex, termIdAt } from '#shared/ranking/ranking-index.ts';
import { type Ranker, type Ranking } from '#shared/ranking/ranking.ts';

export interface QuestionChoice {
  readonly excludedMode: ExcludedMode;
  /** Questions to list. */
  readonly limit: number;
  /** Terms that were asked for and could not be assessed. */
  readonly unknown: readonly string[];
}

/** A term whose answer is expected to tell the candidates apart. */
export interface NextQuestion {
  readonly termId: string;
  /** Expected information gain about which disease it is, in bits. */
  readonly bits: number;
  /** How probable a yes is. */
  readonly yesProbability: number;
  /** The leading disease after either answer, with its probability and that of none of these then. */
  readonly ifYes: LeadingDisease;
  readonly ifNo: LeadingDisease;
}

export interface LeadingDisease {
  readonly diseaseId: string;
  readonly name: string;
  readonly probability: number;
  readonly noneOfThese: number;
}

/** Candidates told apart one by one; all others, and none of these, answer like the average disease. */
export const weighedCandidates = 60;
/** Candidates whose features are asked for. */
const askedCandidates = 25;
/** A question that is expected to tell less is not worth the family's time. Bits. */
const leastBits = 0.01;

/**
 * The terms whose answer is expected to tell most, best first; of a term and one above or below it only the better.
 * Formula: mutual information of the answer and the disease, I = h(Σ p_D f_D) − Σ p_D h(f_D), h(x) = −x log2 x − (1 − x) log2(1 − x);
 * p_D the calibrated probability of the disease, f_D that of the term in it. Units: bits.
 * Source: T. M. Cover, J. A. Thomas, Elements of Information Theory, 2006, DOI 10.1002/047174882X.
 * Assumes one disease at most, and that given the disease the answer does not hang on the findings known. Limits: the p_D after an answer
 * are by these f_D and not by ranking again, so that a gain is never negative; beyond the first 60 candidates diseases count together.
 */
export function nextQuestions(index: RankingIndex, ranker: Ranker, patient: RankingCase, choice: QuestionChoice): readonly NextQuestion[] {
  const ranking = ranker.rank(patient, { excludedMode: choice.excludedMode, limit: weighedCandidates });
  const positions = positionsOf(index, ranking);
  const terms = listOpenTerms(index, positions.slice(0, askedCandidates), readAnswered(index, patient, choice.unknown));
  const weighed = weighTerms(index, ranking, positions, terms);
  return withoutRelatives(index, terms, weighed.bits, choice.limit).map((i) => {
    const yes = weighed.yes[i] as number;
    const background = backgroundProbability(index, terms[i] as number);
    const leading = (ofAnswer: (probability: number) => number, answer: number): LeadingDisease => ({
      ...leadingAfter(ranking, weighed.probabilities, i, ofAnswer, answer),
      noneOfThese: (ranking.noneOfTheseProbability * ofAnswer(background)) / answer,
    });
    return { termId: termIdAt(index, terms[i] as number), bits: weighed.bits[i] as number, yesProbability: yes, ifYes: leading((probability) => probability, yes), ifNo: leading((probability) => 1 - probability, 1 - yes) };
  });
}

interface WeighedTerms {
  readonly bits: Float64Array;
  readonly yes: Float64Array;
  /** Of every term in each candidate. */
  readonly probabilities: readonly Float64Array[];
}

function weighTerms(index: RankingIndex, ranking: Ranking, positions: readonly number[], terms: readonly number[]): WeighedTerms {
  const rest = ranking.others.probability + ranking.noneOfTheseProbability;
  const yes = Float64Array.from(terms, (term) => rest * backgroundProbability(index, term));
  const uncertainty = Float64Array.from(terms, (term) => rest * entropyOf(backgroundProbability(index, term)));
  const read = createFeatureReader(index, terms);
  const probabilities = positions.map((position, c) => {
    const share = ranking.candidates[c]?.probability ?? 0;
    const ofTerms = read(position).slice();
    for (let i = 0; i < terms.length; i += 1) {
      const probability = ofTerms[i] as number;
      yes[i] = (yes[i] as number) + share * probability;
      uncertainty[i] = (uncertainty[i] as number) + share * entropyOf(probability);
    }
    return ofTerms;
  });
  return { bits: yes.map((probability, i) => Math.max(0, entropyOf(probability) - (uncertainty[i] as number))), yes, probabilities };
}

/** Entropy of a yes-or-no answer, in bits. */
function entropyOf(probability: number): number {
  if (probability <= 0 || probability >= 1) return 0;
  return -probability * Math.log2(probability) - (1 - probability) * Math.log2(1 - probability);
}

/** The best terms, by place in the list; a term and one above or below it are one question asked twice. */
function withoutRelatives(index: RankingIndex, terms: readonly number[], bits: Float64Array, limit: number): readonly number[] {
  const order = terms.map((_, i) => i).sort((a, b) => (bits[b] as number) - (bits[a] as number) || a - b);
  const chosen: number[] = [];
  for (const i of order) {
    if (chosen.length >= limit || (bits[i] as number) < leastBits) break;
    const own = terms[i] as number;
    const isRelative = chosen.some((other) => ancestorsOf(index, own).includes(terms[other] as number) || ancestorsOf(index, terms[other] as number).includes(own));
    if (!isRelative) chosen.push(i);
  }
  return chosen;
}

function leadingAfter({ candidates }: Ranking, probabilities: readonly Float64Array[], i: number, ofAnswer: (probability: number) => number, answer: number): Omit<LeadingDisease, 'noneOfThese'> {
  let best = { diseaseId: '', name: '', probability: -1 };
  candidates.forEach(({ diseaseId, name, probability }, c) => {
    const after = (probability * ofAnswer(probabilities[c]?.[i] ?? 0)) / answer;
    if (after > best.probability) best = { diseaseId, name, probability: after };
  });
  return best;
}

function positionsOf(index: RankingIndex, { candidates }: Ranking): readonly number[] {
  const wanted = new Set(candidates.map(({ diseaseId }) => diseaseId));
  const found = new Map<string, number>();
  index.diseases.forEach(({ id }, position) => {
    if (wanted.has(id)) found.set(id, position);
  });
  return candidates.map(({ diseaseId }) => found.get(diseaseId) as number);
}
