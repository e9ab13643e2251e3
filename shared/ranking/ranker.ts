import { calibrate, type Calibration, describeCatalogue, type Probabilities } from '#shared/ranking/calibration.ts';
import { descriptionScale, diseaseAt, priorTraits, readTraits } from '#shared/ranking/disease-traits.ts';
import { ancestorsOf, measureExcluded, measureObserved, toEvidence, weigh } from '#shared/ranking/evidence.ts';
import { absenceWeights, absenceCalibration, mentionCalibration, mentionWeights } from '#shared/ranking/learned-weights.ts';
import { type ModelParameters, modelParameters, type ModelWeights } from '#shared/ranking/model-parameters.ts';
import { type Question, readQuestion } from '#shared/ranking/question.ts';
import { type ExcludedMode, type RankingCase } from '#shared/ranking/ranking-case.ts';
import { at, type RankingIndex, termIdAt } from '#shared/ranking/ranking-index.ts';
import { algorithmVersion, type RankedCandidate, type RankedEvidence, type RankedExplanation, type RankedPrior, type Ranker, type Ranking } from '#shared/ranking/ranking.ts';
import { createScorer, type Scorer } from '#shared/ranking/scorer.ts';
import { selectBest } from '#shared/ranking/select-best.ts';

/** The model of one way to read excluded terms. */
export interface RankingModel {
  readonly parameters: ModelParameters;
  readonly weights: ModelWeights;
  readonly calibration: Calibration;
}
export type RankingModels = Readonly<Record<ExcludedMode, RankingModel>>;

const absenceModel: RankingModel = { parameters: modelParameters, weights: absenceWeights, calibration: absenceCalibration };
/** `ignore` is the model of absence without the excluded terms. */
export const rankingModels: RankingModels = {
  absence: absenceModel,
  mention: { parameters: modelParameters, weights: mentionWeights, calibration: mentionCalibration },
  ignore: absenceModel,
};

/** Prepares the ranking over one release. A ranker keeps its working memory and its last answer; it belongs to one thread. */
export function createRanker(index: RankingIndex, models: RankingModels = rankingModels): Ranker {
  const places = new Map(index.diseases.map((disease, position) => [disease.id, position]));
  const answer = answering(index, models);
  return {
    rank: (patient, choice) => listCandidates(index, answer(patient, choice.excludedMode), choice.limit),
    explain: (patient, choice, diseaseId) => {
      const disease = places.get(diseaseId);
      return disease === undefined ? null : explainCandidate(index, answer(patient, choice.excludedMode), disease);
    },
  };
}

/** One case, scored. */
interface Answer {
  readonly question: Question;
  readonly scorer: Scorer;
  readonly weights: ModelWeights;
  readonly parameters: ModelParameters;
  readonly scores: Float64Array;
  readonly probabilities: Probabilities;
}

/** Scores a case, or gives the last answer again where the case and the mode are the same. */
function answering(index: RankingIndex, models: RankingModels): (patient: RankingCase, mode: ExcludedMode) => Answer {
  const catalogue = describeCatalogue(index);
  const scorers = new Map<ExcludedMode, Scorer>();
  let last: { readonly key: string; readonly answer: Answer } | null = null;
  return (patient, mode) => {
    const question = readQuestion(index, mode === 'ignore' ? { ...patient, excluded: [] } : patient);
    const key = `${mode} ${question.observed.join(' ')} not ${question.excluded.join(' ')} ${question.unknownIds.join(' ')} implied ${question.impliedObserved.join(' ')} ${question.impliedExcluded.join(' ')}`;
    if (last?.key === key) return last.answer;
    const { parameters, weights, calibration } = models[mode];
    const scorer = scorers.get(mode) ?? createScorer(index, parameters, weights);
    scorers.set(mode, scorer);
    const scores = scorer.score(question);
    const answer = { question, scorer, weights, parameters, scores, probabilities: calibrate(scores, question.observed.length, catalogue, calibration) };
    last = { key, answer };
    return answer;
  };
}

function listCandidates(index: RankingIndex, answer: Answer, limit: number): Ranking {
  const { question, scores, probabilities } = answer;
  const candidates = selectBest(scores, limit).map((position, i): RankedCandidate => {
    const disease = diseaseAt(index, position);
    return { rank: i + 1, diseaseId: disease.id, name: disease.name, genes: disease.genes, score: at(scores, position) / Math.LN10, probability: at(probabilities.ofDisease, position) };
  });
  const listed = candidates.reduce((sum, candidate) => sum + candidate.probability, 0);
  return {
    algorithm: algorithmVersion,
    observedCount: question.observed.length + question.impliedObserved.length,
    excludedCount: question.excluded.length + question.impliedExcluded.length,
    unknownIds: question.unknownIds,
    candidates,
    noneOfTheseProbability: probabilities.noneOfThese,
    others: { count: scores.length - candidates.length, probability: Math.max(0, 1 - probabilities.noneOfThese - listed) },
  };
}

function explainCandidate(index: RankingIndex, answer: Answer, position: number): RankedExplanation {
  const { scores, probabilities } = answer;
  const disease = diseaseAt(index, position);
  const own = at(scores, position);
  let better = 0;
  for (let d = 0; d < scores.length; d += 1) if ((scores[d] as number) > own || (scores[d] === own && d < position)) better += 1;
  return {
    diseaseId: disease.id,
    name: disease.name,
    genes: disease.genes,
    rank: better + 1,
    probability: at(probabilities.ofDisease, position),
    parts: explainTerms(index, answer, position),
    priors: explainPriors(index, answer, position),
    score: own / Math.LN10,
    notRecorded: listNotRecorded(index, answer.question, position),
  };
}

function explainTerms(index: RankingIndex, { question, scorer, weights }: Answer, disease: number): readonly RankedEvidence[] {
  const observed = (term: number, counts: boolean) => {
    const measured = measureObserved(index, scorer, question, term, disease);
    return toEvidence(index, measured, 'observed', counts ? weigh(measured, weights) : 0);
  };
  const excluded = (term: number, counts: boolean) => {
    const measured = measureExcluded(index, scorer, term, disease);
    return toEvidence(index, measured, 'excluded', counts ? weigh(measured, weights) : 0);
  };
  return [
    ...question.observed.map((term) => observed(term, true)),
    ...question.impliedObserved.map((term) => observed(term, false)),
    ...question.excluded.map((term) => excluded(term, true)),
    ...question.impliedExcluded.map((term) => excluded(term, false)),
  ].sort((a, b) => Math.abs(b.log10LikelihoodRatio) - Math.abs(a.log10LikelihoodRatio));
}

/**
 * What the disease brings by reason; what falls to the average disease is taken off, so that the reasons sum to it. How richly it is
 * described stands here and not with the terms: it counts more the more terms there are, but says nothing of any of them.
 */
function explainPriors(index: RankingIndex, { question, scorer, weights, parameters }: Answer, position: number): readonly RankedPrior[] {
  const disease = diseaseAt(index, position);
  const traits = readTraits(index, position, parameters);
  const words = {
    gene: 'a causative gene is known',
    doubtfulName: 'named as provisional, somatic or a susceptibility',
    susceptibility: 'a susceptibility, not a disease of its own',
    papers: `${disease.paperCount} ${disease.paperCount === 1 ? 'paper' : 'papers'} cited for it`,
  } as const satisfies Record<(typeof priorTraits)[number], string>;
  const reasons = priorTraits.map((name) => ({ label: words[name], log10: (weights[name] * traits[name]) / Math.LN10 })).filter((reason) => reason.log10 !== 0);
  const stated = reasons.reduce((sum, reason) => sum + reason.log10, 0);
  const average = at(scorer.prior, position) / Math.LN10 - stated;
  const description = (descriptionScale(question.observed.length) * at(scorer.description, position)) / Math.LN10;
  return [
    ...reasons,
    { label: 'less the same for the average disease of the release', log10: average },
    { label: 'how much and how closely its source describes it, against the average disease', log10: description },
  ].filter((reason) => reason.log10 !== 0);
}

/** A feature that so many of the affected have is worth asking for. */
const frequentFrom = 0.5;

/** Frequent features that no finding, observed or excluded, answers: neither the same term nor one that implies it. */
function listNotRecorded(index: RankingIndex, question: Question, disease: number): readonly string[] {
  const answered = new Set<number>();
  for (const term of [...question.observed, ...question.impliedObserved]) for (const ancestor of ancestorsOf(index, term)) answered.add(ancestor);
  const excluded = new Set([...question.excluded, ...question.impliedExcluded]);
  const open: { readonly term: number; readonly frequency: number }[] = [];
  for (let i = at(index.annotationStart, disease); i < at(index.annotationStart, disease + 1); i += 1) {
    const term = at(index.annotationTerm, i);
    const frequency = at(index.annotationFrequency, i);
    if (frequency < frequentFrom || answered.has(term) || ancestorsOf(index, term).some((ancestor) => excluded.has(ancestor))) continue;
    open.push({ term, frequency });
  }
  return open.sort((a, b) => b.frequency - a.frequency || a.term - b.term).map(({ term }) => termIdAt(index, term));
}

