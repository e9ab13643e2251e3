import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { CaseSource } from '#shared/interchange/case-source.ts';

/** A case as a writer gets it, where nothing but the case is of interest: no release knows any name, gene or disease. */
export const aCaseSource = (file: CaseFile, given: Partial<CaseSource> = {}): CaseSource => ({
  file,
  title: file.case.reference,
  today: '2026-11-23',
  clinic: { clinicName: 'Ithaca', clinicianName: 'Penelope' },
  ontologyVersion: '2025-05-06',
  nameOfTerm: (termId) => termId,
  genesOfDisease: () => [],
  hgncIdOf: () => null,
  ...given,
});
