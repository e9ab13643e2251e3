import type { Inserted, NucleotideChange, NucleotideEdit, NucleotideLevel, NucleotidePlace, RepeatUnit } from '#shared/variant/hgvs/expression.ts';
import { comparePoints, mayBeNeighbours, readPlace, readRepeatCount } from '#shared/variant/hgvs/parse-place.ts';
import type { HgvsReader } from '#shared/variant/hgvs/reader.ts';
import { assertNever } from '#shared/base/assert-never.ts';

/** Bases of the IUPAC code, with which a sequence may be written; RNA in small letters. */
const dnaLetters = 'ACGTBDHKMNRSVWY';
const rnaLetters = dnaLetters.toLowerCase().replace('t', 'u');
const anyLetters = /[A-Za-z]+/y;
const digits = /\d+/y;

/** Reads one change of a nucleotide sequence, such as `76A>C`, `76_78del`, `88+1_88+2insT`, `=` or `(76A>C)`. */
export function readNucleotideChange(reader: HgvsReader, level: NucleotideLevel): NucleotideChange {
  const whole = readWhole(reader, level);
  if (whole !== null) return whole;
  const begin = reader.mark();
  if (reader.take('(')) {
    // Parentheses round a change, or round an uncertain position: which one shows at the end.
    const predicted = predictedChange(reader, level);
    if (predicted !== null) return predicted;
    reader.goBack(begin);
  }
  return readEditAtPlace(reader, level, false);
}

const uncertainPosition = /^(?:pter|qter|cen|[-*]?(?:\d+|\?)(?:[+-](?:\d+|\?))?)_(?:pter|qter|cen|[-*]?(?:\d+|\?)(?:[+-](?:\d+|\?))?)\)/;

function predictedChange(reader: HgvsReader, level: NucleotideLevel): NucleotideChange | null {
  if (uncertainPosition.test(reader.rest())) return null;
  const inner = readWhole(reader, level);
  const change = inner === null ? readEditAtPlace(reader, level, true) : { ...inner, predicted: true };
  reader.expect(')', 'expected ) after the change');
  return change;
}

function readWhole(reader: HgvsReader, level: NucleotideLevel): NucleotideChange | null {
  const words = [['=', 'unchanged'], ['?', 'unknown'], ['0', 'nothing'], ['spl', 'spliced']] as const;
  for (const [word, what] of words) {
    // r.spl? and r.0? of many databases: thought to be so, as parentheses say.
    const isDoubted = level === 'r' && (word === 'spl' || word === '0') && isWholeWord(reader.rest(), `${word}?`);
    if (!isDoubted && !isWholeWord(reader.rest(), word)) continue;
    if (what === 'spliced' && level !== 'r') reader.fail('spl is said of RNA, expected r.spl');
    if (isDoubted) reader.note('legacy', `${word}? is written (${word})`, reader.mark());
    reader.take(isDoubted ? `${word}?` : word);
    return { kind: 'whole', what, predicted: isDoubted };
  }
  return null;
}

const isWholeWord = (rest: string, word: string): boolean => rest.startsWith(word) && /^[\])(;]|^$/.test(rest.slice(word.length, word.length + 1));

function readEditAtPlace(reader: HgvsReader, level: NucleotideLevel, predicted: boolean): NucleotideChange {
  refuseLegacyPlace(reader);
  const placeAt = reader.mark();
  const place = readPlace(reader, level);
  const edit = readEdit(reader, level, place, placeAt);
  return { kind: 'edit', place, edit, predicted };
}

function refuseLegacyPlace(reader: HgvsReader): void {
  if (/^IVS/i.test(reader.rest())) reader.fail('IVS counts introns, whose numbers depend on the transcript; expected the nearest base of the exon and the distance from it, such as c.88+1G>A');
  if (/^ex(on)?\d/i.test(reader.rest())) reader.fail('exons have no positions here, expected bases such as c.(88+1_89-1)_(120+1_121-1)del');
  if (/^[ACGTacgtu]\d/.test(reader.rest())) reader.fail('the base stands before its position, expected it behind, such as c.76A>C');
}

function readEdit(reader: HgvsReader, level: NucleotideLevel, place: NucleotidePlace, placeAt: number): NucleotideEdit {
  const begin = reader.mark();
  if (reader.take('delins')) return deletionInsertion(reader, level);
  if (reader.take('del')) return readDeletion(reader, level, place);
  if (reader.take('dup')) return dropSequence(reader, level, place, { kind: 'duplication' }, 'dup');
  if (reader.take('inv')) {
    if (place.to === null && place.from.kind === 'base') reader.fail('one base cannot be inverted, expected two positions', placeAt);
    return dropSequence(reader, level, place, { kind: 'inversion' }, 'inv');
  }
  if (reader.take('ins')) return readInsertion(reader, level, place, begin);
  if (reader.take('con')) reader.fail('conversions are no longer described, expected delins with the other place, such as c.15_355delinsNM_004006.1:c.20_360', begin);
  if (reader.take('=')) return refuseMosaic(reader, { kind: 'unchanged' });
  if (reader.take('?')) return { kind: 'unknown' };
  if (reader.rest().startsWith('[')) return { kind: 'repeat', units: [{ bases: '', count: readRepeatCount(reader) }] };
  return readBasesEdit(reader, level, place, placeAt);
}

function refuseMosaic<Edit>(reader: HgvsReader, edit: Edit): Edit {
  if (reader.rest().startsWith('/')) reader.fail('=/ and =// (mosaic, chimeric) are not read, expected the variant alone; mosaicism is recorded beside it');
  return edit;
}

function deletionInsertion(reader: HgvsReader, level: NucleotideLevel): NucleotideEdit {
  return { kind: 'deletion-insertion', inserted: readInserted(reader, level, 'delins') };
}

function readDeletion(reader: HgvsReader, level: NucleotideLevel, place: NucleotidePlace): NucleotideEdit {
  const begin = reader.mark();
  const named = matchSequence(reader, level, /(?:(?!ins)[A-Za-z])+/y);
  if (reader.take('ins')) {
    if (named !== '') reader.note('sequence-dropped', `the deleted bases ${named} are left out: the positions say which they are`, begin);
    return deletionInsertion(reader, level);
  }
  if (named !== '') return dropped(reader, place, { kind: 'deletion' }, named, 'del', begin);
  return dropSequence(reader, level, place, { kind: 'deletion' }, 'del');
}

/** `delA`, `dup3`, `delTGAC`: what the positions say already. Leaves it out, and sees that it fits. */
function dropSequence<Edit>(reader: HgvsReader, level: NucleotideLevel, place: NucleotidePlace, edit: Edit, word: string): Edit {
  const begin = reader.mark();
  const named = matchSequence(reader, level, anyLetters);
  if (named !== '') return dropped(reader, place, edit, named, word, begin);
  const count = reader.match(digits);
  if (count === '') return edit;
  const length = lengthOf(place);
  if (place.to === null && Number(count) !== 1) reader.fail(`${word}${count} has one position, expected the first and the last of the ${count} bases`, begin);
  if (length !== null && length !== Number(count)) reader.fail(`${word}${count} does not fit its positions, which are ${String(length)} bases`, begin);
  reader.note('legacy', `the number of bases is left out: the positions say it`, begin);
  return edit;
}

function dropped<Edit>(reader: HgvsReader, place: NucleotidePlace, edit: Edit, named: string, word: string, begin: number): Edit {
  const length = lengthOf(place);
  if (length !== null && length !== named.length) reader.fail(`${word}${named} names ${String(named.length)} bases and its positions are ${String(length)}, expected as many`, begin);
  reader.note('sequence-dropped', `the bases ${named} are left out: the positions say which they are`, begin);
  return edit;
}

/** How many bases, where that is known without the transcript. */
function lengthOf({ from, to }: NucleotidePlace): number | null {
  if (from.kind !== 'base') return null;
  if (to === null) return 1;
  if (to.kind !== 'base' || from.anchor !== to.anchor || from.base === null || to.base === null) return null;
  if (from.base !== to.base && (from.offset?.direction === 'downstream' || to.offset?.direction === 'upstream')) return null;
  const order = comparePoints(from, to);
  if (order === null || (from.base !== to.base && (from.offset?.distance === null || to.offset?.distance === null))) return null;
  if (from.base === to.base) return 1 - order;
  return to.base - from.base + 1 + (from.offset?.distance ?? 0) + (to.offset?.distance ?? 0);
}

function readInsertion(reader: HgvsReader, level: NucleotideLevel, place: NucleotidePlace, begin: number): NucleotideEdit {
  if (place.to === null && place.from.kind === 'base') reader.fail('an insertion lies between two positions, expected both, such as c.76_77insA', begin);
  if (place.to !== null && !mayBeNeighbours(place.from, place.to)) reader.fail('an insertion lies between two neighbouring positions; where bases were replaced write delins', begin);
  return { kind: 'insertion', inserted: readInserted(reader, level, 'ins') };
}

function readInserted(reader: HgvsReader, level: NucleotideLevel, word: string): readonly Inserted[] {
  if (reader.isAtEnd()) reader.fail(`expected what was inserted after ${word}, such as ${word}A, ${word}N[12] or ${word}?`);
  if (!reader.take('[')) return [readInsertedPiece(reader, level)];
  const pieces = [readInsertedPiece(reader, level)];
  while (reader.take(';')) pieces.push(readInsertedPiece(reader, level));
  reader.expect(']', 'expected ; and another piece, or ]');
  return pieces;
}

const otherReference = /[A-Z]{2,4}_?\d+(?:\.\d+)?(?:t\d+)?:[cgmnr]\./y;

function readInsertedPiece(reader: HgvsReader, level: NucleotideLevel): Inserted {
  if (reader.take('?')) return { kind: 'unknown' };
  const reference = reader.match(otherReference);
  if (reference !== '') {
    const other = (['c', 'g', 'm', 'n', 'r'] as const).find((letter) => reference.at(-2) === letter) ?? level;
    return copied(reader, other, reference.slice(0, -3));
  }
  const begin = reader.mark();
  const bases = matchSequence(reader, level, anyLetters);
  if (bases !== '') return reader.rest().startsWith('[') ? { kind: 'repeated', bases, count: readRepeatCount(reader) } : { kind: 'bases', bases };
  if (/^\d+(?![\d_+-])/.test(reader.rest())) return countOnly(reader, level, begin);
  return copied(reader, level, null);
}

/** `ins12`: so many bases that are not known, now written `insN[12]`. */
function countOnly(reader: HgvsReader, level: NucleotideLevel, begin: number): Inserted {
  const count = Number(reader.match(digits));
  if (count < 1 || count > 100_000_000) reader.fail('expected how many bases', begin);
  const bases = level === 'r' ? 'n' : 'N';
  reader.note('legacy', `a number of unknown bases is written ${bases}[${String(count)}]`, begin);
  return { kind: 'repeated', bases, count: { least: count, most: count } };
}

function copied(reader: HgvsReader, level: NucleotideLevel, reference: string | null): Inserted {
  const place = readPlace(reader, level);
  return { kind: 'copied', reference, level: reference === null ? null : level, place, isInverted: reader.take('inv') };
}

/** What begins with bases: `A>C`, `CAG[23]`, `AC>GT`, `A=`. */
function readBasesEdit(reader: HgvsReader, level: NucleotideLevel, place: NucleotidePlace, placeAt: number): NucleotideEdit {
  const begin = reader.mark();
  refuseWhatIsNoEdit(reader);
  const bases = matchSequence(reader, level, anyLetters);
  if (bases === '') reader.fail(reader.isAtEnd() ? 'the change is missing, expected one such as A>C, del, dup, insA, delinsA, inv, CAG[23] or =' : 'not a change, expected one such as A>C, del, dup, insA, delinsA, inv, CAG[23] or =');
  if (reader.rest().startsWith('[')) return { kind: 'repeat', units: readRepeatUnits(reader, level, bases) };
  if (reader.take('=')) {
    reader.note('sequence-dropped', `the bases ${bases} are left out: the positions say which they are`, begin);
    return refuseMosaic(reader, { kind: 'unchanged' });
  }
  if (!reader.take('>') && !(reader.rest().startsWith('/') && /^\/[A-Za-z]/.test(reader.rest()) && reader.take('/'))) reader.fail(`expected > and the new base after ${bases}`);
  const alternateAt = reader.mark();
  const alternate = matchSequence(reader, level, anyLetters);
  if (alternate === '') reader.fail('expected the new base after >');
  if (bases.toUpperCase() === alternate.toUpperCase()) reader.fail(`the new base is the old one, expected another; unchanged is written =`, alternateAt);
  if (bases.length === 1 && alternate.length === 1 && place.to === null) return { kind: 'substitution', reference: bases, alternate };
  return severalBases(reader, place, { bases, alternate, begin, placeAt });
}

function refuseWhatIsNoEdit(reader: HgvsReader): void {
  if (reader.rest().startsWith('::')) reader.fail('a fusion (::) joins two molecules and is not read as one variant, expected the words of the report');
  if (/^sup\b/.test(reader.rest())) reader.fail('sup (a further copy of a chromosome) is not read, expected dup or the words of the report');
}

/** `76_77AC>GT`: a substitution changes one base, so that this is a deletion and insertion. */
function severalBases(reader: HgvsReader, place: NucleotidePlace, { bases, alternate, begin, placeAt }: { readonly bases: string; readonly alternate: string; readonly begin: number; readonly placeAt: number }): NucleotideEdit {
  if (place.to === null && bases.length > 1) reader.fail(`${String(bases.length)} bases have one position, expected the first and the last, such as c.76_77delinsGT`, placeAt);
  const length = lengthOf(place);
  if (length !== null && length !== bases.length) reader.fail(`${bases} is ${String(bases.length)} bases and the positions are ${String(length)}, expected as many`, begin);
  reader.note('legacy', `${bases}>${alternate} is written delins${alternate}: a substitution changes one base to one other`, begin);
  return { kind: 'deletion-insertion', inserted: [{ kind: 'bases', bases: alternate }] };
}

function readRepeatUnits(reader: HgvsReader, level: NucleotideLevel, first: string): readonly RepeatUnit[] {
  const units: RepeatUnit[] = [{ bases: first, count: readRepeatCount(reader) }];
  for (let bases = matchSequence(reader, level, anyLetters); bases !== ''; bases = matchSequence(reader, level, anyLetters)) units.push({ bases, count: readRepeatCount(reader) });
  return units;
}

/** Takes bases, in the letters of the level; other case is put right, other letters are refused with their place. */
function matchSequence(reader: HgvsReader, level: NucleotideLevel, pattern: RegExp): string {
  const begin = reader.mark();
  const rest = reader.rest();
  if (/^(ins|del|dup|inv|con|spl)/.test(rest)) return '';
  const found = reader.match(pattern);
  if (found === '') return '';
  const isRna = level === 'r';
  const written = isRna ? found.toLowerCase() : found.toUpperCase();
  const wrong = [...written].findIndex((letter) => !(isRna ? rnaLetters : dnaLetters).includes(letter));
  if (wrong >= 0) reader.fail(wrongLetterWords(found.charAt(wrong), level), begin + wrong);
  if (written !== found) reader.note('spelling', `bases of ${level}. are written in ${isRna ? 'small letters' : 'capitals'}`, begin);
  return written;
}

function wrongLetterWords(letter: string, level: NucleotideLevel): string {
  switch (level) {
    case 'r':
      return `${letter} is not a base of RNA, expected a, c, g or u`;
    case 'c':
    case 'g':
    case 'm':
    case 'n':
      return `${letter} is not a base of DNA, expected A, C, G or T`;
    default:
      return assertNever(level);
  }
}
