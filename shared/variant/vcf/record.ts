import { refusal, success, type Result } from '#shared/base/result.ts';
import { parseGenotype, type Genotype } from '#shared/variant/vcf/genotype.ts';

/** One line of a VCF file. Fixed columns are read at once; the rest is read when it is asked for. */
export interface VcfRecord {
  readonly chromosome: string;
  readonly position: number;
  readonly id: string;
  readonly reference: string;
  readonly alternates: readonly string[];
  readonly quality: number | null;
  readonly filter: string;
  /** The column as it stands. */
  readonly info: string;
  readonly formatKeys: readonly string[];
  readonly line: string;
  /** Where the first sample's column begins in the line; −1 without samples. */
  readonly samplesAt: number;
}

const tab = '\t';

/** Reads a record's line, without a regular expression and without cutting the samples apart. */
export function parseVcfRecord(line: string): Result<VcfRecord, string> {
  const chromosomeEnd = line.indexOf(tab);
  const positionEnd = line.indexOf(tab, chromosomeEnd + 1);
  const idEnd = line.indexOf(tab, positionEnd + 1);
  const referenceEnd = line.indexOf(tab, idEnd + 1);
  const alternateEnd = line.indexOf(tab, referenceEnd + 1);
  const qualityEnd = line.indexOf(tab, alternateEnd + 1);
  const filterEnd = line.indexOf(tab, qualityEnd + 1);
  if (chromosomeEnd < 0 || positionEnd < 0 || idEnd < 0 || referenceEnd < 0 || alternateEnd < 0 || qualityEnd < 0 || filterEnd < 0) return refusal('fewer than eight columns, expected them with tabs between');
  const infoEnd = line.indexOf(tab, filterEnd + 1);
  const position = readPosition(line, chromosomeEnd + 1, positionEnd);
  if (position < 0) return refusal(`POS ${line.slice(chromosomeEnd + 1, positionEnd).slice(0, 30)} is not a whole number`);
  const qualityText = line.slice(alternateEnd + 1, qualityEnd);
  const quality = qualityText === '.' ? null : Number(qualityText);
  if (Number.isNaN(quality) || qualityText === '') return refusal(`QUAL ${qualityText.slice(0, 30)} is not a number`);
  const alternate = line.slice(referenceEnd + 1, alternateEnd);
  const formatEnd = infoEnd < 0 ? -1 : line.indexOf(tab, infoEnd + 1);
  return success({
    chromosome: line.slice(0, chromosomeEnd),
    position,
    id: line.slice(positionEnd + 1, idEnd),
    reference: line.slice(idEnd + 1, referenceEnd),
    alternates: alternate === '.' ? [] : alternate.includes(',') ? alternate.split(',') : [alternate],
    quality,
    filter: line.slice(qualityEnd + 1, filterEnd),
    info: infoEnd < 0 ? withoutReturn(line.slice(filterEnd + 1)) : line.slice(filterEnd + 1, infoEnd),
    formatKeys: formatEnd < 0 ? [] : formatKeysOf(line.slice(infoEnd + 1, formatEnd)),
    line,
    samplesAt: formatEnd < 0 ? -1 : formatEnd + 1,
  });
}

/** Value of a key of INFO; true for a flag; null where it is not there. */
export function infoValue(info: string, key: string): string | true | null {
  for (let at = info.indexOf(key); at >= 0; at = info.indexOf(key, at + 1)) {
    if (at > 0 && info.charCodeAt(at - 1) !== semicolon) continue;
    const end = at + key.length;
    if (end === info.length || info.charCodeAt(end) === semicolon) return true;
    if (info.charCodeAt(end) !== equalsSign) continue;
    const stop = info.indexOf(';', end);
    return info.slice(end + 1, stop < 0 ? info.length : stop);
  }
  return null;
}

/** The columns of some samples, given by their numbers from 0 in rising order; empty where the line has fewer. */
export function sampleTexts(record: VcfRecord, columns: readonly number[]): readonly string[] {
  if (record.samplesAt < 0) return columns.map(() => '');
  const { line } = record;
  const texts: string[] = [];
  let at = record.samplesAt;
  let column = 0;
  for (const wanted of columns) {
    while (column < wanted && at > 0) {
      at = line.indexOf(tab, at) + 1;
      column += 1;
    }
    if (at <= 0) texts.push('');
    else {
      const end = line.indexOf(tab, at);
      texts.push(end < 0 ? withoutReturn(line.slice(at)) : line.slice(at, end));
    }
  }
  return texts;
}

/** A value of a sample by its place in FORMAT; null where it is missing. */
export function sampleValue(record: VcfRecord, sample: string, key: string): string | null {
  const index = record.formatKeys.indexOf(key);
  if (index < 0) return null;
  let at = 0;
  for (let field = 0; field < index; field += 1) {
    at = sample.indexOf(':', at) + 1;
    if (at === 0) return null;
  }
  const end = sample.indexOf(':', at);
  const value = sample.slice(at, end < 0 ? sample.length : end);
  return value === '' || value === '.' ? null : value;
}

/** The genotype of a sample, which stands first; null where the record has none or it cannot be read. */
export function genotypeOf(record: VcfRecord, sample: string): Genotype | null {
  if (record.formatKeys[0] !== 'GT') return null;
  const end = sample.indexOf(':');
  return parseGenotype(end < 0 ? sample : sample.slice(0, end));
}

const semicolon = 59;
const equalsSign = 61;
const withoutReturn = (text: string): string => (text.endsWith('\r') ? text.slice(0, -1) : text);

/** Few different FORMAT columns occur in a file. */
const knownFormats = new Map<string, readonly string[]>();
function formatKeysOf(text: string): readonly string[] {
  const found = knownFormats.get(text);
  if (found !== undefined) return found;
  const keys = text.split(':');
  if (knownFormats.size < 1_000) knownFormats.set(text, keys);
  return keys;
}

/** −1 where it is not a whole number. */
function readPosition(line: string, from: number, to: number): number {
  if (from === to || to - from > 12) return -1;
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const digit = line.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}
