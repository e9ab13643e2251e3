import type { Finding } from '#shared/casefile/finding.ts';
import { unknownVariant } from '#shared/variant/variant.ts';

const { zygosity: _zygosity, alleleShare: _alleleShare, tissue: _tissue, ...unknown } = unknownVariant;

/** A variant of FGFR2 in nobody, of which only what is given is known. */
export function aFinding(given: Partial<Finding> = {}): Finding {
  return {
    ...unknown,
    ...{ id: '00000000-0000-7000-8000-000000000001', version: 1, caseId: '00000000-0000-7000-8000-000000000002', createdAt: '2026-01-01T00:00:00.000Z' },
    ...{ gene: { symbol: 'FGFR2', hgncId: null }, hgvsCoding: 'c.755C>G', genotypes: [], nextReviewOn: null, note: '' },
    ...given,
  };
}
