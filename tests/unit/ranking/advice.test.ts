import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildRankingIndex } from '#shared/ranking/build-ranking-index.ts';
import { groupByGene } from '#shared/ranking/gene-view.ts';
import { nextQuestions } from '#shared/ranking/next-question/next-questions.ts';
import { listOpenTerms, readAnswered } from '#shared/ranking/next-question/open-terms.ts';
import { whoAnswers } from '#shared/ranking/next-question/who-answers.ts';
import { createPairFinder } from '#shared/ranking/pairs/disease-pairs.ts';
import { createRanker } from '#shared/ranking/ranker.ts';
import { decisiveTerms } from '#shared/ranking/sensitivity.ts';
import { ancestorsOf } from '#shared/ranking/evidence.ts';
import { positionOfTerm } from '#shared/ranking/ranking-index.ts';
import { annotationOf, caseOf, diseaseOf, ontologyOf, root } from '#tests/unit/ranking/small-knowledge.ts';

/** Forty groups of three terms each below the root, so that each term is telling; disease n has the terms of groups n and n + 1. */
const groupCount = 40;
const group = (n: number): string => `HP:${String(1_000 + 10 * (n % groupCount)).padStart(7, '0')}`;
const term = (n: number, i: number): string => `HP:${String(1_000 + 10 * (n % groupCount) + i).padStart(7, '0')}`;
const numbers = Array.from({ length: groupCount }, (_, n) => n);
const parents = Object.fromEntries([[root, []], ...numbers.flatMap((n) => [[group(n), [root]], ...[1, 2, 3].map((i) => [term(n, i), [group(n)]])])]) as Record<string, readonly string[]>;
const often = { kind: 'percent', percent: 90 } as const;
const diseases = numbers.map((n) => diseaseOf(`OMIM:${String(100_000 + n)}`, [1, 2, 3].flatMap((i) => [annotationOf(term(n, i), often), annotationOf(term(n + 1, i), often)])));
const index = buildRankingIndex(ontologyOf(parents), diseases);
const ranker = createRanker(index);
const ask = (patient: ReturnType<typeof caseOf>, unknown: readonly string[] = []) => nextQuestions(index, ranker, patient, { excludedMode: 'absence', limit: 20, unknown });

describe('the next question', () => {
  test('tells the two diseases apart that share what is known, and says who leads after either answer', () => {
    // Group 5 is of diseases 4 and 5; what only one of them has decides.
    const [first] = ask(caseOf([1, 2, 3].map((i) => term(5, i))));
    const decides = [...[1, 2, 3].map((i) => term(4, i)), ...[1, 2, 3].map((i) => term(6, i)), group(4), group(6)];
    expect(decides).toContain(first?.termId);
    expect(first?.ifYes.diseaseId).not.toBe(first?.ifNo.diseaseId);
    expect(first?.bits).toBeGreaterThan(0.1);
  });

  test('is never one answered, implied by an answer, or asked in vain, and never tells less than nothing', () => {
    const anyTerm = fc.tuple(fc.nat(groupCount - 1), fc.integer({ min: 1, max: 3 })).map(([n, i]) => term(n, i));
    fc.assert(
      fc.property(fc.array(anyTerm, { maxLength: 4 }), fc.array(anyTerm, { maxLength: 3 }), fc.array(anyTerm, { maxLength: 3 }), (observed, excluded, unknown) => {
        const questions = ask(caseOf(observed, excluded), unknown);
        const closed = new Set([...excluded, ...unknown]);
        const above = (id: string): readonly string[] => [id, ...(parents[id] ?? []), root];
        for (const { termId, bits, yesProbability } of questions) {
          expect(observed.flatMap(above)).not.toContain(termId);
          expect(above(termId).some((id) => closed.has(id))).toBe(false);
          expect(bits).toBeGreaterThan(0);
          expect(yesProbability).toBeGreaterThan(0);
          expect(yesProbability).toBeLessThan(1);
        }
        const ids = questions.map(({ termId }) => positionOfTerm(index, termId));
        for (const one of ids) expect(ids.filter((other) => other !== one && ancestorsOf(index, one).includes(other))).toEqual([]);
        expect(questions.map(({ bits }) => bits)).toEqual(questions.map(({ bits }) => bits).sort((a, b) => b - a));
      }),
      { numRuns: 60 },
    );
  });

  test('is asked of terms that the leading diseases have, and of telling ones above them', () => {
    const open = listOpenTerms(index, [3], readAnswered(index, caseOf([term(3, 1)], [term(4, 2)]), []));
    expect(open.map((position) => position >= 0)).toEqual(open.map(() => true));
    expect(open).toEqual(['HP:0001032', 'HP:0001033', 'HP:0001041', 'HP:0001043'].map((id) => positionOfTerm(index, id)));
  });
});

describe('who answers', () => {
  const real = buildRankingIndex(
    ontologyOf({ [root]: [], 'HP:0000924': [root], 'HP:0011297': ['HP:0000924'], 'HP:0010442': ['HP:0011297'], 'HP:0000944': ['HP:0000924'], 'HP:0001250': [root], 'HP:0002133': ['HP:0001250'], 'HP:0001939': [root], 'HP:0003074': ['HP:0001939'], 'HP:0001627': [root], 'HP:0001574': [root], 'HP:0002597': [root], 'HP:0011276': ['HP:0002597', 'HP:0001574'], 'HP:0000965': ['HP:0011276'] }),
    [diseaseOf('OMIM:1', [annotationOf('HP:0010442')])],
  );
  test.each([
    ['HP:0002133', 'Status epilepticus', 'family'],
    ['HP:0010442', 'Polydactyly', 'examination'],
    ['HP:0000944', 'Abnormal metaphysis morphology', 'imaging'],
    ['HP:0003074', 'Hyperglycemia', 'laboratory'],
    ['HP:0002133', 'Focal T2 hyperintense basal ganglia lesion on MRI', 'imaging'],
    ['HP:0001250', 'Elevated circulating creatine kinase concentration', 'laboratory'],
    ['HP:0000965', 'Cutis marmorata', 'examination'],
    ['HP:0001574', 'Recurrent skin infections', 'family'],
    ['HP:0000924', 'Delayed skeletal maturation', 'imaging'],
    ['HP:9999999', 'Unknown to this release', 'examination'],
  ] as const)('%s, %s: %s', (id, label, answerer) => {
    expect(whoAnswers(real, id, label)).toBe(answerer);
  });
});

describe('two diseases', () => {
  const find = createPairFinder(index);
  const pairOf = (patient: ReturnType<typeof caseOf>) => find(ranker, patient, 'absence');

  test('are named where each explains findings that the other does not, with what each explains', () => {
    const pair = pairOf(caseOf([1, 2, 3].flatMap((i) => [term(4, i), term(5, i), term(20, i), term(21, i)])));
    const byId = new Map([pair?.first, pair?.second].flatMap((member) => (member === undefined ? [] : [[member.diseaseId, [...member.explainedIds].sort()] as const])));
    expect(byId).toEqual(new Map([
      ['OMIM:100004', [1, 2, 3].map((i) => term(4, i)).concat([1, 2, 3].map((i) => term(5, i)))],
      ['OMIM:100020', [1, 2, 3].map((i) => term(20, i)).concat([1, 2, 3].map((i) => term(21, i)))],
    ]));
    expect(pair?.unexplainedIds).toEqual([]);
    expect(pair?.log10Odds).toBeGreaterThanOrEqual(0);
  });

  test('are not named where one explains all, or where too little is known', () => {
    expect(pairOf(caseOf([1, 2, 3].flatMap((i) => [term(4, i), term(5, i)])))).toBeNull();
    expect(pairOf(caseOf([term(4, 1), term(20, 1), term(30, 1)]))).toBeNull();
    expect(pairOf(caseOf([]))).toBeNull();
  });
});

describe('the decisive findings', () => {
  test('are those without which another disease would lead, named with it', () => {
    const patient = caseOf([term(5, 1), term(6, 1)]);
    const first = ranker.rank(patient, { excludedMode: 'absence', limit: 1 }).candidates[0];
    expect(first?.diseaseId).toBe('OMIM:100005');
    for (const { termId, instead } of decisiveTerms(ranker, patient, 'absence')) {
      const without = ranker.rank(caseOf(patient.observed.filter((id) => id !== termId)), { excludedMode: 'absence', limit: 1 }).candidates[0];
      expect(without?.diseaseId).toBe(instead.diseaseId);
      expect(instead.diseaseId).not.toBe('OMIM:100005');
    }
    expect(decisiveTerms(ranker, patient, 'absence').map(({ termId }) => termId)).toEqual([term(6, 1)]);
  });

  test('are none where nothing is known', () => {
    expect(decisiveTerms(ranker, caseOf([]), 'absence')).toEqual([]);
  });
});

describe('genes', () => {
  test('have the sum of their diseases, one of several genes its share; those without a gene stand last', () => {
    const candidates = [
      { genes: ['A'], probability: 0.3 },
      { genes: [], probability: 0.25 },
      { genes: ['B', 'A'], probability: 0.2 },
      { genes: ['C'], probability: 0.15 },
    ];
    expect(groupByGene(candidates).map(({ symbol, probability, candidates: own }) => [symbol, Number(probability.toFixed(6)), own.length])).toEqual([['A', 0.4, 2], ['C', 0.15, 1], ['B', 0.1, 1], [null, 0.25, 1]]);
  });
});
