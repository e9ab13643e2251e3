import { fieldOf, fieldTypes, isAtLeast, parseMetaLine, readFieldNumber, vcfVersions, type MetaField, type MetaLine, type VcfVersion } from '#shared/variant/vcf/header.ts';
import { contigNameProblem } from '#shared/variant/vcf/check/contig-name.ts';
import { reservedFault } from '#shared/variant/vcf/check/reserved-keys.ts';
import { shown, type Tell } from '#shared/variant/vcf/check/vcf-finding.ts';

type StructuredLine = MetaLine & { readonly kind: 'structured' };

/** Checks the lines before the records. */
export interface HeaderCheck {
  readonly line: (text: string, number: number, tell: Tell) => void;
}

export function createHeaderCheck(): HeaderCheck {
  let version: VcfVersion | null = null;
  const ids = new Map<string, StructuredLine>();
  let hasFileformat = false;
  return {
    line(text, number, tell) {
      if (number === 1) {
        version = checkFileformat(text, tell);
        hasFileformat = true;
        return;
      }
      const meta = parseMetaLine(text);
      if (meta === null) return tell('error', 'meta-syntax', `${shown(text)} is not ##key=value`);
      if (meta.key === 'fileformat') return tell('error', 'fileformat-place', hasFileformat ? 'fileformat stands a second time, expected it on line 1 alone' : 'fileformat stands further down, expected it on line 1');
      if (!/^[A-Za-z0-9_.\-/+ ]+$/.test(meta.key)) tell('warning', 'meta-key', `the key ${shown(meta.key)} has unusual characters`);
      if (meta.key === 'pedigreeDB') return checkPedigreeDatabase(text.slice(text.indexOf('=') + 1), tell);
      if (meta.kind === 'plain') return checkPlain(meta, version, tell);
      checkStructured(meta, version, ids, tell);
    },
  };
}

function checkFileformat(text: string, tell: Tell): VcfVersion | null {
  if (!text.startsWith('##fileformat=')) {
    tell('error', 'fileformat-missing', 'the first line is not ##fileformat=VCFv4.…');
    return null;
  }
  const version = vcfVersions.find((known) => text === `##fileformat=VCFv${known}`) ?? null;
  if (version === null) tell('error', 'fileformat-version', `${shown(text.slice('##fileformat='.length))} is not a version that is known, expected VCFv4.1 to VCFv4.5`);
  return version;
}

const structuredOnly = new Set(['INFO', 'FORMAT', 'FILTER', 'ALT', 'contig', 'META', 'SAMPLE', 'PEDIGREE']);

function checkPlain({ key, value }: MetaLine & { readonly kind: 'plain' }, version: VcfVersion | null, tell: Tell): void {
  if (value === '') return tell(isAtLeast(version, '4.1') ? 'error' : 'warning', 'meta-value', `${shown(key)} has no value`);
  if (structuredOnly.has(key)) return tell('error', 'meta-brackets', `${key} has no angle brackets, expected ${key}=<ID=…>`);
  if (key === 'assembly' && !isAddress(value)) tell('error', 'assembly-address', 'assembly is not an address, expected one such as ftp://…');
}

/** An address, which early versions put into angle brackets. */
function checkPedigreeDatabase(value: string, tell: Tell): void {
  if (!isAddress(/^<(.*)>$/.exec(value)?.[1] ?? value)) tell('error', 'pedigree-database', 'pedigreeDB is not an address, expected one such as ftp://…');
}

/** With a host, where two slashes announce one: a number alone is a port. */
function isAddress(text: string): boolean {
  const [, slashes = '', rest = ''] = /^[a-z][a-z0-9+.-]*:(\/\/?)([^\s<>]+)$/i.exec(text) ?? [];
  const host = rest.split(/[/?#]/)[0]?.replace(/^[^@]*@/, '').replace(/:\d+$/, '') ?? '';
  return rest !== '' && (slashes === '/' || !/^\d+$/.test(host));
}

function checkStructured(line: StructuredLine, version: VcfVersion | null, ids: Map<string, StructuredLine>, tell: Tell): void {
  const { key, fields, problem } = line;
  // Before 4.3 a line that the specification does not know held anything at all.
  if (problem !== null) return tell(isAtLeast(version, '4.3') || structuredOnly.has(key) ? 'error' : 'warning', 'meta-syntax', `${key}: ${shown(problem)}`);
  const names = fields.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) tell('error', 'meta-field-twice', `${key}: the field ${shown(twice)} stands twice`);
  for (const field of fields) checkField(key, field, version, tell);
  checkId(line, version, ids, tell);
  if (key === 'INFO' || key === 'FORMAT') checkDefinition(line, version, tell);
  if (key === 'FILTER' || key === 'ALT') requireDescription(line, tell, isAtLeast(version, '4.4') ? 'warning' : 'error');
  if (key === 'ALT') checkAlternateType(line, version, tell);
  if (key === 'contig') checkContig(line, version, tell);
  if (key === 'META') checkMeta(line, tell);
  if (key === 'PEDIGREE') checkPedigree(line, tell);
  if (key === 'SAMPLE' && !isAtLeast(version, '4.4')) checkSampleLine(line, tell);
}

function checkField(key: string, { name, value, isQuoted }: MetaField, version: VcfVersion | null, tell: Tell): void {
  if (!/^[A-Za-z0-9_.-]+$/.test(name)) tell(/\s/.test(name) || name === '' ? 'error' : 'warning', 'meta-field-name', `${key}: the field name ${shown(name)} is ${name === '' ? 'empty' : 'unusual'}, expected letters and digits`);
  if (name === 'Description' && !isQuoted) tell('error', 'meta-description-quotes', `${key}: Description is not in quotation marks`);
  if ((name === 'Source' || name === 'Version') && (key === 'INFO' || key === 'FORMAT') && !isQuoted) tell(isAtLeast(version, '4.3') ? 'error' : 'warning', 'meta-source-quotes', `${key}: ${name} is not in quotation marks`);
  if ((name === 'ID' || name === 'Number' || name === 'Type') && isQuoted) tell('error', 'meta-quotes', `${key}: ${name} is in quotation marks, expected none`);
  // An ALT may be called by nearly any sign.
  if (!isQuoted && value.includes('"') && !(key === 'ALT' && name === 'ID')) tell('error', 'meta-syntax', `${key}: ${shown(name)}: a quotation mark stands within the value`);
  if (!isQuoted && value === '') tell('error', 'meta-field-empty', `${key}: ${shown(name)} is empty`);
}

/** Lines whose fields many readers take by their order. */
const readByOrder = new Set(['INFO', 'FORMAT', 'FILTER', 'ALT']);

function checkId(line: StructuredLine, version: VcfVersion | null, ids: Map<string, StructuredLine>, tell: Tell): void {
  const { key } = line;
  const id = fieldOf(line, 'ID');
  if (id === undefined) {
    const isOptional = !isAtLeast(version, '4.3') && !(structuredOnly.has(key) && key !== 'PEDIGREE');
    return isOptional ? undefined : tell('error', 'meta-id-missing', `${shown(key)} has no ID`);
  }
  if (structuredOnly.has(key) && line.fields[0]?.name !== 'ID') tell(readByOrder.has(key) && isAtLeast(version, '4.1') ? 'error' : 'warning', 'meta-id-first', `${key}: ID is not the first field`);
  const before = ids.get(`${key} ${id}`);
  if (before !== undefined) tell(key === 'contig' && isSameContig(before, line) ? 'warning' : 'error', 'meta-id-twice', `${shown(key)} ${shown(id)} is defined a second time`);
  ids.set(`${key} ${id}`, line);
  if (key === 'INFO' && isAtLeast(version, '4.3') && !isInfoKey(id)) tell('error', 'info-id', `INFO ${shown(id)} is not a key, expected letters, digits, _ and . with no digit first`);
  else if (key === 'FORMAT' && isAtLeast(version, '4.3') && !/^[A-Za-z_][0-9A-Za-z_.]*$/.test(id)) tell('error', 'format-id', `FORMAT ${shown(id)} is not a key, expected letters, digits, _ and . with no digit first`);
  else if ((key === 'INFO' || key === 'FORMAT') && /[\s;=:,]/.test(id)) tell('error', 'meta-id', `${key} ${shown(id)} holds a separator`);
  if (key === 'FILTER' && (id === '0' || /[\s;,]/.test(id))) tell('error', 'filter-id', id === '0' ? 'FILTER 0 is reserved' : `FILTER ${shown(id)} holds white space, a semicolon or a comma`);
}

function isSameContig(one: StructuredLine, other: StructuredLine): boolean {
  const lengths = [fieldOf(one, 'length'), fieldOf(other, 'length')].filter((length) => length !== undefined);
  return new Set(lengths).size < 2;
}

export const isInfoKey = (id: string): boolean => id === '1000G' || /^[A-Za-z_][0-9A-Za-z_.]*$/.test(id);

function requireDescription(line: StructuredLine, tell: Tell, severity: 'error' | 'warning'): void {
  if (fieldOf(line, 'Description') === undefined) tell(severity, 'meta-description-missing', `${line.key} ${shown(fieldOf(line, 'ID') ?? '')} has no Description`);
}

function checkDefinition(line: StructuredLine, version: VcfVersion | null, tell: Tell): void {
  const { key } = line;
  const id = fieldOf(line, 'ID') ?? '';
  requireDescription(line, tell, 'error');
  const numberText = fieldOf(line, 'Number');
  const number = readFieldNumber(numberText);
  const typeText = fieldOf(line, 'Type');
  const type = fieldTypes.find((known) => known === typeText);
  if (numberText === undefined) tell('error', 'meta-number-missing', `${key} ${shown(id)} has no Number`);
  else if (number === 'R' && !isAtLeast(version, '4.2')) tell('warning', 'meta-number-newer', `${key} ${shown(id)}: Number=R came with 4.2`);
  else if (number === null || (typeof number === 'string' && number.length + (number === 'P' || number === 'M' ? 1 : 0) > 1 && !isAtLeast(version, '4.4'))) tell('error', 'meta-number', `${key} ${shown(id)}: Number ${shown(numberText)} is not known in this version, expected a number, A, R, G or .`);
  if (typeText === undefined) tell('error', 'meta-type-missing', `${key} ${shown(id)} has no Type`);
  else if (type === undefined) tell('error', 'meta-type', `${key} ${shown(id)}: Type ${shown(typeText)} is not known, expected Integer, Float, ${key === 'INFO' ? 'Flag, ' : ''}Character or String`);
  if (type === undefined || number === null) return;
  if (key === 'FORMAT' && type === 'Flag') return tell('error', 'format-flag', `FORMAT ${shown(id)} is a Flag, which a sample cannot have`);
  if (key === 'FORMAT' && number === 0) return tell('error', 'format-number', `FORMAT ${shown(id)}: Number=0 would hold no value`);
  const fault = reservedFault(key === 'INFO' ? 'INFO' : 'FORMAT', { id, number, type }, version);
  if (fault !== null) return tell(fault.isMild ? 'warning' : 'error', 'meta-reserved', `${key} ${id} is reserved with Number=${String(fault.reserved.number)} and Type=${fault.reserved.type}`);
  if (key === 'INFO' && (type === 'Flag') !== (number === 0)) tell(typeof number === 'number' && (type === 'Flag' || isAtLeast(version, '4.3')) ? 'error' : 'warning', 'info-flag-number', `INFO ${shown(id)}: a Flag has Number=0, and nothing else has`);
}

/** First word of the ID of a structural variant. Source: VCF specification 4.3, section 1.4.5. */
const structuralTypes = ['DEL', 'INS', 'DUP', 'INV', 'CNV', 'BND'];

function checkAlternateType(line: StructuredLine, version: VcfVersion | null, tell: Tell): void {
  const id = fieldOf(line, 'ID') ?? '';
  const type = fieldOf(line, 'Type');
  if (type !== undefined && !fieldTypes.some((known) => known === type)) tell('error', 'meta-type', `ALT ${shown(id)}: Type ${shown(type)} is not known`);
  const number = fieldOf(line, 'Number');
  if (number !== undefined && readFieldNumber(number) === null) tell('error', 'meta-number', `ALT ${shown(id)}: Number ${shown(number)} is not known`);
  const names = line.fields.map(({ name }) => name);
  if (number !== undefined && type !== undefined && names.indexOf('Type') < names.indexOf('Number')) tell('error', 'meta-field-order', `ALT ${shown(id)}: Type stands before Number`);
  const [first = ''] = id.split(':');
  if (id.includes('<') || id.includes('>') || /[\s,]/.test(id)) return tell('error', 'alt-id', `ALT ${shown(id)} holds angle brackets, white space or a comma`);
  if (structuralTypes.includes(first) || first === '*' || id === 'NON_REF' || /^[ACGTRYSWKMBDHVN]$/.test(id) || /^CN\d+$/.test(id)) return;
  // From 4.3 on any other name is that of an assembled contig.
  tell(isAtLeast(version, '4.3') ? 'warning' : 'error', 'alt-type', `ALT ${shown(id)} begins with no type of structural variant, expected ${structuralTypes.slice(0, 5).join(', ')}`);
}

function checkContig(line: StructuredLine, version: VcfVersion | null, tell: Tell): void {
  const id = fieldOf(line, 'ID') ?? '';
  const problem = id === '' ? null : contigNameProblem(id, version);
  if (problem !== null) tell('error', 'contig-id', `contig ${shown(id)} ${problem}`);
  const length = fieldOf(line, 'length');
  if (length !== undefined && !/^\d+$/.test(length)) tell('error', 'contig-length', `contig ${shown(id)}: length ${shown(length)} is not a whole number`);
  const address = fieldOf(line, 'URL');
  if (address !== undefined && !isAddress(address)) tell('warning', 'contig-address', `contig ${shown(id)}: URL is not an address`);
}

function checkMeta(line: StructuredLine, tell: Tell): void {
  for (const name of ['Type', 'Number', 'Values']) if (fieldOf(line, name) === undefined && name !== 'Values') tell('error', 'meta-meta', `META has no ${name}`);
  const values = fieldOf(line, 'Values');
  if (values !== undefined && !/^\[.*\]$/.test(values)) tell('error', 'meta-meta', 'META: Values are not in square brackets');
}

/** The names of genomes or samples stand there. */
function checkPedigree(line: StructuredLine, tell: Tell): void {
  const wrong = line.fields.find(({ value, isQuoted }) => !isQuoted && /[\s:;=<>]/.test(value));
  if (wrong !== undefined) tell('error', 'pedigree-name', `PEDIGREE: ${shown(wrong.name)} holds white space or a separator`);
}

/** Before 4.3 SAMPLE told of a mixture of genomes, and some files still do. Source: VCF specification 4.2, section 1.2.8. */
function checkSampleLine(line: StructuredLine, tell: Tell): void {
  const isMixture = line.fields.some(({ name }) => name === 'Mixture');
  if (isMixture && fieldOf(line, 'Genomes') === undefined) tell('error', 'sample-genomes', 'SAMPLE has a Mixture and no Genomes');
  const quoted = line.fields.find(({ name, isQuoted }) => isQuoted && (name === 'Mixture' || name === 'Genomes'));
  if (quoted !== undefined) tell('error', 'meta-quotes', `SAMPLE: ${quoted.name} is in quotation marks, expected none`);
}

const columns = ['#CHROM', 'POS', 'ID', 'REF', 'ALT', 'QUAL', 'FILTER', 'INFO'];

/** Checks the line that names the columns, and gives the names of the samples. */
export function checkColumns(text: string, tell: Tell): void {
  const found = text.split('\t');
  const wrong = columns.findIndex((name, index) => found[index] !== name);
  if (wrong >= 0) {
    const isSpaced = found.length === 1 && /^#CHROM +POS/.test(text);
    return tell('error', 'columns', isSpaced ? 'the names of the columns are separated by spaces, expected tabs' : `column ${String(wrong + 1)} is ${shown(found[wrong] ?? 'missing')}, expected ${columns[wrong] ?? ''}`);
  }
  if (found.length === columns.length) return;
  if (found[8] !== 'FORMAT') return tell('error', 'columns', `column 9 is ${shown(found[8] ?? '')}, expected FORMAT`);
  const samples = found.slice(9);
  if (samples.length === 0) tell('error', 'columns-no-sample', 'FORMAT stands without a sample');
  if (samples.some((name) => name === '')) tell('error', 'sample-name', 'a sample has no name');
  const twice = samples.find((name, index) => samples.indexOf(name) !== index);
  if (twice !== undefined) tell('error', 'sample-twice', 'two samples have the same name');
}
