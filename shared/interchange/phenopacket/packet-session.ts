import type { Problem } from '#shared/base/problem.ts';
import { checkFeatures } from '#shared/interchange/phenopacket/check-features.ts';
import { checkMessage, isDamaged, isObject, messageOf, ownField, textOf, textsOf, type Finding, type Message, type Report } from '#shared/interchange/phenopacket/check-message.ts';
import { asReference } from '#shared/base/cut-text.ts';
import { createFindings, type Findings } from '#shared/interchange/phenopacket/findings.ts';
import { lineStartsOf, placeAt, scanJson, spanOf, type JsonSpan } from '#shared/base/json-scan.ts';
import { messagesOfVersion1 } from '#shared/interchange/phenopacket/message-shapes-v1.ts';
import { messagesOfVersion2 } from '#shared/interchange/phenopacket/message-shapes-v2.ts';
import { readDiseases, readGenes, readUncodedConditions } from '#shared/interchange/phenopacket/read-diseases.ts';
import { readFamily, type PlacedFamily } from '#shared/interchange/phenopacket/read-family.ts';
import { readFeatures } from '#shared/interchange/phenopacket/read-features.ts';
import type { PhenopacketReading, ReadPhenopacket, TermVocabulary } from '#shared/interchange/phenopacket/read-phenopacket.ts';
import { readReferences } from '#shared/interchange/phenopacket/read-references.ts';
import { readSubject } from '#shared/interchange/phenopacket/read-subject.ts';
import { readMeasurements, readTreatments } from '#shared/interchange/phenopacket/read-treatments.ts';
import { readUnkept } from '#shared/interchange/phenopacket/read-unkept.ts';
import { readVariants } from '#shared/interchange/phenopacket/read-variants.ts';

export interface PlacedPacket {
  readonly value: unknown;
  readonly pointer: string;
  /** The Family message whose proband it is; null of a packet by itself. */
  readonly family: PlacedFamily | null;
}

/** What the packets of one file share: the ids seen so far, and findings about what is around them. */
export interface PacketSession {
  readonly fileName: string;
  readonly checkAround: (name: 'Family' | 'Cohort', value: Readonly<Record<string, unknown>>, pointer: string) => void;
  /** `text` is the document that holds the packets; its first line has the number `firstLine`. */
  readonly read: (text: string, firstLine: number, packets: readonly PlacedPacket[]) => PhenopacketReading;
}

/** Length of a case reference in the vault. */
const longestReference = 100;

export function createPacketSession(fileName: string, vocabulary: TermVocabulary | null): PacketSession {
  const lineOfId = new Map<string, number>();
  let findings = createFindings();
  return {
    fileName,
    checkAround: (name, value, pointer) => {
      checkMessage(messagesOfVersion2, name, value, pointer, findings.report);
    },
    read: (text, firstLine, placed) => {
      const found = findings;
      findings = createFindings();
      const read = placed.map((packet) => readAndTell(packet, vocabulary, found.report));
      // What of a family is kept is the whole of it.
      const wholes = placed.map(({ family, pointer }) => family?.pointer ?? pointer);
      const places = placesIn(text, firstLine, [...found.list().map((finding) => finding.pointer), ...placed.map((packet) => packet.pointer), ...wholes]);
      const packets: ReadPhenopacket[] = [];
      for (const [index, packet] of read.entries()) {
        if (packet === null) continue;
        const place = places(packet.pointer);
        reportTwice(lineOfId, packet.id, place.line, packet.pointer, found.report);
        packets.push({ ...packet, line: place.line, raw: places(wholes[index] ?? packet.pointer).raw });
      }
      return { packets, problems: problemsOf(fileName, found, places), refusedCount: read.length - packets.length };
    },
  };
}

/** Reads a packet and says of each of its findings whether it was read nevertheless, which is known only at its end. */
function readAndTell(placed: PlacedPacket, vocabulary: TermVocabulary | null, report: Report): PacketWithoutPlace | null {
  const own: Finding[] = [];
  const packet = readPacket(placed, vocabulary, (finding) => own.push(finding));
  for (const finding of own) report(packet === null ? finding : { ...finding, wasRead: true });
  return packet;
}

/** A packet with more is not one that somebody wrote and could mend; reading on would only cost time. */
const mostFindingsOfPacket = 5_000;
const tooManyFindings = new Error('the packet has too many findings');

function readPacket(placed: PlacedPacket, vocabulary: TermVocabulary | null, report: Report): PacketWithoutPlace | null {
  let count = 0;
  const limited: Report = (finding) => {
    count += 1;
    if (count > mostFindingsOfPacket) throw tooManyFindings;
    report(finding);
  };
  try {
    return readWithin(placed, vocabulary, limited);
  } catch (fault) {
    if (fault !== tooManyFindings) throw fault;
    report({ severity: 'error', rule: 'too-many-findings', message: `the packet has more than ${mostFindingsOfPacket} findings and is not read, expected a phenopacket`, pointer: placed.pointer });
    return null;
  }
}

type PacketWithoutPlace = Omit<ReadPhenopacket, 'line' | 'raw'>;

function readWithin(placed: PlacedPacket, vocabulary: TermVocabulary | null, report: Report): PacketWithoutPlace | null {
  const version = versionOf(placed.value);
  const shapes = version === 1 ? messagesOfVersion1 : messagesOfVersion2;
  const packet = checkMessage(shapes, 'Phenopacket', placed.value, placed.pointer, report);
  if (packet === null || isUnreadable(packet)) return null;
  const id = textOf(packet, 'id');
  const subject = messageOf(packet, 'subject');
  if (subject === null && !isDamaged(packet, 'subject')) report({ severity: 'warning', rule: 'missing-subject', message: 'the packet has no subject, so sex and age are not known, expected one', pointer: placed.pointer });
  const features = checkFeatures(readFeatures(packet, vocabulary, report), vocabulary, report);
  if (features.length === 0) report({ severity: 'warning', rule: 'no-features', message: 'the packet holds no phenotypic feature that can be read, expected at least one', pointer: placed.pointer });
  return {
    id,
    reference: asReference(id, longestReference),
    version,
    pointer: placed.pointer,
    subjectId: textOf(subject, 'id'),
    alternateIds: textsOf(subject, 'alternateIds'),
    proband: readSubject(subject, report),
    features,
    diseases: readDiseases(packet, report),
    genes: readGenes(packet),
    variants: readVariants(packet, report),
    treatments: readTreatments(packet, report),
    measurements: readMeasurements(packet, report),
    conditions: readUncodedConditions(packet, report),
    references: readReferences(packet),
    family: placed.family === null ? null : readFamily(placed.family, shapes, vocabulary, report),
    unkept: readUnkept(packet),
  };
}

/** Without an id nobody could tell the case from another; without its features it would be an empty one. The check has said why. */
function isUnreadable(packet: Message): boolean {
  return asReference(textOf(packet, 'id'), longestReference) === '' || isDamaged(packet, 'phenotypicFeatures');
}

/** The version that the packet states, else the one whose fields it uses. */
function versionOf(value: unknown): 1 | 2 {
  if (!isObject(value)) return 2;
  const metaData = ownField(value, 'metaData')?.value;
  const stated = isObject(metaData) ? ownField(metaData, 'phenopacketSchemaVersion')?.value : undefined;
  if (typeof stated === 'string' && /^\s*v?1(\.|$)/i.test(stated)) return 1;
  if (typeof stated === 'string' && stated.trim() !== '') return 2;
  if (['genes', 'variants', 'htsFiles'].some((field) => ownField(value, field) !== null)) return 1;
  const subject = ownField(value, 'subject')?.value;
  if (isObject(subject) && ['ageAtCollection', 'ageRangeAtCollection'].some((field) => ownField(subject, field) !== null)) return 1;
  const features = ownField(value, 'phenotypicFeatures')?.value;
  const oldFields = ['negated', 'classOfOnset', 'ageOfOnset', 'ageRangeOfOnset'];
  const isOld = (feature: unknown): boolean => isObject(feature) && oldFields.some((field) => ownField(feature, field) !== null);
  return Array.isArray(features) && features.some(isOld) ? 1 : 2;
}

function reportTwice(lineOfId: Map<string, number>, id: string, line: number, pointer: string, report: Report): void {
  const earlier = lineOfId.get(id);
  if (earlier === undefined) lineOfId.set(id, line);
  else report({ severity: 'error', rule: 'packet-id-twice', message: `the packet has the same id as the one at line ${earlier}, expected an id of its own`, pointer, wasRead: true });
}

interface PlaceInText {
  readonly line: number;
  readonly column: number;
  readonly raw: string;
}

/** Looks up places in the text; scans it once, and only where there is something to find. */
function placesIn(text: string, firstLine: number, pointers: readonly string[]): (pointer: string) => PlaceInText {
  const isSimple = pointers.every((pointer) => pointer === '') && !text.includes('\n');
  const scan = isSimple ? null : scanJson(text, pointers);
  const spans: ReadonlyMap<string, JsonSpan> = scan?.kind === 'valid' ? scan.spans : new Map<string, JsonSpan>();
  const lineStarts = isSimple ? [0] : lineStartsOf(text);
  return (pointer) => {
    const span = spanOf(spans, pointer);
    if (span === null) return { line: firstLine, column: 1, raw: text.trim() };
    const place = placeAt(lineStarts, span.start);
    return { line: firstLine + place.line - 1, column: place.column, raw: text.slice(span.start, span.end) };
  };
}

function problemsOf(fileName: string, findings: Findings, places: (pointer: string) => PlaceInText): Problem[] {
  const problems = findings.list().map((finding): Problem => {
    const { line, column } = places(finding.pointer);
    return { ...finding, file: fileName, line, column };
  });
  const unlisted = findings.unlistedCount();
  if (unlisted > 0) problems.push({ severity: 'warning', rule: 'more-findings', message: `${unlisted} more findings are not listed`, file: fileName, line: problems.at(-1)?.line });
  return problems;
}
