import { describe, expect, it, test } from 'vitest';
import { deNovoCriterion, inTransCriterion, segregationCriterion, type DeNovoObservation, type InTransObservation } from '#shared/variant/acmg/observation-points.ts';
import { pvs1Outcome, pvs1VariantTypes, type Pvs1VariantType } from '#shared/variant/acmg/pvs1-tree.ts';

/** Every way through the tree of a type: its answers and where it ends. */
function allWays(type: Pvs1VariantType): readonly { readonly answers: Record<string, string>; readonly strength: string | null; readonly path: readonly string[] }[] {
  const walk = (answers: Record<string, string>): ReturnType<typeof allWays> => {
    const { asks, strength, path } = pvs1Outcome(type, true, answers);
    return asks === null ? [{ answers, strength, path }] : asks.answers.flatMap(({ id }) => walk({ ...answers, [asks.id]: id }));
  };
  return walk({});
}

describe('the decision tree of PVS1 (Abou Tayoun 2018, figure 1)', () => {
  test.each([
    ['nonsense-or-frameshift', { decay: 'yes', transcript: 'yes' }, 'very-strong'],
    ['nonsense-or-frameshift', { decay: 'yes', transcript: 'no' }, null],
    ['nonsense-or-frameshift', { decay: 'no', region: 'critical' }, 'strong'],
    ['nonsense-or-frameshift', { decay: 'no', region: 'unknown', commonLoss: 'yes' }, null],
    ['nonsense-or-frameshift', { decay: 'no', region: 'unknown', commonLoss: 'no', size: 'more-than-tenth' }, 'strong'],
    ['nonsense-or-frameshift', { decay: 'no', region: 'unknown', commonLoss: 'no', size: 'less-than-tenth' }, 'moderate'],
    ['splice-site', { readingFrame: 'disrupted-with-decay', transcript: 'yes' }, 'very-strong'],
    ['splice-site', { readingFrame: 'kept', region: 'critical' }, 'strong'],
    ['splice-site', { readingFrame: 'kept', region: 'unknown', commonLoss: 'no', size: 'less-than-tenth' }, 'moderate'],
    ['deletion', { wholeGene: 'whole' }, 'very-strong'],
    ['deletion', { wholeGene: 'part', readingFrame: 'disrupted-without-decay', region: 'critical' }, 'strong'],
    ['duplication', { tandem: 'proven', readingFrame: 'disrupted-with-decay' }, 'very-strong'],
    ['duplication', { tandem: 'presumed', readingFrame: 'disrupted-with-decay' }, 'strong'],
    ['duplication', { tandem: 'presumed', readingFrame: 'other' }, null],
    ['duplication', { tandem: 'not-in-tandem' }, null],
    ['initiation-codon', { otherStart: 'yes' }, null],
    ['initiation-codon', { otherStart: 'no', upstreamOfStart: 'yes' }, 'moderate'],
    ['initiation-codon', { otherStart: 'no', upstreamOfStart: 'no' }, 'supporting'],
  ] as const)('%s with %j is %s', (type, answers, strength) => {
    const outcome = pvs1Outcome(type, true, answers);
    expect({ strength: outcome.strength, asks: outcome.asks }).toEqual({ strength, asks: null });
  });

  it('says its way in words, one for each answer', () => {
    for (const type of pvs1VariantTypes) for (const { answers, path } of allWays(type)) expect(path).toHaveLength(Object.keys(answers).length + 1);
    expect(pvs1Outcome('nonsense-or-frameshift', true, { decay: 'yes', transcript: 'yes' }).path).toEqual(['loss of function is an established mechanism of the disease', 'decay is predicted', 'the exon is in a biologically relevant transcript']);
  });

  it('has as many ways as the figure has boxes at its ends', () => {
    expect(pvs1VariantTypes.map((type) => allWays(type).length)).toEqual([6, 10, 11, 5, 3]);
  });

  it('does not apply where loss of function is no mechanism', () => {
    expect(pvs1Outcome('deletion', false, { wholeGene: 'whole' })).toEqual({ asks: null, strength: null, path: ['loss of function is not an established mechanism of the disease'] });
  });

  it('asks the next question where an answer is missing', () => {
    expect(pvs1Outcome('nonsense-or-frameshift', true, { decay: 'no' }).asks?.id).toBe('region');
  });
});

describe('PS2 and PM6 by points (ClinGen SVI 1.1)', () => {
  const seen = (fit: DeNovoObservation['fit'], isParentageConfirmed: boolean): DeNovoObservation => ({ fit, isParentageConfirmed });
  test.each([
    [[seen('highly-specific', true)], 'PS2', 'strong', 2],
    [[seen('highly-specific', false)], 'PM6', 'moderate', 1],
    [[seen('consistent', true)], 'PS2', 'moderate', 1],
    [[seen('consistent', false)], 'PM6', 'supporting', 0.5],
    [[seen('consistent-heterogeneous', true)], 'PS2', 'supporting', 0.5],
    [[seen('consistent-heterogeneous', false)], 'PM6', null, 0.25],
    [[seen('not-consistent', true)], 'PS2', null, 0],
    [[seen('highly-specific', true), seen('highly-specific', true)], 'PS2', 'very-strong', 4],
    [Array.from({ length: 9 }, () => seen('consistent-heterogeneous', true)), 'PS2', 'moderate', 1],
  ] as const)('%j', (observations, code, strength, points) => {
    expect(deNovoCriterion(observations)).toMatchObject({ code, strength, points });
  });
});

describe('PM3 by points (ClinGen SVI 1.0)', () => {
  const other = (classification: 'pathogenic' | 'likely-pathogenic' | 'uncertain', phase: 'trans' | 'unknown'): InTransObservation => ({ kind: 'other-variant', classification, phase });
  const homozygous: InTransObservation = { kind: 'homozygous' };
  test.each([
    [[other('pathogenic', 'trans')], 'moderate', 1],
    [[other('likely-pathogenic', 'trans')], 'moderate', 1],
    [[other('pathogenic', 'unknown')], 'supporting', 0.5],
    [[other('likely-pathogenic', 'unknown')], null, 0.25],
    [[homozygous], 'supporting', 0.5],
    [[homozygous, homozygous, homozygous], 'moderate', 1],
    [[other('uncertain', 'trans'), other('uncertain', 'trans'), other('uncertain', 'trans')], 'supporting', 0.5],
    [[other('uncertain', 'trans'), other('uncertain', 'trans'), homozygous, homozygous], 'moderate', 1.5],
    [[other('uncertain', 'unknown')], null, 0],
    [[other('pathogenic', 'trans'), other('pathogenic', 'trans')], 'strong', 2],
    [Array.from({ length: 4 }, () => other('pathogenic', 'trans')), 'very-strong', 4],
    [[], null, 0],
  ] as const)('%j', (observations, strength, points) => {
    expect(inTransCriterion(observations)).toMatchObject({ code: 'PM3', strength, points });
  });
});

describe('PP1 by meioses (Jarvik & Browning 2016)', () => {
  test.each([
    [2, 1, null],
    [3, 1, 'supporting'],
    [4, 1, 'moderate'],
    [5, 1, 'strong'],
    [1, 2, null],
    [2, 2, 'supporting'],
    [3, 2, 'moderate'],
    [4, 2, 'strong'],
  ] as const)('%i meioses in %i families', (meioses, families, strength) => {
    expect(segregationCriterion(meioses, families).strength).toBe(strength);
  });
});
