import { describe, expect, test } from 'vitest';
import { conditionName, isSameCondition, namesWithin } from '#shared/trial/condition-name.ts';
import { compareStudies } from '#shared/trial/compare-studies.ts';
import { distanceKm } from '#shared/trial/distance.ts';
import { fitOf, indexKeysOf, keysOf, questionOf } from '#shared/trial/fit-study.ts';
import { judgeStudy } from '#shared/trial/judge-study.ts';
import { matchStudies } from '#shared/trial/match-studies.ts';
import type { Study } from '#shared/trial/study.ts';
import { aStudy } from '#tests/fixtures/trial/a-study.ts';
import { patients, today, vocabulary } from '#tests/fixtures/trial/trial-patients.ts';

const fit = (who: keyof typeof patients, said: Partial<Study>, words = '') => fitOf(aStudy(said), questionOf(patients[who], new Map(), words))?.kind ?? null;

describe('names of conditions', () => {
  test('are the same whatever their order, case, numerals and filling words', () => {
    const same: readonly (readonly [string, string])[] = [
      ['Ehlers-Danlos syndrome, vascular type', 'Vascular Ehlers-Danlos'],
      ['Spinal muscular atrophy type II', 'Spinal Muscular Atrophy, Type 2'],
      ["Gaucher's disease", 'Gaucher Disease'],
      ['Tumour predisposition syndrome', 'Tumor Predisposition Syndromes'],
    ];
    expect(same.map(([one, other]) => isSameCondition(conditionName(one), conditionName(other)))).toEqual([true, true, true, true]);
    const different: readonly (readonly [string, string])[] = [['Cushing disease', 'Cushing syndrome'], ['Usher syndrome type 1', 'Usher syndrome type 2'], ['Fanconi anemia', 'Fanconi syndrome'], ['Non-Marfan aortopathy', 'Marfan aortopathy']];
    expect(different.map(([one, other]) => isSameCondition(conditionName(one), conditionName(other)))).toEqual([false, false, false, false]);
    expect(namesWithin('22q13 Deletion Syndrome (Phelan-McDermid Syndrome)').map(({ key }) => key)).toContain('mcdermid phelan');
  });
});

describe('finding studies', () => {
  test('goes by the disease, its gene, its forms, its group by name, words and findings, nearest first', () => {
    expect([
      fit('woman', { conditions: ['Vascular Ehlers-Danlos Syndrome'] }),
      fit('woman', { title: 'Variants of COL3A1 and the aorta' }),
      fit('woman', { conditions: ['Ehlers-Danlos Syndrome'] }),
      fit('woman', { title: 'Quality of life in vascular Ehlers-Danlos syndrome' }),
      fit('boy', { conditions: ['Phelan-McDermid Syndrome With Regression'] }),
      fit('woman', { conditions: ['Aortic Dissection'], title: 'Aortic dissection' }, 'aortic dissections'),
      fit('woman', { conditions: ['Joint Hypermobility'] }),
      fit('woman', { conditions: ['Undiagnosed Diseases'] }),
    ]).toEqual(['disease', 'gene', 'wider', 'mention', 'subtype', 'words', 'finding', 'undiagnosed']);
  });

  test('leaves out what was ruled out and what only shares a common word', () => {
    expect([fit('woman', { conditions: ['Marfan Syndrome'] }), fit('boy', { conditions: ['Syndrome'] }), fit('boy', { conditions: ['McDermid'] }), fit('boy', { title: 'SHANK OF LAMB', conditions: ['Nutrition'] })]).toEqual([null, null, null, null]);
  });

  test('takes no abbreviation for a finding, no heading of one word for a group, and no search for a diagnosis for somebody who has one', () => {
    const names = new Map([['HP:0001382', ['Joint hypermobility', 'JH']]]);
    expect(fitOf(aStudy({ conditions: ['Juvenile Hemochromatosis (JH)'] }), questionOf(patients.woman, names, ''))).toBeNull();
    const fibrosis = [{ id: 'D005355', term: 'Fibrosis' }];
    const withFibrosis = { ...patients.boy, diseases: [{ ...patients.boy.diseases[0], name: 'Idiopathic pulmonary fibrosis', names: ['Idiopathic pulmonary fibrosis'], genes: [] }] };
    const fits = (said: Partial<Study>) => fitOf(aStudy(said), questionOf(withFibrosis, new Map(), ''))?.kind ?? null;
    expect([fits({ conditions: ['Cystic Fibrosis'], headings: fibrosis }), fits({ conditions: ['Fibrosis'], headings: fibrosis })]).toEqual([null, 'wider']);
    expect([fit('boy', { conditions: ['Undiagnosed Diseases'] }), fit('boy', { conditions: ['Rare Diseases'] }), fit('boy', { conditions: ['Genetic Disease'], title: 'People With MECP2 Mutations' }), fit('boy', { conditions: ['Healthy Volunteers', 'Cancer'] })]).toEqual([null, 'undiagnosed', null, null]);
  });

  test('asks an index for every key by which a fitting study stands there', () => {
    const study = aStudy({ conditions: ['Ehlers-Danlos Syndrome'] });
    const keys = keysOf(questionOf(patients.woman, new Map(), ''));
    expect(indexKeysOf(study).conditions.some((key) => keys.conditions.flat().includes(key))).toBe(true);
  });

  test('puts open studies first, then those that nothing rules out, then the nearest', () => {
    const site = (latitude: number) => [{ facility: '', city: 'X', state: '', country: 'Y', status: null, point: { latitude, longitude: 0 } }];
    const of = (id: string, said: Partial<Study>) => aStudy({ id, conditions: ['Phelan-McDermid Syndrome'], status: 'RECRUITING', ...said });
    const studies = [of('NCT1', { status: 'COMPLETED' }), of('NCT2', { sex: 'FEMALE' }), of('NCT3', { sites: site(60) }), of('NCT4', { sites: site(51) })];
    const patient = { ...patients.boy, place: { latitude: 50, longitude: 0 } };
    const matches = matchStudies(studies, questionOf(patient, new Map(), ''), patient.place, (study) => judgeStudy(study, { patient, vocabulary, today }));
    expect(matches.map(({ study, nearest }) => [study.id, nearest?.km === undefined || nearest.km === null ? null : Math.round(nearest.km)])).toEqual([['NCT4', 111], ['NCT3', 1112], ['NCT2', null], ['NCT1', null]]);
  });

  test('measures distance along the surface', () => {
    expect(Math.round(distanceKm({ latitude: 52.52, longitude: 13.405 }, { latitude: 48.8566, longitude: 2.3522 }))).toBe(877);
    expect(Math.round(distanceKm({ latitude: 0, longitude: 179.5 }, { latitude: 0, longitude: -179.5 }))).toBe(111);
  });
});

describe('comparing two records of a study', () => {
  test('tells opening, closing, other criteria, ages and sites, and takes other bullets for no change', () => {
    const before = aStudy({ status: 'NOT_YET_RECRUITING', criteria: 'Inclusion Criteria:\n* Walks\n* Talks', minimumAge: { kind: 'age', count: 4, unit: 'years' } });
    expect(compareStudies(before, { ...before, criteria: 'Inclusion Criteria:\n\n1. Walks\n2. Talks' })).toEqual([]);
    expect(compareStudies(before, { ...before, status: 'RECRUITING', criteria: 'Inclusion Criteria:\n* Walks', minimumAge: { kind: 'age', count: 2, unit: 'years' } })).toEqual([
      { kind: 'opened', before: 'not yet recruiting', after: 'recruiting' },
      { kind: 'criteria', before: 'inclusion: Talks', after: '' },
      { kind: 'age', before: '4 years to not stated', after: '2 years to not stated' },
    ]);
    expect(compareStudies({ ...before, status: 'RECRUITING' }, { ...before, status: 'COMPLETED' }).map(({ kind }) => kind)).toEqual(['closed']);
  });
});
