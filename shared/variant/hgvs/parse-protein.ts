import { aminoAcidNamed, aminoAcidOfLetter, type AminoAcid } from '#shared/variant/hgvs/amino-acids.ts';
import type { InsertedResidues, ProteinChange, ProteinEdit, ProteinPlace, RepeatCount, Residue, StopAt } from '#shared/variant/hgvs/expression.ts';
import { readRepeatCount } from '#shared/variant/hgvs/parse-place.ts';
import type { HgvsReader } from '#shared/variant/hgvs/reader.ts';

const threeLetters = /[A-Za-z]{3}/y;
const oneLetter = /[A-Z*]/y;
const digits = /\d+/y;

/** Reads one change of a protein, such as `Trp24Cys`, `(Arg97ProfsTer23)`, `W24C`, `Lys23_Val25del`, `=`, `?` or `0`. */
export function readProteinChange(reader: HgvsReader): ProteinChange {
  if (!reader.take('(')) return readPlainChange(reader);
  const isRepeatBehind = /^[A-Za-z*]+\d+(?:_[A-Za-z*]+\d+)?\)\[/.test(reader.rest());
  if (isRepeatBehind) return readRepeatBehind(reader);
  const change = readPlainChange(reader);
  if (reader.rest().startsWith('^')) reader.fail('several possible outcomes (^) are not read, expected one');
  reader.expect(')', 'expected ) after the change');
  return { ...change, predicted: true };
}

/** `(Gln18)[(70_80)]`: parentheses round the place alone say as much as round the change. */
function readRepeatBehind(reader: HgvsReader): ProteinChange {
  const begin = reader.mark();
  const { place } = readPlace(reader);
  reader.expect(')', 'expected ) after the place');
  reader.note('spelling', 'the parentheses stand round the whole change', begin);
  return { kind: 'edit', place, edit: { kind: 'repeat', count: readRepeatCount(reader) }, predicted: true };
}

export function readPlainChange(reader: HgvsReader): ProteinChange {
  const whole = (what: (ProteinChange & { kind: 'whole' })['what']): ProteinChange => ({ kind: 'whole', what, predicted: false });
  if (reader.take('0?')) return whole('probably-nothing');
  if (reader.take('0')) return whole('nothing');
  if (reader.take('?')) return whole('unknown');
  if (reader.take('=')) return whole('unchanged');
  const { place, secondAt } = readPlace(reader);
  return { kind: 'edit', place, edit: readEdit(reader, place, secondAt), predicted: false };
}

/** One residue, or the first and the last; `secondAt` is where the first ends. */
function readPlace(reader: HgvsReader): { readonly place: ProteinPlace; readonly secondAt: number } {
  const from = readResidue(reader);
  const secondAt = reader.mark();
  const to = reader.take('_') ? readResidue(reader) : null;
  if (to !== null && to.position <= from.position) reader.fail('the second position does not lie behind the first, expected the smaller one first', secondAt + 1);
  return { place: { from, to }, secondAt };
}

function readResidue(reader: HgvsReader): Residue {
  const aminoAcid = readAminoAcid(reader, 'expected an amino acid such as Arg or R');
  const begin = reader.mark();
  const text = reader.match(digits);
  if (text === '') reader.fail('expected the position behind the amino acid, such as Arg97');
  if (text.startsWith('0')) reader.fail('positions of a protein begin with 1, expected a number without a 0 before it', begin);
  if (text.length > 6) reader.fail('the number is larger than any protein, expected a position', begin);
  return { aminoAcid, position: Number(text) };
}

/** A three-letter or one-letter amino acid. `X` is an old stop, and is read as one with a note. */
function readAminoAcid(reader: HgvsReader, expected: string): AminoAcid {
  const found = takeAminoAcid(reader);
  if (found !== null) return found;
  const letters = /^[A-Za-z]{1,3}/.exec(reader.rest())?.[0] ?? '';
  return reader.fail(letters === '' ? expected : `${letters} is not an amino acid, ${expected}`);
}

function takeAminoAcid(reader: HgvsReader): AminoAcid | null {
  const begin = reader.mark();
  const three = reader.match(threeLetters);
  const named = three === '' ? null : aminoAcidNamed(three);
  if (named !== null && !isOneLetterWord(three)) {
    if (three !== named) reader.note('spelling', `${three} is written ${named}`, begin);
    return named;
  }
  reader.goBack(begin);
  // Foo is a wrong word of three letters, not F and something behind it.
  if (/^[A-Z][a-z]{2}/.test(three) && !/^.(?:fs|ext|del|dup|ins)/.test(reader.rest())) return null;
  const letter = reader.match(oneLetter);
  if (letter === '') return null;
  if (letter === 'X') {
    reader.note('legacy', 'X for a stop is written Ter', begin);
    return 'Ter';
  }
  const single = aminoAcidOfLetter(letter);
  if (single === null) {
    reader.goBack(begin);
    return null;
  }
  reader.note('spelling', `${letter} is written ${single}`, begin);
  return single;
}

/** `ALA` in capitals may be three residues, which only happens in a list: there three letters win, as `MET` does at a position. */
const isOneLetterWord = (letters: string): boolean => letters === 'DEL' || letters === 'INS';

function readEdit(reader: HgvsReader, place: ProteinPlace, at: number): ProteinEdit {
  if (reader.take('=')) return reader.rest().startsWith('/') ? reader.fail('=/ (mosaic) is not read, expected the variant alone; mosaicism is recorded beside it') : { kind: 'unchanged' };
  if (reader.take('?')) return { kind: 'unknown' };
  if (reader.take('delins')) return { kind: 'deletion-insertion', inserted: readInserted(reader) };
  if (reader.take('del')) return { kind: 'deletion' };
  if (reader.take('dup')) return { kind: 'duplication' };
  if (reader.take('ins')) return readInsertion(reader, place, at);
  if (reader.rest().startsWith('[')) return { kind: 'repeat', count: readRepeatCount(reader) };
  if (reader.take('fs')) return { kind: 'frameshift', alternate: null, stopAt: readFrameshiftStop(reader) };
  if (reader.take('ext')) return readExtension(reader, place, null);
  if (reader.isAtEnd() || /^[);\]]/.test(reader.rest())) reader.fail('the change is missing, expected one such as Cys, Ter, del, dup, fs, = or ?');
  const alternateAt = reader.mark();
  const alternate = readAminoAcid(reader, 'expected an amino acid, Ter, del, dup, ins, delins, fs, ext, = or ?');
  if (reader.take('fs')) return { kind: 'frameshift', alternate, stopAt: readFrameshiftStop(reader) };
  if (reader.take('ext')) return readExtension(reader, place, alternate);
  if (place.to !== null) reader.fail('several amino acids cannot be substituted, expected delins', alternateAt);
  if (alternate !== place.from.aminoAcid) return { kind: 'substitution', alternate };
  reader.note('legacy', 'an amino acid that stays is written =', alternateAt);
  return { kind: 'unchanged' };
}

function readInsertion(reader: HgvsReader, { from, to }: ProteinPlace, at: number): ProteinEdit {
  if (to?.position !== from.position + 1) reader.fail('an insertion lies between two neighbouring amino acids, expected both, such as Lys2_Gly3insGln', at);
  return { kind: 'insertion', inserted: readInserted(reader) };
}

function readInserted(reader: HgvsReader): InsertedResidues {
  const begin = reader.mark();
  if (/^(Xaa|X)\[/.test(reader.rest())) {
    if (!reader.take('Xaa')) reader.take('X');
    return { kind: 'count', count: readRepeatCount(reader) };
  }
  const number = reader.match(digits);
  if (number !== '') return { kind: 'count', count: bareCount(reader, number, begin) };
  const residues: AminoAcid[] = [];
  for (let next = takeAminoAcid(reader); next !== null; next = takeAminoAcid(reader)) residues.push(next);
  if (residues.length === 0) reader.fail('expected the inserted amino acids, such as GlnSerLys');
  return { kind: 'residues', residues };
}

function bareCount(reader: HgvsReader, number: string, begin: number): RepeatCount {
  const count = Number(number);
  if (count < 1 || count > 100_000) reader.fail('expected how many amino acids', begin);
  reader.note('legacy', `a number of unknown amino acids is written Xaa[${number}]`, begin);
  return { least: count, most: count };
}

/** `Ter23`, `*23`, `X23`, `Ter?`, or nothing for the short form. */
function readFrameshiftStop(reader: HgvsReader): StopAt | null {
  const begin = reader.mark();
  if (!takeStop(reader)) return null;
  if (reader.take('?')) return { distance: null };
  const text = reader.match(digits);
  if (text === '') reader.fail('expected how far away the new stop is, such as Ter23, or Ter?');
  if (text.length > 6 || Number(text) < 1) reader.fail('expected the place of the new stop, counted from the first changed amino acid', begin);
  return { distance: Number(text) };
}

function takeStop(reader: HgvsReader): boolean {
  const begin = reader.mark();
  if (reader.take('Ter')) return true;
  const sign = ['*', 'X', 'ter', 'TER'].find((word) => reader.take(word));
  if (sign !== undefined) reader.note(sign === 'X' ? 'legacy' : 'spelling', `${sign} is written Ter`, begin);
  return sign !== undefined;
}

function readExtension(reader: HgvsReader, { from, to }: ProteinPlace, alternate: AminoAcid | null): ProteinEdit {
  const begin = reader.mark();
  if (to !== null) reader.fail('an extension begins at one amino acid, expected Met1 or the stop', begin);
  if (reader.take('-')) {
    if (from.position !== 1) reader.fail('an extension before the start begins at Met1', begin);
    const text = reader.match(digits);
    if (text === '' || text.length > 6 || Number(text) < 1) reader.fail('expected where the new start is, such as Met1ext-5');
    return { kind: 'extension-before-start', alternate, newStart: Number(text) };
  }
  const spelledOut = from.aminoAcid === 'Ter' && alternate !== null ? readSpelledExtension(reader) : null;
  if (spelledOut !== null) return { kind: 'extension-after-stop', alternate, stopAt: spelledOut };
  if (from.aminoAcid !== 'Ter') reader.fail('an extension behind the end begins at the stop, such as Ter110GlnextTer17', begin);
  const stopAt = readFrameshiftStop(reader);
  return stopAt === null ? reader.fail('expected the new stop, such as extTer17 or extTer?') : { kind: 'extension-after-stop', alternate, stopAt };
}

/** `extAsnLysGlyThrTer`: the new residues one by one, of which the last is the stop. */
function readSpelledExtension(reader: HgvsReader): StopAt | null {
  const begin = reader.mark();
  const residues = /^((?:[A-Z][a-z]{2})+?)Ter(?![\d?])/.exec(reader.rest())?.[1] ?? '';
  if (residues === '') return null;
  let distance = 1;
  for (; reader.mark() < begin + residues.length; distance += 1) readAminoAcid(reader, 'expected an amino acid, or Ter');
  reader.take('Ter');
  reader.note('spelling', `new residues are counted, as extTer${String(distance)}`, begin);
  return { distance };
}
