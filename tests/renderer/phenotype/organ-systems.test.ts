import { expect, test } from 'vitest';
import { coverageOf, homeSystem, shortSystemName } from '#shared/phenotype/organ-systems.ts';
import { aFeature, systemIndex } from '#tests/renderer/phenotype/a-feature.ts';

test('a term of several systems is listed under the most telling one, whatever order the release gives them in', () => {
  expect(['HP:0000639', 'HP:0000648', 'HP:0010442', 'HP:0004322', 'HP:7777777'].map((termId) => homeSystem(termId, systemIndex))).toEqual(['HP:0000478', 'HP:0000478', 'HP:0040064', 'HP:0001507', null]);
});

test('a system is examined by a finding of its own, in part by a shared one or while something of it is open, and else never', () => {
  const features = [aFeature('Nystagmus'), aFeature('Polydactyly', { state: 'excluded' }), aFeature('Dilated cardiomyopathy', { state: 'not-assessed' })];
  expect(coverageOf(features, systemIndex).map(({ label, extent, observed, excluded, notAssessed }) => [shortSystemName(label), extent, observed, excluded, notAssessed])).toEqual([
    ['Eye', 'examined', 1, 0, 0],
    ['Limbs', 'examined', 0, 1, 0],
    ['Musculoskeletal system', 'in-part', 0, 1, 0],
    ['Nervous system', 'in-part', 1, 0, 0],
    ['Cardiovascular system', 'never', 0, 0, 1],
    ['Genitourinary system', 'never', 0, 0, 0],
    ['Growth', 'never', 0, 0, 0],
  ]);
});

test('a system with an answer and an open question is examined in part', () => {
  const features = [aFeature('Photophobia'), aFeature('Optic atrophy', { state: 'not-assessed' })];
  expect(coverageOf(features, systemIndex)[0]).toEqual({ id: 'HP:0000478', label: 'Abnormality of the eye', extent: 'in-part', observed: 1, excluded: 0, notAssessed: 1 });
});

test('the words of the ontology are shortened only where they follow its pattern', () => {
  expect(['Abnormality of the eye', 'Abnormality of limbs', 'Growth abnormality', 'Abnormality of metabolism/homeostasis', 'Constitutional symptom', 'Neoplasm', 'Abnormal cellular phenotype'].map(shortSystemName)).toEqual([
    'Eye', 'Limbs', 'Growth', 'Metabolism/homeostasis', 'Constitutional symptom', 'Neoplasm', 'Cellular phenotype',
  ]);
});
