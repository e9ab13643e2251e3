import type { Zygosity, VariantInheritance } from '#shared/variant/variant.ts';
import type { VariantClass } from '#shared/variant/acmg/classify.ts';
import type { HgvsExpression } from '#shared/variant/hgvs/expression.ts';
import { parseHgvs, type HgvsReading } from '#shared/variant/hgvs/parse-hgvs.ts';
import type { HgvsNote, HgvsProblem } from '#shared/variant/hgvs/reader.ts';
import { plainCharacters } from '#shared/variant/hgvs/tidy-hgvs.ts';

/** What a line of a laboratory's report says of one variant. Whatever it does not say is null. */
export interface ReportLine {
  /** As it is written; whether it is a symbol of today is for who knows the genes. */
  readonly gene: string | null;
  /** Accession of the transcript, such as NM_000141.5. */
  readonly transcript: string | null;
  readonly coding: HgvsExpression | null;
  readonly protein: HgvsExpression | null;
  /** On the chromosome or the mitochondrial genome. */
  readonly genomic: HgvsExpression | null;
  readonly rna: HgvsExpression | null;
  readonly build: 'GRCh37' | 'GRCh38' | null;
  readonly zygosity: Zygosity | null;
  /** Share of the mitochondrial copies or cells that carry it, 0 to 1. */
  readonly alleleShare: number | null;
  readonly inheritance: VariantInheritance | null;
  readonly classification: VariantClass | null;
  readonly notes: readonly HgvsNote[];
  /** Descriptions that were begun and could not be read, with their place in the line. */
  readonly problems: readonly HgvsProblem[];
}

/**
 * Reads a line such as `FGFR2 c.755C>G p.(Ser252Trp) heterozygous`, `NM_000059.4(BRCA2):c.7397T>C (p.Val2466Ala), VUS` or
 * `m.3243A>G, heteroplasmy 35 %`. Words it does not know are passed over.
 */
export function parseReportLine(line: string): ReportLine {
  const plain = plainCharacters(line);
  const pieces = descriptionsIn(plain).map((piece) => ({ ...piece, reading: parseHgvs(piece.text) }));
  const readings = pieces.flatMap(({ reading }): readonly HgvsReading[] => (reading.ok ? [reading.value] : []));
  const words = pieces.reduceRight((left, { start, end }) => left.slice(0, start) + ' '.repeat(end - start) + left.slice(end), plain);
  const find = (test: (expression: HgvsExpression) => boolean): HgvsExpression | null => readings.find(({ expression }) => test(expression))?.expression ?? null;
  const isLevel = (...levels: readonly string[]) => (expression: HgvsExpression): boolean => expression.kind === 'nucleotide' && levels.includes(expression.level);
  const coding = find(isLevel('c', 'n'));
  return {
    gene: geneOf(readings, words),
    transcript: transcriptOf(coding, words),
    coding,
    protein: find(({ kind }) => kind === 'protein'),
    genomic: find(isLevel('g', 'm')),
    rna: find(isLevel('r')),
    build: /GRCh38|hg38/i.test(words) ? 'GRCh38' : /GRCh37|hg19/i.test(words) ? 'GRCh37' : null,
    zygosity: firstOf(zygosityWords, words),
    alleleShare: shareIn(words),
    inheritance: firstOf(inheritanceWords, words),
    classification: firstOf(classWords, words),
    notes: pieces.flatMap(({ start, reading }) => (reading.ok ? reading.value.notes.map((note) => ({ ...note, position: note.position + start })) : [])),
    problems: pieces.flatMap(({ start, reading }) => (reading.ok ? [] : [{ ...reading.error, position: reading.error.position + start }])),
  };
}

interface DescriptionPiece {
  readonly text: string;
  /** 0-based, `end` exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Where a description begins: its letter and point, or an intron or stop of the old spelling, with what stands before its colon. */
const beginning = /(?:(?<=^|[\s,;/"'[(])(?:[A-Za-z][A-Za-z0-9_.-]*(?:\([A-Za-z0-9_.-]+\))?|\d{1,2}):\s?)?(?<![A-Za-z0-9.])(?:[cgmnrp]\.\s?(?=[\d([?=*+-]|[A-Za-z*]{1,3}\d|spl)|IVS\d+[+-]\d)/g;

function descriptionsIn(line: string): readonly DescriptionPiece[] {
  const pieces: DescriptionPiece[] = [];
  beginning.lastIndex = 0;
  for (let found = beginning.exec(line); found !== null; found = beginning.exec(line)) {
    const end = endOfDescription(line, found.index + found[0].length);
    pieces.push({ text: line.slice(found.index, end), start: found.index, end });
    beginning.lastIndex = Math.max(end, found.index + 1);
  }
  return pieces;
}

/** The first place behind `from` that cannot belong to the description: white space that joins nothing, a comma, a bracket not opened in it. */
function endOfDescription(line: string, from: number): number {
  let depth = 0;
  let at = from;
  for (; at < line.length; at += 1) {
    const character = line.charAt(at);
    if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') {
      if (depth === 0) break;
      depth -= 1;
    } else if (/\s/.test(character) ? !joinsBothSides(line, at) : !isOfDescription(line, at, depth)) break;
  }
  return from + line.slice(from, at).replace(/[\s.:;,-]+$/, '').length;
}

function isOfDescription(line: string, at: number, depth: number): boolean {
  const character = line.charAt(at);
  if (character === ';') return depth > 0 || line.charAt(at + 1) === '[';
  return /[A-Za-z0-9_>*+\-=?.:^]/.test(character);
}

/** White space within `755 C > G`, `688_689 insAT` and `100 _ 102del`. */
function joinsBothSides(line: string, at: number): boolean {
  const before = line.slice(0, at).trimEnd();
  const after = line.slice(at).trimStart();
  if (/^[>_]/.test(after)) return true;
  if (/[>_]$/.test(before)) return /^[ACGTUacgtu\d?(*-]/.test(after);
  return /\d$/.test(before) && /^(?:(?:delins|del|dup|ins|inv)[ACGTN\d]*(?![a-z])|[ACGT]+\s?>)/.test(after);
}

function transcriptOf(coding: HgvsExpression | null, words: string): string | null {
  const isTranscript = (text: string | null | undefined): text is string => text !== null && text !== undefined && /^(?:[NX][MR]_|ENST|LRG_\d+t)/.test(text);
  return [coding?.reference, coding?.selector, /\b(?:[NX][MR]_\d+(?:\.\d+)?|ENST\d+(?:\.\d+)?)/.exec(words)?.[0]].find(isTranscript) ?? null;
}

/** Words in capitals that are no genes. */
const notGenes = new Set('ACMG AD AF AMP AR BAM CLINVAR CNV DNA EXON GNOMAD GRCH HET HETEROZYGOUS HGVS HOM HOMOZYGOUS HEMI ID INDEL INTRON LB LP MAF MT MLPA NGS NM OMIM P PCR RNA SNP SNV VUS WES WGS XL XLD XLR XR'.split(' '));

function geneOf(readings: readonly HgvsReading[], words: string): string | null {
  const isGene = (text: string | null): text is string => text !== null && !/^(?:[NX][CMRPGTW]_|ENS|LRG_|CCDS)/.test(text);
  const named = readings.map(({ expression: { selector } }) => selector).find(isGene);
  if (named !== undefined) return named;
  const tokens = words.match(/(?<![A-Za-z0-9_.])[A-Z][A-Z0-9]*(?:orf\d+[A-Z]*)?(?:-[A-Z0-9]+)*(?![A-Za-z_.:\d])/g) ?? [];
  return tokens.find((token) => token.length >= 2 && !notGenes.has(token) && !/^(?:PVS|PS|PM|PP|BA|BS|BP)\d|^(?:GRCH|HG)\d*|^RS\d+|^CHR/.test(token)) ?? null;
}

type WordList<Value> = readonly (readonly [RegExp, Value])[];
const firstOf = <Value>(list: WordList<Value>, words: string): Value | null => list.find(([pattern]) => pattern.test(words))?.[1] ?? null;

const zygosityWords: WordList<Zygosity> = [
  [/\b(?:mosaic|mosaik|mosaïque|mosaico)/i, 'mosaic'],
  [/\bhomoplasm/i, 'homoplasmic'],
  [/\bheteroplasm/i, 'heteroplasmic'],
  [/\b(?:hemi|hemizyg|hémizyg)/i, 'hemizygous'],
  [/\b(?:homo?\b|homozyg|omozig)/i, 'homozygous'],
  [/\b(?:het\b|heterozyg|hétérozyg|eterozig|heterocig|comp(?:ound)?[ -]?het)/i, 'heterozygous'],
];
const inheritanceWords: WordList<VariantInheritance> = [
  [/\bde[ -]?novo\b/i, 'de-novo'],
  [/\b(?:bi-?parental|inherited from both|both parents)/i, 'both-parents'],
  [/\b(?:maternal|mother|mat\b|mütterlich|maternel)/i, 'maternal'],
  [/\b(?:paternal|father|pat\b|väterlich|paternel)/i, 'paternal'],
];
const classWords: WordList<VariantClass> = [
  [/\b(?:VUS|(?:uncertain|unknown|unclear) (?:clinical )?significance|class ?3)\b/i, 'uncertain-significance'],
  [/\b(?:likely pathogenic|probably pathogenic|LP\b|class ?4)/i, 'likely-pathogenic'],
  [/\b(?:likely benign|probably benign|class ?2)\b/i, 'likely-benign'],
  [/\b(?:pathogenic|class ?5)\b/i, 'pathogenic'],
  [/\b(?:benign|class ?1)\b/i, 'benign'],
];

/** `35 %` beside heteroplasmy, mosaicism or an allele fraction. */
function shareIn(words: string): number | null {
  if (!/heteroplasm|mosai|VAF|allele (?:fraction|frequency)|variant fraction/i.test(words)) return null;
  const found = /(\d{1,3}(?:[.,]\d+)?)\s?%/.exec(words)?.[1];
  const percent = Number(found?.replace(',', '.') ?? 'NaN');
  return percent >= 0 && percent <= 100 ? percent / 100 : null;
}
