import { describe, expect, test } from 'vitest';
import { absenceWeights, learningInput, mentionWeights } from '#shared/ranking/learned-weights.ts';
import { digestOfLearningInput, learning } from '#tests/bench/ranking/learning-input.ts';
import { absentNote } from '#tests/reference-data.ts';

const digest = digestOfLearningInput();

describe('the weights of the second pass', () => {
  test.skipIf(digest === null)(`were learned with the settings, the first pass and the reference files of today (${absentNote})`, () => {
    expect(digest).toBe(learningInput);
  });

  test('count an excluded term as absent with the stated weight, and under absence never as mentioned', () => {
    expect({ absence: absenceWeights.absence, mention: mentionWeights.absence }).toEqual(learning.absenceWeight);
    expect(absenceWeights.mention).toBe(0);
    expect(mentionWeights.mention).toBeGreaterThan(0);
  });
});
