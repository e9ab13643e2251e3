import { describe, expect, test } from 'vitest';
import { buildRankingIndex } from '#shared/ranking/build-ranking-index.ts';
import { calibrate, type Calibration } from '#shared/ranking/calibration.ts';
import { leastShortlist } from '#shared/ranking/model-parameters.ts';
import { readQuestion } from '#shared/ranking/question.ts';
import { rankingModels } from '#shared/ranking/ranker.ts';
import { createScorer } from '#shared/ranking/scorer.ts';
import { annotationOf, caseOf, diseaseOf, smallOntology, termA1, termB1 } from '#tests/unit/ranking/small-knowledge.ts';

const plain: Calibration = { logTemperature: 0, logTemperaturePerTerms: 0, logTemperaturePerCounted: 0, noneOffset: 2, nonePerTerms: 0, nonePerMissing: 0, nonePerCounted: 0, nonePerLikeness: 0 };
const catalogue = { diseaseCount: 8_355, countedShare: 0.5 };
const ofScores = (scores: readonly number[], calibration: Calibration) => calibrate(Float64Array.from(scores), 8, catalogue, calibration);

describe('the probability of none of these', () => {
  test('is a softmax beside the diseases where likeness does not speak for it', () => {
    const total = Math.exp(2) + Math.exp(3) + Math.exp(1);
    const { ofDisease, noneOfThese } = ofScores([3, 1], plain);
    expect([...ofDisease, noneOfThese]).toEqual([Math.exp(3) / total, Math.exp(1) / total, Math.exp(2) / total].map((share) => expect.closeTo(share, 12)));
  });

  test('falls more slowly with the likeness of the diseases where part of it is taken to be chance, and all still sum to 1', () => {
    const part = { ...plain, nonePerLikeness: 0.3 };
    const fall = (calibration: Calibration): number => ofScores([2, 0], calibration).noneOfThese / ofScores([6, 0], calibration).noneOfThese;
    expect(fall(part)).toBeGreaterThan(1);
    expect(fall(part)).toBeLessThan(fall(plain));
    const { ofDisease, noneOfThese } = ofScores([6, 4, -30], part);
    expect([...ofDisease].reduce((sum, share) => sum + share, noneOfThese)).toBeCloseTo(1, 12);
  });

  test('is certain without any disease', () => {
    expect(ofScores([], plain).noneOfThese).toBe(1);
  });
});

test('the second look goes no further than its reach, but at the least number always, and what it leaves out stays below', () => {
  const diseases = Array.from({ length: 60 }, (_, i) => diseaseOf(`OMIM:${String(i + 100)}`, [i < 50 ? annotationOf(termA1, { kind: 'percent', percent: 90 - i }) : annotationOf(termB1)]));
  const index = buildRankingIndex(smallOntology, diseases);
  const { second, ...passes } = rankingModels.absence;
  if (second === null) throw new Error('the model has a second pass');
  const scoreWith = (reach: number) => createScorer(index, { ...passes, second: { ...second, reach } }).score(readQuestion(index, caseOf([termA1])));
  expect([scoreWith(0).shortlist.length, scoreWith(Infinity).shortlist.length]).toEqual([leastShortlist, 60]);
  const { ofDisease, shortlist } = scoreWith(0);
  const lowest = Math.min(...shortlist.map((disease) => ofDisease[disease] ?? Number.NaN));
  expect([...ofDisease].filter((score, disease) => !shortlist.includes(disease) && score > lowest)).toEqual([]);
});
