/** Versions of the specification that are read: 4.0 as the files of its time are, 4.1 to 4.5. */
export const vcfVersions = ['4.0', '4.1', '4.2', '4.3', '4.4', '4.5'] as const;
export type VcfVersion = (typeof vcfVersions)[number];

/** From 4.3 on the rules of the header are exact; earlier versions leave more open. */
export const isAtLeast = (version: VcfVersion | null, least: VcfVersion): boolean => version !== null && vcfVersions.indexOf(version) >= vcfVersions.indexOf(least);

export const fieldTypes = ['Integer', 'Float', 'Flag', 'Character', 'String'] as const;
export type FieldType = (typeof fieldTypes)[number];

/** How many values: a number; one for each alternate allele (A), for each allele (R), for each genotype (G); other letters of later versions; `.` any. */
export type FieldNumber = number | 'A' | 'R' | 'G' | '.' | 'P' | 'LA' | 'LR' | 'LG' | 'M';

export interface FieldDefinition {
  readonly id: string;
  readonly number: FieldNumber;
  readonly type: FieldType;
  readonly description: string;
}

/** The part of a VCF file before its records, as far as records are read by it. What cannot be read is left out: `vcf check` says so. */
export interface VcfHeader {
  readonly version: VcfVersion | null;
  readonly info: ReadonlyMap<string, FieldDefinition>;
  readonly format: ReadonlyMap<string, FieldDefinition>;
  readonly filters: ReadonlySet<string>;
  readonly alternates: ReadonlySet<string>;
  /** Length where it is given. */
  readonly contigs: ReadonlyMap<string, number | null>;
  readonly samples: readonly string[];
}

/** A line `##key=value` in its parts; fields where the value stands in angle brackets. */
export type MetaLine =
  | { readonly kind: 'plain'; readonly key: string; readonly value: string }
  | { readonly kind: 'structured'; readonly key: string; readonly fields: readonly MetaField[]; readonly problem: string | null };
export interface MetaField {
  readonly name: string;
  readonly value: string;
  readonly isQuoted: boolean;
}

/** Null where the line is not `##key=value`. */
export function parseMetaLine(line: string): MetaLine | null {
  const equals = line.indexOf('=');
  if (!line.startsWith('##') || equals < 3) return null;
  const key = line.slice(2, equals);
  const value = line.slice(equals + 1);
  if (!value.startsWith('<')) return { kind: 'plain', key, value };
  const read = parseFields(value);
  return { kind: 'structured', key, fields: read.fields, problem: read.problem };
}

/** Reads `<ID=DP,Number=1,Description="a, b">`. Goes on as far as it can; `problem` says what stopped it. */
function parseFields(value: string): { readonly fields: readonly MetaField[]; readonly problem: string | null } {
  const fields: MetaField[] = [];
  const stopped = (problem: string) => ({ fields, problem });
  if (!value.endsWith('>')) return stopped('the line is not closed by >');
  const end = value.length - 1;
  let at = 1;
  while (at < end) {
    const equals = value.indexOf('=', at);
    const comma = value.indexOf(',', at);
    if (equals < 0 || equals >= end || (comma >= 0 && comma < equals)) {
      // A pedigree database is an address alone.
      return stopped(fields.length === 0 ? 'the angle brackets hold no key=value' : `${value.slice(at, comma < 0 ? end : comma)} is not key=value`);
    }
    const name = value.slice(at, equals);
    const read = readFieldValue(value, equals + 1, end);
    fields.push({ name, value: read.value, isQuoted: read.isQuoted });
    if (read.problem !== null) return stopped(`${name}: ${read.problem}`);
    at = read.next;
    if (at < end) {
      if (value.charAt(at) !== ',') return stopped(`${name}: the value goes on behind its closing quotation mark`);
      at += 1;
      if (at === end) return stopped('a comma stands before the closing >');
    }
  }
  return { fields, problem: fields.length === 0 ? 'the angle brackets are empty' : null };
}

function readFieldValue(text: string, from: number, end: number): { readonly value: string; readonly isQuoted: boolean; readonly next: number; readonly problem: string | null } {
  if (text.charAt(from) === '"') {
    let value = '';
    for (let at = from + 1; at < end; at += 1) {
      const character = text.charAt(at);
      if (character === '\\' && (text.charAt(at + 1) === '"' || text.charAt(at + 1) === '\\')) {
        value += text.charAt(at + 1);
        at += 1;
      } else if (character === '"') return { value, isQuoted: true, next: at + 1, problem: null };
      else value += character;
    }
    return { value, isQuoted: true, next: end, problem: 'the quotation mark is not closed' };
  }
  const close = text.charAt(from) === '[' ? text.indexOf(']', from) : -1;
  const comma = text.indexOf(',', close < 0 ? from : close);
  const next = comma < 0 || comma > end ? end : comma;
  const value = text.slice(from, next);
  return { value, isQuoted: false, next, problem: null };
}

export const fieldOf = (line: MetaLine & { readonly kind: 'structured' }, name: string): string | undefined => line.fields.find((field) => field.name === name)?.value;

export function readFieldNumber(text: string | undefined): FieldNumber | null {
  if (text === undefined) return null;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const known = (['A', 'R', 'G', '.', 'P', 'LA', 'LR', 'LG', 'M'] as const).find((letter) => letter === text);
  return known ?? null;
}

/** Takes the header line by line and gives it whole once the line with the columns has come. */
export interface HeaderReader {
  /** True where the line was the last of the header. */
  readonly line: (line: string) => boolean;
  readonly header: () => VcfHeader;
}

export function createHeaderReader(): HeaderReader {
  let version: VcfVersion | null = null;
  let samples: readonly string[] = [];
  const info = new Map<string, FieldDefinition>();
  const format = new Map<string, FieldDefinition>();
  const filters = new Set(['PASS']);
  const alternates = new Set<string>();
  const contigs = new Map<string, number | null>();
  const takeStructured = (line: MetaLine & { readonly kind: 'structured' }): void => {
    const id = fieldOf(line, 'ID');
    if (id === undefined) return;
    if (line.key === 'FILTER') filters.add(id);
    else if (line.key === 'ALT') alternates.add(id);
    else if (line.key === 'contig') contigs.set(id, lengthOf(fieldOf(line, 'length')));
    else if (line.key === 'INFO' || line.key === 'FORMAT') {
      const definition = definitionOf(line, id);
      const fields = line.key === 'INFO' ? info : format;
      if (definition !== null && !fields.has(id)) fields.set(id, definition);
    }
  };
  return {
    line(text) {
      const line = text.endsWith('\r') ? text.slice(0, -1) : text;
      if (!line.startsWith('##')) {
        if (line.startsWith('#')) samples = line.split('\t').slice(9);
        return true;
      }
      const meta = parseMetaLine(line);
      if (meta?.kind === 'structured') takeStructured(meta);
      else if (meta?.key === 'fileformat') version = vcfVersions.find((known) => meta.value === `VCFv${known}`) ?? version;
      return false;
    },
    header: () => ({ version, info, format, filters, alternates, contigs, samples }),
  };
}

function definitionOf(line: MetaLine & { readonly kind: 'structured' }, id: string): FieldDefinition | null {
  const number = readFieldNumber(fieldOf(line, 'Number'));
  const type = fieldTypes.find((known) => known === fieldOf(line, 'Type'));
  return number === null || type === undefined ? null : { id, number, type, description: fieldOf(line, 'Description') ?? '' };
}

const lengthOf = (text: string | undefined): number | null => (text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null);
