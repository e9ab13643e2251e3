import { calibrate, type Calibration, describeCatalogue, type Probabilities } from '#shared/ranking/calibration.ts';
import { descriptionScale, diseaseAt, priorTraits, readTraits } from '#shared/ranking/disease-traits.ts';
import { ancestorsOf, measureExcluded, measureObserved, toEvidence, weigh } from '#shared/ranking/evidence.ts';
import { absenceCalibration, absenceWeights, firstAbsenceWeights, firstMentionWeights, mentionCalibration, mentionWeights } from '#shared/ranking/learned-weights.ts';
import { type FirstPassWeights, modelParameters, type ModelWeights, shortlistLength, shortlistReach } from '#shared/ranking/model-parameters.ts';
import { type Question, readQuestion } from '#shared/ranking/question.ts';
import { type ExcludedMode, type RankingCase } from '#shared/ranking/ranking-case.ts';
import { at, type RankingIndex, termIdAt } from '#shared/ranking/ranking-index.ts';
import { algorithmVersion, type RankedCandidate, type RankedEvidence, type RankedExplanation, type RankedPrior, type Ranker, type Ranking } from '#shared/ranking/ranking.ts';
import { type CaseScores, createScorer, type DiseaseShares, type Passes, type Scorer, weighCover, weighDisorder, weighNear } from '#shared/ranking/scorer.ts';
import { selectBest } from '#shared/ranking/select-best.ts';
import { addStatedEvidence, hasStatedEvidence, statedEvidenceFor } from '#shared/ranking/stated-evidence.ts';
import { type DisorderView, type NearView } from '#shared/ranking/surroundings.ts';

/** The model of one way to read excluded terms. */
export interface RankingModel extends Passes {
  readonly calibration: Calibration;
}
export type RankingModels = Readonly<Record<ExcludedMode, RankingModel>>;

const absenceModel: RankingModel = { parameters: modelParameters, first: firstAbsenceWeights, second: { weights: absenceWeights, shortlist: shortlistLength, reach: shortlistReach }, calibration: absenceCalibration };
/** `ignore` is the model of absence without the excluded terms. */
export const rankingModels: RankingModels = {
  absence: absenceModel,
  mention: { parameters: modelParameters, first: firstMentionWeights, second: { weights: mentionWeights, shortlist: shortlistLength, reach: shortlistReach }, calibration: mentionCalibration },
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
  readonly patient: RankingCase;
  readonly question: Question;
  readonly scorer: Scorer;
  readonly model: RankingModel;
  readonly scores: CaseScores;
  readonly probabilities: Probabilities;
}

/** Scores a case, or gives the last answer again where the case and the mode are the same. */
function answering(index: RankingIndex, models: RankingModels): (patient: RankingCase, mode: ExcludedMode) => Answer {
  const catalogue = describeCatalogue(index);
  const scorers = new Map<ExcludedMode, Scorer>();
  let last: { readonly key: string; readonly answer: Answer } | null = null;
  return (patient, mode) => {
    const question = readQuestion(index, mode === 'ignore' ? { ...patient, excluded: [] } : patient);
    const key = `${mode} ${question.observed.join(' ')} not ${question.excluded.join(' ')} ${question.unknownIds.join(' ')} implied ${question.impliedObserved.join(' ')} ${question.impliedExcluded.join(' ')} stated ${JSON.stringify([patient.genes, patient.inheritance])}`;
    if (last?.key === key) return last.answer;
    const model = models[mode];
    const scorer = scorers.get(mode) ?? createScorer(index, model);
    scorers.set(mode, scorer);
    const scores = scorer.score(question);
    if (hasStatedEvidence(patient)) addStatedEvidence(index, patient, scores.ofDisease);
    const answer = { patient, question, scorer, model, scores, probabilities: calibrate(scores.ofDisease, question.observed.length, catalogue, model.calibration) };
    last = { key, answer };
    return answer;
  };
}

function listCandidates(index: RankingIndex, answer: Answer, limit: number): Ranking {
  const { question, probabilities } = answer;
  const scores = answer.scores.ofDisease;
  const candidates = best(answer, limit).map((position, i): RankedCandidate => {
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

/** By phenotype all others stand below the shortlist, so that where it is long enough only it is looked through. */
function best({ patient, scores: { ofDisease, shortlist } }: Answer, limit: number): readonly number[] {
  if (limit > shortlist.length || hasStatedEvidence(patient)) return selectBest(ofDisease, limit);
  return [...shortlist].sort((a, b) => at(ofDisease, b) - at(ofDisease, a) || a - b).slice(0, Math.max(0, Math.floor(limit)));
}

function explainCandidate(index: RankingIndex, answer: Answer, position: number): RankedExplanation {
  const { probabilities } = answer;
  const scores = answer.scores.ofDisease;
  const disease = diseaseAt(index, position);
  const own = at(scores, position);
  const view = viewOf(index, answer, position);
  let better = 0;
  for (let d = 0; d < scores.length; d += 1) if ((scores[d] as number) > own || (scores[d] === own && d < position)) better += 1;
  return {
    diseaseId: disease.id,
    name: disease.name,
    genes: disease.genes,
    rank: better + 1,
    probability: at(probabilities.ofDisease, position),
    parts: explainTerms(index, answer, view, position),
    priors: explainPriors(index, answer, view, position),
    score: own / Math.LN10,
    notRecorded: listNotRecorded(index, answer.question, position),
  };
}

/** How one disease was scored: by the second pass with what is around it, or by the first alone. */
type View =
  | { readonly kind: 'first'; readonly weights: FirstPassWeights; readonly shares: DiseaseShares }
  | { readonly kind: 'second'; readonly weights: ModelWeights; readonly shares: DiseaseShares; readonly near: NearView; readonly bestSource: number; readonly disorder: { readonly id: string; readonly view: DisorderView } | null };

function viewOf(index: RankingIndex, { scorer, model, scores }: Answer, disease: number): View {
  if (model.second === null || !scores.shortlist.includes(disease)) return { kind: 'first', weights: model.first, shares: scorer.first };
  const disorder = at(index.disorderOfDisease, disease);
  const id = index.disorderIds[disorder];
  return { kind: 'second', weights: model.second.weights, shares: scorer.second, near: scorer.surroundings.readNear(disease), bestSource: scorer.surroundings.readBestSource(disease), disorder: id === undefined ? null : { id, view: scorer.surroundings.readDisorder(disorder) } };
}

function explainTerms(index: RankingIndex, { question, scorer: { measurer } }: Answer, view: View, disease: number): readonly RankedEvidence[] {
  const observed = (term: number, i: number | null) => {
    const measured = measureObserved(index, measurer, question, term, disease);
    const around = i !== null && view.kind === 'second' ? weighNear(view.near, i, view.weights) + (view.disorder === null ? 0 : weighDisorder(view.disorder.view, i, view.weights)) : 0;
    return toEvidence(index, measured, 'observed', i === null ? 0 : weigh(measured, view.weights) + around);
  };
  const excluded = (term: number, counts: boolean) => {
    const measured = measureExcluded(index, measurer, term, disease);
    return toEvidence(index, measured, 'excluded', counts ? weigh(measured, view.weights) : 0);
  };
  return [
    ...question.observed.map((term, i) => observed(term, i)),
    ...question.impliedObserved.map((term) => observed(term, null)),
    ...question.excluded.map((term) => excluded(term, true)),
    ...question.impliedExcluded.map((term) => excluded(term, false)),
  ].sort((a, b) => Math.abs(b.log10LikelihoodRatio) - Math.abs(a.log10LikelihoodRatio));
}

/**
 * What the disease brings by reason; what falls to the average disease is taken off, so that the reasons sum to it. How richly it is
 * described stands here and not with the terms: it counts more the more terms there are, but says nothing of any of them.
 */
function explainPriors(index: RankingIndex, { patient, question, model, scores }: Answer, view: View, position: number): readonly RankedPrior[] {
  const disease = diseaseAt(index, position);
  const traits = readTraits(index, position, model.parameters);
  const words = {
    gene: 'a causative gene is known',
    doubtfulName: 'named as provisional, somatic or a susceptibility',
    susceptibility: 'a susceptibility, not a disease of its own',
    papers: `${disease.paperCount} ${disease.paperCount === 1 ? 'paper' : 'papers'} cited for it`,
  } as const satisfies Record<(typeof priorTraits)[number], string>;
  const reasons = priorTraits.map((name) => ({ label: words[name], nats: view.weights[name] * traits[name] }));
  const stated = reasons.reduce((sum, reason) => sum + reason.nats, 0);
  const { prior, constant, description } = view.shares;
  const ofDisease = [
    ...reasons,
    { label: 'less the same for the average disease of the release', nats: at(prior, position) - stated },
    { label: 'how much and how closely its source describes it, against the average disease', nats: at(constant, position) + descriptionScale(question.observed.length) * at(description, position) },
    ...(view.kind === 'second' ? [explainBestSource(view), ...explainDisorder(view)] : [{ label: `not among the ${scores.shortlist.length} diseases that were looked at closely`, nats: scores.offset }]),
  ].map((reason) => ({ about: 'disease' as const, ...reason }));
  return [...ofDisease, ...statedEvidenceFor(disease, patient)].flatMap(({ about, label, nats }) => (nats === 0 ? [] : [{ about, label, log10: nats / Math.LN10 }]));
}

/** How like one source the findings are as a whole; what its terms say stands with them. */
function explainBestSource({ weights, bestSource }: Extract<View, { kind: 'second' }>): { readonly label: string; readonly nats: number } {
  return { label: `the findings as a whole are ${Math.round(100 * bestSource ** 2)} % like what one of its sources describes`, nats: weights.bestSource * bestSource };
}

/** What Orphanet's disorder says as a whole; what it says of single terms stands with them. */
function explainDisorder({ weights, disorder }: Extract<View, { kind: 'second' }>): readonly { readonly label: string; readonly nats: number }[] {
  if (disorder === null) return [];
  const share = Math.round(100 * disorder.view.orphanetCover);
  return [{ label: `the findings cover ${share} % of what Orphanet describes (${disorder.id})`, nats: weighCover(disorder.view, weights) }];
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

