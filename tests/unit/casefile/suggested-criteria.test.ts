import { describe, expect, test } from 'vitest';
import { findingSegregation, likelyMode, mainCondition } from '#shared/casefile/finding-segregation.ts';
import type { Finding, GenotypeState } from '#shared/casefile/finding.ts';
import { suggestedCriteria, type SuggestionFacts } from '#shared/casefile/suggested-criteria.ts';
import { emptyFamily, type Family } from '#shared/pedigree/family.ts';
import { aFinding } from '#tests/builders/a-finding.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';

const genotypes = (states: Readonly<Record<string, GenotypeState>>): Finding['genotypes'] => Object.entries(states).map(([personId, state]) => ({ personId, state, alleleShare: null, tissue: '' }));
const suggest = (finding: Finding, more: Partial<SuggestionFacts> = {}) =>
  suggestedCriteria({ finding, others: [], probandId: 'p', parentIds: ['m', 'f'], segregation: null, ...more }).map(({ code, strength, reasonForStrength }) => [code, strength, reasonForStrength !== '']);

describe('criteria that follow from the record', () => {
  test('are PM6 where both parents were tested without it, and PS2 where parentage is confirmed, as strong as a consistent phenotype makes them', () => {
    const trio = genotypes({ p: 'heterozygous', m: 'absent', f: 'absent' });
    expect(suggest(aFinding({ genotypes: trio }))).toEqual([['PM6', 'supporting', true]]);
    expect(suggest(aFinding({ genotypes: trio, isParentageConfirmed: true }))).toEqual([['PS2', 'moderate', true]]);
    expect(suggest(aFinding({ genotypes: genotypes({ p: 'heterozygous', m: 'absent' }) }))).toEqual([]);
    expect(suggest(aFinding({ genotypes: genotypes({ p: 'heterozygous', m: 'absent' }), inheritance: 'de-novo' }))).toEqual([['PM6', 'supporting', true]]);
  });

  test('are PM3 by the phase to a pathogenic variant of the gene, and none in cis', () => {
    const inProband = genotypes({ p: 'heterozygous' });
    const partner = aFinding({ id: 'other', genotypes: inProband, classifications: [{ classification: 'pathogenic', criteria: [], by: '', at: '2026-01-01T00:00:00.000Z', why: '' }] });
    const withPhase = (kind: 'cis' | 'trans' | 'unknown') => suggest(aFinding({ genotypes: inProband, phase: { kind, otherFindingId: 'other', knownBy: 'parents' } }), { others: [partner] });
    expect(withPhase('trans')).toEqual([['PM3', 'moderate', false]]);
    expect(withPhase('unknown')).toEqual([['PM3', 'supporting', true]]);
    expect(withPhase('cis')).toEqual([]);
    const twice = aFinding({ genotypes: genotypes({ p: 'homozygous' }) });
    expect(suggest(twice)).toEqual([['PM3', 'supporting', true]]);
  });

  test('are BA1 above 5 % and PM2 where a population lacks it', () => {
    const of = (frequency: number) => suggest(aFinding({ frequencies: [{ frequency, homozygotes: null, source: 'gnomAD v4.1' }] }));
    expect([of(0.06), of(0), of(0.001)]).toEqual([[['BA1', 'stand-alone', false]], [['PM2', 'supporting', false]], []]);
  });
});

/** An affected parent of six affected and two healthy children, all tested. */
function aDominantFamily(): Family {
  return aPedigree().woman('m').man('f').daughters(['f', 'm'], 'p', 'a', 'b', 'c', 'd', 'e', 'g', 'h').proband('p').affected('k', 'm', 'p', 'a', 'b', 'c', 'd', 'e').state('unaffected', 'k', 'f', 'g', 'h').build();
}

describe('the segregation of a finding', () => {
  const family = aDominantFamily();
  const following = genotypes({ m: 'heterozygous', f: 'absent', p: 'heterozygous', a: 'heterozygous', b: 'heterozygous', c: 'heterozygous', d: 'heterozygous', e: 'heterozygous', g: 'absent', h: 'absent' });

  test('is strong evidence for a variant that all the affected of a large sibship share', () => {
    const answer = findingSegregation(family, { genotypes: following }, 'k', 'AD');
    expect(answer).toMatchObject({ kind: 'told', indexId: 'p', found: { evidence: 'PP1', strength: 'strong', impossible: [] } });
    expect(suggest(aFinding({ genotypes: following }), { segregation: answer })).toEqual([['PP1', 'strong', true]]);
  });

  test('is evidence against one that affected siblings do not have', () => {
    const against = following.map((genotype) => (['a', 'b', 'c'].includes(genotype.personId) ? { ...genotype, state: 'absent' as const } : genotype));
    expect(findingSegregation(family, { genotypes: against }, 'k', 'AD')).toMatchObject({ kind: 'told', found: { evidence: 'BS4', strength: 'strong' } });
  });

  test('says why it says nothing: one person tested, or nobody affected who has it', () => {
    expect(findingSegregation(family, { genotypes: genotypes({ p: 'heterozygous' }) }, 'k', 'AD')).toEqual({ kind: 'untold', reason: 'one-tested' });
    expect(findingSegregation(family, { genotypes: genotypes({ f: 'heterozygous' }) }, 'k', 'AD')).toEqual({ kind: 'untold', reason: 'no-index' });
  });

  test('says nothing of a variant that is new, which did not come by the drawn descent', () => {
    const trio = aPedigree().withTrio().proband('proband').affected('k', 'proband').state('unaffected', 'k', 'mother', 'father').build();
    const told = (states: Readonly<Record<string, GenotypeState>>) => findingSegregation(trio, aFinding({ genotypes: genotypes(states) }), 'k', 'AD');
    expect(told({ proband: 'heterozygous', mother: 'absent', father: 'absent' })).toEqual({ kind: 'untold', reason: 'new' });
    expect(told({ proband: 'heterozygous', mother: 'absent' })).toMatchObject({ kind: 'told' });
  });

  test('begins with the condition most are affected by, in the mode the genotypes speak for', () => {
    expect([mainCondition(family)?.id, mainCondition(emptyFamily)]).toEqual(['k', null]);
    const mode = (state: GenotypeState, hasSecond = false) => likelyMode({ genotypes: genotypes({ p: state }) }, hasSecond);
    expect([mode('heterozygous'), mode('heterozygous', true), mode('homozygous'), mode('hemizygous'), mode('heteroplasmic')]).toEqual(['AD', 'AR', 'AR', 'XLR', 'MT']);
  });
});
