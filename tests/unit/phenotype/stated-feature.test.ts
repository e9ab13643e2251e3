import { describe, expect, test } from 'vitest';
import { phenotypeObservations } from '#shared/interchange/fhir/phenotype-observations.ts';
import { featureWords } from '#shared/interchange/documents/summary-findings.ts';
import { textOf } from '#shared/interchange/documents/document.ts';
import { writeFeatures } from '#shared/interchange/phenopacket/write-features.ts';
import { bareDetail, featureStates, statedFeature, type Feature, type FeatureState } from '#shared/phenotype/feature.ts';
import { aCaseSource } from '#tests/builders/a-case-source.ts';
import { emptyFile } from '#tests/builders/a-summary-source.ts';

const nameOfTerm = (id: string): string => (id === 'HP:0012828' ? 'Severe' : 'Left');
/** Nystagmus of whom once was said: severe, left, from 5 months to 2 years. */
const nystagmus = (state: FeatureState): Feature => ({
  ...bareDetail(state),
  id: 'feature',
  version: 1,
  personId: 'proband',
  termId: 'HP:0000639',
  label: 'Nystagmus',
  onset: { kind: 'age', duration: 'P5M' },
  resolution: { kind: 'age', duration: 'P2Y' },
  severityId: 'HP:0012828',
  lateralityId: 'HP:0012835',
});

describe('what is said of a finding', () => {
  test('has severity and end only where it was observed, and leaves the record itself as it is', () => {
    const kept = featureStates.map((state) => nystagmus(state)).map((feature) => [feature.state, statedFeature(feature).severityId, statedFeature(feature).resolution, feature.severityId]);
    expect(kept).toEqual([
      ['observed', 'HP:0012828', { kind: 'age', duration: 'P2Y' }, 'HP:0012828'],
      ['excluded', null, null, 'HP:0012828'],
      ['not-assessed', null, null, 'HP:0012828'],
    ]);
  });

  test('is written so into a phenopacket', () => {
    const said = { type: { id: 'HP:0000639', label: 'Nystagmus' }, modifiers: [{ id: 'HP:0012835', label: 'Left' }], onset: { age: { iso8601duration: 'P5M' } } };
    expect(writeFeatures([nystagmus('observed'), nystagmus('excluded')], nameOfTerm)).toEqual([
      { ...said, severity: { id: 'HP:0012828', label: 'Severe' }, resolution: { age: { iso8601duration: 'P2Y' } } },
      { ...said, excluded: true },
    ]);
  });

  test('is written so into FHIR', () => {
    const source = aCaseSource({ ...emptyFile, features: [nystagmus('observed'), nystagmus('excluded')] });
    const components = phenotypeObservations(source, () => ({})).map((observation) => (Array.isArray(observation['component']) ? observation['component'].length : 0));
    expect(components).toEqual([4, 2]);
  });

  test('is printed so in the summary', () => {
    expect([nystagmus('observed'), nystagmus('excluded')].map((feature) => textOf(featureWords(feature, { nameOfTerm })))).toEqual(['Nystagmus, severe, left, 5 mo, until 2 y', 'Nystagmus, left, 5 mo']);
  });
});
