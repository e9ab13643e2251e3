// Learns the weights of the second pass on the published development cases and prints them with their cross-validated figures.
// usage: node tests/bench/ranking/learn-weights.ts [absence|mention] [every Nth case]
import { buildRankingIndex } from '#shared/ranking/build-ranking-index.ts';
import { constantTraits, descriptionScale, descriptionTraits, priorTraits, readTraits } from '#shared/ranking/disease-traits.ts';
import { type MeasureName } from '#shared/ranking/measures.ts';
import { modelParameters, type ModelWeights } from '#shared/ranking/model-parameters.ts';
import { type Question, readQuestion } from '#shared/ranking/question.ts';
import { rankingModels } from '#shared/ranking/ranker.ts';
import { noDisorder, type RankingIndex } from '#shared/ranking/ranking-index.ts';
import { createScorer, type Passes } from '#shared/ranking/scorer.ts';
import { type DisorderView, type NearView } from '#shared/ranking/surroundings.ts';
import { type Choice, learnConditionalLogit } from '#tests/bench/ranking/conditional-logit.ts';
import { rankOf, summarise } from '#tests/bench/ranking/hit-rates.ts';
import { impoverish } from '#tests/bench/ranking/poorer-cases.ts';
import { digestOfLearningInput, learning } from '#tests/bench/ranking/learning-input.ts';
import { readReferenceKnowledge, type Regime, regimes } from '#tests/bench/ranking/reference-knowledge.ts';
import { foldOf, readSolvedCases, type SolvedCase } from '#tests/bench/ranking/solved-cases.ts';

const measureNames = ['own', 'common', 'frequency', 'observedAbsent', 'absence', 'excludedAbsent', 'mention'] as const satisfies readonly MeasureName[];
const nearNames = ['near', 'nearAlone'] as const satisfies readonly (keyof NearView)[];
const disorderNames = ['orphanet', 'orphanetCommon', 'orphanetExact'] as const satisfies readonly (keyof DisorderView)[];
const names = [...measureNames, ...priorTraits, ...descriptionTraits, 'bestSource', ...nearNames, ...disorderNames, 'orphanetCover', 'orphanetKnown', ...constantTraits] as const satisfies readonly (keyof ModelWeights)[];
const folds = [0, 1, 2, 3, 4];

interface Release {
  readonly index: RankingIndex;
  readonly cases: readonly SolvedCase[];
}

interface LearningCase {
  readonly diseaseId: string;
  readonly choice: Choice;
}

const [mode = 'absence', everyText = '1'] = process.argv.slice(2);
if (mode !== 'absence' && mode !== 'mention') throw new Error('expected absence or mention');
learn(mode, Number(everyText));

function learn(learnt: 'absence' | 'mention', every: number): void {
  const start: ModelWeights = { ...noWeights(), own: 0.2, common: 5, absence: learning.absenceWeight[learnt] };
  const fixed = names.map((name) => name === 'absence' || (learnt === 'absence' && name === 'mention'));
  const releases = { R1: openRelease('R1'), R2: openRelease('R2') };
  const examples = learning.courses.flatMap((course) => examplesOf(releases[course.regime], learnt, course, every));
  print(`${examples.length} examples, learning input ${digestOfLearningInput()}`);
  const weightsFor = (isTraining: (diseaseId: string) => boolean): ModelWeights => fit(examples.filter((example) => isTraining(example.diseaseId)), start, fixed);
  print(JSON.stringify(Object.fromEntries(Object.entries(weightsFor(() => true)).map(([name, value]) => [name, Number(value.toFixed(3))])), null, 2));
  const byFold = folds.map((fold) => weightsFor((diseaseId) => foldOf(diseaseId) !== fold));
  for (const regime of regimes) reportCrossValidated(releases[regime], learnt, byFold, regime, every);
}

function noWeights(): ModelWeights {
  return Object.fromEntries(names.map((name) => [name, 0])) as unknown as ModelWeights;
}

function openRelease(regime: Regime): Release {
  const knowledge = readReferenceKnowledge(regime);
  const cases = knowledge === null ? null : readSolvedCases(knowledge);
  if (knowledge === null || cases === null) throw new Error('the reference data is absent');
  return { index: buildRankingIndex(knowledge.ontology, knowledge.diseases), cases: cases.filter((one) => one.isCovered) };
}

function passesWith(learnt: 'absence' | 'mention', weights: ModelWeights): Passes {
  const { first, second } = rankingModels[learnt];
  return { parameters: modelParameters, first, second: { weights, shortlist: second?.shortlist ?? learning.alternativeCount, reach: second?.reach ?? Infinity } };
}

function examplesOf({ index, cases }: Release, learnt: 'absence' | 'mention', course: (typeof learning.courses)[number], every: number): readonly LearningCase[] {
  const places = new Map(index.diseases.map((disease, position) => [disease.id, position]));
  // Any weight but 0 makes the measure be taken.
  const { parameters, first } = passesWith(learnt, noWeights());
  const scorer = createScorer(index, { parameters, first, second: { weights: { ...noWeights(), absence: 1, mention: learnt === 'mention' ? 1 : 0 }, shortlist: learning.alternativeCount, reach: Infinity } });
  const traits = index.diseases.map((_, disease) => readTraits(index, disease, parameters));
  return cases.flatMap((one, i) => {
    const truth = places.get(one.diseaseId);
    if (truth === undefined || i % every !== 0 || Math.floor(i / every) % course.every !== course.from) return [];
    const question = readQuestion(index, impoverish(index, one.patient, course.how, i));
    if (question.observed.length === 0) return [];
    const { shortlist } = scorer.score(question);
    const measures = scorer.measurer.measure(question);
    scorer.surroundings.begin(question);
    const diseases = shortlist.includes(truth) ? shortlist : [...shortlist, truth];
    const features = new Float64Array(diseases.length * names.length);
    diseases.forEach((disease, row) => {
      const disorder = index.disorderOfDisease[disease] ?? noDisorder;
      const bestSource = scorer.surroundings.readBestSource(disease);
      const near = scorer.surroundings.readNear(disease);
      const view = disorder === noDisorder ? null : scorer.surroundings.readDisorder(disorder);
      names.forEach((name, k) => (features[row * names.length + k] = featureOf(name, measures, disease, traits[disease], near, view, bestSource, question)));
    });
    return [{ diseaseId: one.diseaseId, choice: { features, alternatives: diseases.length, chosen: diseases.indexOf(truth), weight: 1 } }];
  });
}

/** What the weight of a name is multiplied with: a sum over the terms of the case, or a trait of the disease. */
function featureOf(name: (typeof names)[number], measures: Readonly<Record<MeasureName, Float64Array>>, disease: number, traits: ReturnType<typeof readTraits> | undefined, near: NearView, view: DisorderView | null, bestSource: number, question: Question): number {
  if (isOneOf(measureNames, name)) return measures[name][disease] ?? 0;
  if (isOneOf(nearNames, name)) return sumOf(near[name]);
  if (isOneOf(disorderNames, name)) return view === null ? 0 : sumOf(view[name]);
  if (name === 'bestSource') return bestSource;
  if (name === 'orphanetCover') return view?.orphanetCover ?? 0;
  if (name === 'orphanetKnown') return view === null ? 0 : 1;
  return (traits?.[name] ?? 0) * (isOneOf(descriptionTraits, name) ? descriptionScale(question.observed.length) : 1);
}

function fit(examples: readonly LearningCase[], start: ModelWeights, fixed: readonly boolean[]): ModelWeights {
  const counts = new Map<string, number>();
  for (const { diseaseId } of examples) counts.set(diseaseId, (counts.get(diseaseId) ?? 0) + 1);
  const choices = examples.map(({ diseaseId, choice }) => ({ ...choice, weight: (counts.get(diseaseId) ?? 1) ** -learning.cohortPower }));
  const learnt = learnConditionalLogit(choices, Float64Array.from(names, (name) => start[name]), fixed, learning.ridge);
  return Object.fromEntries(names.map((name, k) => [name, learnt[k] ?? 0])) as unknown as ModelWeights;
}

function reportCrossValidated({ index, cases }: Release, learnt: 'absence' | 'mention', byFold: readonly ModelWeights[], regime: Regime, every: number): void {
  const scorers = byFold.map((weights) => createScorer(index, passesWith(learnt, weights)));
  const places = new Map(index.diseases.map((disease, position) => [disease.id, position]));
  for (const how of ['as published', 'three terms', 'parents', 'two random terms', 'none excluded'] as const) {
    const ranked = cases.flatMap((one, i) => {
      const scorer = scorers[foldOf(one.diseaseId)];
      if (scorer === undefined || i % every !== 0 || (how !== 'as published' && i % 3 !== 0)) return [];
      return [{ solved: one, rank: rankOf(scorer.score(readQuestion(index, impoverish(index, one.patient, how, i))).ofDisease, places.get(one.diseaseId)) }];
    });
    print(`${regime} ${how}, cross-validated by disease: ${summarise(ranked)}`);
  }
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function isOneOf<Name extends string>(list: readonly Name[], name: string): name is Name {
  return list.some((one) => one === name);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
