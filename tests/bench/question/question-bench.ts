import { buildRankingIndex } from '#shared/ranking/build-ranking-index.ts';
import { nextQuestions } from '#shared/ranking/next-question/next-questions.ts';
import { listOpenTerms, readAnswered } from '#shared/ranking/next-question/open-terms.ts';
import { createPairFinder } from '#shared/ranking/pairs/disease-pairs.ts';
import { createRanker } from '#shared/ranking/ranker.ts';
import type { ExcludedMode, RankingCase } from '#shared/ranking/ranking-case.ts';
import { type RankingIndex, termIdAt } from '#shared/ranking/ranking-index.ts';
import type { Ranker } from '#shared/ranking/ranking.ts';
import type { Bench, BenchOptions, BenchReport } from '#tests/bench/bench.ts';
import { answerFrom, hideHalf } from '#tests/bench/question/hidden-findings.ts';
import { mixCases } from '#tests/bench/question/mixed-cases.ts';
import { seededRandom } from '#tests/bench/ranking/poorer-cases.ts';
import { readReferenceKnowledge, type Regime, regimes } from '#tests/bench/ranking/reference-knowledge.ts';
import { readSolvedCases, type SolvedCase } from '#tests/bench/ranking/solved-cases.ts';
import { absentNote } from '#tests/reference-data.ts';

/** Whether what is asked next helps, and whether two diseases are found where there are two and not where there is one. */
export const questionBench: Bench = { name: 'question', run: (options) => Promise.resolve(run(options)) };

const excludedMode: ExcludedMode = 'absence';
const rounds = 5;
/** Cohorts with many patients of one disease would decide a figure alone. */
const casesPerDisease = 5;

/** Half of the findings told, five questions asked one after another and answered from the other half. */
interface AskingFigures {
  readonly regime: Regime;
  readonly asking: 'best' | 'random';
  readonly cases: number;
  /** Share with the disease in the first place, in percent, before and after. */
  readonly top1Before: number;
  readonly top1After: number;
  /** Mean log2 of the probability of the disease: what a question gained, in bits. */
  readonly bitsGained: number;
  /** Share of questions answered yes and no, in percent. */
  readonly yes: number;
  readonly no: number;
  readonly milliseconds: Quantiles;
}

interface PairFigures {
  readonly regime: Regime;
  readonly mixtures: number;
  /** In percent of mixtures: a pair is named; it is the right one; it holds one of the two. Both among the first two of the plain ranking, for comparison. */
  readonly named: number;
  readonly bothRight: number;
  readonly oneRight: number;
  readonly bothByRanking: number;
  /** In percent: a pair is named for one patient of one disease that the release knows, and of one that it does not. */
  readonly falseOfKnown: number;
  readonly falseOfUnknown: number;
  readonly milliseconds: Quantiles;
}

interface Quantiles {
  readonly median: number;
  readonly p95: number;
}

interface World {
  readonly regime: Regime;
  readonly index: RankingIndex;
  readonly ranker: Ranker;
  readonly places: ReadonlyMap<string, number>;
}

function run({ quick }: BenchOptions): BenchReport {
  const every = quick ? 40 : 2;
  const asking: AskingFigures[] = [];
  const pairs: PairFigures[] = [];
  for (const regime of regimes) {
    const knowledge = readReferenceKnowledge(regime);
    const solved = knowledge === null ? null : readSolvedCases(knowledge);
    if (knowledge === null || solved === null) return { table: `question: ${absentNote}`, json: null };
    const index = buildRankingIndex(knowledge.ontology, knowledge.diseases);
    const world: World = { regime, index, ranker: createRanker(index), places: new Map(index.diseases.map(({ id }, position) => [id, position])) };
    const few = solved.filter((one) => one.earlierOfDisease < casesPerDisease);
    const covered = few.filter((one, i) => one.isCovered && i % every === 0);
    asking.push(measureAsking(world, covered, 'best'), measureAsking(world, covered, 'random'));
    pairs.push(measurePairs(world, covered, few.filter((one, i) => !one.isCovered && i % every === 0)));
  }
  return { table: formatTable(asking, pairs), json: { asking, pairs } };
}

function measureAsking(world: World, cases: readonly SolvedCase[], asking: AskingFigures['asking']): AskingFigures {
  const counts = { before: 0, after: 0, bits: 0, asked: 0, yes: 0, no: 0 };
  const times: number[] = [];
  cases.forEach(({ patient, diseaseId }, seed) => {
    const { told, hidden } = hideHalf(patient, seed);
    const random = seededRandom(seed);
    const standing = standingOf(world, told, diseaseId);
    let known = told;
    const unknown: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const begin = performance.now();
      const termId = asking === 'best' ? nextQuestions(world.index, world.ranker, known, { excludedMode, limit: 1, unknown })[0]?.termId : randomQuestion(world, known, unknown, random);
      times.push(performance.now() - begin);
      if (termId === undefined) break;
      const answer = answerFrom(world.index, hidden, termId);
      counts.asked += 1;
      if (answer === 'unknown') unknown.push(termId);
      else {
        counts[answer] += 1;
        known = answer === 'yes' ? { ...known, observed: [...known.observed, termId] } : { ...known, excluded: [...known.excluded, termId] };
      }
    }
    const after = standingOf(world, known, diseaseId);
    counts.before += Number(standing.isFirst);
    counts.after += Number(after.isFirst);
    counts.bits += after.logProbability - standing.logProbability;
  });
  const share = (count: number, of: number): number => (100 * count) / Math.max(1, of);
  return {
    ...{ regime: world.regime, asking, cases: cases.length, top1Before: share(counts.before, cases.length), top1After: share(counts.after, cases.length) },
    ...{ bitsGained: counts.bits / Math.max(1, cases.length), yes: share(counts.yes, counts.asked), no: share(counts.no, counts.asked), milliseconds: quantiles(times) },
  };
}

/** So improbable a disease counts as this, so that one miss does not outweigh all. */
const leastProbability = 1e-5;
const lookedThrough = 300;

function standingOf({ ranker }: World, patient: RankingCase, diseaseId: string): { readonly isFirst: boolean; readonly logProbability: number } {
  const { candidates } = ranker.rank(patient, { excludedMode, limit: lookedThrough });
  const found = candidates.find((candidate) => candidate.diseaseId === diseaseId);
  return { isFirst: found?.rank === 1, logProbability: Math.log2(Math.max(leastProbability, found?.probability ?? 0)) };
}

/** Any of the terms that the leading diseases have and that are open, as the best question is chosen from. */
function randomQuestion({ index, ranker, places }: World, patient: RankingCase, unknown: readonly string[], random: () => number): string | undefined {
  const leading = ranker.rank(patient, { excludedMode, limit: 25 }).candidates.map(({ diseaseId }) => places.get(diseaseId) as number);
  const open = listOpenTerms(index, leading, readAnswered(index, patient, unknown));
  const term = open[Math.floor(random() * open.length)];
  return term === undefined ? undefined : termIdAt(index, term);
}

function measurePairs({ regime, index, ranker, places }: World, known: readonly SolvedCase[], unknown: readonly SolvedCase[]): PairFigures {
  const find = createPairFinder(index);
  const times: number[] = [];
  const pairOf = (patient: RankingCase): readonly string[] => {
    const begin = performance.now();
    const pair = find(ranker, patient, excludedMode);
    times.push(performance.now() - begin);
    return pair === null ? [] : [pair.first.diseaseId, pair.second.diseaseId];
  };
  const mixtures = mixCases(known, (id) => index.diseases[places.get(id) ?? -1]?.genes ?? []).map(({ patient, diseaseIds }) => {
    const named = pairOf(patient);
    const ranked = ranker.rank(patient, { excludedMode, limit: 2 }).candidates.map(({ diseaseId }) => diseaseId);
    return { named: named.length, right: diseaseIds.filter((id) => named.includes(id)).length, byRanking: diseaseIds.filter((id) => ranked.includes(id)).length };
  });
  const share = <Item>(items: readonly Item[], is: (item: Item) => boolean): number => (100 * items.filter(is).length) / Math.max(1, items.length);
  return {
    regime,
    mixtures: mixtures.length,
    named: share(mixtures, ({ named }) => named > 0),
    bothRight: share(mixtures, ({ right }) => right === 2),
    oneRight: share(mixtures, ({ right }) => right === 1),
    bothByRanking: share(mixtures, ({ byRanking }) => byRanking === 2),
    falseOfKnown: share(known, ({ patient }) => pairOf(patient).length > 0),
    falseOfUnknown: share(unknown, ({ patient }) => pairOf(patient).length > 0),
    milliseconds: quantiles(times),
  };
}

function quantiles(times: readonly number[]): Quantiles {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

function formatTable(asking: readonly AskingFigures[], pairs: readonly PairFigures[]): string {
  const one = (value: number): string => value.toFixed(1);
  return [
    `Half of the findings told, ${String(rounds)} questions answered from the other half (at most ${String(casesPerDisease)} cases a disease)`,
    ...asking.map((row) => `${row.regime} ${row.asking.padEnd(6)}  ${String(row.cases)} cases  first ${one(row.top1Before)} → ${one(row.top1After)} %  ${row.bitsGained.toFixed(2)} bits gained  answered yes ${one(row.yes)}, no ${one(row.no)} %  ${one(row.milliseconds.median)}/${one(row.milliseconds.p95)} ms median/p95`),
    '',
    'Two published patients mixed, and single ones',
    ...pairs.map((row) => `${row.regime}  ${String(row.mixtures)} mixtures  pair named ${one(row.named)} %, both right ${one(row.bothRight)}, one right ${one(row.oneRight)} (both by plain ranking ${one(row.bothByRanking)})  false pairs: known disease ${one(row.falseOfKnown)} %, unknown ${one(row.falseOfUnknown)} %  ${one(row.milliseconds.median)}/${one(row.milliseconds.p95)} ms`),
  ].join('\n');
}
