import { describe, expect, test } from 'vitest';
import { smallOrphanetPackets } from '#tests/builders/supplement-files.ts';
import type { Disease, DiseaseAnnotation } from '#shared/disease/disease.ts';
import { joinOrphanet, ownAnnotations } from '#shared/disease/join-orphanet.ts';
import { parseOrphanetPackets, type OrphanetDisorder } from '#shared/disease/orphanet-packets.ts';

const read = (text: string) => {
  const result = parseOrphanetPackets({ name: 'packets.ndjson', text }, { resolveTerm: (id) => (id === 'HP:7654321' ? null : id) });
  if (!result.ok) throw new Error(result.error[0]?.message);
  return result.value;
};
const ithaca: OrphanetDisorder = {
  id: 'ORPHA:900010',
  name: 'Ithaca syndrome',
  sameAs: ['OMIM:900001'],
  annotations: [{ termId: 'HP:0001250', frequency: { kind: 'class', termId: 'HP:0040281' } }, { termId: 'HP:0000969', frequency: { kind: 'class', termId: 'HP:0040283' } }],
  inheritanceIds: ['HP:0000007'],
  courseIds: ['HP:0003593'],
  prevalence: '<1 / 1 000 000 (point prevalence, Worldwide)',
};
const charybdis: OrphanetDisorder = { id: 'ORPHA:900011', name: 'Charybdis disease', sameAs: [], annotations: [{ termId: 'HP:0000252', frequency: { kind: 'class', termId: 'HP:0040285' } }], inheritanceIds: [], courseIds: [], prevalence: null };

describe('the reader of Orphanet packets', () => {
  test('reads exact references, phenotypes, inheritance, onset and prevalence in every shape, and says what it leaves out', () => {
    expect(read(smallOrphanetPackets)).toEqual({
      disorders: [ithaca, charybdis],
      version: '2030-02-01',
      rowCount: 5,
      skipped: [
        { reason: 'phenotype unknown to the ontology', count: 1, example: 'packets.ndjson:1' },
        { reason: 'disorder listed before', count: 1, example: 'packets.ndjson:3' },
        { reason: 'packet without ORPHA code', count: 1, example: 'packets.ndjson:4' },
        { reason: 'line is not JSON', count: 1, example: 'packets.ndjson:5' },
      ],
    });
  });

  test('refuses a file without packets', () => {
    expect(['', '[]', '{"a":1}'].map((text) => parseOrphanetPackets({ name: 'f', text }, { resolveTerm: (id) => id }).ok)).toEqual([false, false, false]);
  });
});

describe('joining Orphanet', () => {
  const own: DiseaseAnnotation = { termId: 'HP:0001250', isNegated: false, frequency: { kind: 'counts', observed: 3, examined: 7 }, references: ['PMID:11'], evidence: 'PCS', onsetTermId: null, sex: null, modifierIds: [] };
  const disease: Disease = { id: 'OMIM:900001', name: 'Ithaca syndrome', annotations: [own], inheritanceIds: [], courseIds: ['HP:0003577'], genes: [] };
  const edema: DiseaseAnnotation = { termId: 'HP:0000969', isNegated: false, frequency: { kind: 'class', termId: 'HP:0040283' }, references: ['ORPHA:900010'], evidence: 'TAS', onsetTermId: null, sex: null, modifierIds: [] };

  test('gives an entry of OMIM what it lacks, with the disorder as the source, and adds disorders that are new', () => {
    expect(joinOrphanet([disease], [charybdis, ithaca])).toEqual([
      { ...disease, annotations: [own, edema], inheritanceIds: ['HP:0000007'], courseIds: ['HP:0003577'], orphanet: { id: 'ORPHA:900010', prevalence: ithaca.prevalence } },
      { id: 'ORPHA:900011', name: 'Charybdis disease', annotations: [{ ...edema, termId: 'HP:0000252', isNegated: true, frequency: { kind: 'class', termId: 'HP:0040285' }, references: ['ORPHA:900011'] }], inheritanceIds: [], courseIds: [], genes: [], orphanet: { id: 'ORPHA:900011', prevalence: null } },
      { id: 'ORPHA:900010', name: 'Ithaca syndrome', annotations: [{ ...edema, termId: 'HP:0001250', frequency: { kind: 'class', termId: 'HP:0040281' } }, edema], inheritanceIds: ['HP:0000007'], courseIds: ['HP:0003593'], genes: [], orphanet: { id: 'ORPHA:900010', prevalence: ithaca.prevalence } },
    ]);
  });

  test('leaves a disorder that the annotations have as it is there', () => {
    const known: Disease = { ...disease, id: 'ORPHA:900010' };
    expect(joinOrphanet([known], [ithaca])).toEqual([known]);
  });

  test('without packets changes nothing', () => {
    const diseases = [disease];
    expect(joinOrphanet(diseases, [])).toBe(diseases);
  });

  test('can be undone for who counts the disorder by itself', () => {
    expect(joinOrphanet([disease], [ithaca]).slice(0, 1).map(ownAnnotations)).toEqual([[own]]);
    expect(ownAnnotations(disease)).toBe(disease.annotations);
  });
});
