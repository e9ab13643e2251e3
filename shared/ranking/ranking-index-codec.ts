import { type IndexedDisease, type RankingIndex } from '#shared/ranking/ranking-index.ts';

/**
 * One block of bytes: 16 bytes of head (magic, version, length of the directory), the directory (JSON as UTF-16), then the
 * arrays, each on a multiple of 8 bytes, so that decoding only lays views over them. Little-endian, as every supported machine.
 */
const magic = 0x5854_534e;
const layoutVersion = 5;
const alignment = 8;
const headLength = 16;

const arrayTypes = { Uint16Array, Uint32Array, Float32Array, Float64Array } as const;
type ArrayName = keyof typeof arrayTypes;

/** Every array of the index and its type; the order is the order in the block. */
const sections = {
  termNumbers: 'Uint32Array',
  ancestorStart: 'Uint32Array',
  ancestors: 'Uint32Array',
  informationContent: 'Float64Array',
  meanFrequency: 'Float64Array',
  postingStart: 'Uint32Array',
  postingDisease: 'Uint32Array',
  postingMass: 'Float32Array',
  postingFrequency: 'Float32Array',
  annotationStart: 'Uint32Array',
  annotationTerm: 'Uint32Array',
  annotationFrequency: 'Float32Array',
  absentStart: 'Uint32Array',
  absentTerm: 'Uint32Array',
  totalWeight: 'Float64Array',
  neighbourStart: 'Uint32Array',
  neighbourDisease: 'Uint32Array',
  sourceStart: 'Uint32Array',
  sourceProfileStart: 'Uint32Array',
  sourceProfileTerm: 'Uint16Array',
  sourceProfileCoordinate: 'Uint16Array',
  disorderOfDisease: 'Uint32Array',
  disorderAnnotationStart: 'Uint32Array',
  disorderAnnotationTerm: 'Uint32Array',
  disorderAnnotationFrequency: 'Float32Array',
  disorderMassStart: 'Uint32Array',
  disorderMassTerm: 'Uint32Array',
  disorderMass: 'Float32Array',
  disorderWeight: 'Float64Array',
} as const satisfies Record<Exclude<keyof RankingIndex, 'ontologyVersion' | 'disorderIds' | 'diseases'>, ArrayName>;
type SectionName = keyof typeof sections;
const sectionNames = Object.keys(sections) as SectionName[];

interface Directory {
  readonly ontologyVersion: string;
  readonly lengths: Readonly<Record<SectionName, number>>;
  readonly disorderIds: readonly string[];
  readonly diseases: readonly IndexedDisease[];
}

export function encodeRankingIndex(index: RankingIndex): Uint8Array {
  const lengths = Object.fromEntries(sectionNames.map((name) => [name, index[name].length])) as Record<SectionName, number>;
  const directory = JSON.stringify({ ontologyVersion: index.ontologyVersion, lengths, disorderIds: index.disorderIds, diseases: index.diseases } satisfies Directory);
  const { offsets, total } = layOut(directory.length, lengths);
  const bytes = new Uint8Array(total);
  new Uint32Array(bytes.buffer, 0, 4).set([magic, layoutVersion, directory.length, 0]);
  const characters = new Uint16Array(bytes.buffer, headLength, directory.length);
  for (let i = 0; i < directory.length; i += 1) characters[i] = directory.charCodeAt(i);
  for (const name of sectionNames) {
    const array = index[name];
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offsets[name]);
  }
  return bytes;
}

/** Lays views over the bytes (a copy is made only where they are not aligned). Throws where they are not a ranking index of this version. */
export function decodeRankingIndex(source: Uint8Array): RankingIndex {
  const bytes = source.byteOffset % alignment === 0 ? source : Uint8Array.from(source);
  if (bytes.byteLength < headLength) throw new Error('the ranking index is cut short');
  const [foundMagic, foundVersion, directoryLength] = new Uint32Array(bytes.buffer, bytes.byteOffset, 3);
  if (foundMagic !== magic) throw new Error('these bytes are no ranking index');
  if (foundVersion !== layoutVersion) throw new Error(`ranking index of version ${foundVersion}, expected ${layoutVersion}: compile the release again`);
  if (directoryLength === undefined || headLength + 2 * directoryLength > bytes.byteLength) throw new Error('the ranking index is cut short');
  const directory = JSON.parse(readText(new Uint16Array(bytes.buffer, bytes.byteOffset + headLength, directoryLength))) as Directory;
  const { offsets, total } = layOut(directoryLength, directory.lengths);
  if (bytes.byteLength < total) throw new Error('the ranking index is cut short');
  const arrays = Object.fromEntries(
    sectionNames.map((name) => [name, viewOf(sections[name], bytes, offsets[name], directory.lengths[name])]),
  ) as unknown as Pick<RankingIndex, SectionName>;
  return { ontologyVersion: directory.ontologyVersion, ...arrays, disorderIds: directory.disorderIds, diseases: directory.diseases };
}

function viewOf(type: ArrayName, bytes: Uint8Array, offset: number, length: number): InstanceType<(typeof arrayTypes)[ArrayName]> {
  return new arrayTypes[type](bytes.buffer as ArrayBuffer, bytes.byteOffset + offset, length);
}

function layOut(directoryLength: number, lengths: Readonly<Record<SectionName, number>>) {
  let total = align(headLength + 2 * directoryLength);
  const offsets = {} as Record<SectionName, number>;
  for (const name of sectionNames) {
    offsets[name] = total;
    total = align(total + lengths[name] * arrayTypes[sections[name]].BYTES_PER_ELEMENT);
  }
  return { offsets, total };
}

const align = (offset: number): number => Math.ceil(offset / alignment) * alignment;

/** UTF-16 code units as a string, in pieces that fit an argument list. */
function readText(characters: Uint16Array): string {
  const pieceLength = 8192;
  let text = '';
  for (let from = 0; from < characters.length; from += pieceLength) text += String.fromCharCode(...characters.subarray(from, from + pieceLength));
  return text;
}
