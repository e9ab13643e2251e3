import { clinVarSummaryReader, clinVarVcfReader, placeKey, readDate, tableReader, type AssertionRow, type RowReader } from '#shared/variant/assertions/read-assertion-row.ts';
import { parseHgvs } from '#shared/variant/hgvs/parse-hgvs.ts';
import { printDescription } from '#shared/variant/hgvs/print-hgvs.ts';
import { buildOf, refSeqOf } from '#shared/variant/selection/genome-region.ts';
import { genomeBuilds, type Assertion, type GenomeBuild, type GenomicLocation } from '#shared/variant/variant.ts';
import { createHeaderReader } from '#shared/variant/vcf/header.ts';

/** A stored finding as far as a list can name it. */
export interface WatchedVariant {
  readonly findingId: string;
  readonly gene: string;
  readonly transcript: string;
  readonly hgvsCoding: string;
  readonly hgvsProtein: string;
  readonly hgvsGenomic: string;
  readonly location: GenomicLocation | null;
}

export interface AssertionMatches {
  readonly format: 'clinvar-summary' | 'clinvar-vcf' | 'table';
  readonly rows: number;
  readonly unreadable: { readonly count: number; readonly lines: readonly { readonly line: number; readonly problem: string }[] };
  readonly matches: readonly { readonly findingId: string; readonly assertion: Assertion }[];
}

/** Goes through a list line by line and keeps what is said of the variants that are watched; its memory does not grow with the list. */
export interface AssertionMatching {
  readonly line: (line: string, number: number) => void;
  /** Null where the file is no list of assertions. */
  readonly end: () => AssertionMatches | null;
}

const mostUnreadable = 20;

export function createAssertionMatching(watched: readonly WatchedVariant[], usualSource: string): AssertionMatching {
  const index = indexOf(watched);
  const matches = new Map<string, { readonly findingId: string; readonly assertion: Assertion }>();
  const unreadable: { count: number; lines: { line: number; problem: string }[] } = { count: 0, lines: [] };
  const recognise = createRecogniser(usualSource);
  let format: RecognisedFormat | null = null;
  let rows = 0;
  return {
    line(text, number) {
      const line = text.endsWith('\r') ? text.slice(0, -1) : text;
      if (line === '') return;
      if (format === null) {
        format = recognise(line, number);
        return;
      }
      rows += 1;
      const row = format.read(line);
      if (row === null) {
        unreadable.count += 1;
        if (unreadable.lines.length < mostUnreadable) unreadable.lines.push({ line: number, problem: 'has not the columns that the heading names' });
        return;
      }
      if (row.assertion.wording === '') return;
      for (const findingId of index.touchedBy(row)) matches.set(`${findingId} ${row.assertion.source} ${row.assertion.accession}`, { findingId, assertion: JSON.parse(JSON.stringify(row.assertion)) as Assertion });
    },
    end: () => (format === null ? null : { format: format.kind, rows, unreadable, matches: [...matches.values()] }),
  };
}

interface RecognisedFormat {
  readonly kind: AssertionMatches['format'];
  readonly read: RowReader;
}

/** Says what the file is once its heading has come. */
function createRecogniser(usualSource: string): (line: string, number: number) => RecognisedFormat | null {
  const header = createHeaderReader();
  let isVcf = false;
  let fileDate: string | null = null;
  let build: GenomeBuild | null = null;
  return (line, number) => {
    if (number === 1 && line.startsWith('##fileformat=VCF')) isVcf = true;
    if (isVcf) {
      if (line.startsWith('##fileDate=')) fileDate = readDate(line.slice('##fileDate='.length));
      if (line.startsWith('##reference=')) build = genomeBuilds.find((known) => line.includes(known)) ?? null;
      return header.line(line) ? { kind: 'clinvar-vcf', read: clinVarVcfReader(build ?? buildOf(header.header()), fileDate) } : null;
    }
    const summary = line.includes('\t') ? clinVarSummaryReader(line) : null;
    if (summary !== null) return { kind: 'clinvar-summary', read: summary };
    const table = tableReader(line, usualSource);
    return table === null ? null : { kind: 'table', read: table };
  };
}

/** A description is compared only within its gene, and only between transcripts that can be the same one: `c.755` of another transcript is another place. */
function indexOf(watched: readonly WatchedVariant[]): { readonly touchedBy: (row: AssertionRow) => ReadonlySet<string> } {
  const ofGene = new Map<string, { readonly variant: WatchedVariant; readonly descriptions: ReadonlySet<string> }[]>();
  const atPlace = new Map<string, string[]>();
  const ofGenomic = new Map<string, string[]>();
  for (const variant of watched) {
    if (variant.gene !== '') addTo(ofGene, variant.gene.toUpperCase(), { variant, descriptions: new Set([variant.hgvsCoding || variant.hgvsProtein].map(plain).filter((text) => text !== '')) });
    if (variant.location !== null) {
      const { build, chromosome, position, reference, alternate } = variant.location;
      addTo(atPlace, placeKey(build, chromosome, position, reference, alternate), variant.findingId);
    }
    const genomic = genomicKey(variant.hgvsGenomic);
    if (genomic !== '') addTo(ofGenomic, genomic, variant.findingId);
  }
  return {
    touchedBy({ genes, transcript, descriptions, place }) {
      const touched = new Set(place === '' ? [] : (atPlace.get(place) ?? []));
      if (ofGenomic.size > 0) {
        for (const description of descriptions) if (/^[gm]\./.test(description)) for (const findingId of ofGenomic.get(genomicKey(`${transcript}:${description}`)) ?? []) touched.add(findingId);
        const substitution = substitutionOf(place);
        if (substitution !== '') for (const findingId of ofGenomic.get(substitution) ?? []) touched.add(findingId);
      }
      const candidates = genes.flatMap((gene) => ofGene.get(gene.trim().toUpperCase()) ?? []);
      if (candidates.length === 0) return touched;
      const said = descriptions.map(plain);
      for (const { variant, descriptions: own } of candidates) if (isSameTranscript(variant.transcript, transcript) && said.some((text) => own.has(text))) touched.add(variant.findingId);
      return touched;
    },
  };
}

function addTo<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const present = map.get(key);
  if (present === undefined) map.set(key, [value]);
  else present.push(value);
}

/** Without the version; where either is not known it is taken to be the same. */
function isSameTranscript(one: string, other: string): boolean {
  const [first, second] = [one, other].map((accession) => accession.split('.')[0] ?? '');
  return first === '' || second === '' || first === second;
}

/** Spelled one way, protein consequences without the brackets of a prediction; empty where it cannot be read. */
function plain(text: string): string {
  const reading = text === '' ? null : parseHgvs(text);
  return reading?.ok === true ? printDescription(reading.value.expression).replace(/^p\.\((.*)\)$/, 'p.$1') : '';
}

/** Of a genomic description that names its sequence; another sequence counts other positions. */
function genomicKey(text: string): string {
  const [accession = '', ...rest] = text.split(':');
  const description = plain(rest.join(':'));
  return rest.length === 0 || description === '' ? '' : `${accession}:${description}`;
}

/** The description of a substitution at a place, for findings that know no more of where they are. */
function substitutionOf(place: string): string {
  const [, build = '', chromosome = '', position = '', reference = '', alternate = ''] = /^(\S+) (\S+) (\d+) ([ACGT]) ([ACGT])$/.exec(place) ?? [];
  const known = genomeBuilds.find((one) => one === build);
  const accession = known === undefined ? null : refSeqOf(chromosome, known);
  return accession === null ? '' : `${accession}:${chromosome === 'M' ? 'm' : 'g'}.${position}${reference}>${alternate}`;
}
