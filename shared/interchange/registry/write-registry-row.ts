import { probandOf, type CaseLoss, type CaseSource, type CaseWriting } from '#shared/interchange/case-source.ts';
import { registryColumns } from '#shared/interchange/registry/registry-columns.ts';
import { statedFeature } from '#shared/phenotype/feature.ts';

/** The patient as one row of comma-separated values (RFC 4180) under a row of names; `registryColumns` says what each holds. */
export function writeRegistryRow(source: CaseSource): CaseWriting {
  const rows = [registryColumns.map(({ name }) => name), registryColumns.map(({ of }) => of(source))];
  return { text: rows.map((row) => `${row.map(cell).join(',')}\r\n`).join(''), losses: lossesOf(source) };
}

/** What begins like a formula would be reckoned by the spreadsheet that opens the file, and could send its contents somewhere; an apostrophe makes it words. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function lossesOf({ file }: CaseSource): readonly CaseLoss[] {
  const proband = probandOf(file);
  const own = file.features.filter(({ personId }) => personId === proband.id).map(statedFeature);
  const said: readonly (readonly [string, string, number])[] = [
    ['name', 'the name', proband.givenName === '' && proband.familyName === '' ? 0 : 1],
    ['individual', 'relatives, except how many are affected', file.family.individuals.length - 1],
    ['feature-detail', 'onset, severity, modifiers and notes of findings', own.filter(({ onset, resolution, severityId, lateralityId, modifierIds, note }) => onset !== null || resolution !== null || severityId !== null || lateralityId !== null || modifierIds.length > 0 || note !== '').length],
    ['not-assessed', 'what nobody has assessed', own.filter(({ state }) => state === 'not-assessed').length],
    ['candidate-reason', 'what was ruled out, and why a disease was decided on', file.candidates.filter(({ state, reason }) => state === 'ruled-out' || reason !== '').length],
    ['variant-detail', 'transcripts, positions and evidence of variants', file.findings.length],
    ['casework', 'events, tests, referrals, tasks and documents', file.events.length + file.tests.length + file.referrals.length + file.tasks.length + file.documents.length],
  ];
  return said.filter(([, , count]) => count > 0).map(([kind, words, count]) => ({ kind, people: [], message: `A registry row does not hold ${words} (${String(count)}).` }));
}
