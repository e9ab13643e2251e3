import type { Problem } from '#shared/base/problem.ts';
import { isObject, ownField } from '#shared/interchange/phenopacket/check-message.ts';
import { deepestNesting, mostValues, sizeOfJson } from '#shared/base/json-size.ts';
import { lineStartsOf, placeAt, scanJson } from '#shared/base/json-scan.ts';
import { createPacketSession, type PacketSession, type PlacedPacket } from '#shared/interchange/phenopacket/packet-session.ts';
import type { PhenopacketReading, ReadPhenopacket, TermVocabulary } from '#shared/interchange/phenopacket/read-phenopacket.ts';

export type { PhenopacketReading };

export interface ReadOptions {
  readonly fileName: string;
  /** Checks and migrates terms; without it ids are taken as given. */
  readonly vocabulary?: TermVocabulary | null | undefined;
}

/** Reads a file piece by piece, so that a large one need not be held whole. */
export interface PhenopacketReader {
  /** One line of a JSON Lines file. */
  readonly readLine: (line: string, lineNumber: number) => PhenopacketReading;
  /** A whole JSON document: a packet, an array of packets, a family or a cohort. */
  readonly readDocument: (text: string) => PhenopacketReading;
}

/**
 * Reads GA4GH Phenopackets of version 1 and 2. Never throws, whatever the text holds: what is wrong becomes a problem with its
 * place, and good packets beside bad ones are read. Problems name fields and term ids and never repeat what the packet says.
 */
export function readPhenopackets(input: ReadOptions & ({ readonly text: string } | { readonly lines: Iterable<string> })): PhenopacketReading {
  const reader = createPhenopacketReader(input);
  if ('text' in input) return looksLikeLines(input.text) ? readLines(reader, linesOf(input.text)) : reader.readDocument(input.text);
  return readLines(reader, input.lines);
}

export function createPhenopacketReader(options: ReadOptions): PhenopacketReader {
  const session = createPacketSession(options.fileName, options.vocabulary ?? null);
  return {
    readLine: (line, lineNumber) => (line.trim() === '' ? emptyReading : readOne(session, withoutMark(line.endsWith('\r') ? line.slice(0, -1) : line), lineNumber)),
    readDocument: (text) => readOne(session, withoutMark(text), 1),
  };
}

/**
 * Tells JSON Lines from one JSON document, by the first two lines with content (or all there is): where the first is JSON by itself,
 * more can only be another line. Where it is damaged, the second is a line of its own if it is a whole packet and the first does
 * not open a list for it.
 */
export function looksLikeLines(beginning: string): boolean {
  const text = withoutMark(beginning);
  const first = nextLine(text, 0);
  const second = first === null ? null : nextLine(text, first.end);
  if (first === null || second === null || !second.text.startsWith('{')) return false;
  if (parsed(first.text) !== null) return true;
  if (/[[,:{]$/.test(first.text)) return false;
  const packet = parsed(second.text);
  return isObject(packet) && ['phenotypicFeatures', 'subject', 'metaData', 'proband'].some((field) => ownField(packet, field) !== null);
}

const emptyReading: PhenopacketReading = { packets: [], problems: [], refusedCount: 0 };

function readLines(reader: PhenopacketReader, lines: Iterable<string>): PhenopacketReading {
  const packets: ReadPhenopacket[] = [];
  const problems: Problem[] = [];
  let refusedCount = 0;
  let lineNumber = 0;
  for (const line of lines) {
    lineNumber += 1;
    const reading = reader.readLine(line, lineNumber);
    for (const packet of reading.packets) packets.push(packet);
    for (const problem of reading.problems) problems.push(problem);
    refusedCount += reading.refusedCount;
  }
  return { packets, problems, refusedCount };
}

function* linesOf(text: string): Generator<string> {
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
    yield text.slice(start, end);
    start = end + 1;
  }
  if (start < text.length) yield text.slice(start);
}

/** `firstLine` is the number of the line at which the text begins. */
function readOne(session: PacketSession, text: string, firstLine: number): PhenopacketReading {
  if (text.trim() === '') return refused(session.fileName, { rule: 'empty', message: 'the file is empty, expected a phenopacket', line: firstLine });
  const size = sizeOfJson(text);
  if (size !== 'fine') return refused(session.fileName, { rule: size, message: sizeMessages[size], line: firstLine });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return notJson(session.fileName, text, firstLine);
  }
  return session.read(text, firstLine, packetsOf(session, value));
}

/** The packets of a document with their pointers; findings about what is around them go to the session. */
function packetsOf(session: PacketSession, value: unknown): PlacedPacket[] {
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => packetsAt(session, item, `/${index}`));
  return packetsAt(session, value, '');
}

function packetsAt(session: PacketSession, value: unknown, pointer: string): PlacedPacket[] {
  if (!isObject(value)) return [{ value, pointer, family: null }];
  const proband = ownField(value, 'proband');
  if (proband !== null) {
    session.checkAround('Family', value, pointer);
    return [{ value: proband.value, pointer: `${pointer}/${proband.key}`, family: { value, pointer } }];
  }
  const members = ownField(value, 'members');
  if (members === null) return [{ value, pointer, family: null }];
  session.checkAround('Cohort', value, pointer);
  return Array.isArray(members.value) ? members.value.map((member: unknown, index) => ({ value: member, pointer: `${pointer}/${members.key}/${index}`, family: null })) : [];
}

function notJson(fileName: string, text: string, firstLine: number): PhenopacketReading {
  const scan = scanJson(text);
  if (scan.kind === 'valid') throw new Error('the scanner takes a text for JSON that JSON.parse refuses');
  const place = placeAt(lineStartsOf(text), scan.offset);
  const line = firstLine + place.line - 1;
  return refused(
    fileName,
    scan.isTruncated
      ? { rule: 'truncated', message: `the JSON ends too early, expected ${scan.expected}`, line, column: place.column }
      : { rule: 'not-json', message: `this is not JSON, expected ${scan.expected}`, line, column: place.column },
  );
}

const sizeMessages = {
  'too-deep': `the JSON is nested deeper than ${deepestNesting} levels, expected a phenopacket`,
  'too-large': `the JSON holds more than ${mostValues} values, expected JSON Lines or smaller files`,
} as const;

function refused(fileName: string, problem: Pick<Problem, 'rule' | 'message' | 'line' | 'column'>): PhenopacketReading {
  return { packets: [], problems: [{ severity: 'error', file: fileName, ...problem }], refusedCount: 1 };
}

function parsed(text: string): unknown {
  if (sizeOfJson(text) !== 'fine') return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** A byte order mark, which some programs write first. */
const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

function nextLine(text: string, from: number): { readonly text: string; readonly end: number } | null {
  for (let start = from; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found + 1;
    const line = text.slice(start, end).trim();
    if (line !== '') return { text: line, end };
    start = end;
  }
  return null;
}
