import { listing } from '#electron/backend/cases/change-labels.ts';
import type { Person } from '#shared/casefile/case-record.ts';
import { findingName, type Finding, type FindingDetail, type Genotype } from '#shared/casefile/finding.ts';

/** What a change to a finding is called in the history. The words stay inside the encrypted vault. */
export function findingChangeLabel(before: Finding, change: Partial<FindingDetail>): string {
  const fields = Object.keys(fieldWords) as (keyof FindingDetail)[];
  const changed = fields.filter((field) => change[field] !== undefined && JSON.stringify(change[field]) !== JSON.stringify(before[field]));
  return `Change ${listing([...new Set(changed.map((field) => fieldWords[field]))], 'the details')} of ${findingName(before)}`;
}

export function genotypeLabel(finding: Finding, person: Pick<Person, 'isProband'>, genotype: Genotype | null): string {
  const who = person.isProband ? 'the proband' : 'a relative';
  if (genotype === null) return `Take back the test of ${who} for ${findingName(finding)}`;
  return `Record ${findingName(finding)} as ${genotype.state} in ${who}`;
}

const fieldWords: Readonly<Record<keyof FindingDetail, string>> = {
  gene: 'the gene',
  transcript: 'the transcript',
  hgvsGenomic: 'the description',
  hgvsCoding: 'the description',
  hgvsRna: 'the description',
  hgvsProtein: 'the description',
  location: 'the position',
  wording: 'the words',
  phase: 'the phase',
  inheritance: 'the inheritance',
  isParentageConfirmed: 'the confirmation of parentage',
  consequence: 'the consequence',
  exon: 'the exon',
  frequencies: 'the population frequency',
  predictors: 'the predictions',
  assertions: 'the assertions',
  report: 'the test',
  isConfirmed: 'the confirmation',
  nextReviewOn: 'the next review',
  note: 'the note',
  geneWeighedIn: 'what is known of the gene',
};
