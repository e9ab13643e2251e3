import { counted } from '#shared/base/counted.ts';
import { findingName, type Finding } from '#shared/casefile/finding.ts';
import type { OrderedTest } from '#shared/casefile/ordered-test.ts';
import { heading, plain, soft, strong, type Block, type Cell, type Words } from '#shared/interchange/documents/document.ts';
import { firstLetterLarge, saidDate } from '#shared/interchange/documents/said.ts';
import { shortened } from '#shared/interchange/documents/summary-findings.ts';
import { probandOf, type SummarySource } from '#shared/interchange/documents/summary-source.ts';
import { classifyVariant, type VariantClass } from '#shared/variant/acmg/classify.ts';

export const classWords: Readonly<Record<VariantClass, string>> = {
  pathogenic: 'pathogenic',
  'likely-pathogenic': 'likely pathogenic',
  'uncertain-significance': 'uncertain significance',
  'likely-benign': 'likely benign',
  benign: 'benign',
};

const resultWords: Readonly<Record<NonNullable<OrderedTest['result']>, string>> = {
  diagnostic: 'Diagnostic',
  partial: 'Explains a part',
  uncertain: 'Uncertain',
  negative: 'Negative',
  'secondary-finding': 'Secondary finding',
};

const statusWords: Readonly<Record<OrderedTest['status'], string>> = {
  planned: 'Planned',
  ordered: 'Ordered, no report yet',
  'sample-sent': 'Sample sent, no report yet',
  reported: 'Reported',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

/** What was tested, with what it could not see, and which variants were found. */
export function testsSection({ file }: SummarySource, numberOf: (id: string) => string): readonly Block[] {
  const tests = file.tests.filter(({ status }) => status !== 'cancelled');
  const probandId = probandOf(file.family)?.id ?? null;
  return [
    ...(tests.length === 0 ? [] : [testsTable(tests, probandId, numberOf)]),
    ...(file.findings.length === 0 ? [] : [variantsTable(file.findings, probandId, numberOf)]),
  ].flatMap((block, index) => (index === 0 ? [heading('Tests and variants'), block] : [block]));
}

/** `Exome`, or the kind of test in plain words. */
export const testName = ({ name, kind }: Pick<OrderedTest, 'name' | 'kind'>): string => (name === '' ? kind.replaceAll('-', ' ') : name);

/** Class of the variant as it stands last; null where nobody has classified it. */
export function classOf({ classifications }: Finding): string | null {
  const last = classifications.at(-1);
  return last === undefined ? null : classWords[last.classification];
}

export function zygosityOf(finding: Finding, personId: string | null): string | null {
  const genotype = finding.genotypes.find((one) => one.personId === personId);
  if (genotype === undefined) return null;
  const share = genotype.alleleShare === null ? '' : ` ${String(Math.round(genotype.alleleShare * 100))} %`;
  return `${genotype.state === 'unknown' ? 'present' : genotype.state}${share}${genotype.tissue === '' ? '' : ` in ${genotype.tissue}`}`;
}

function testsTable(tests: readonly OrderedTest[], probandId: string | null, numberOf: (id: string) => string): Block {
  const when = ({ reportedOn, orderedOn }: OrderedTest): string => reportedOn ?? orderedOn ?? '';
  return {
    kind: 'table',
    caption: 'Tests, the latest first',
    columns: [{ label: 'Test', share: 24 }, { label: 'When and where', share: 25 }, { label: 'Result', share: 27 }, { label: 'What it could not see', share: 24 }],
    rows: tests.toSorted((first, second) => when(second).localeCompare(when(first))).map((test): readonly Cell[] => {
      const others = test.personIds.filter((id) => id !== probandId).map(numberOf).filter((number) => number !== '');
      return [
        [firstLetterLarge(testName(test)), ...(test.method === '' ? [] : [[soft(shortened(test.method))]]), ...(others.length === 0 ? [] : [[soft(`with ${others.join(', ')}`)]])],
        [...(test.reportedOn === null ? (test.orderedOn === null ? [] : [`ordered ${saidDate(test.orderedOn)}`]) : [saidDate(test.reportedOn)]), ...(test.laboratory === '' ? [] : [[soft(test.laboratory)]]), ...(test.accession === '' ? [] : [[soft(test.accession)]])],
        [[strong(test.result === null ? statusWords[test.status] : resultWords[test.result])], ...(test.summary === '' ? [] : [shortened(test.summary, 600)])],
        [test.limits === '' ? [soft('not stated')] : shortened(test.limits, 400)],
      ];
    }),
  };
}

function variantsTable(findings: readonly Finding[], probandId: string | null, numberOf: (id: string) => string): Block {
  return {
    kind: 'table',
    caption: 'Variants, class after ACMG and AMP 2015 with points (Tavtigian 2020)',
    columns: [{ label: 'Variant', share: 34 }, { label: 'In whom', share: 20 }, { label: 'Class', share: 20 }, { label: 'Found by', share: 26 }],
    rows: findings.map((finding) => [variantCell(finding), peopleCell(finding, probandId, numberOf), classCell(finding), reportCell(finding)]),
  };
}

function variantCell(finding: Finding): Cell {
  // Some reports write the transcript within the name of the change, others beside it.
  const coding = finding.hgvsCoding.includes(':') ? finding.hgvsCoding : [finding.transcript, finding.hgvsCoding].filter((part) => part !== '').join(':');
  const genomic = finding.hgvsGenomic === '' && finding.location !== null ? `${finding.location.chromosome}:${String(finding.location.position)} ${shortened(finding.location.reference, 40)}>${shortened(finding.location.alternate, 40)}` : finding.hgvsGenomic;
  const build = finding.location?.build ?? '';
  const lines: readonly string[] = [coding, finding.hgvsProtein, [genomic, genomic === '' ? '' : build].filter((part) => part !== '').join(' '), finding.wording];
  return [[strong(finding.gene?.symbol ?? 'Variant')], ...lines.filter((line) => line !== '').map((line): Words => shortened(line))];
}

const inheritanceWords: Readonly<Record<Finding['inheritance'], string>> = { 'de-novo': 'de novo', maternal: 'from the mother', paternal: 'from the father', 'both-parents': 'from both parents', unknown: '' };

function peopleCell(finding: Finding, probandId: string | null, numberOf: (id: string) => string): Cell {
  const own = zygosityOf(finding, probandId);
  const phase = finding.phase === null || finding.phase.kind === 'unknown' ? '' : `in ${finding.phase.kind} with the other variant`;
  const origin = [inheritanceWords[finding.inheritance], phase].filter((part) => part !== '').join(', ');
  const relatives = finding.genotypes.filter(({ personId }) => personId !== probandId && numberOf(personId) !== '').map((genotype) => [plain(`${numberOf(genotype.personId)}: `), soft(genotype.state === 'unknown' ? 'present' : genotype.state)]);
  return [[strong(own === null ? 'not stated' : own)], ...(origin === '' ? [] : [origin]), ...relatives];
}

function classCell(finding: Finding): Cell {
  const last = finding.classifications.at(-1);
  if (last === undefined) return [[soft('not classified')]];
  const { points } = classifyVariant(last.criteria);
  const codes = last.criteria.map(({ code }) => code).join(', ');
  return [[strong(classWords[last.classification])], ...(codes === '' ? [] : [[soft(`${counted(points, 'point')}: ${codes}`)]])];
}

function reportCell({ report, isConfirmed }: Finding): Cell {
  const when = report.date === null ? '' : saidDate(report.date);
  return [
    report.test,
    [soft([report.laboratory, when].filter((part) => part !== '').join(', '))],
    ...(report.limits === '' ? [] : [[soft(`not seen: ${shortened(report.limits)}`)]]),
    ...(isConfirmed === null ? [] : [[soft(isConfirmed ? 'confirmed by a second method' : 'not confirmed')]]),
  ];
}

/** In one line, for the summary of the summary. */
export const variantInShort = (finding: Finding, probandId: string | null): string => [findingName(finding), zygosityOf(finding, probandId) ?? '', classOf(finding) ?? 'not classified'].filter((part) => part !== '').join(', ');
