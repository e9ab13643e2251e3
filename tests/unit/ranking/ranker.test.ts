import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildRankingIndex } from '#shared/ranking/build-ranking-index.ts';
import { decodeRankingIndex, encodeRankingIndex } from '#shared/ranking/ranking-index-codec.ts';
import { createRanker, type RankingModel, rankingModels } from '#shared/ranking/ranker.ts';
import { type ExcludedMode, type RankingCase } from '#shared/ranking/ranking-case.ts';
import { type RankedExplanation, type Ranking } from '#shared/ranking/ranking.ts';
import { annotationOf, caseOf, diseaseOf, ontologyOf, root, smallOntology, termA, termA1, termA2, termB, termB1 } from '#tests/unit/ranking/small-knowledge.ts';

const modes: readonly ExcludedMode[] = ['absence', 'mention', 'ignore'];
const everything = { excludedMode: 'absence', limit: 500 } as const;

const smallDiseases = [
  diseaseOf('OMIM:1', [annotationOf(termA1, { kind: 'percent', percent: 90 }), annotationOf(termA2, { kind: 'percent', percent: 60 })]),
  diseaseOf('OMIM:2', [annotationOf(termB1), annotationOf(termA1, { kind: 'counts', observed: 1, examined: 20 })]),
  diseaseOf('OMIM:3', [annotationOf(termA), annotationOf(termB1, { kind: 'unstated' }, { isNegated: true })]),
];
const small = createRanker(buildRankingIndex(smallOntology, smallDiseases));

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const sumOfParts = (explanation: RankedExplanation): number => sum([...explanation.parts.map((part) => part.log10LikelihoodRatio), ...explanation.priors.map((prior) => prior.log10)]);
const sumOfProbabilities = (ranking: Ranking): number => ranking.noneOfTheseProbability + ranking.others.probability + sum(ranking.candidates.map((candidate) => candidate.probability));
const scoresOf = (ranking: Ranking) => Object.fromEntries(ranking.candidates.map((candidate) => [candidate.diseaseId, candidate.score]));

describe('ranking', () => {
  test('puts the disease that has the findings first and lists every disease once', () => {
    const ranking = small.rank(caseOf([termA1, termA2]), everything);
    expect(ranking.candidates.map(({ rank, diseaseId, name, genes }) => ({ rank, diseaseId, name, genes }))[0]).toEqual({ rank: 1, diseaseId: 'OMIM:1', name: 'Disease OMIM:1', genes: ['GENE1'] });
    expect(ranking.candidates.map((candidate) => candidate.diseaseId).sort()).toEqual(['OMIM:1', 'OMIM:2', 'OMIM:3']);
  });

  test('gives the diseases that are not listed to others', () => {
    const full = small.rank(caseOf([termA1]), everything);
    const short = small.rank(caseOf([termA1]), { ...everything, limit: 1 });
    expect(short.candidates).toEqual(full.candidates.slice(0, 1));
    expect(short.others).toEqual({ count: 2, probability: expect.closeTo(sum(full.candidates.slice(1).map((candidate) => candidate.probability)), 12) });
  });

  test('names ids that are no finding of the release and leaves them out', () => {
    expect({ ...small.rank(caseOf([termA1, 'HP:9999999', 'OMIM:1'], ['HP:0000005']), everything), milliseconds: 0 }).toEqual({
      ...small.rank(caseOf([termA1]), everything),
      unknownIds: ['HP:9999999', 'OMIM:1', 'HP:0000005'],
      milliseconds: 0,
    });
  });

  test('takes a term given twice, and an ancestor of an observed term, once', () => {
    const once = scoresOf(small.rank(caseOf([termA1]), everything));
    expect(scoresOf(small.rank(caseOf([termA1, termA1]), everything))).toEqual(once);
    expect(scoresOf(small.rank(caseOf([termA1, termA, root]), everything))).toEqual(once);
  });

  test('takes a descendant of an excluded term as said already', () => {
    expect(scoresOf(small.rank(caseOf([termB1], [termA, termA1]), everything))).toEqual(scoresOf(small.rank(caseOf([termB1], [termA]), everything)));
  });

  test('without any term leaves every disease at its prior, and nearly all to none of these or to all alike', () => {
    const ranking = small.rank(caseOf([]), everything);
    for (const candidate of ranking.candidates) expect(candidate.score).toBeCloseTo(sum((small.explain(caseOf([]), everything, candidate.diseaseId)?.priors ?? []).map((prior) => prior.log10)), 9);
    expect(sumOfProbabilities(ranking)).toBeCloseTo(1, 9);
  });

  test('the root alone tells no disease from another', () => {
    const alike = [diseaseOf('OMIM:1', [annotationOf(termA1)]), diseaseOf('OMIM:2', [annotationOf(termB1)])];
    const [first, second] = createRanker(buildRankingIndex(smallOntology, alike)).rank(caseOf([root]), everything).candidates;
    expect(first?.score).toBeCloseTo(second?.score ?? Number.NaN, 9);
  });

  test.each([
    { percent: 95, absence: -1, what: 'lowers a disease that nearly always has it under absence' },
    { percent: 60, absence: 0, what: 'says nothing under absence of a disease that has it often' },
  ])('an excluded finding $what; that it was looked for raises either under mention', ({ percent, absence }) => {
    const pair = [diseaseOf('OMIM:1', [annotationOf(termA1), annotationOf(termB1, { kind: 'percent', percent })]), diseaseOf('OMIM:2', [annotationOf(termA1), annotationOf(termA2, { kind: 'percent', percent })])];
    const ranker = createRanker(buildRankingIndex(smallOntology, pair));
    const worth = (excludedMode: ExcludedMode): number => {
      const [alone, known] = ['OMIM:2', 'OMIM:1'].map((id) => ranker.explain(caseOf([termA1], [termB1]), { ...everything, excludedMode }, id)?.parts.find(({ state }) => state === 'excluded')?.log10LikelihoodRatio ?? Number.NaN);
      return (known ?? Number.NaN) - (alone ?? Number.NaN);
    };
    expect(Math.sign(worth('absence'))).toBe(absence);
    expect(worth('mention')).toBeGreaterThan(worth('absence'));
  });

  test('a source that says the disease has not the finding speaks for it when the finding is excluded, against it when observed', () => {
    const gainOf = (observed: readonly string[], excluded: readonly string[]): number => {
      const part = small.explain(caseOf(observed, excluded), everything, 'OMIM:3')?.parts.find(({ termId }) => termId === termB1);
      return part?.log10LikelihoodRatio ?? Number.NaN;
    };
    expect(gainOf([], [termB1])).toBeGreaterThan(0);
    expect(gainOf([termB1], [])).toBeLessThan(0);
  });

  test('takes 200 terms of one case without losing a number', () => {
    const many = ontologyOf(Object.fromEntries([[root, []], ...Array.from({ length: 200 }, (_, i) => [`HP:${String(1000 + i).padStart(7, '0')}`, [root]])]));
    const all = many.terms.map((term) => term.id).filter((id) => id !== root);
    const ranker = createRanker(buildRankingIndex(many, [diseaseOf('OMIM:1', all.map((id) => annotationOf(id))), diseaseOf('OMIM:2', [annotationOf('HP:0001000')])]));
    const ranking = ranker.rank(caseOf(all), everything);
    expect(ranking.candidates.map((candidate) => candidate.diseaseId)).toEqual(['OMIM:1', 'OMIM:2']);
    expect(sumOfProbabilities(ranking)).toBeCloseTo(1, 9);
    const explanation = ranker.explain(caseOf(all), everything, 'OMIM:1');
    expect(explanation === null ? null : sumOfParts(explanation)).toBeCloseTo(explanation?.score ?? Number.NaN, 9);
  });

  test('ranks OMIM diseases only where there are any, others where there are none, and never one without annotations', () => {
    const orphanet = diseaseOf('ORPHA:1', [annotationOf(termA1)]);
    const idsOf = (diseases: Parameters<typeof buildRankingIndex>[1]) => buildRankingIndex(smallOntology, diseases).diseases.map((disease) => disease.id);
    expect(idsOf([orphanet, diseaseOf('OMIM:1', [annotationOf(termB1)]), diseaseOf('OMIM:2', [])])).toEqual(['OMIM:1']);
    expect(idsOf([orphanet])).toEqual(['ORPHA:1']);
    expect(createRanker(buildRankingIndex(smallOntology, [])).rank(caseOf([termA1]), everything)).toMatchObject({ candidates: [], noneOfTheseProbability: 1, others: { count: 0, probability: 0 } });
  });
});

describe('the learned weights', () => {
  test('read an excluded finding as absence in one direction only, and as mention only where that is asked for', () => {
    const signs = (mode: ExcludedMode) => [rankingModels[mode].first, rankingModels[mode].second?.weights].map((weights) => ({ absence: Math.sign(weights?.absence ?? Number.NaN), mention: Math.sign(weights?.mention ?? Number.NaN) }));
    expect(signs('absence')).toEqual([{ absence: 0, mention: 0 }, { absence: 1, mention: 0 }]);
    expect(signs('mention')).toEqual([{ absence: 0, mention: 1 }, { absence: 1, mention: 1 }]);
  });
});

describe('genes and inheritance that are stated', () => {
  const patient = caseOf([termA1]);
  const scoreOf = (of: RankingCase, diseaseId: string) => small.explain(of, everything, diseaseId)?.score ?? Number.NaN;

  test('raise their diseases by just the ratio stated, and no other, and are named apart from the findings', () => {
    const withGene: RankingCase = { ...patient, genes: [{ symbol: 'GENE2', likelihoodRatio: 50 }] };
    expect(scoreOf(withGene, 'OMIM:2')).toBeCloseTo(scoreOf(patient, 'OMIM:2') + Math.log10(50), 9);
    expect(scoreOf(withGene, 'OMIM:1')).toBe(scoreOf(patient, 'OMIM:1'));
    const explanation = small.explain(withGene, everything, 'OMIM:2');
    expect(explanation?.parts).toEqual(small.explain(patient, everything, 'OMIM:2')?.parts);
    expect(explanation?.priors.at(-1)).toEqual({ about: 'gene', label: 'gene GENE2 found in the patient, with the likelihood ratio stated for it', log10: expect.closeTo(Math.log10(50), 9) });
    expect(explanation === null ? null : sumOfParts(explanation)).toBeCloseTo(explanation?.score ?? Number.NaN, 9);
  });

  test('take the strongest gene and the most probable inheritance of a disease once', () => {
    const recessive = diseaseOf('OMIM:1', [annotationOf(termA1)], { inheritanceIds: ['HP:0000007', 'HP:0000006'], genes: ['FBN1', 'FBN2'].map((symbol) => ({ symbol, id: null, association: 'mendelian' })) });
    const ranker = createRanker(buildRankingIndex(smallOntology, [recessive]));
    const stated: RankingCase = {
      ...patient,
      genes: [{ symbol: 'FBN1', likelihoodRatio: 3 }, { symbol: 'FBN2', likelihoodRatio: 9 }],
      inheritance: [{ termId: 'HP:0000006', priorRatio: 0.5 }, { termId: 'HP:0000007', priorRatio: 2 }],
    };
    const gain = (ranker.explain(stated, everything, 'OMIM:1')?.score ?? 0) - (ranker.explain(patient, everything, 'OMIM:1')?.score ?? 0);
    expect(gain).toBeCloseTo(Math.log10(18), 9);
  });
});

describe('the second pass', () => {
  /** Two diseases alike, of which Orphanet describes one more fully. */
  const described = [
    diseaseOf('OMIM:1', [annotationOf(termA1)], { name: 'Northern ataxia' }),
    diseaseOf('OMIM:2', [annotationOf(termA1)], { name: 'Southern palsy' }),
    diseaseOf('ORPHA:9', [annotationOf(termA1), annotationOf(termB1)], { name: 'Northern ataxia', genes: [{ symbol: 'GENE1', id: null, association: 'mendelian' }] }),
  ];
  const ranker = createRanker(buildRankingIndex(smallOntology, described));

  test('ranks the disease that Orphanet describes by the finding above its like, and never the entry of Orphanet itself', () => {
    expect(ranker.rank(caseOf([termA1, termB1]), everything).candidates.map((candidate) => candidate.diseaseId)).toEqual(['OMIM:1', 'OMIM:2']);
  });

  test('says how much of the description by Orphanet the findings cover', () => {
    expect(ranker.explain(caseOf([termA1, termB1]), everything, 'OMIM:1')?.priors.map((prior) => prior.label)).toContain('the findings cover 100 % of what Orphanet describes (ORPHA:9)');
    expect(ranker.explain(caseOf([termA1, termB1]), everything, 'OMIM:2')?.priors.filter((prior) => prior.label.includes('Orphanet'))).toEqual([]);
  });

  test('leaves those outside the shortlist below it, in the order of the first pass, with parts that sum to the score', () => {
    const second = rankingModels.absence.second;
    const short: RankingModel = { ...rankingModels.absence, second: second === null ? null : { ...second, shortlist: 1 } };
    const firstOnly: RankingModel = { ...short, second: null };
    const index = buildRankingIndex(smallOntology, smallDiseases);
    const order = (model: RankingModel) => createRanker(index, { absence: model, mention: model, ignore: model }).rank(caseOf([termA1]), everything).candidates.map((candidate) => candidate.diseaseId);
    expect(order(short)).toEqual(order(firstOnly));
    const limited = createRanker(index, { absence: short, mention: short, ignore: short });
    for (const { diseaseId, score } of limited.rank(caseOf([termA1]), everything).candidates) {
      const explanation = limited.explain(caseOf([termA1]), everything, diseaseId);
      expect(explanation === null ? null : sumOfParts(explanation)).toBeCloseTo(score, 9);
    }
  });
});

describe('explanation', () => {
  test('tells how each term is matched, and by which annotation', () => {
    const matchOf = (diseaseId: string, observed: readonly string[], excluded: readonly string[] = []) =>
      small.explain(caseOf(observed, excluded), everything, diseaseId)?.parts.map(({ termId, state, match, matchedId }) => ({ termId, state, match, matchedId }));
    expect(matchOf('OMIM:1', [termA1])).toEqual([{ termId: termA1, state: 'observed', match: 'exact', matchedId: termA1 }]);
    expect(matchOf('OMIM:1', [termA])).toEqual([{ termId: termA, state: 'observed', match: 'narrower', matchedId: termA1 }]);
    expect(matchOf('OMIM:1', [termB])).toEqual([{ termId: termB, state: 'observed', match: 'unmatched', matchedId: null }]);
    expect(matchOf('OMIM:1', [], [termA])).toEqual([{ termId: termA, state: 'excluded', match: 'excluded-annotated', matchedId: termA1 }]);
    expect(matchOf('OMIM:1', [], [termB1])).toEqual([{ termId: termB1, state: 'excluded', match: 'excluded-unannotated', matchedId: null }]);
    expect(matchOf('OMIM:3', [], [termB1])).toEqual([{ termId: termB1, state: 'excluded', match: 'excluded-not', matchedId: termB1 }]);
  });

  test('lists frequent features that nobody has recorded, most frequent first', () => {
    expect(small.explain(caseOf([]), everything, 'OMIM:1')?.notRecorded).toEqual([termA1, termA2]);
    expect(small.explain(caseOf([termA2]), everything, 'OMIM:1')?.notRecorded).toEqual([termA1]);
    expect(small.explain(caseOf([], [termA]), everything, 'OMIM:1')?.notRecorded).toEqual([]);
  });

  test('is null for a disease that is not ranked', () => {
    expect(small.explain(caseOf([termA1]), everything, 'OMIM:99')).toBeNull();
  });

  test('agrees with the ranking in rank, probability and score', () => {
    for (const mode of modes) {
      const patient = caseOf([termA1, termB], [termA2]);
      for (const candidate of small.rank(patient, { excludedMode: mode, limit: 3 }).candidates) {
        const { rank, probability, score } = small.explain(patient, { excludedMode: mode }, candidate.diseaseId) ?? {};
        expect({ rank, probability, score }).toEqual({ rank: candidate.rank, probability: candidate.probability, score: candidate.score });
      }
    }
  });
});

/** Random trees of thirty terms, and twelve diseases with a handful of annotations each. */
const termCount = 30;
const randomId = (i: number): string => `HP:${String(1000 + i).padStart(7, '0')}`;
const knowledgeArbitrary = fc
  .tuple(
    fc.array(fc.nat({ max: 1_000 }), { minLength: termCount, maxLength: termCount }),
    fc.array(fc.array(fc.record({ term: fc.nat({ max: termCount - 1 }), percent: fc.integer({ min: 5, max: 100 }), isNegated: fc.boolean() }), { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 12 }),
  )
  .map(([parents, diseases]) => ({
    ontology: ontologyOf(Object.fromEntries([[root, []], ...parents.map((parent, i) => [randomId(i), [i === 0 ? root : parent % 4 === 0 ? root : randomId(parent % i)]])])),
    diseases: diseases.map((annotations, i) => diseaseOf(`OMIM:${100 + i}`, annotations.map(({ term, percent, isNegated }) => annotationOf(randomId(term), { kind: 'percent', percent }, { isNegated: isNegated && percent < 20 })))),
  }));
const termsArbitrary = fc.uniqueArray(fc.nat({ max: termCount - 1 }).map(randomId), { maxLength: 8 });
const modeArbitrary = fc.constantFrom(...modes);

describe('for any knowledge and case', () => {
  test('parts and priors sum to the score', () => {
    fc.assert(
      fc.property(knowledgeArbitrary, termsArbitrary, termsArbitrary, modeArbitrary, ({ ontology, diseases }, observed, excluded, excludedMode) => {
        const ranker = createRanker(buildRankingIndex(ontology, diseases));
        for (const { diseaseId, score } of ranker.rank(caseOf(observed, excluded), { excludedMode, limit: 20 }).candidates) {
          const explanation = ranker.explain(caseOf(observed, excluded), { excludedMode }, diseaseId);
          expect(explanation === null ? null : sumOfParts(explanation)).toBeCloseTo(score, 9);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('probabilities of candidates, others and none sum to 1, and none is below 0', () => {
    fc.assert(
      fc.property(knowledgeArbitrary, termsArbitrary, termsArbitrary, modeArbitrary, fc.integer({ min: 0, max: 15 }), ({ ontology, diseases }, observed, excluded, excludedMode, limit) => {
        const ranking = createRanker(buildRankingIndex(ontology, diseases)).rank(caseOf(observed, excluded), { excludedMode, limit });
        expect(sumOfProbabilities(ranking)).toBeCloseTo(1, 9);
        expect([ranking.noneOfTheseProbability, ranking.others.probability, ...ranking.candidates.map((candidate) => candidate.probability)].filter((probability) => !(probability >= 0))).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('under absence an excluded finding is never worth more to a disease that is known for it than to one that is not', () => {
    fc.assert(
      fc.property(knowledgeArbitrary, termsArbitrary, termsArbitrary, ({ ontology, diseases }, observed, excluded) => {
        const ranker = createRanker(buildRankingIndex(ontology, diseases));
        const parts = diseases.flatMap(({ id }) => ranker.explain(caseOf(observed, excluded), everything, id)?.parts ?? []);
        for (const termId of excluded) {
          const worth = (match: string): readonly number[] => parts.filter((part) => part.termId === termId && part.state === 'excluded' && part.match === match).map((part) => part.log10LikelihoodRatio);
          expect(Math.max(-Infinity, ...worth('excluded-annotated'))).toBeLessThanOrEqual(Math.min(Infinity, ...worth('excluded-unannotated')));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the order of the terms changes nothing', () => {
    fc.assert(
      fc.property(knowledgeArbitrary, termsArbitrary, termsArbitrary, ({ ontology, diseases }, observed, excluded) => {
        const index = buildRankingIndex(ontology, diseases);
        expect(createRanker(index).rank(caseOf([...observed].reverse(), [...excluded].reverse()), everything)).toEqual(createRanker(index).rank(caseOf(observed, excluded), everything));
      }),
      { numRuns: 60 },
    );
  });

  test('an encoded index reads back as it was, aligned or not', () => {
    fc.assert(
      fc.property(knowledgeArbitrary, fc.integer({ min: 0, max: 7 }), ({ ontology, diseases }, shift) => {
        const index = buildRankingIndex(ontology, diseases);
        const bytes = encodeRankingIndex(index);
        const moved = new Uint8Array(bytes.length + shift).subarray(shift);
        moved.set(bytes);
        expect(decodeRankingIndex(moved)).toEqual(index);
      }),
      { numRuns: 40 },
    );
  });

  test('a rare finding that the disease always has, and others never, brings it nearer to the top', () => {
    fc.assert(
      fc.property(knowledgeArbitrary, termsArbitrary, ({ ontology, diseases }, observed) => {
        const rare = 'HP:0009000';
        const extended = ontologyOf(Object.fromEntries([...ontology.terms.map((term) => [term.id, term.parents] as const), [rare, [root]]]));
        const target = diseases[0];
        if (target === undefined) return;
        const ranker = createRanker(buildRankingIndex(extended, [{ ...target, annotations: [...target.annotations, annotationOf(rare)] }, ...diseases.slice(1)]));
        const rankWith = (terms: readonly string[]): number => ranker.explain(caseOf(terms), everything, target.id)?.rank ?? Number.NaN;
        expect(rankWith([...observed, rare])).toBeLessThanOrEqual(rankWith(observed));
      }),
      { numRuns: 60 },
    );
  });
});

describe('bytes that are no ranking index are refused', () => {
  const bytes = encodeRankingIndex(buildRankingIndex(smallOntology, smallDiseases));
  test.each([
    { what: 'nothing', broken: new Uint8Array(0), message: /cut short/ },
    { what: 'other bytes', broken: new Uint8Array(64).fill(7), message: /no ranking index/ },
    { what: 'a later layout', broken: Uint8Array.from(bytes, (byte, i) => (i === 4 ? 99 : byte)), message: /version 99/ },
    { what: 'half of it', broken: bytes.slice(0, bytes.length >> 1), message: /cut short|JSON/ },
    { what: 'all but the last bytes', broken: bytes.slice(0, -8), message: /cut short/ },
  ])('$what', ({ broken, message }) => {
    expect(() => decodeRankingIndex(broken)).toThrow(message);
  });
});
