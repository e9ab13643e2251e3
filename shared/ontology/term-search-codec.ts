import type { TermSearchIndex } from '#shared/ontology/term-search-index.ts';

/**
 * The search index as one block of bytes: a head of 4 numbers (magic, version, sections, 0), a table of lengths, then the arrays, each on
 * a multiple of 8 bytes, so that reading it back only lays views over the bytes. Little-endian, as every supported machine.
 */
const magic = 0x5354_534e;
const layoutVersion = 1;
const alignment = 8;

const sections = {
  wordStart: Uint32Array,
  wordText: Uint16Array,
  wordLetters: Uint32Array,
  wordStem: Uint32Array,
  stemStart: Uint32Array,
  stemText: Uint16Array,
  stemWordStart: Uint32Array,
  stemWord: Uint32Array,
  postingStart: Uint32Array,
  postingName: Uint32Array,
  nameWordStart: Uint32Array,
  nameWord: Uint32Array,
  nameTerm: Uint32Array,
  nameKind: Uint8Array,
  nameStart: Uint32Array,
  nameText: Uint16Array,
  termNumber: Uint32Array,
  termIsPhenotype: Uint8Array,
  termDiseaseCount: Uint32Array,
  termLabelName: Uint32Array,
  retiredNumber: Uint32Array,
  retiredTerm: Uint32Array,
} as const satisfies Readonly<Record<keyof TermSearchIndex, Uint8ArrayConstructor | Uint16ArrayConstructor | Uint32ArrayConstructor>>;
type SectionName = keyof typeof sections;
const sectionNames = Object.keys(sections) as SectionName[];

export function encodeTermSearchIndex(index: TermSearchIndex): Uint8Array {
  const { offsets, total } = layOut(sectionNames.map((name) => index[name].length));
  const bytes = new Uint8Array(total);
  new Uint32Array(bytes.buffer).set([magic, layoutVersion, sectionNames.length, 0, ...sectionNames.map((name) => index[name].length)]);
  sectionNames.forEach((name, section) => {
    const array = index[name];
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offsets[section]);
  });
  return bytes;
}

/** Lays views over the bytes; a copy is made only where they are not aligned. Null where they are no index of this version. */
export function decodeTermSearchIndex(source: Uint8Array): TermSearchIndex | null {
  const bytes = source.byteOffset % alignment === 0 ? source : Uint8Array.from(source);
  const headLength = 4 * (4 + sectionNames.length);
  if (bytes.byteLength < headLength) return null;
  const head = new Uint32Array(bytes.buffer, bytes.byteOffset, 4 + sectionNames.length);
  if (head[0] !== magic || head[1] !== layoutVersion || head[2] !== sectionNames.length) return null;
  const lengths = [...head.subarray(4)];
  const { offsets, total } = layOut(lengths);
  if (total > bytes.byteLength) return null;
  const entries = sectionNames.map((name, section) => [name, new sections[name](bytes.buffer as ArrayBuffer, bytes.byteOffset + (offsets[section] ?? 0), lengths[section])]);
  return Object.fromEntries(entries) as TermSearchIndex;
}

function layOut(lengths: readonly number[]): { offsets: number[]; total: number } {
  let next = align(4 * (4 + sectionNames.length));
  const offsets = sectionNames.map((name, section) => {
    const offset = next;
    next = align(offset + (lengths[section] ?? 0) * sections[name].BYTES_PER_ELEMENT);
    return offset;
  });
  return { offsets, total: next };
}

const align = (length: number): number => Math.ceil(length / alignment) * alignment;
