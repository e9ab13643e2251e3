import { describe, expect, test } from 'vitest';
import { joinOrphanet } from '#shared/disease/join-orphanet.ts';
import { buildRankingIndex } from '#shared/ranking/build-ranking-index.ts';
import { noDisorder } from '#shared/ranking/ranking-index.ts';
import { annotationOf, diseaseOf, smallOntology, termA1, termB, termB1 } from '#tests/unit/ranking/small-knowledge.ts';

const diseases = [diseaseOf('OMIM:1', [annotationOf(termA1)]), diseaseOf('OMIM:2', [annotationOf(termB)]), { ...diseaseOf('ORPHA:7', [annotationOf(termB1)]), name: 'Something else' }];
const disorder = { id: 'ORPHA:7', name: 'Something else', sameAs: ['OMIM:1'], annotations: [{ termId: termB1, frequency: { kind: 'unstated' as const } }], inheritanceIds: [], courseIds: [], prevalence: null };

describe('the disorder that describes a disease', () => {
  test('is the one that Orphanet itself calls the same, whatever names and profiles say', () => {
    const plain = buildRankingIndex(smallOntology, diseases);
    const stated = buildRankingIndex(smallOntology, joinOrphanet(diseases, [disorder]));
    expect([[...plain.disorderOfDisease], [...stated.disorderOfDisease]]).toEqual([[noDisorder, noDisorder], [0, noDisorder]]);
  });

  test('does not count among the annotations of the disease too', () => {
    const plain = buildRankingIndex(smallOntology, diseases);
    const stated = buildRankingIndex(smallOntology, joinOrphanet(diseases, [disorder]));
    expect(stated.annotationTerm).toEqual(plain.annotationTerm);
    expect(stated.totalWeight).toEqual(plain.totalWeight);
    expect(stated.diseases).toEqual(plain.diseases);
  });
});
