import type { VariantClass } from '#shared/variant/acmg/classify.ts';
import { chromosomeName } from '#shared/variant/selection/genome-region.ts';
import { genomeBuilds, type Assertion, type GenomeBuild } from '#shared/variant/variant.ts';
import { infoValue } from '#shared/variant/vcf/record.ts';

/** One row of a list: which variant it is about, in as many spellings as the row has, and what it says. */
export interface AssertionRow {
  readonly genes: readonly string[];
  readonly transcript: string;
  /** As the row writes them: `c.755C>G`. */
  readonly descriptions: readonly string[];
  /** `GRCh38 10 121517378 G C`; empty where the row has no place. */
  readonly place: string;
  readonly assertion: Assertion;
}

/** One variant at one place of one build, alleles as in a VCF record. */
export function placeKey(build: GenomeBuild, chromosome: string, position: number | string, reference: string, alternate: string): string {
  return `${build} ${chromosomeName(chromosome)} ${String(position)} ${reference.toUpperCase()} ${alternate.toUpperCase()}`;
}

/** Reads rows of a format whose columns are known; null where the row is none. */
export type RowReader = (line: string) => AssertionRow | null;

/** Columns of ClinVar's `variant_summary.txt`; those after the name have moved over the years, so they are found by name. */
export function clinVarSummaryReader(header: string): RowReader | null {
  const names = header.replace(/^#/, '').split('\t');
  const at = (name: string): number => names.indexOf(name);
  const [name, symbol, says, evaluated, review, variation, assembly, chromosome, position, reference, alternate] = ['Name', 'GeneSymbol', 'ClinicalSignificance', 'LastEvaluated', 'ReviewStatus', 'VariationID', 'Assembly', 'Chromosome', 'PositionVCF', 'ReferenceAlleleVCF', 'AlternateAlleleVCF'].map(at) as [number, number, number, number, number, number, number, number, number, number, number];
  if (name < 0 || symbol < 0 || says < 0) return null;
  return (line) => {
    const cells = line.split('\t');
    if (cells.length < 3 || cells[says] === undefined) return null;
    const cell = (column: number): string => (column < 0 ? '' : (cells[column] ?? '').trim());
    const build = genomeBuilds.find((known) => known === cell(assembly));
    const hasPlace = build !== undefined && /^\d+$/.test(cell(position)) && /^[ACGTN]+$/i.test(cell(reference)) && /^[ACGTN]+$/i.test(cell(alternate));
    const { transcript, descriptions } = namedVariant(cell(name));
    return {
      genes: cell(symbol).split(/[;,]/),
      transcript,
      descriptions,
      place: hasPlace ? placeKey(build, cell(chromosome), cell(position), cell(reference), cell(alternate)) : '',
      assertion: asserted('ClinVar', cell(variation), cell(says), cell(review), readDate(cell(evaluated))),
    };
  };
}

/** ClinVar's VCF file: one alternate allele a record, CLNSIG and CLNREVSTAT with underscores for spaces, the date in the header alone. */
export function clinVarVcfReader(build: GenomeBuild | null, fileDate: string | null): RowReader {
  return (line) => {
    const [chromosome = '', position = '', id = '', reference = '', alternate = '', , , info] = line.split('\t', 8);
    if (info === undefined) return null;
    const value = (key: string): string => {
      const found = infoValue(info, key);
      return typeof found === 'string' ? found : '';
    };
    const says = value('CLNSIG');
    if (says === '') return { genes: [], transcript: '', descriptions: [], place: '', assertion: asserted('ClinVar', id, '', '', null) };
    const { transcript, descriptions } = namedVariant(value('CLNHGVS'));
    return {
      genes: value('GENEINFO').split('|').map((gene) => gene.split(':')[0] ?? ''),
      transcript,
      descriptions,
      place: build === null ? '' : placeKey(build, chromosome, position, reference, alternate),
      assertion: asserted('ClinVar', id, says.replaceAll('_', ' '), value('CLNREVSTAT').replaceAll('_', ' '), fileDate),
    };
  };
}

/** A table of a laboratory or clinic with a line of headings: gene, hgvs, classification, and date, source and accession where it has them. */
export function tableReader(header: string, usualSource: string): RowReader | null {
  const separator = ['\t', ';', ','].find((candidate) => header.includes(candidate));
  if (separator === undefined) return null;
  const names = splitCells(header, separator).map((name) => name.toLowerCase().replace(/[^a-z]/g, ''));
  const at = (...wanted: readonly string[]): number => names.findIndex((name) => wanted.includes(name));
  const columns = { gene: at('gene', 'genesymbol', 'symbol'), hgvs: at('hgvs', 'variant', 'description', 'name', 'hgvsc'), says: at('classification', 'clinicalsignificance', 'significance', 'class'), date: at('date', 'lastevaluated', 'evaluated'), source: at('source', 'submitter', 'laboratory'), accession: at('accession', 'id', 'variationid') };
  if (columns.gene < 0 || columns.hgvs < 0 || columns.says < 0) return null;
  return (line) => {
    const cells = splitCells(line, separator);
    const cell = (column: number): string => (column < 0 ? '' : (cells[column] ?? ''));
    if (cell(columns.hgvs) === '' || cell(columns.says) === '') return null;
    return { genes: [cell(columns.gene)], ...namedVariant(cell(columns.hgvs)), place: '', assertion: asserted(cell(columns.source) || usualSource, cell(columns.accession), cell(columns.says), '', readDate(cell(columns.date))) };
  };
}

/** Cells with or without quotation marks, in which a mark is doubled. */
function splitCells(line: string, separator: string): readonly string[] {
  const cells: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (character === '"') {
      if (isQuoted && line.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else isQuoted = !isQuoted;
    } else if (character === separator && !isQuoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += character;
  }
  return [...cells, cell.trim()];
}

/** `NM_000141.5(FGFR2):c.755C>G (p.Ser252Trp)`: the transcript, and both descriptions. */
function namedVariant(name: string): Pick<AssertionRow, 'transcript' | 'descriptions'> {
  const transcript = /^([A-Z]{2}_?[A-Z]*\d+(?:\.\d+)?)(?:\([^)]*\))?:/.exec(name)?.[1] ?? '';
  const description = /(?:^|:)([cgmn]\.[^\s,]+)/.exec(name)?.[1] ?? '';
  const protein = /(?:^|[\s(:])(p\.(?:\([^)]*\)|[^\s)]+))/.exec(name)?.[1] ?? '';
  return { transcript, descriptions: [description, description === '' ? protein : ''].filter((text) => text !== '') };
}

function asserted(source: string, accession: string, wording: string, reviewStatus: string, date: string | null): Assertion {
  return { source: source.slice(0, 200), accession: accession.slice(0, 200), classification: classOfWording(wording), wording: wording.slice(0, 200), reviewStatus: reviewStatus.slice(0, 200), date };
}

/**
 * The class that the words of a database mean; null for what is no class, such as "conflicting classifications", "drug response" and "risk factor". Of
 * "pathogenic/likely pathogenic" and of "benign/likely benign" it is the less certain.
 */
export function classOfWording(wording: string): VariantClass | null {
  const said = wording.toLowerCase().replaceAll('_', ' ');
  if (said.includes('conflicting')) return null;
  if (/uncertain|\bvus\b|^3$|class 3/.test(said)) return 'uncertain-significance';
  if (/likely pathogenic|^4$|class 4/.test(said)) return 'likely-pathogenic';
  if (/likely benign|^2$|class 2/.test(said)) return 'likely-benign';
  if (/(?<!non-)\bpathogenic|^5$|class 5/.test(said)) return 'pathogenic';
  return /\bbenign|^1$|class 1/.test(said) ? 'benign' : null;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `Mar 30, 2024`, `2024-03-30`, `2024-03`, `20240330` or `30.03.2024`; null for anything else. */
export function readDate(text: string): string | null {
  const [, month = '', day = '', year = ''] = /^([A-Za-z]{3})[a-z]* (\d{1,2}), (\d{4})$/.exec(text) ?? [];
  if (year !== '') {
    const number = months.indexOf(month.toLowerCase()) + 1;
    return number === 0 ? null : dated(year, String(number), day);
  }
  const iso = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:T.*)?$/.exec(text);
  if (iso !== null) return dated(iso[1] ?? '', iso[2], iso[3]);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact !== null) return dated(compact[1] ?? '', compact[2], compact[3]);
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text);
  return dotted === null ? null : dated(dotted[3] ?? '', dotted[2], dotted[1]);
}

function dated(year: string, month: string | undefined, day: string | undefined): string | null {
  if (Number(month ?? 1) < 1 || Number(month ?? 1) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > 31) return null;
  return [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-');
}
