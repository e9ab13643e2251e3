import { createHeaderReader, isAtLeast, type VcfHeader, type VcfVersion } from '#shared/variant/vcf/header.ts';
import { checkColumns, createHeaderCheck } from '#shared/variant/vcf/check/check-header.ts';
import { checkRecord } from '#shared/variant/vcf/check/check-record.ts';
import { shown, type Tell, type VcfFinding } from '#shared/variant/vcf/check/vcf-finding.ts';

export interface VcfCheckReport {
  /** In the order of their lines, at most `mostShown` of each rule. */
  readonly findings: readonly VcfFinding[];
  /** How often each rule was broken, those not shown too. */
  readonly counts: Readonly<Record<string, number>>;
  readonly errors: number;
  readonly warnings: number;
  readonly version: string | null;
  readonly records: number;
  readonly samples: number;
  readonly contigs: readonly string[];
}

/** Checks a file line by line, holding no more than its header and the records of one position. */
export interface VcfCheck {
  readonly line: (line: string, number: number) => void;
  /** `isEnded`: the last line has its line feed. */
  readonly end: (isEnded: boolean) => VcfCheckReport;
  /** For what is found outside the lines: encoding, compression. */
  readonly tell: (severity: VcfFinding['severity'], rule: string, line: number, message: string) => void;
}

/** Enough of one rule to see what it is; a file can break one on every line. */
const mostShown = 20;

/**
 * Checks a file against VCF 4.1 to 4.5 (hts-specs). Errors are what breaks the rules in a way that readers of the file would lose or change data;
 * warnings are what is allowed or recommended otherwise.
 */
export function createVcfCheck(): VcfCheck {
  const tally = createTally();
  const body = createLinesCheck();
  let last = 0;
  let carriageReturns = 0;
  // Harmless at the end of the file alone, which shows only there.
  const emptyAtEnd: number[] = [];
  return {
    tell: tally.tell,
    line(given, number) {
      last = number;
      const tell: Tell = (severity, rule, message) => tally.tell(severity, rule, number, message);
      const text = given.endsWith('\r') ? given.slice(0, -1) : given;
      if (text !== given) {
        carriageReturns += 1;
        if (carriageReturns === 1) tell('warning', 'carriage-return', 'lines end with carriage return and line feed, expected line feed alone');
      }
      if (text === '' && body.read().hasColumns) return void emptyAtEnd.push(number);
      for (const empty of emptyAtEnd.splice(0)) tally.tell('error', 'empty-line', empty, 'an empty line among the records');
      checkCharacters(text, number, tell);
      body.line(number === 1 && text.startsWith('\ufeff') ? text.slice(1) : text, number, tell);
    },
    end(isEnded) {
      const { header, hasColumns, records, contigs } = body.read();
      for (const empty of emptyAtEnd) tally.tell('warning', 'empty-line', empty, 'an empty line at the end of the file');
      if (last === 0) tally.tell('error', 'empty-file', 0, 'the file is empty');
      else if (!isEnded) tally.tell(isAtLeast(header.version, '4.1') ? 'error' : 'warning', 'end-of-file', last, 'the last line is not ended by a line feed: the file may be cut off');
      if (!hasColumns && last > 0) tally.tell('error', 'columns-missing', last, 'the line #CHROM is missing');
      return { ...tally.result(), version: header.version, records, samples: header.samples.length, contigs };
    },
  };
}

/** Counts every finding and keeps the first of each rule. */
function createTally() {
  const findings: VcfFinding[] = [];
  const counts: Record<string, number> = {};
  const totals = { error: 0, warning: 0 };
  const tell: VcfCheck['tell'] = (severity, rule, line, message) => {
    const count = (counts[rule] ?? 0) + 1;
    counts[rule] = count;
    totals[severity] += 1;
    if (count <= mostShown) findings.push({ severity, rule, line, message });
  };
  return { tell, result: () => ({ findings, counts, errors: totals.error, warnings: totals.warning }) };
}

interface LinesRead {
  readonly header: VcfHeader;
  readonly hasColumns: boolean;
  readonly records: number;
  readonly contigs: readonly string[];
}

/** The header up to the line of the columns, then the records. */
function createLinesCheck(): { readonly line: (text: string, number: number, tell: Tell) => void; readonly read: () => LinesRead } {
  const headerCheck = createHeaderCheck();
  const headerReader = createHeaderReader();
  let order = createOrderCheck(null);
  let header: VcfHeader | null = null;
  let columnCount = 8;
  let records = 0;
  const beginRecords = (text: string): VcfHeader => {
    const known = headerReader.header();
    header = known;
    order = createOrderCheck(known.version);
    columnCount = text.split('\t').length;
    return known;
  };
  const readHeaderLine = (text: string, number: number, tell: Tell): void => {
    if (text.startsWith('##') || number === 1) headerCheck.line(text, number, tell);
    if (text.startsWith('##')) return void headerReader.line(text);
    if (/^#CHROM\b/.test(text)) {
      checkColumns(text, tell);
      headerReader.line(text);
      beginRecords(text);
    } else if (text === '') tell('error', 'empty-line', 'an empty line within the header');
    else if (text.startsWith('#')) tell('error', 'meta-syntax', `${shown(text)} begins with one #, expected ## or the line #CHROM`);
    else {
      tell('error', 'columns-missing', 'a record stands before the line #CHROM');
      readRecord(text, beginRecords(text), tell);
    }
  };
  const readRecord = (text: string, known: VcfHeader, tell: Tell): void => {
    if (text.startsWith('#')) return tell('error', 'header-late', 'a line of the header among the records');
    records += 1;
    const columns = checkRecord(text, known, columnCount, tell);
    if (columns !== null) order.record(columns, tell);
  };
  return {
    line: (text, number, tell) => (header === null ? readHeaderLine(text, number, tell) : readRecord(text, header, tell)),
    read: () => ({ header: headerReader.header(), hasColumns: header !== null, records, contigs: order.contigs() }),
  };
}

 
const control = /[\u0000-\u0008\u000b-\u001f\u007f]/;

function checkCharacters(text: string, number: number, tell: Tell): void {
  if (number === 1 && text.startsWith('\ufeff')) tell('error', 'byte-order-mark', 'the file begins with a byte order mark, expected none');
  if (control.test(text)) tell('error', 'control-character', 'a control character stands in the line');
  if (text.includes('\ufffd')) tell('error', 'encoding', 'the line is not text in UTF-8');
}

interface OrderCheck {
  readonly record: (columns: readonly string[], tell: Tell) => void;
  readonly contigs: () => readonly string[];
}

/** The allele without the bases that it shares with the reference, so that the same change is known in any context. */
function trimmedAllele(position: number, reference: string, allele: string): { readonly position: number; readonly key: string } {
  let start = 0;
  let referenceEnd = reference.length;
  let alleleEnd = allele.length;
  while (referenceEnd > 1 && alleleEnd > 1 && reference[referenceEnd - 1] === allele[alleleEnd - 1]) {
    referenceEnd -= 1;
    alleleEnd -= 1;
  }
  while (referenceEnd - start > 1 && alleleEnd - start > 1 && reference[start] === allele[start]) start += 1;
  return { position: position + start, key: `${String(position + start)} ${reference.slice(start, referenceEnd)}>${allele.slice(start, alleleEnd)}` };
}

/** Order and repetition: contigs in one block, positions rising, no allele twice, in whatever context it is written. */
function createOrderCheck(version: VcfVersion | null): OrderCheck {
  const contigs = new Set<string>();
  let current = '';
  let position = -1;
  // With their places: one that a longer record reaches may come again some lines on.
  const alleles = new Map<string, number>();
  return {
    record(columns, tell) {
      const [bracketed = '', positionText = '', , reference = '', alternate = ''] = columns;
      // An assembled contig may be named with angle brackets or without.
      const chromosome = bracketed.startsWith('<') ? bracketed.slice(1, -1) : bracketed;
      const value = Number(positionText);
      if (!/^\d+$/.test(positionText)) return;
      if (chromosome !== current) {
        if (contigs.has(chromosome)) tell(isAtLeast(version, '4.1') ? 'error' : 'warning', 'contig-split', `CHROM ${shown(chromosome)} comes a second time, expected its records together`);
        contigs.add(chromosome);
        current = chromosome;
        position = -1;
        alleles.clear();
      }
      if (value < position) tell('error', 'pos-order', 'POS is smaller than on the line before, expected rising positions');
      if (value !== position) for (const [key, place] of alleles) if (place < value) alleles.delete(key);
      position = value;
      for (const allele of alternate.split(',')) {
        if (allele.startsWith('<') || allele === '*' || /[[\]]/.test(allele)) continue;
        const trimmed = trimmedAllele(value, reference.toUpperCase(), allele.toUpperCase());
        if (alleles.has(trimmed.key)) tell('error', 'record-twice', `${shown(reference)} to ${shown(allele)} has a record already, here or with other bases round it`);
        alleles.set(trimmed.key, trimmed.position);
      }
    },
    contigs: () => [...contigs],
  };
}
