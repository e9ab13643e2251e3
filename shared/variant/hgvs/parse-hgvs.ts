import { refusal, success, type Result } from '#shared/base/result.ts';
import { nucleotideLevels, type Alleles, type HgvsExpression, type ProteinChange } from '#shared/variant/hgvs/expression.ts';
import { readNucleotideChange } from '#shared/variant/hgvs/parse-nucleotide.ts';
import { readPlainChange, readProteinChange } from '#shared/variant/hgvs/parse-protein.ts';
import { createHgvsReader, HgvsMistake, type HgvsNote, type HgvsProblem, type HgvsReader } from '#shared/variant/hgvs/reader.ts';
import { tidyHgvs } from '#shared/variant/hgvs/tidy-hgvs.ts';

export interface HgvsReading {
  readonly expression: HgvsExpression;
  /** What was not written by the recommendations and was understood all the same; empty where nothing was. */
  readonly notes: readonly HgvsNote[];
}

/** Beyond this a text is not a description that a person looks at. */
const longestDescription = 20_000;

/**
 * Reads the description of a variant, such as `NM_000059.4(BRCA2):c.7397T>C`, `c.88+1G>T`, `p.(Ser252Trp)`, `m.3243A>G` or
 * `NC_000001.11:g.94060760C>T`. Legacy spellings whose meaning is certain are read with a note; the others are refused with what to write instead.
 */
export function parseHgvs(given: string): Result<HgvsReading, HgvsProblem> {
  if (given.trim() === '') return refusal({ message: 'nothing is written, expected a description such as c.76A>C', position: 1 });
  if (given.length > longestDescription) return refusal({ message: `the text is longer than ${String(longestDescription)} characters, expected one description`, position: longestDescription + 1 });
  const { text, origins, changes } = tidyHgvs(given);
  const reader = createHgvsReader(text, origins);
  try {
    const expression = readExpression(reader);
    const spelling = changes.map(({ message, at }): HgvsNote => ({ kind: 'spelling', message, position: at + 1 }));
    return success({ expression, notes: [...spelling, ...reader.notes()] });
  } catch (mistake) {
    if (mistake instanceof HgvsMistake) return refusal(mistake.problem);
    throw mistake;
  }
}

function readExpression(reader: HgvsReader): HgvsExpression {
  const begin = reader.mark();
  const head = readHead(reader);
  const levelAt = reader.mark();
  const letter = reader.match(/[A-Za-z]/y);
  const known = [...nucleotideLevels, 'p' as const].find((level) => level === letter.toLowerCase());
  if (known === undefined || !reader.take('.')) {
    reader.goBack(levelAt);
    return reader.fail(missingLevelWords(reader.rest()), levelAt);
  }
  if (known !== letter) reader.note('spelling', `${letter}. is written ${known}.`, levelAt);
  refuseForeignReference(reader, head, known, begin);
  const expression: HgvsExpression =
    known === 'p'
      ? { kind: 'protein', ...head, alleles: readAlleles(reader, () => [readProteinChange(reader)], () => readProteinChain(reader)) }
      : { kind: 'nucleotide', ...head, level: known, alleles: readAlleles(reader, () => [readNucleotideChange(reader, known)], () => readChain(reader, () => readNucleotideChange(reader, known))) };
  if (!reader.isAtEnd()) reader.fail(`${reader.rest().slice(0, 12)} was not expected here, the description is complete before it`);
  return expression;
}

interface Head {
  readonly reference: string | null;
  readonly selector: string | null;
}

const accession = /^(?:(?:AC|NC|NG|NM|NP|NR|NT|NW|XM|XP|XR)_\d+(?:\.\d+)?|ENS(?:[A-Z]{3,4})?[GTP]\d{6,}(?:\.\d+)?|LRG_\d+(?:[tp]\d+)?|CCDS\d+(?:\.\d+)?|(?:chr)?(?:\d{1,2}|X|Y|M|MT)|[A-Z]{1,2}\d{5,8}\.\d+|[OPQ]\d[A-Z0-9]{3}\d)$/i;
const geneSymbol = /^[A-Za-z][A-Za-z0-9@_-]{0,24}$/;

/** What stands before the colon: accession, accession(selector), gene(accession) or gene alone. */
function readHead(reader: HgvsReader): Head {
  const colon = reader.rest().indexOf(':');
  // A colon further on belongs to a reference within the description.
  if (colon < 0 || /^[cgmnrp]\./i.test(reader.rest())) return { reference: null, selector: null };
  const begin = reader.mark();
  const before = reader.rest().slice(0, colon);
  reader.take(before);
  reader.take(':');
  const [, outer = '', inner] = /^([^()]*)(?:\(([^()]+)\))?$/.exec(before) ?? [];
  if (outer === '') return reader.fail(`${before === '' ? 'nothing' : before} stands before the colon, expected an accession such as NM_000059.4, with a gene in parentheses or without`, begin);
  if (accession.test(outer) && (inner === undefined || accession.test(inner) || geneSymbol.test(inner))) return { reference: normalAccession(reader, outer, begin), selector: inner ?? null };
  if (inner !== undefined && accession.test(inner) && geneSymbol.test(outer)) {
    reader.note('spelling', `${before} is written ${inner}(${outer})`, begin);
    return { reference: normalAccession(reader, inner, begin), selector: outer };
  }
  if (inner === undefined && geneSymbol.test(outer)) return { reference: null, selector: outer };
  return reader.fail(`${before} is neither an accession such as NM_000059.4 nor a gene`, begin);
}

function normalAccession(reader: HgvsReader, given: string, at: number): string {
  if (!/^[a-z]{2}_\d|^ens|^lrg/i.test(given) || given === given.toUpperCase() || /^LRG_\d+[tp]\d+$/.test(given)) return given;
  const written = given.toUpperCase().replace(/^(LRG_\d+)([TP])/, (_, locus: string, letter: string) => locus + letter.toLowerCase());
  reader.note('spelling', `${given} is written ${written}`, at);
  return written;
}

type Level = (typeof nucleotideLevels)[number] | 'p';

/** A transcript has no genomic positions, and a protein no bases: such a pair is a slip that names another variant. */
function refuseForeignReference(reader: HgvsReader, { reference, selector }: Head, level: Level, at: number): void {
  if (reference === null) return;
  const refuse = (what: string, expected: string): never => reader.fail(`${reference} is ${what}, which has no ${level}., expected ${expected}`, at);
  if (/^(NP|XP)_|^ENS[A-Z]*P\d|^LRG_\d+p/.test(reference) && level !== 'p') refuse('a protein', 'p.');
  if (/^(NM|XM)_|^ENS[A-Z]*T\d|^LRG_\d+t/.test(reference) && (level === 'g' || level === 'm')) refuse('a transcript', 'c., n., r. or p.');
  if (/^(NR|XR)_/.test(reference) && level !== 'n' && level !== 'r') refuse('a transcript that codes for no protein', 'n. or r.');
  const isGenomic = /^(NC|NG|NT|NW)_|^(chr)?(\d{1,2}|X|Y|M|MT)$/i.test(reference);
  if (isGenomic && selector === null && (level === 'c' || level === 'n' || level === 'r' || level === 'p')) refuse('genomic', `g. or m., or the transcript in parentheses, such as ${reference}(NM_000059.4)`);
}

function missingLevelWords(rest: string): string {
  if (/^IVS/i.test(rest)) return 'IVS counts introns, whose numbers depend on the transcript; expected the nearest base of the exon and the distance from it, such as c.88+1G>A';
  if (/^[cgmnrp](?=[\d(*-])/i.test(rest)) return `the point is missing, expected ${rest.charAt(0)}.`;
  if (/^(t|der|inv|del|ins|dup)\(/.test(rest)) return 'a karyotype is not read here, expected g. with positions, such as NC_000002.12:g.1000_2000del';
  if (/^([*-]?\d|\()/.test(rest)) return 'what the positions count on is missing, expected c., g., m., n., r. or p. before them';
  if (/^[A-Z][a-z]{2}\d|^[A-Z*]\d+[A-Z*]/.test(rest)) return 'p. is missing before the change of the protein, expected one such as p.Arg97Ter';
  return 'expected c., g., m., n., r. or p.';
}

/** `x`, `[a;b]`, `[a];[b]`, `a(;)b`. */
function readAlleles<Change>(reader: HgvsReader, readOne: () => readonly Change[], readChromosome: () => readonly Change[]): Alleles<Change> {
  const begin = reader.mark();
  if (!reader.take('[')) {
    const changes = [...readOne()];
    while (reader.take('(;)')) changes.push(...readOne());
    const [change] = changes;
    if (change === undefined) return reader.fail('expected a change', begin);
    return changes.length === 1 ? { kind: 'one', change } : { kind: 'unknown-phase', changes };
  }
  const chromosomes = [readBracketed(reader, readChromosome)];
  while (reader.take(';')) {
    reader.expect('[', 'expected [ with the variants of the other chromosome');
    chromosomes.push(readBracketed(reader, readChromosome));
  }
  if (chromosomes.length > 1) return { kind: 'trans', chromosomes };
  const [first = []] = chromosomes;
  const [only] = first;
  if (first.length > 1 || only === undefined) return { kind: 'cis', changes: first };
  if (reader.rest().startsWith('(;)')) return reader.fail('brackets before (;) are not read, expected a(;)b without brackets', begin);
  reader.note('spelling', 'one variant needs no brackets', begin);
  return { kind: 'one', change: only };
}

function readBracketed<Change>(reader: HgvsReader, readChromosome: () => readonly Change[]): readonly Change[] {
  const changes = readChromosome();
  if (reader.rest().startsWith(',')) reader.fail('several outcomes of one variant (,) are not read, expected ; between variants');
  reader.expect(']', 'expected ; and another variant, or ]');
  return changes;
}

function readChain<Change>(reader: HgvsReader, readOne: () => Change): readonly Change[] {
  const changes = [readOne()];
  while (reader.take(';')) changes.push(readOne());
  return changes;
}

/** `(a;b)` has one pair of parentheses for all of a chromosome; `(a);(b)` one for each. */
function readProteinChain(reader: HgvsReader): readonly ProteinChange[] {
  const begin = reader.mark();
  if (reader.take('(')) {
    const plain = readChain(reader, () => readPlainChange(reader));
    reader.expect(')', 'expected ; and another change, or )');
    const changes = plain.map((change): ProteinChange => ({ ...change, predicted: true }));
    if (plain.length > 1 || !reader.rest().startsWith(';')) return changes;
    reader.goBack(begin);
  }
  const changes = readChain(reader, () => readProteinChange(reader));
  if (changes.length > 1 && changes.every(({ predicted }) => predicted)) reader.note('spelling', 'changes on one chromosome share their parentheses', begin);
  return changes;
}
