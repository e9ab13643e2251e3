import { describe, expect, test } from 'vitest';
import { pooledFrequency } from '#shared/ranking/annotation-frequency.ts';
import { buildRankingIndex } from '#shared/ranking/build-ranking-index.ts';
import { type ModelParameters, sketchWeights } from '#shared/ranking/model-parameters.ts';
import { createRanker, type RankingModel, rankingModels } from '#shared/ranking/ranker.ts';
import { at, positionOfTerm, type RankingIndex } from '#shared/ranking/ranking-index.ts';
import { findPosting } from '#shared/ranking/measures.ts';
import { annotationOf, caseOf, diseaseOf, smallOntology, root, termA, termA1, termA2, termB, termB1 } from '#tests/unit/ranking/small-knowledge.ts';

/** Numbers that can be followed with a pencil: weight = frequency, one unit of background a term, kernel falling by e per nat. */
const plain: ModelParameters = { countPrior: 2, unstatedFrequency: 0.5, weightExponent: 1, backgroundMass: 1, kernelDecay: 1, rarityExponent: 1, smoothing: 1 };
const model: RankingModel = { parameters: plain, first: sketchWeights, second: null, calibration: rankingModels.absence.calibration };
const one = diseaseOf('OMIM:1', [annotationOf(termA1)]);
const other = diseaseOf('OMIM:2', [annotationOf(termB)]);
const index = buildRankingIndex(smallOntology, [one, other], plain);

const place = (id: string): number => positionOfTerm(index, id);
const informationOf = (id: string): number => at(index.informationContent, place(id));
const massOf = (of: RankingIndex, id: string, disease: number): number => at(of.postingMass, findPosting(of, positionOfTerm(of, id), disease));

describe('the ontology language model, worked by hand', () => {
  // Background: root 1, A 1, A1 1 + 1, A2 1, B 1 + 1, B1 1: together 8. At or below: A1 2, A2 1, A 4, B 3, B1 1, root 8.
  test('information content is −ln of the share of background mass at or below a term', () => {
    expect([root, termA, termA1, termA2, termB, termB1].map(informationOf)).toEqual([0, Math.log(8 / 4), Math.log(8 / 2), Math.log(8), Math.log(8 / 3), Math.log(8)]);
  });

  // From A1 (2/8) the kernel is Q(A1)/Q(a): A1 1, A 1/2, root 1/4, together 7/4: π = 4/7, 2/7, 1/7. W/Q: A1 4/7 · 4, A 2/7 · 2, root 1/7.
  test('an annotation spreads its weight over its ancestors by the kernel, divided by their background share', () => {
    expect(massOf(index, termA1, 0)).toBeCloseTo(16 / 7, 6);
    expect(massOf(index, termA, 0)).toBeCloseTo(4 / 7, 6);
    expect(massOf(index, root, 0)).toBeCloseTo(1 / 7, 6);
  });

  // Total weight 1, so everything is divided by μ + T = 2; the root tells nothing and is left out.
  test.each([
    { term: termA1, why: 'the term itself and its parent', ratio: (1 + 16 / 7 + 4 / 7) / 2 },
    { term: termA, why: 'a broader term', ratio: (1 + 4 / 7) / 2 },
    { term: termA2, why: 'a sibling, through the parent they share', ratio: (1 + 4 / 7) / 2 },
    { term: termB1, why: 'nothing in common', ratio: 1 / 2 },
  ])('the ratio of an observed term counts $why', ({ term, ratio }) => {
    const ranker = createRanker(index, { absence: model, mention: model, ignore: model });
    const scoreOf = (diseaseId: string) => ranker.rank(caseOf([term]), { excludedMode: 'ignore', limit: 2 }).candidates.find((candidate) => candidate.diseaseId === diseaseId)?.score;
    expect(scoreOf('OMIM:1')).toBeCloseTo(Math.log10(ratio), 6);
  });

  // Belief 0.9; the disease has A1 in all, the other in none.
  test('an excluded term is worth ln((1 − 0.9 f) / (1 − 0.9 · 0.8)) to a disease that nearly always has it, under absence', () => {
    const absence: RankingModel = { ...model, first: { ...sketchWeights, absence: 1 } };
    const ranker = createRanker(index, { absence, mention: absence, ignore: absence });
    const scores = ranker.rank(caseOf([], [termA1]), { excludedMode: 'absence', limit: 2 }).candidates.map(({ diseaseId, score }) => [diseaseId, score]);
    expect(scores).toEqual([
      ['OMIM:2', expect.closeTo(0, 6)],
      ['OMIM:1', expect.closeTo(Math.log10(0.1 / 0.28), 6)],
    ]);
  });
});

describe('frequency of an annotation', () => {
  const reading = { countPrior: 2, unstatedFrequency: 0.44 };
  test.each([
    { what: 'counts are shrunk', frequencies: [{ kind: 'counts', observed: 3, examined: 4 }], expected: 4 / 6 },
    { what: 'counts of two series are pooled', frequencies: [{ kind: 'counts', observed: 3, examined: 4 }, { kind: 'counts', observed: 1, examined: 8 }], expected: 5 / 14 },
    { what: 'counts go before a class', frequencies: [{ kind: 'counts', observed: 0, examined: 8 }, { kind: 'class', termId: 'HP:0040281' }], expected: 1 / 10 },
    { what: 'a class stands at its midpoint', frequencies: [{ kind: 'class', termId: 'HP:0040282' }], expected: 0.545 },
    { what: 'a percentage is taken as it is', frequencies: [{ kind: 'percent', percent: 12 }], expected: 0.12 },
    { what: 'nothing stated gives the usual share', frequencies: [{ kind: 'unstated' }], expected: 0.44 },
  ] as const)('$what', ({ frequencies, expected }) => {
    expect(pooledFrequency(frequencies, reading)).toBeCloseTo(expected, 12);
  });
});
