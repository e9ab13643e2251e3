import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { matchmakerPatientSchema } from '#shared/interchange/matchmaker/matchmaker-request.ts';
import { absentNote, referenceData } from '#tests/reference-data.ts';

const benchmark = referenceData('matchmaker/benchmark_patients.json');

it.skipIf(benchmark === null)(`the rules take all fifty benchmark patients of the Matchmaker Exchange (${absentNote})`, () => {
  const patients = JSON.parse(readFileSync(benchmark ?? '', 'utf8')) as readonly unknown[];
  expect(patients.length).toBe(50);
  expect(patients.map((patient) => matchmakerPatientSchema.safeParse(patient).error?.issues ?? [])).toEqual(patients.map(() => []));
});

it.each([
  ['nobody to write to', { contact: undefined }],
  ['an address that is none', { contact: { name: 'Penelope', href: 'write to me' } }],
  ['nothing to match', { features: [] }],
  ['a finding that is no term', { features: [{ id: 'Seizure' }] }],
  ['three copies', { genomicFeatures: [{ gene: { id: 'FGFR2' }, zygosity: 3 }] }],
  ['a chromosome as VCF files call it', { genomicFeatures: [{ gene: { id: 'FGFR2' }, variant: { assembly: 'GRCh38', referenceName: 'chr1' } }] }],
])('a request with %s is none', (_what, change) => {
  const good = { id: 'F-1', contact: { name: 'Penelope', href: 'mailto:penelope@example.org' }, features: [{ id: 'HP:0001250', observed: 'yes' }] };
  expect(matchmakerPatientSchema.safeParse(good).success).toBe(true);
  expect(matchmakerPatientSchema.safeParse({ ...good, ...change }).success).toBe(false);
});
