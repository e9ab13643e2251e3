import { describe, expect, test } from 'vitest';
import { geneEvidence } from '#shared/casefile/gene-evidence.ts';
import type { GenotypeState } from '#shared/casefile/finding.ts';
import type { VariantClass } from '#shared/variant/acmg/classify.ts';
import { aFinding } from '#tests/builders/a-finding.ts';

const found = (state: GenotypeState, classification: VariantClass | null, more: Parameters<typeof aFinding>[0] = {}) =>
  aFinding({ genotypes: [{ personId: 'p', state, alleleShare: null, tissue: '' }], classifications: classification === null ? [] : [{ classification, criteria: [], by: '', at: '2026-01-01T00:00:00.000Z', why: '' }], ...more });
const ratios = (findings: Parameters<typeof geneEvidence>[0], isMale = false) => geneEvidence(findings, 'p', isMale).map(({ symbol, likelihoodRatio, unfitInheritanceIds = [] }) => [symbol, Math.round(likelihoodRatio), unfitInheritanceIds.length]);

describe('what sequencing findings say of their genes', () => {
  test('is 2.08 to the points where the class begins, and nothing for benign, unclassified or absent variants', () => {
    expect(ratios([found('homozygous', 'pathogenic')])).toEqual([['FGFR2', 1516, 0]]);
    expect(ratios([found('homozygous', 'likely-pathogenic')])).toEqual([['FGFR2', 81, 0]]);
    expect(ratios([found('heterozygous', 'benign'), found('heterozygous', null), found('absent', 'pathogenic'), found('heterozygous', 'uncertain-significance')])).toEqual([]);
  });

  test('of an uncertain variant is by its criteria', () => {
    const criteria = [{ code: 'PM1', strength: 'moderate', evidence: '', reasonForStrength: '' }] as const;
    expect(ratios([found('homozygous', null, { classifications: [{ classification: 'uncertain-significance', criteria, by: '', at: '2026-01-01T00:00:00.000Z', why: '' }] })])).toEqual([['FGFR2', 4, 0]]);
  });

  test('leaves recessive diseases out where only one copy was found, and takes them in with a second variant that is not in cis', () => {
    const first = found('heterozygous', 'pathogenic', { id: 'a' });
    expect(ratios([first])).toEqual([['FGFR2', 1516, 2]]);
    expect(ratios([first], true)).toEqual([['FGFR2', 1516, 1]]);
    expect(ratios([first, found('heterozygous', 'likely-pathogenic', { id: 'b' })])).toEqual([['FGFR2', 1516, 0]]);
    const inCis = { kind: 'cis', otherFindingId: 'a', knownBy: 'reads' } as const;
    expect(ratios([first, found('heterozygous', 'likely-pathogenic', { id: 'b', phase: inCis })])).toEqual([['FGFR2', 1516, 2]]);
  });
});
