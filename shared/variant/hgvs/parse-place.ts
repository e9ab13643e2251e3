import type { Endpoint, NucleotideLevel, NucleotidePlace, Offset, Point, RepeatCount } from '#shared/variant/hgvs/expression.ts';
import type { HgvsReader } from '#shared/variant/hgvs/reader.ts';

const digits = /\d+/y;
/** Longer than any chromosome, and exact as a number. */
const largestPosition = 4_000_000_000;

/** Reads `76`, `76_78`, `88+1`, `-14`, `*46`, `(4_7)_(10_?)`, `?_-1` and so on, and sees that the second lies after the first. */
export function readPlace(reader: HgvsReader, level: NucleotideLevel): NucleotidePlace {
  const begin = reader.mark();
  const from = readEndpoint(reader, level);
  if (!reader.take('_')) return { from, to: null };
  const second = reader.mark();
  const to = readEndpoint(reader, level);
  const order = comparePoints(latestOf(from), earliestOf(to));
  // A circular molecule has stretches across its origin.
  if (order !== null && order > 0 && level !== 'm') reader.fail('the second position lies before the first, expected the smaller one first', second);
  if (order === 0 && from.kind !== 'between' && to.kind !== 'between') {
    reader.note('legacy', 'the same position twice is written once', begin);
    return { from, to: null };
  }
  return { from, to };
}

/** Reads a count of repeats in square brackets: `[23]`, `[(20_30)]`, `[?]`. */
export function readRepeatCount(reader: HgvsReader): RepeatCount {
  reader.expect('[', 'expected the number of repeats in square brackets, such as [23]');
  const isRange = reader.take('(');
  const least = readCountOrUnknown(reader);
  const most = isRange && reader.take('_') ? readCountOrUnknown(reader) : least;
  if (isRange) reader.expect(')', 'expected ) after the range of counts');
  reader.expect(']', 'expected ] after the number of repeats');
  if (least !== null && most !== null && least > most) reader.fail('the range of counts runs backwards, expected the smaller number first');
  return { least, most };
}

function readCountOrUnknown(reader: HgvsReader): number | null {
  return reader.take('?') ? null : readNumber(reader, 'expected a number or ?');
}

/** Where `one` lies against `other`: negative before, 0 the same; null where that depends on what is not written. */
export function comparePoints(one: Point, other: Point): number | null {
  if (one.kind === 'end' || other.kind === 'end') return compareEnds(one, other);
  if (one.kind !== 'base' || other.kind !== 'base') return null;
  const anchors = ['before-start', 'numbered', 'after-stop'] as const;
  if (one.anchor !== other.anchor) return anchors.indexOf(one.anchor) - anchors.indexOf(other.anchor);
  if (one.base === null || other.base === null) return null;
  if (one.base !== other.base) return one.base - other.base;
  const offsets = [one.offset, other.offset].map((offset) => (offset === null ? 0 : offset.distance === null ? null : offset.direction === 'downstream' ? offset.distance : -offset.distance));
  const [first, second] = offsets;
  return first === null || first === undefined || second === null || second === undefined ? null : first - second;
}

/** All of a chromosome lies between pter and qter; on which side of the centromere a position is, is not written. */
function compareEnds(one: Point, other: Point): number | null {
  const placeOf = (point: Point): number | null => (point.kind === 'end' ? ['pter', 'cen', 'qter'].indexOf(point.name) - 1 : null);
  const [first, second] = [placeOf(one), placeOf(other)];
  if (first !== null && second !== null) return first - second;
  const place = first ?? -(second ?? 0);
  return place === 0 || one.kind === 'unknown' || other.kind === 'unknown' ? null : place;
}

/** True where the two are neighbours or it cannot be told without the transcript. */
export function mayBeNeighbours(one: Endpoint, other: Endpoint): boolean {
  if (one.kind !== 'base' || other.kind !== 'base') return true;
  const { base, offset } = one;
  if (base === null || other.base === null) return true;
  if (one.anchor !== other.anchor) return one.anchor === 'before-start' ? base === -1 && other.base === 1 : offset !== null || other.offset !== null || other.base === 1;
  const isSameBase = base === other.base;
  if (offset === null && other.offset === null) return other.base - base === 1;
  if (isSameBase) {
    const order = comparePoints(one, other);
    return order === null || order === -1;
  }
  // 88+… and 89-… may meet in the middle of an intron.
  return other.base - base === 1 && offset?.direction === 'downstream' && other.offset?.direction === 'upstream';
}

function readEndpoint(reader: HgvsReader, level: NucleotideLevel): Endpoint {
  if (!reader.take('(')) return readPoint(reader, level);
  const begin = reader.mark();
  const earliest = readPoint(reader, level);
  reader.expect('_', 'expected _ and a second position: a position in parentheses lies somewhere between two');
  const latest = readPoint(reader, level);
  reader.expect(')', 'expected ) after the second position');
  const order = comparePoints(earliest, latest);
  if (order !== null && order > 0 && level !== 'm') reader.fail('the second position lies before the first, expected the smaller one first', begin);
  return { kind: 'between', earliest, latest };
}

function readPoint(reader: HgvsReader, level: NucleotideLevel): Point {
  if (reader.take('?')) return { kind: 'unknown' };
  const begin = reader.mark();
  const name = (['pter', 'qter', 'cen'] as const).find((end) => reader.take(end));
  if (name !== undefined) return level === 'g' ? { kind: 'end', name } : reader.fail(`${name} is an end of a chromosome, expected a position in ${level}.`, begin);
  const sign = reader.take('-') ? 'before-start' : reader.take('*') ? 'after-stop' : 'numbered';
  if (sign !== 'numbered' && level !== 'c' && level !== 'r' && !(level === 'n' && sign === 'before-start')) reader.fail(`${level}. has no positions with ${sign === 'before-start' ? '-' : '*'}, expected a plain number; they belong to c.`, begin);
  if (sign !== 'numbered' && reader.take('?')) return { kind: 'base', anchor: sign, base: null, offset: null };
  const number = readNumber(reader, 'expected a position');
  const base = sign === 'before-start' ? -number : number;
  const offset = readOffset(reader, level);
  return { kind: 'base', anchor: sign, base, offset };
}

function readOffset(reader: HgvsReader, level: NucleotideLevel): Offset | null {
  const begin = reader.mark();
  const direction = reader.take('+') ? 'downstream' : reader.take('-') ? 'upstream' : null;
  if (direction === null) return null;
  if (level === 'g' || level === 'm') reader.fail(`${level}. counts every base and has no + or -, expected a plain number; to join two positions write _`, begin);
  if (reader.take('?')) return { direction, distance: null };
  return { direction, distance: readNumber(reader, 'expected how many bases into the intron') };
}

function readNumber(reader: HgvsReader, expected: string): number {
  const begin = reader.mark();
  const text = reader.match(digits);
  if (text === '') reader.fail(expected);
  if (text.startsWith('0')) reader.fail(text === '0' ? 'there is no position 0, expected 1 or more' : 'a number begins with 0, expected it without', begin);
  const value = Number(text);
  if (value > largestPosition) reader.fail('the number is larger than any molecule, expected a position', begin);
  return value;
}

const earliestOf = (endpoint: Endpoint): Point => (endpoint.kind === 'between' ? endpoint.earliest : endpoint);
const latestOf = (endpoint: Endpoint): Point => (endpoint.kind === 'between' ? endpoint.latest : endpoint);
