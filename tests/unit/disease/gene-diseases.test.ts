import { describe, expect, it } from 'vitest';
import { compareGeneDiseases, diseasesInBoth, type GeneDiseases } from '#shared/disease/gene-diseases.ts';

const ithaca = { id: 'OMIM:900001', name: 'Ithaca syndrome', inheritanceIds: ['HP:0000007'] };
const scylla = { id: 'OMIM:900002', name: 'Scylla disease', inheritanceIds: [] };

const asItIs = (termId: string): string => termId;

describe('the diseases of a gene in two releases', () => {
  it('are the same where order and repetition alone differ', () => {
    expect(compareGeneDiseases([{ ...ithaca, inheritanceIds: ['HP:0000006', 'HP:0000007'] }, scylla], [scylla, { ...ithaca, inheritanceIds: ['HP:0000007', 'HP:0000006', 'HP:0000006'] }])).toBeNull();
  });

  it('differ by what is gained, what is lost and what is inherited otherwise', () => {
    const now = { ...ithaca, inheritanceIds: ['HP:0000006'] };
    expect(compareGeneDiseases([ithaca], [now, scylla])).toEqual({ gained: [scylla], lost: [], inheritance: [{ disease: now, before: ['HP:0000007'] }] });
    expect(compareGeneDiseases([ithaca, scylla], [scylla])).toEqual({ gained: [], lost: [ithaca], inheritance: [] });
  });

  it('belong together by the id of the gene where its symbol changed', () => {
    const release = (symbol: string): GeneDiseases => new Map([symbol, 'NCBIGene:11'].map((key) => [key, { geneId: 'NCBIGene:11', diseases: [ithaca] }]));
    expect(diseasesInBoth('odys1', release('OLDYS'), release('ODYS1'), asItIs)).toEqual({ before: [ithaca], after: [ithaca] });
    expect(diseasesInBoth('CIRC3', release('OLDYS'), release('ODYS1'), asItIs)).toEqual({ before: [], after: [] });
  });

  it('are inherited alike where only a term was merged into another meanwhile', () => {
    const release = (inheritanceId: string): GeneDiseases => new Map([['ODYS1', { geneId: null, diseases: [{ ...ithaca, inheritanceIds: [inheritanceId] }] }]]);
    const { before, after } = diseasesInBoth('ODYS1', release('HP:0001428'), release('HP:0001442'), (termId) => (termId === 'HP:0001428' ? 'HP:0001442' : termId));
    expect(compareGeneDiseases(before, after)).toBeNull();
  });
});
