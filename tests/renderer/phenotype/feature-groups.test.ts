import { expect, test } from 'vitest';
import { groupByOnset, groupBySystem, type FeatureGroup } from '#renderer/features/phenotype/feature-groups.ts';
import { onsetInDays, onsetStage } from '#renderer/features/phenotype/onset-stage.ts';
import { aFeature, systemIndex } from '#tests/renderer/phenotype/a-feature.ts';

const seen = (groups: readonly FeatureGroup[]): unknown => groups.map((group) => [group.kind === 'system' ? group.label : group.key, group.features.map((feature) => feature.label)]);

test('findings are grouped by organ system, observed first, each once, and unknown terms are kept at the end', () => {
  const features = [aFeature('Unheard-of sign'), aFeature('Optic atrophy', { state: 'excluded' }), aFeature('Photophobia'), aFeature('Nystagmus'), aFeature('Polydactyly', { state: 'not-assessed' })];
  expect(seen(groupBySystem(features, systemIndex))).toEqual([
    ['Eye', ['Nystagmus', 'Photophobia', 'Optic atrophy']],
    ['Limbs', ['Polydactyly']],
    ['no-system', ['Unheard-of sign']],
  ]);
});

test('findings are grouped by age of onset, earliest first, and what has no age comes last', () => {
  const features = [
    aFeature('Seizure', { onset: { kind: 'age', duration: 'P18M' } }),
    aFeature('Nystagmus', { onset: { kind: 'age', duration: 'P5M' } }),
    aFeature('Photophobia', { onset: { kind: 'term', termId: 'HP:0003593', label: 'Infantile onset' } }),
    aFeature('Polydactyly', { onset: { kind: 'term', termId: 'HP:0003577', label: 'Congenital onset' } }),
    aFeature('Short stature', { onset: { kind: 'gestation', weeks: 32, days: 0 } }),
    aFeature('Optic atrophy'),
    aFeature('Dilated cardiomyopathy', { onset: { kind: 'date', date: '2017-07-20' } }),
  ];
  expect(seen(groupByOnset(features, '2017-07-01'))).toEqual([
    ['before-birth', ['Short stature']],
    ['birth', ['Polydactyly']],
    ['neonatal', ['Dilated cardiomyopathy']],
    ['infantile', ['Photophobia', 'Nystagmus']],
    ['childhood', ['Seizure']],
    ['unknown', ['Optic atrophy']],
  ]);
});

test('a date is an age only where the date of birth is known', () => {
  const onset = { kind: 'date', date: '2019-04' } as const;
  expect([onsetStage(onset, null), onsetStage(onset, '2017-04'), onsetInDays(onset, '2017-04-01')]).toEqual(['unknown', 'childhood', 730]);
});
