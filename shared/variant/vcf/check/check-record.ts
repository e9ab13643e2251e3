import { alleleKind, type AlleleKind } from '#shared/variant/vcf/allele.ts';
import { isAtLeast, type FieldDefinition, type VcfHeader } from '#shared/variant/vcf/header.ts';
import { isInfoKey } from '#shared/variant/vcf/check/check-header.ts';
import { contigNameProblem } from '#shared/variant/vcf/check/contig-name.ts';
import { checkSamples } from '#shared/variant/vcf/check/check-samples.ts';
import { looseKeys, reservedInfo } from '#shared/variant/vcf/check/reserved-keys.ts';
import { expectedCount, typeProblem } from '#shared/variant/vcf/check/values.ts';
import { shown, type Tell } from '#shared/variant/vcf/check/vcf-finding.ts';

/** Checks a record's line for itself. Gives its columns, or null where they could not be told apart. */
export function checkRecord(line: string, header: VcfHeader, columnCount: number, tell: Tell): readonly string[] | null {
  const columns = line.split('\t');
  if (columns.length < 8 && /^\S+ +\d+ /.test(line)) {
    tell('error', 'column-count', 'the columns are separated by spaces, expected tabs');
    return null;
  }
  if (columns.length !== columnCount) {
    const isTrailing = columns.length === columnCount + 1 && columns.at(-1) === '';
    tell('error', 'column-count', isTrailing ? 'a tab stands behind the last column' : `${String(columns.length)} columns, expected ${String(columnCount)} as in the line of their names`);
    if (columns.length < 8) return null;
  }
  const [chromosome = '', position = '', id = '', reference = '', alternate = '', quality = '', filter = '', info = ''] = columns;
  checkChromosome(chromosome, header, tell);
  checkPosition(chromosome, position, header, tell);
  checkIds(id, header, tell);
  const alternates = checkAlleles(reference, alternate, header, tell);
  if (quality !== '.' && typeProblem(quality, 'Float') !== null) tell('error', 'qual', `QUAL ${shown(quality)} is not a number`);
  else if (Number(quality) < 0) tell('error', 'qual-negative', 'QUAL is negative, and it is a phred-scaled probability');
  checkFilter(filter, header, tell);
  const keys = checkInfo(info, alternates.length, header, tell);
  checkStructural(Number(position), alternates, keys, tell);
  if (columns.length > 8) checkSamples(columns, alternates.length, header, tell);
  return columns;
}

function checkChromosome(chromosome: string, header: VcfHeader, tell: Tell): void {
  if (chromosome === '' || chromosome === '.') return tell('error', 'chrom', 'CHROM is missing');
  const isBracketed = /^<[^<>]+>$/.test(chromosome);
  if (!isBracketed && /[<>]/.test(chromosome)) return tell('error', 'chrom', `CHROM ${shown(chromosome)} has one angle bracket, expected none or both round it`);
  const name = isBracketed ? chromosome.slice(1, -1) : chromosome;
  const problem = contigNameProblem(name, isBracketed ? null : header.version);
  if (problem !== null && !header.contigs.has(name)) return tell('error', 'chrom', `CHROM ${shown(chromosome)} ${problem}`);
  if (name.includes(':') && !header.contigs.has(name)) return tell(isAtLeast(header.version, '4.3') ? 'warning' : 'error', 'chrom', `CHROM ${shown(chromosome)} holds a colon, which breakends need`);
  if (header.contigs.size > 0 && !isBracketed && !header.contigs.has(name)) tell('warning', 'chrom-undeclared', `CHROM ${shown(chromosome)} is not among the contigs of the header`);
}

function checkPosition(chromosome: string, position: string, header: VcfHeader, tell: Tell): void {
  if (!/^\d+$/.test(position)) return tell('error', 'pos', `POS ${shown(position)} is not a whole number from 0`);
  const value = Number(position);
  if (value > 2 ** 31 - 1) return tell('error', 'pos', 'POS does not fit into 32 bits');
  const length = header.contigs.get(chromosome);
  if (length !== undefined && length !== null && value > length + 1) tell('warning', 'pos-beyond-contig', `POS lies behind the end of ${shown(chromosome)}`);
}

function checkIds(id: string, header: VcfHeader, tell: Tell): void {
  if (id === '') return tell('error', 'id', 'ID is empty, expected . where there is none');
  if (/\s/.test(id)) return tell('error', 'id', 'ID holds white space');
  const ids = id.split(';');
  if (ids.includes('')) return tell('error', 'id', 'ID has an empty name between semicolons');
  if (ids.length > 1 && ids.includes('.')) return tell('error', 'id', 'ID has . beside a name');
  if (new Set(ids).size !== ids.length) return tell(isAtLeast(header.version, '4.1') ? 'error' : 'warning', 'id-twice', 'ID has a name twice');
  if (id.includes(',')) tell('warning', 'id-comma', 'ID holds a comma; several names are separated by semicolons');
}

const dna = /^[ACGTNacgtn]+$/;

function checkAlleles(reference: string, alternate: string, header: VcfHeader, tell: Tell): readonly string[] {
  if (!dna.test(reference)) tell('error', 'ref', `REF ${shown(reference)} is not a sequence of A, C, G, T and N`);
  if (alternate === '.') return [];
  const alternates = alternate.split(',');
  const kinds = alternates.map(alleleKind);
  const places = new Map<string, number>();
  for (const [index, allele] of alternates.entries()) {
    const kind = kinds[index] ?? 'invalid';
    checkAlternate(allele, kind, header, tell);
    const plain = kind === 'sequence' ? allele.toUpperCase() : allele;
    if (places.has(plain)) tell('error', 'alt-twice', `ALT has ${shown(allele)} twice`);
    places.set(plain, index);
    if (kind === 'sequence' && plain === reference.toUpperCase()) tell('error', 'alt-is-ref', `ALT ${shown(allele)} is the reference, expected another allele`);
  }
  const isStructural = (kind: AlleleKind): boolean => kind === 'symbolic' || kind === 'breakend' || kind === 'single-breakend';
  if (kinds.some(isStructural) && reference.length > 1 && kinds.every(isStructural)) tell('warning', 'ref-structural', 'REF of a structural variant is the base before it, and here it is longer');
  return alternates;
}

function checkAlternate(allele: string, kind: AlleleKind, header: VcfHeader, tell: Tell): void {
  if (kind === 'invalid') return tell('error', 'alt', allele === '' ? 'ALT has an empty allele' : `ALT ${shown(allele)} is neither sequence, <ID>, breakend, * nor .`);
  if (kind === 'missing') return tell('error', 'alt', 'ALT has . beside another allele');
  if (kind === 'overlapping-deletion' && !isAtLeast(header.version, '4.2')) return tell('warning', 'alt-star', 'ALT has *, which 4.2 brought');
  if (kind === 'symbolic' && !header.alternates.has(allele.slice(1, -1))) tell('warning', 'alt-undeclared', `ALT ${shown(allele)} is not declared in the header`);
}

function checkFilter(filter: string, header: VcfHeader, tell: Tell): void {
  if (filter === '.' || filter === 'PASS') return;
  if (filter === '') return tell('error', 'filter', 'FILTER is empty, expected . or PASS');
  if (/\s/.test(filter)) return tell('error', 'filter', 'FILTER holds white space');
  const names = filter.split(';');
  if (names.includes('')) return tell('error', 'filter', 'FILTER has an empty name between semicolons');
  if (names.includes('0')) return tell('error', 'filter', 'FILTER 0 is reserved');
  if (names.length > 1 && (names.includes('PASS') || names.includes('.'))) return tell('error', 'filter', 'FILTER has PASS or . beside the name of a filter');
  if (new Set(names).size !== names.length) tell('error', 'filter-twice', 'FILTER has a name twice');
  const unknown = names.find((name) => !header.filters.has(name));
  if (unknown !== undefined) tell('warning', 'filter-undeclared', `FILTER ${shown(unknown)} is not declared in the header`);
}

/** Values by their keys; flags are empty text. */
function checkInfo(info: string, alternates: number, header: VcfHeader, tell: Tell): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  if (info === '.') return keys;
  if (info === '') {
    tell('error', 'info', 'INFO is empty, expected . where there is none');
    return keys;
  }
  if (/\s/.test(info)) tell(isAtLeast(header.version, '4.3') && !info.includes('\t') && !/^ | $|=? ;|; /.test(info) ? 'warning' : 'error', 'info-space', 'INFO holds white space');
  const entries = info.split(';');
  // Many writers put a semicolon behind the last entry.
  if (entries.at(-1) === '' && entries.length > 1) {
    tell(isAtLeast(header.version, '4.3') ? 'error' : 'warning', 'info-end', 'INFO ends with a semicolon');
    entries.pop();
  }
  for (const entry of entries) {
    const equals = entry.indexOf('=');
    const key = equals < 0 ? entry : entry.slice(0, equals);
    if (key === '') {
      tell('error', 'info', 'INFO has an entry without a key');
      continue;
    }
    if (isAtLeast(header.version, '4.3') ? !isInfoKey(key) : /[,<>"]/.test(key)) tell('error', 'info-key', `INFO ${shown(key)} is not a key`);
    if (keys.has(key)) tell('error', 'info-twice', `INFO ${shown(key)} stands twice`);
    keys.set(key, equals < 0 ? '' : entry.slice(equals + 1));
    checkInfoEntry(key, equals < 0 ? null : entry.slice(equals + 1), alternates, header, tell);
  }
  return keys;
}

function checkInfoEntry(key: string, value: string | null, alternates: number, header: VcfHeader, tell: Tell): void {
  const declared = header.info.get(key);
  if (declared === undefined) tell('warning', 'info-undeclared', `INFO ${shown(key)} is not declared in the header`);
  const reserved = reservedInfo.get(key);
  const definition: Pick<FieldDefinition, 'number' | 'type'> | undefined = declared ?? reserved;
  if (value !== null && value.includes('=')) tell('warning', 'info-equals', `INFO ${shown(key)}: the value holds =`);
  if (definition === undefined) return value === '' ? tell('error', 'info-value', `INFO ${shown(key)} has = and no value`) : undefined;
  if (definition.type === 'Flag') {
    if (value !== null) tell(value === '0' || value === '1' ? 'warning' : 'error', 'info-flag', `INFO ${shown(key)} is a flag and has a value`);
    return;
  }
  if (value === null || value === '') return tell('error', 'info-value', `INFO ${shown(key)} has no value, expected ${definition.type}`);
  if (value === '.') return;
  // Quotation marks mean nothing to the specification; some writers put words between them, commas and all.
  const values = definition.type === 'String' && /^".*"$/.test(value) ? [value] : value.split(',');
  // What early versions left open is a number at least.
  const type = declared === undefined && definition.type === 'Integer' && looseKeys.has(key) ? 'Float' : definition.type;
  const wrong = values.find((one) => typeProblem(one, type) !== null);
  if (wrong !== undefined) tell('error', 'info-type', `INFO ${shown(key)}: ${shown(wrong)} ${typeProblem(wrong, type) ?? ''}`);
  const count = expectedCount(definition.number, alternates, 2);
  // Beside a missing ALT one value stands for what was looked for.
  const isOfMissing = alternates === 0 && values.length === expectedCount(definition.number, 1, 2);
  if (count !== null && values.length !== count && !isOfMissing && definition.number !== 'G') tell('error', 'info-count', `INFO ${shown(key)} has ${String(values.length)} values, expected ${String(count)} (Number=${String(definition.number)})`);
  checkReservedValue(key, values, tell);
}

const counts: ReadonlySet<string> = new Set(['AC', 'AN', 'DP', 'NS', 'MQ0']);

function checkReservedValue(key: string, values: readonly string[], tell: Tell): void {
  const refuse = (what: string): void => tell('error', 'info-reserved', `INFO ${key} ${what}`);
  if (counts.has(key) && values.some((value) => Number(value) < 0)) refuse('is a count and below 0');
  if (key === 'AF' && values.map(Number).some((value) => value < 0 || value > 1)) refuse('is a share and not from 0 to 1');
  if (key === 'CIGAR' && values.some((value) => !/^(?:\d+[MIDNSHPX=])+$|^\.$/.test(value))) refuse('is not a CIGAR');
  if (key === 'SVTYPE' && values.some((value) => !/^(?:DEL|INS|DUP|INV|CNV|BND)(?::|$)/.test(value))) tell('warning', 'info-svtype', 'INFO SVTYPE is none of DEL, INS, DUP, INV, CNV, BND');
}

function checkStructural(position: number, alternates: readonly string[], keys: ReadonlyMap<string, string>, tell: Tell): void {
  const end = keys.get('END');
  if (end !== undefined && /^-?\d+$/.test(end) && Number(end) < position) tell('error', 'info-end-before-pos', 'INFO END lies before POS');
  const isSpanning = alternates.some((allele) => /^<(?:DEL|DUP|INV|CNV)/.test(allele));
  if (isSpanning && end === undefined && !keys.has('SVLEN')) tell('warning', 'sv-no-end', 'a structural variant has neither END nor SVLEN');
}
