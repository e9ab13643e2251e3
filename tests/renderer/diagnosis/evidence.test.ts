import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceRows, leftOutFeatures, priorsAbout, reasonsAgainst, weightsOf } from '#renderer/features/diagnosis/evidence-rows.ts';
import { barOf, evidenceScale } from '#renderer/features/diagnosis/evidence-scale.ts';
import type { Differential } from '#shared/contract/knowledge-procedures.ts';
import { shownEvidence } from '#shared/ranking/shown-evidence.ts';
import { aFeature } from '#tests/renderer/phenotype/a-feature.ts';
import { anExplanation, aPart } from '#tests/renderer/diagnosis/an-explanation.ts';

describe('the scale of the evidence', () => {
  test('is the same on both sides of zero', () => {
    const scale = evidenceScale([3, -1]);
    expect([scale.zero, scale.positionOf(3), scale.positionOf(-1), scale.positionOf(1) - scale.zero]).toEqual([25, 100, 0, 25]);
  });

  test('says of what lies beyond it on which side, and draws it up to the edge', () => {
    const scale = evidenceScale([2, -0.5]);
    expect([4, -3, 2, -0.5, 0].map((value) => [scale.positionOf(value), scale.beyond(value)])).toEqual([[100, 'for'], [0, 'against'], [100, null], [0, null], [20, null]]);
  });

  test('does not blow tiny weights up to the width of strong ones', () => {
    const scale = evidenceScale([0.05]);
    expect(barOf(scale, 0.05).width).toBeCloseTo((0.05 / 1.5) * 100);
  });

  test('holds every value, keeps order, and shows what is not zero', () => {
    const value = fc.double({ min: -40, max: 40, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const scale = evidenceScale(values);
        const sorted = [...values].sort((left, right) => left - right).map((one) => scale.positionOf(one));
        expect(sorted).toEqual([...sorted].sort((left, right) => left - right));
        for (const one of values) {
          const bar = barOf(scale, one);
          expect(scale.positionOf(one)).toBeGreaterThanOrEqual(-1e-9);
          expect(scale.positionOf(one)).toBeLessThanOrEqual(100 + 1e-9);
          expect(bar.width > 0).toBe(one !== 0);
        }
      }),
    );
  });
});

const aDifferential: Differential = { release: 'starter', releaseKind: 'starter', algorithm: '1', milliseconds: 1, observedCount: 1, excludedCount: 0, notUsed: [], genes: [], candidates: [], noneOfTheseProbability: 0, others: { count: 0, probability: 0 } };

describe('the rows of the evidence', () => {
  const nystagmus = aFeature('Nystagmus');
  const seizure = aFeature('Seizure', { isIgnored: true });
  const explanation = anExplanation({ parts: [aPart('Short stature', -0.4, { termId: 'HP:0004322', state: 'excluded', match: 'excluded-annotated' }), aPart('Nystagmus', 0.8, { termId: 'HP:0000639' })], priors: [{ about: 'disease', label: 'no known gene', log10: -0.6 }] });

  test('come strongest for first, strongest against last, then the ignored terms, each with its feature and the other disease beside it', () => {
    const compared = anExplanation({ parts: [aPart('Nystagmus', -0.2, { termId: 'HP:0000639' })] });
    expect(evidenceRows(explanation, [nystagmus, seizure], compared)).toEqual([
      { kind: 'used', part: explanation.parts[1], value: 0.8, feature: nystagmus, other: { part: compared.parts[0], value: -0.2 } },
      { kind: 'used', part: explanation.parts[0], value: -0.4, feature: null, other: null },
      { kind: 'ignored', feature: seizure },
    ]);
    expect(weightsOf(explanation, compared)).toEqual([-0.4, 0.8, -0.2]);
  });

  test('are rounded together with the priors, so that what is shown adds up to the sum shown', () => {
    // Rounded one by one they would add up to 4.93; their sum is 4.94.
    const three = anExplanation({ parts: [aPart('Lethargy', 1.4637), aPart('Poor suck', 1.0126), aPart('Nystagmus', 0.9482)], priors: [{ about: 'disease', label: 'a causative gene is known', log10: 0.9 }, { about: 'disease', label: '2 papers cited for it', log10: 0.6131 }] });
    const shown = evidenceRows(three, [], null).map((row) => (row.kind === 'used' ? row.value : NaN));
    expect([shown, priorsAbout(three, 'disease').map(({ value }) => value)]).toEqual([[1.47, 1.01, 0.95], [0.9, 0.61]]);
    expect(shownEvidence(three)).toMatchObject({ ofSubject: { disease: 1.51, gene: 0, inheritance: 0 }, sum: 4.94 });
  });

  test('a recorded finding always has its line, also where the ranking cannot or may not use it', () => {
    const excluded = aFeature('Polydactyly', { state: 'excluded' });
    const unknown = aFeature('Photophobia');
    const notUsed = [{ featureId: unknown.id, termId: unknown.termId, label: unknown.label, reason: 'unknown-term' as const }, { featureId: seizure.id, termId: seizure.termId, label: seizure.label, reason: 'ignored' as const }];
    const features = [nystagmus, seizure, excluded, unknown];
    const leftOut = leftOutFeatures(features, { ...aDifferential, notUsed }, 'ignore');
    const rows = evidenceRows(anExplanation({ parts: [aPart('Nystagmus', 0.8, { termId: 'HP:0000639' })] }), features, null, leftOut);
    expect(rows.map((row) => (row.kind === 'left-out' ? [row.feature.label, row.reason] : row.kind === 'ignored' ? [row.feature.label, 'ignored'] : [row.part.label, 'used']))).toEqual([
      ['Nystagmus', 'used'],
      ['Seizure', 'ignored'],
      ['Photophobia', 'unknown-term'],
      ['Polydactyly', 'excluded-not-used'],
    ]);
    expect([...leftOutFeatures(features, { ...aDifferential, notUsed: [] }, 'absence')]).toEqual([]);
  });

  test('why not names each part against, strongest first, with its kind', () => {
    const against = anExplanation({
      parts: [
        aPart('Nystagmus', 0.8),
        aPart('Seizure', -0.3, { match: 'unmatched' }),
        aPart('Short stature', -0.4, { state: 'excluded', match: 'excluded-annotated' }),
        aPart('Polydactyly', -0.02, { match: 'unmatched' }),
        aPart('Photophobia', -0.15, { match: 'broader' }),
      ],
      priors: [{ about: 'disease', label: 'no known gene', log10: -0.6 }],
    });
    expect(reasonsAgainst(against).map((reason) => [reason.kind, reason.part.label])).toEqual([
      ['excluded-but-described', 'Short stature'],
      ['not-described', 'Seizure'],
      ['weak-match', 'Photophobia'],
      ['not-described', 'Polydactyly'],
    ]);
  });

  test('a finding unknown to the disease, and an excluded one that it has, are named however little they weigh', () => {
    const light = anExplanation({
      parts: [
        aPart('Arachnodactyly', 1.2),
        aPart('Polydactyly', -0.04, { match: 'unmatched' }),
        aPart('Myopia', -0.03, { state: 'excluded', match: 'excluded-annotated' }),
        aPart('Seizure', 0.01, { state: 'excluded', match: 'excluded-unannotated' }),
      ],
    });
    expect(reasonsAgainst(light).map((reason) => reason.part.label)).toEqual(['Polydactyly', 'Myopia']);
  });

  test('what a disease brings without any term is no reason against it', () => {
    expect(reasonsAgainst(anExplanation({ priors: [{ about: 'disease', label: 'no known gene', log10: -1.6 }] }))).toEqual([]);
  });
});
