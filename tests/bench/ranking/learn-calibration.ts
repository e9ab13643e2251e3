// Learns how scores become probabilities, on all published development cases, those whose disease the knowledge lacks included.
// Writes the cross-validated reliability to shared/ranking/<mode>-reliability.ts.
// usage: node tests/bench/ranking/learn-calibration.ts [absence|mention] [every Nth case]
import { writeFileSync } from 'node:fs';
import { buildRankingIndex } from '#shared/ranking/build-ranking-index.ts';
import { type Calibration, type Catalogue, describeCatalogue, noneProbability, type ReliabilityBin, temperatureOf } from '#shared/ranking/calibration.ts';
import { starterDiseases, starterOntology } from '#shared/disease/starter/starter-catalogue.ts';
import { readQuestion } from '#shared/ranking/question.ts';
import { rankingModels } from '#shared/ranking/ranker.ts';
import { type RankingIndex } from '#shared/ranking/ranking-index.ts';
import { createScorer } from '#shared/ranking/scorer.ts';
import { selectBest } from '#shared/ranking/select-best.ts';
import { forecastQuality, reliabilityBins } from '#tests/bench/ranking/probability-quality.ts';
import { readReferenceKnowledge } from '#tests/bench/ranking/reference-knowledge.ts';
import { foldOf, readSolvedCases, type SolvedCase } from '#tests/bench/ranking/solved-cases.ts';

type Mode = 'absence' | 'mention';
type ReleaseName = 'R1' | 'R2' | 'starter';
/** Scores of a case below these are too low to matter. */
const keptScores = 200;
/** Nats below the best from where a share does not matter. */
const negligible = -12;
/** How much more the first candidate being right, and none being right, count than the whole list: they are the numbers that are read. */
const firstWeight = 20;
const noneWeight = 5;
const stepSizes: Readonly<Partial<Record<keyof Calibration, number>>> = { logTemperaturePerCounted: 1, noneOffset: 1, nonePerCounted: 4 };
const parameterNames = ['logTemperature', 'logTemperaturePerTerms', 'logTemperaturePerCounted', 'noneOffset', 'nonePerTerms', 'nonePerMissing', 'nonePerCounted'] as const satisfies readonly (keyof Calibration)[];
/**
 * `nonePerLikeness` is stated, not learned: the more of it, the better is "none of these" calibrated and the worse the first candidate, which counts more. At 0.15 the
 * first candidate's ECE under absence is 0.027, at 0.3 0.029, and with the delivered weights over 0.03. The rest begins near the answer, as a search by gradient found it.
 */
const starts: Readonly<Record<Mode, Calibration>> = {
  absence: { logTemperature: 0.2, logTemperaturePerTerms: 0.13, logTemperaturePerCounted: -0.9, noneOffset: 9.8, nonePerTerms: 0.22, nonePerMissing: -0.41, nonePerCounted: 5.4, nonePerLikeness: 0.15 },
  mention: { logTemperature: 0.084, logTemperaturePerTerms: 0.213, logTemperaturePerCounted: -0.494, noneOffset: 8.577, nonePerTerms: -0.441, nonePerMissing: -0.36, nonePerCounted: 0.689, nonePerLikeness: 0.3 },
};
const folds = [0, 1, 2, 3, 4];

interface Scored {
  readonly release: ReleaseName;
  readonly diseaseId: string;
  readonly catalogue: Catalogue;
  readonly observedCount: number;
  /** Highest first. */
  readonly scores: Float64Array;
  /** Place of the true disease among `scores`; −1 where it is not in the catalogue; null where it is, but too low to be kept. */
  readonly truth: number | null;
}

const [mode = 'absence', everyText = '1'] = process.argv.slice(2);
if (mode !== 'absence' && mode !== 'mention') throw new Error('expected absence or mention');
learn(mode, Number(everyText));

function learn(learnt: Mode, every: number): void {
  const cases = [...scoreRelease('R1', learnt, every), ...scoreRelease('R2', learnt, every), ...scoreStarter(learnt, every)];
  const byFold = folds.map((fold) => fit(cases.filter((one) => foldOf(one.diseaseId) !== fold), starts[learnt]));
  const bins: Partial<Record<ReleaseName, readonly ReliabilityBin[]>> = {};
  for (const release of ['R1', 'R2', 'starter'] as const) {
    const own = cases.filter((one) => one.release === release);
    const forecasts = own.map((one) => forecast(one, byFold[foldOf(one.diseaseId)] ?? starts[learnt]));
    const firstForecasts = forecasts.map(({ first: probability, isFirst: cameTrue }) => ({ probability, cameTrue }));
    const first = forecastQuality(firstForecasts);
    bins[release] = reliabilityBins(firstForecasts);
    const none = forecastQuality(forecasts.map(({ none: probability, isNone: cameTrue }) => ({ probability, cameTrue })));
    print(`${release}: first candidate ECE ${first.calibrationError.toFixed(4)} Brier ${first.brier.toFixed(4)} stated ${first.stated.toFixed(3)} found ${first.found.toFixed(3)}; none of these ECE ${none.calibrationError.toFixed(4)} stated ${none.stated.toFixed(3)} found ${none.found.toFixed(3)}; ${first.count} cases, cross-validated by disease`);
  }
  writeFileSync(`shared/ranking/${learnt}-reliability.ts`, reliabilityFile(learnt, bins));
  print(JSON.stringify(fit(cases, starts[learnt])));
}

/** Shares rounded to a tenth of a percent. */
function reliabilityFile(learnt: Mode, bins: Partial<Record<ReleaseName, readonly ReliabilityBin[]>>): string {
  const rows = (list: readonly ReliabilityBin[] = []): string => list.map(({ cases, stated, found }) => `    { cases: ${cases}, stated: ${stated.toFixed(3)}, found: ${found.toFixed(3)} },\n`).join('');
  return `import { type Reliability } from '#shared/ranking/calibration.ts';

/** Written by tests/bench/ranking/learn-calibration.ts ${learnt}; not to be changed by hand. */
export const ${learnt}Reliability: Reliability = {
  curated: [\n${rows(bins.R1)}  ],
  earlier: [\n${rows(bins.R2)}  ],
};
`;
}

function scoreRelease(release: 'R1' | 'R2', learnt: Mode, every: number): readonly Scored[] {
  const knowledge = readReferenceKnowledge(release);
  const cases = knowledge === null ? null : readSolvedCases(knowledge);
  if (knowledge === null || cases === null) throw new Error('the reference data is absent');
  return scoreAll(release, buildRankingIndex(knowledge.ontology, knowledge.diseases), cases, learnt, every);
}

function scoreStarter(learnt: Mode, every: number): readonly Scored[] {
  const knowledge = readReferenceKnowledge('R1');
  const cases = knowledge === null ? null : readSolvedCases(knowledge);
  if (cases === null) throw new Error('the reference data is absent');
  return scoreAll('starter', buildRankingIndex(starterOntology, starterDiseases), cases, learnt, every);
}

function scoreAll(release: ReleaseName, index: RankingIndex, cases: readonly SolvedCase[], learnt: Mode, every: number): readonly Scored[] {
  const scorer = createScorer(index, rankingModels[learnt]);
  const places = new Map(index.diseases.map((disease, position) => [disease.id, position]));
  const catalogue = describeCatalogue(index);
  return cases.flatMap((one, i): Scored[] => {
    const question = readQuestion(index, one.patient);
    if (i % every !== 0 || question.observed.length === 0) return [];
    const scores = scorer.score(question).ofDisease;
    const best = selectBest(scores, keptScores);
    const place = places.get(one.diseaseId);
    const rank = place === undefined ? -1 : best.indexOf(place);
    return [{ release, diseaseId: one.diseaseId, catalogue, observedCount: question.observed.length, scores: Float64Array.from(best, (position) => scores[position] ?? 0), truth: place === undefined ? -1 : rank < 0 ? null : rank }];
  });
}

function forecast(one: Scored, calibration: Calibration) {
  const { shares, none } = weigh(one, calibration);
  return { first: shares[0] ?? 0, isFirst: one.truth === 0, none, isNone: one.truth === -1 };
}

function weigh(one: Scored, calibration: Calibration) {
  const temperature = temperatureOf(one.observedCount, one.catalogue, calibration);
  const best = (one.scores[0] ?? 0) / temperature;
  const weights: number[] = [];
  let total = 0;
  for (const score of one.scores) {
    const below = score / temperature - best;
    if (below < negligible) break;
    const weight = Math.exp(below);
    weights.push(weight);
    total += weight;
  }
  const none = noneProbability(best + Math.log(total), one.observedCount, one.catalogue, calibration);
  return { shares: weights.map((weight) => (weight / total) * (1 - none)), none };
}

/**
 * Mean −ln of the probability given to what was true, every release counting the same: which disease or none, and, because these two
 * numbers are what a screen shows first, also whether the first candidate is right and whether none is.
 */
function loss(cases: readonly Scored[], calibration: Calibration): number {
  const sums = new Map<ReleaseName, { loss: number; count: number }>();
  for (const one of cases) {
    const { shares, none } = weigh(one, calibration);
    const truth = one.truth === null ? 0 : one.truth < 0 ? none : (shares[one.truth] ?? 0);
    const first = shares[0] ?? 0;
    const surprise = surpriseOf(truth) + firstWeight * surpriseOf(one.truth === 0 ? first : 1 - first) + noneWeight * surpriseOf(one.truth === -1 ? none : 1 - none);
    const sum = sums.get(one.release) ?? { loss: 0, count: 0 };
    sums.set(one.release, { loss: sum.loss + surprise, count: sum.count + 1 });
  }
  return [...sums.values()].reduce((sum, release) => sum + release.loss / release.count, 0);
}

function surpriseOf(probability: number): number {
  return -Math.log(Math.max(1e-6, probability));
}

/** Pattern search: each number in turn up and down, the steps halved when nothing helps. */
function fit(cases: readonly Scored[], start: Calibration): Calibration {
  let best = start;
  let least = loss(cases, best);
  for (let step = 0.125; step > 0.02; step /= 2) {
    for (let round = 0; round < 12; round += 1) {
      const before = least;
      for (const name of parameterNames) {
        const size = step * (stepSizes[name] ?? 0.3);
        for (const change of [size, -size]) {
          const tried = { ...best, [name]: best[name] + change };
          const found = loss(cases, tried);
          if (found < least) {
            best = tried;
            least = found;
          }
        }
      }
      if (before - least < 1e-4) break;
    }
  }
  return best;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
