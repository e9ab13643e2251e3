import { beforeAll, describe, expect, test } from 'vitest';
import { buildRankingIndex } from '#shared/ranking/build-ranking-index.ts';
import { nextQuestions, type NextQuestion } from '#shared/ranking/next-question/next-questions.ts';
import { createRanker } from '#shared/ranking/ranker.ts';
import type { RankingCase } from '#shared/ranking/ranking-case.ts';
import type { RankingIndex } from '#shared/ranking/ranking-index.ts';
import type { Ranker, Ranking } from '#shared/ranking/ranking.ts';
import { readReferenceKnowledge } from '#tests/bench/ranking/reference-knowledge.ts';
import { readSolvedCases } from '#tests/bench/ranking/solved-cases.ts';
import { absentNote, referenceData } from '#tests/reference-data.ts';

const hasReference = referenceData('knowledge/2025-05-06/hp.json.gz') !== null && referenceData('cases/phenopackets-dev.jsonl.gz') !== null;
const excludedMode = 'ignore';

/** Entropy of the diseases listed, the rest counted as one outcome, as the questions reckon. Bits. */
function entropyOf({ candidates, others, noneOfTheseProbability }: Ranking): number {
  const probabilities = [...candidates.map(({ probability }) => probability), others.probability + noneOfTheseProbability];
  return probabilities.reduce((sum, probability) => (probability <= 0 ? sum : sum - probability * Math.log2(probability)), 0);
}

describe.skipIf(!hasReference)(`the expected gain of a question, against ranking again (${absentNote})`, () => {
  let index: RankingIndex;
  let ranker: Ranker;
  let patients: readonly RankingCase[] = [];
  beforeAll(() => {
    const knowledge = readReferenceKnowledge('R1');
    if (knowledge === null) throw new Error('the reference data went away');
    index = buildRankingIndex(knowledge.ontology, knowledge.diseases);
    ranker = createRanker(index);
    patients = (readSolvedCases(knowledge) ?? []).filter(({ earlierOfDisease }) => earlierOfDisease === 0).filter((_, i) => i % 12 === 0).map(({ patient }) => patient);
  }, 240_000);

  const rankingOf = (patient: RankingCase): Ranking => ranker.rank(patient, { excludedMode, limit: 60 });
  const questionsOf = (patient: RankingCase): readonly NextQuestion[] => nextQuestions(index, ranker, patient, { excludedMode, limit: 30, unknown: [] });

  test('a yes that is expected to tell the leading disease raises it when the case is ranked again', () => {
    const outcomes = patients.flatMap((patient) => {
      const before = new Map(rankingOf(patient).candidates.map(({ diseaseId, probability }) => [diseaseId, probability]));
      return questionsOf(patient).slice(0, 10).map(({ termId, ifYes }) => {
        const after = rankingOf({ ...patient, observed: [...patient.observed, termId] }).candidates.find(({ diseaseId }) => diseaseId === ifYes.diseaseId)?.probability ?? 0;
        return after >= (before.get(ifYes.diseaseId) ?? 0);
      });
    });
    expect(outcomes.length).toBeGreaterThan(100);
    expect(outcomes.filter(Boolean).length / outcomes.length).toBeGreaterThan(0.8);
  });

  test('more bits mean that ranking again after a yes changes the probabilities more', () => {
    const pairs = patients.flatMap((patient) => {
      const before = rankingOf(patient);
      return questionsOf(patient).map(({ termId, bits, yesProbability }) => {
        const after = new Map(rankingOf({ ...patient, observed: [...patient.observed, termId] }).candidates.map(({ diseaseId, probability }) => [diseaseId, probability]));
        const moved = before.candidates.reduce((sum, { diseaseId, probability }) => sum + Math.abs((after.get(diseaseId) ?? 0) - probability), 0);
        return [bits, yesProbability * moved] as const;
      });
    });
    expect(rankCorrelation(pairs)).toBeGreaterThan(0.5);
  });

  test('is no more than there is to know, and takes less than a tenth of a second', () => {
    const times: number[] = [];
    for (const patient of patients) {
      const ranking = rankingOf(patient);
      const begin = performance.now();
      const questions = questionsOf(patient);
      times.push(performance.now() - begin);
      expect(questions.every(({ bits }) => bits >= 0 && bits <= entropyOf(ranking) + 1e-9)).toBe(true);
    }
    expect(times.sort((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(100);
  });
});

/** Spearman's rank correlation. */
function rankCorrelation(pairs: readonly (readonly [number, number])[]): number {
  const ranksOf = (values: readonly number[]): readonly number[] => {
    const order = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value);
    const ranks = new Array<number>(values.length).fill(0);
    order.forEach(({ i }, rank) => (ranks[i] = rank));
    return ranks;
  };
  const [a, b] = [ranksOf(pairs.map(([one]) => one)), ranksOf(pairs.map(([, other]) => other))];
  const mean = (pairs.length - 1) / 2;
  const covariance = a.reduce((sum, rank, i) => sum + (rank - mean) * ((b[i] ?? 0) - mean), 0);
  return covariance / a.reduce((sum, rank) => sum + (rank - mean) ** 2, 0);
}
