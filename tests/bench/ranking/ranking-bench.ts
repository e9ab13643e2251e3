import { buildRankingIndex } from '#shared/ranking/build-ranking-index.ts';
import { firstSketch, sketchWeights } from '#shared/ranking/model-parameters.ts';
import { createRanker, type RankingModel, rankingModels } from '#shared/ranking/ranker.ts';
import { type ExcludedMode } from '#shared/ranking/ranking-case.ts';
import { decodeRankingIndex, encodeRankingIndex } from '#shared/ranking/ranking-index-codec.ts';
import { type RankingIndex } from '#shared/ranking/ranking-index.ts';
import { type Ranker } from '#shared/ranking/ranking.ts';
import { selectBest } from '#shared/ranking/select-best.ts';
import type { Bench, BenchOptions, BenchReport } from '#tests/bench/bench.ts';
import { type CaseGroup, caseGroups, formatRates, type HitRates, hitRatesByGroup, type RankedCase, rankOf } from '#tests/bench/ranking/hit-rates.ts';
import { impoverish, type Impoverishment, impoverishments } from '#tests/bench/ranking/poorer-cases.ts';
import { createBoqa, createLirical, createSimGic, type Peer } from '#tests/bench/ranking/peers.ts';
import { type Forecast, forecastQuality, type ForecastQuality } from '#tests/bench/ranking/probability-quality.ts';
import { readReferenceKnowledge, type ReferenceKnowledge, type Regime, regimes } from '#tests/bench/ranking/reference-knowledge.ts';
import { createResnik } from '#tests/bench/ranking/resnik.ts';
import { readSolvedCases, type SolvedCase } from '#tests/bench/ranking/solved-cases.ts';
import { absentNote } from '#tests/reference-data.ts';

/** Hit rates, calibration and time of the ranking on solved cases, under two releases, beside the first sketch and its peers. */
export const rankingBench: Bench = { name: 'ranking', run: (options) => Promise.resolve(run(options)) };

const listed = 200;
const modes = ['absence', 'mention', 'ignore'] as const satisfies readonly ExcludedMode[];
/** Poorer forms of the cases are run on every third, as when learning. */
const robustnessEvery = 3;

export interface MethodFigures {
  readonly method: string;
  readonly regime: Regime;
  readonly cases: Impoverishment;
  readonly rates: Readonly<Record<CaseGroup, HitRates>>;
  readonly milliseconds: { readonly median: number; readonly p95: number; readonly max: number };
  /** Of the first candidate; null for a method that states none. */
  readonly calibration: ForecastQuality | null;
}

interface IndexFigures {
  readonly regime: Regime;
  readonly diseases: number;
  readonly bytes: number;
  readonly buildMilliseconds: number;
  readonly decodeMilliseconds: number;
  readonly residentMegabytes: number;
}

/** One case ranked by one method. */
interface Outcome {
  readonly ranked: RankedCase;
  readonly milliseconds: number;
  readonly forecast: Forecast | null;
}
type Method = (solved: SolvedCase, patient: SolvedCase['patient']) => Outcome;

function run({ quick }: BenchOptions): BenchReport {
  const measured = measureRanking(quick ? 40 : 1, impoverishments);
  return measured === null ? { table: `ranking: ${absentNote}`, json: null } : { table: formatTable(measured.indexes, measured.methods), json: measured };
}

/** Every method on every Nth case in the forms asked for, under both releases. Null where the reference data is absent. */
export function measureRanking(every: number, forms: readonly Impoverishment[]): { readonly indexes: readonly IndexFigures[]; readonly methods: readonly MethodFigures[] } | null {
  const indexes: IndexFigures[] = [];
  const methods: MethodFigures[] = [];
  for (const regime of regimes) {
    const knowledge = readReferenceKnowledge(regime);
    const cases = knowledge === null ? null : readSolvedCases(knowledge);
    if (knowledge === null || cases === null) return null;
    const { index, figures } = buildAndDecode(regime, knowledge);
    indexes.push(figures);
    methods.push(...measureRegime(regime, knowledge, index, cases.filter((_, i) => i % every === 0), forms));
  }
  return { indexes, methods };
}

function buildAndDecode(regime: Regime, knowledge: ReferenceKnowledge): { readonly index: RankingIndex; readonly figures: IndexFigures } {
  const begin = performance.now();
  const bytes = encodeRankingIndex(buildRankingIndex(knowledge.ontology, knowledge.diseases));
  const built = performance.now();
  const index = decodeRankingIndex(bytes);
  const decoded = performance.now();
  return {
    index,
    figures: { regime, diseases: index.diseases.length, bytes: bytes.length, buildMilliseconds: built - begin, decodeMilliseconds: decoded - built, residentMegabytes: process.memoryUsage.rss() / 1e6 },
  };
}

function measureRegime(regime: Regime, knowledge: ReferenceKnowledge, index: RankingIndex, cases: readonly SolvedCase[], forms: readonly Impoverishment[]): readonly MethodFigures[] {
  const sketch: RankingModel = { parameters: firstSketch, first: sketchWeights, second: null, calibration: rankingModels.ignore.calibration };
  const sketchRanker = createRanker(buildRankingIndex(knowledge.ontology, knowledge.diseases, firstSketch), { absence: sketch, mention: sketch, ignore: sketch });
  const ranker = createRanker(index);
  const named: readonly (readonly [string, Method])[] = [
    ...peersOf(index),
    ['first sketch, observed only', byRanker(sketchRanker, 'ignore', false)],
    ...modes.map((mode) => [`Nostos, ${mode}`, byRanker(ranker, mode, true)] as const),
  ];
  return forms.flatMap((how) => {
    // The peers are slow; of the poorer cases only the usual one is asked.
    const methods = how === 'as published' ? named : named.filter(([method]) => !otherPeers.includes(method));
    const chosen = cases.flatMap((solved, i) => (how === 'as published' || i % robustnessEvery === 0 ? [{ solved, patient: impoverish(index, solved.patient, how, i) }] : []));
    return methods.map(([method, rank]) => summariseMethod({ method, regime, cases: how }, chosen.map(({ solved, patient }) => rank(solved, patient))));
  });
}

function byRanker(ranker: Ranker, excludedMode: ExcludedMode, statesProbability: boolean): Method {
  return (solved, patient) => {
    const begin = performance.now();
    const { candidates } = ranker.rank(patient, { excludedMode, limit: listed });
    const milliseconds = performance.now() - begin;
    const first = candidates[0];
    const score = candidates.find((candidate) => candidate.diseaseId === solved.diseaseId)?.score;
    const tied = candidates.filter((candidate) => candidate.score === score).length;
    const rank = score === undefined ? Infinity : candidates.filter((candidate) => candidate.score > score).length + (tied + 1) / 2;
    const forecast = statesProbability && first !== undefined ? { probability: first.probability, cameTrue: first.diseaseId === solved.diseaseId } : null;
    return { ranked: { solved, rank }, milliseconds, forecast };
  };
}

const otherPeers: readonly string[] = ['simGIC', 'BOQA', "LIRICAL's ratio, observed only", "LIRICAL's ratio"];

function peersOf(index: RankingIndex): readonly (readonly [string, Method])[] {
  const resnik = createResnik(index);
  return [
    ['Resnik, best match', byPeer(index, ({ observed }) => resnik(observed))],
    ['simGIC', byPeer(index, createSimGic(index))],
    ['BOQA', byPeer(index, createBoqa(index))],
    ["LIRICAL's ratio, observed only", byPeer(index, createLirical(index, false))],
    ["LIRICAL's ratio", byPeer(index, createLirical(index, true))],
  ];
}

function byPeer(index: RankingIndex, score: Peer): Method {
  const places = new Map(index.diseases.map((disease, position) => [disease.id, position]));
  return (solved, patient) => {
    const begin = performance.now();
    const scores = score(patient);
    selectBest(scores, listed);
    const milliseconds = performance.now() - begin;
    return { ranked: { solved, rank: rankOf(scores, places.get(solved.diseaseId)) }, milliseconds, forecast: null };
  };
}

function summariseMethod(what: Pick<MethodFigures, 'method' | 'regime' | 'cases'>, outcomes: readonly Outcome[]): MethodFigures {
  const times = outcomes.map((outcome) => outcome.milliseconds).sort((a, b) => a - b);
  const quantile = (share: number): number => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  const forecasts = outcomes.flatMap((outcome) => outcome.forecast ?? []);
  return {
    ...what,
    rates: hitRatesByGroup(outcomes.map((outcome) => outcome.ranked)),
    milliseconds: { median: quantile(0.5), p95: quantile(0.95), max: quantile(1) },
    calibration: forecasts.length === 0 ? null : forecastQuality(forecasts),
  };
}

function formatTable(indexes: readonly IndexFigures[], methods: readonly MethodFigures[]): string {
  const heads = indexes.map(
    (one) => `${one.regime}: ${one.diseases} diseases, index ${(one.bytes / 1e6).toFixed(1)} MB, built in ${one.buildMilliseconds.toFixed(0)} ms, decoded in ${one.decodeMilliseconds.toFixed(0)} ms, ${one.residentMegabytes.toFixed(0)} MB resident`,
  );
  const rows = methods.map((one) => [
    one.regime,
    one.cases,
    one.method,
    ...caseGroups.map((group) => formatRates(one.rates[group])),
    one.calibration === null ? '' : one.calibration.calibrationError.toFixed(3),
    [one.milliseconds.median, one.milliseconds.p95, one.milliseconds.max].map((time) => time.toFixed(1)).join('/'),
    timesPeer(one, methods),
  ]);
  return ['Share of cases (%) with the disease among the first 1/3/10', ...heads, '', ...layOut([['', 'cases', 'method', ...caseGroups, 'ECE', 'ms median/p95/max', 'top-1 covered to Resnik'], ...rows])].join('\n');
}

function timesPeer(one: MethodFigures, methods: readonly MethodFigures[]): string {
  const peer = methods.find((other) => other.regime === one.regime && other.cases === one.cases && other.method.startsWith('Resnik'));
  return peer === undefined || peer.rates.covered.top1 === 0 ? '' : `${(one.rates.covered.top1 / peer.rates.covered.top1).toFixed(2)}`;
}

function layOut(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
}
