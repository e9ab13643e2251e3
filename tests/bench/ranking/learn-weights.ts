// Learns the weights of the ranking model on the published development cases and prints them with their cross-validated figures.
// usage: node tests/bench/ranking/learn-weights.ts [absence|mention] [weight of absence, fixed] [every Nth case]
import { buildRankingIndex } from '#shared/ranking/build-ranking-index.ts';
import { rankingModels } from '#shared/ranking/ranker.ts';
import { descriptionScale, descriptionTraits, priorTraits, readTraits } from '#shared/ranking/disease-traits.ts';
import { measureExcluded, measureObserved } from '#shared/ranking/evidence.ts';
import { modelParameters, type ModelWeights } from '#shared/ranking/model-parameters.ts';
import { readQuestion } from '#shared/ranking/question.ts';
import { type RankingIndex } from '#shared/ranking/ranking-index.ts';
import { createScorer, type Scorer } from '#shared/ranking/scorer.ts';
import { selectBest } from '#shared/ranking/select-best.ts';
import { type Choice, learnConditionalLogit } from '#tests/bench/ranking/conditional-logit.ts';
import { rankOf, summarise } from '#tests/bench/ranking/hit-rates.ts';
import { type Impoverishment, impoverish } from '#tests/bench/ranking/poorer-cases.ts';
import { readReferenceKnowledge, type Regime, regimes } from '#tests/bench/ranking/reference-knowledge.ts';
import { foldOf, readSolvedCases, type SolvedCase } from '#tests/bench/ranking/solved-cases.ts';

const names = Object.keys(rankingModels.absence.weights) as (keyof ModelWeights)[];
/** Wrong diseases that a case is told apart from: the best under the weights in use. */
const alternativeCount = 60;
const ridge = 3;
const folds = [0, 1, 2, 3, 4];

/** Every case as published under both releases; a third of them under R1 in each poorer form, so that poor cases are not paid with rich ones. */
const courses: readonly { readonly regime: Regime; readonly how: Impoverishment; readonly every: number; readonly from: number }[] = [
  { regime: 'R1', how: 'as published', every: 1, from: 0 },
  { regime: 'R2', how: 'as published', every: 1, from: 0 },
  { regime: 'R1', how: 'three terms', every: 3, from: 0 },
  { regime: 'R1', how: 'none excluded', every: 3, from: 1 },
  { regime: 'R1', how: 'parents', every: 3, from: 2 },
];

interface Release {
  readonly index: RankingIndex;
  readonly scorer: Scorer;
  readonly cases: readonly SolvedCase[];
}

interface LearningCase {
  readonly diseaseId: string;
  readonly choice: Choice;
}

const [mode = 'absence', absenceText = '0', everyText = '1'] = process.argv.slice(2);
if (mode !== 'absence' && mode !== 'mention') throw new Error('expected absence or mention');
learn(mode, Number(absenceText), Number(everyText));

function learn(learnt: 'absence' | 'mention', absence: number, every: number): void {
  const start: ModelWeights = { ...rankingModels[learnt].weights, absence, mention: learnt === 'mention' ? 0.2 : 0 };
  const fixed = names.map((name) => name === 'absence' || (learnt === 'absence' && name === 'mention'));
  const releases = { R1: openRelease('R1', start), R2: openRelease('R2', start) };
  const examples = courses.flatMap((course) => examplesOf(releases[course.regime], course, every));
  const weightsFor = (isTraining: (diseaseId: string) => boolean): ModelWeights => fit(examples.filter((example) => isTraining(example.diseaseId)), start, fixed);
  const byFold = folds.map((fold) => weightsFor((diseaseId) => foldOf(diseaseId) !== fold));
  for (const regime of regimes) reportCrossValidated(releases[regime], byFold, regime, every);
  print(JSON.stringify(Object.fromEntries(Object.entries(weightsFor(() => true)).map(([name, value]) => [name, Number(value.toFixed(3))])), null, 2));
}

function openRelease(regime: Regime, weights: ModelWeights): Release {
  const knowledge = readReferenceKnowledge(regime);
  const cases = knowledge === null ? null : readSolvedCases(knowledge);
  if (knowledge === null || cases === null) throw new Error('the reference data is absent');
  const index = buildRankingIndex(knowledge.ontology, knowledge.diseases);
  return { index, scorer: createScorer(index, modelParameters, weights), cases: cases.filter((one) => one.isCovered) };
}

function examplesOf({ index, scorer, cases }: Release, course: (typeof courses)[number], every: number): readonly LearningCase[] {
  const places = new Map(index.diseases.map((disease, position) => [disease.id, position]));
  return cases.flatMap((one, i) => {
    const truth = places.get(one.diseaseId);
    if (truth === undefined || i % every !== 0 || Math.floor(i / every) % course.every !== course.from) return [];
    const question = readQuestion(index, impoverish(index, one.patient, course.how, i));
    const best = selectBest(scorer.score(question), alternativeCount);
    const diseases = best.includes(truth) ? best : [...best, truth];
    const features = Float64Array.from(diseases.flatMap((disease) => featuresOf(index, scorer, question, disease)));
    return [{ diseaseId: one.diseaseId, choice: { features, alternatives: diseases.length, chosen: diseases.indexOf(truth), weight: 1 } }];
  });
}

/** What the weights are multiplied with, in their order: the sums over the terms of the case, and the traits of the disease. */
function featuresOf(index: RankingIndex, scorer: Scorer, question: ReturnType<typeof readQuestion>, disease: number): number[] {
  const measured = [...question.observed.map((term) => measureObserved(index, scorer, question, term, disease)), ...question.excluded.map((term) => measureExcluded(index, scorer, term, disease))];
  const traits = readTraits(index, disease, modelParameters);
  const scale = descriptionScale(question.observed.length);
  return names.map((name) => {
    if (isOneOf(priorTraits, name)) return traits[name];
    if (isOneOf(descriptionTraits, name)) return scale * traits[name];
    return measured.reduce((sum, one) => sum + one[name], 0);
  });
}

/** A disease with many patients counts by the root of their number, so that one cohort does not decide. */
function fit(examples: readonly LearningCase[], start: ModelWeights, fixed: readonly boolean[]): ModelWeights {
  const counts = new Map<string, number>();
  for (const { diseaseId } of examples) counts.set(diseaseId, (counts.get(diseaseId) ?? 0) + 1);
  const choices = examples.map(({ diseaseId, choice }) => ({ ...choice, weight: 1 / Math.sqrt(counts.get(diseaseId) ?? 1) }));
  const learnt = learnConditionalLogit(choices, Float64Array.from(names, (name) => start[name]), fixed, ridge);
  return Object.fromEntries(names.map((name, k) => [name, learnt[k] ?? 0])) as unknown as ModelWeights;
}

function reportCrossValidated({ index, cases }: Release, byFold: readonly ModelWeights[], regime: Regime, every: number): void {
  const scorers = byFold.map((weights) => createScorer(index, modelParameters, weights));
  const places = new Map(index.diseases.map((disease, position) => [disease.id, position]));
  for (const how of ['as published', 'three terms', 'parents'] as const) {
    const ranked = cases.flatMap((one, i) => {
      const scorer = scorers[foldOf(one.diseaseId)];
      if (scorer === undefined || i % every !== 0 || (how !== 'as published' && i % 3 !== 0)) return [];
      return [{ solved: one, rank: rankOf(scorer.score(readQuestion(index, impoverish(index, one.patient, how, i))), places.get(one.diseaseId)) }];
    });
    print(`${regime} ${how}, cross-validated by disease: ${summarise(ranked)}`);
  }
}

function isOneOf<Name extends string>(list: readonly Name[], name: string): name is Name {
  return list.some((one) => one === name);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
