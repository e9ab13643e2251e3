import { backslash, closingBrace, closingBracket, colon, comma, openingBrace, openingBracket, quote } from '#shared/base/json-characters.ts';

/** Where a value stands in the text: `start` is its first character, `end` the one after its last. */
export interface JsonSpan {
  readonly start: number;
  readonly end: number;
}

export type JsonScan =
  | { readonly kind: 'valid'; readonly spans: ReadonlyMap<string, JsonSpan> }
  | { readonly kind: 'invalid'; readonly offset: number; readonly isTruncated: boolean; readonly expected: string };

export interface TextPlace {
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units. */
  readonly column: number;
}

/**
 * Reads a JSON text strictly (RFC 8259) for places, not for values: the span of each wanted JSON pointer, or where the text breaks
 * the grammar. Takes what a hostile file could hold: it keeps its own stack, so no depth of nesting can overflow, looks at each
 * character once, and its words never quote the text. Of a field given twice the last one counts, as in `JSON.parse`.
 */
export function scanJson(text: string, wanted: Iterable<string> = []): JsonScan {
  const scanner: Scanner = { text, open: [], spans: new Map<string, JsonSpan>(), at: skipBlank(text, 0), node: pointerTree(wanted), state: 'value' };
  for (;;) {
    const found = readers[scanner.state](scanner, scanner.open.at(-1));
    if (found !== null) return found;
  }
}

/** The span of a pointer or, where the document has no such place, of the nearest one around it that was asked for. */
export function spanOf(spans: ReadonlyMap<string, JsonSpan>, pointer: string): JsonSpan | null {
  for (let place = pointer; ; place = place.slice(0, place.lastIndexOf('/'))) {
    const span = spans.get(place);
    if (span !== undefined) return span;
    if (place === '') return null;
  }
}

/** The offsets at which the lines of a text begin, for `placeAt`. */
export function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let found = text.indexOf('\n'); found >= 0; found = text.indexOf('\n', found + 1)) starts.push(found + 1);
  return starts;
}

export function placeAt(lineStarts: readonly number[], offset: number): TextPlace {
  let low = 0;
  let high = lineStarts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((lineStarts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (lineStarts[low] ?? 0) + 1 };
}

type State = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'after';
interface Frame {
  readonly isArray: boolean;
  readonly start: number;
  readonly node: PointerNode | null;
  index: number;
}
interface Scanner {
  readonly text: string;
  /** The objects and arrays that are still open, the innermost last. */
  readonly open: Frame[];
  readonly spans: Map<string, JsonSpan>;
  at: number;
  /** Where in the tree of wanted pointers the next value stands; null where nothing is wanted of it. */
  node: PointerNode | null;
  state: State;
}
interface PointerNode {
  readonly pointer: string;
  readonly children: Map<string, PointerNode>;
}

/** What is read in each state, within the innermost open object or array; null goes on, anything else is the end. */
const readers: Readonly<Record<State, (scanner: Scanner, frame: Frame | undefined) => JsonScan | null>> = {
  value: readValue,
  'value-or-end': readValue,
  name: readName,
  'name-or-end': readName,
  after: readAfter,
};

function readValue(scanner: Scanner, frame: Frame | undefined): JsonScan | null {
  const { text, at, node } = scanner;
  const code = text.charCodeAt(at);
  if (scanner.state === 'value-or-end' && code === closingBracket && frame !== undefined) return endFrame(scanner, frame);
  if (code === openingBrace || code === openingBracket) {
    const isArray = code === openingBracket;
    scanner.open.push({ isArray, start: at, node, index: 0 });
    scanner.at = skipBlank(text, at + 1);
    scanner.state = isArray ? 'value-or-end' : 'name-or-end';
    if (isArray) scanner.node = childOf(node, '0');
    return null;
  }
  const end = scalarEnd(text, at);
  if (end < 0) return invalid(text, -end - 1, 'a JSON value');
  if (node !== null) scanner.spans.set(node.pointer, { start: at, end });
  scanner.at = end;
  scanner.state = 'after';
  return null;
}

function readName(scanner: Scanner, frame: Frame | undefined): JsonScan | null {
  const { text, at } = scanner;
  const code = text.charCodeAt(at);
  if (frame === undefined) return invalid(text, at, 'a JSON value');
  if (scanner.state === 'name-or-end' && code === closingBrace) return endFrame(scanner, frame);
  if (code !== quote) return invalid(text, at, 'a field name in double quotes');
  const end = stringEnd(text, at);
  if (end < 0) return invalid(text, -end - 1, 'the closing double quote of a text');
  const isWanted = frame.node !== null && frame.node.children.size > 0;
  scanner.node = isWanted ? childOf(frame.node, String(JSON.parse(text.slice(at, end)))) : null;
  const colonAt = skipBlank(text, end);
  if (text.charCodeAt(colonAt) !== colon) return invalid(text, colonAt, 'a colon after the field name');
  scanner.at = skipBlank(text, colonAt + 1);
  scanner.state = 'value';
  return null;
}

function readAfter(scanner: Scanner, frame: Frame | undefined): JsonScan | null {
  const { text } = scanner;
  scanner.at = skipBlank(text, scanner.at);
  if (frame === undefined) return scanner.at >= text.length ? { kind: 'valid', spans: scanner.spans } : invalid(text, scanner.at, 'nothing after the end of the document');
  const code = text.charCodeAt(scanner.at);
  if (code === (frame.isArray ? closingBracket : closingBrace)) return endFrame(scanner, frame);
  if (code !== comma) return invalid(text, scanner.at, frame.isArray ? 'a comma or a closing square bracket' : 'a comma or a closing brace');
  scanner.at = skipBlank(text, scanner.at + 1);
  frame.index += 1;
  scanner.node = frame.isArray ? childOf(frame.node, String(frame.index)) : null;
  scanner.state = frame.isArray ? 'value' : 'name';
  return null;
}

function endFrame(scanner: Scanner, frame: Frame): null {
  scanner.open.pop();
  scanner.at += 1;
  scanner.state = 'after';
  if (frame.node !== null) scanner.spans.set(frame.node.pointer, { start: frame.start, end: scanner.at });
  return null;
}

const invalid = (text: string, offset: number, expected: string): JsonScan => ({ kind: 'invalid', offset: Math.min(offset, text.length), isTruncated: offset >= text.length, expected });

function pointerTree(wanted: Iterable<string>): PointerNode {
  const root: PointerNode = { pointer: '', children: new Map() };
  for (const pointer of wanted) {
    let node = root;
    for (const part of pointer.split('/').slice(1)) {
      const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
      let child = node.children.get(name);
      if (child === undefined) {
        child = { pointer: `${node.pointer}/${part}`, children: new Map() };
        node.children.set(name, child);
      }
      node = child;
    }
  }
  return root;
}

const childOf = (node: PointerNode | null, name: string): PointerNode | null => node?.children.get(name) ?? null;

function skipBlank(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at += 1;
  }
}

/** End of a text, number or word; −1 − offset of the fault where it is none. */
function scalarEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === quote) return stringEnd(text, at);
  for (const word of ['true', 'false', 'null']) {
    if (text.startsWith(word, at)) return at + word.length;
    if (at < text.length && word.startsWith(text.slice(at, at + word.length))) return -text.length - 1;
  }
  numberPattern.lastIndex = at;
  const number = numberPattern.exec(text);
  if (number === null) return text.charCodeAt(at) === 0x2d && at + 1 === text.length ? -text.length - 1 : -at - 1;
  return at + number[0].length;
}

const numberPattern = /-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y;

function stringEnd(text: string, start: number): number {
  let at = start + 1;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === backslash) {
      const next = text.charCodeAt(at + 1);
      if (next === 0x75) {
        for (let digit = at + 2; digit < at + 6; digit += 1) if (!isHexDigit(text.charCodeAt(digit))) return -digit - 1;
        at += 6;
      } else if (isEscapable(next)) at += 2;
      else return -(at + 1) - 1;
    } else if (code >= 0x20) at += 1;
    else return -at - 1;
  }
}

const isHexDigit = (code: number): boolean => (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
/** One of " \ / b f n r t after a backslash. */
const isEscapable = (code: number): boolean => [quote, backslash, 0x2f, 0x62, 0x66, 0x6e, 0x72, 0x74].includes(code);
