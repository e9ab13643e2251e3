import { isAtLeast, type FieldDefinition, type FieldNumber, type FieldType, type VcfVersion } from '#shared/variant/vcf/header.ts';

export interface ReservedKey {
  readonly number: FieldNumber;
  readonly type: FieldType;
}

const key = (number: FieldNumber, type: FieldType): ReservedKey => ({ number, type });

/** INFO keys with a fixed meaning. Source: VCF specification 4.3, table 1, as in 4.1 and 4.2 where they have the key. */
const generalInfo: readonly (readonly [id: string, key: ReservedKey])[] = [
  ['AA', key(1, 'String')], ['AC', key('A', 'Integer')], ['AD', key('R', 'Integer')], ['ADF', key('R', 'Integer')], ['ADR', key('R', 'Integer')], ['AF', key('A', 'Float')], ['AN', key(1, 'Integer')],
  ['BQ', key(1, 'Float')], ['CIGAR', key('A', 'String')], ['DB', key(0, 'Flag')], ['DP', key(1, 'Integer')], ['END', key(1, 'Integer')], ['H2', key(0, 'Flag')], ['H3', key(0, 'Flag')],
  ['MQ', key(1, 'Float')], ['MQ0', key(1, 'Integer')], ['NS', key(1, 'Integer')], ['SB', key('.', 'Integer')], ['SOMATIC', key(0, 'Flag')], ['VALIDATED', key(0, 'Flag')], ['1000G', key(0, 'Flag')],
];

/** INFO keys of structural variants. Source: as above, section 3. */
const structuralInfo: readonly (readonly [id: string, key: ReservedKey])[] = [
  ['IMPRECISE', key(0, 'Flag')], ['NOVEL', key(0, 'Flag')], ['SVTYPE', key(1, 'String')], ['SVLEN', key('.', 'Integer')], ['CIPOS', key(2, 'Integer')], ['CIEND', key(2, 'Integer')], ['HOMLEN', key('.', 'Integer')],
  ['HOMSEQ', key('.', 'String')], ['BKPTID', key('.', 'String')], ['MEINFO', key(4, 'String')], ['METRANS', key(4, 'String')], ['DGVID', key(1, 'String')], ['DBVARID', key(1, 'String')], ['DBRIPID', key(1, 'String')],
  ['MATEID', key('.', 'String')], ['PARID', key(1, 'String')], ['EVENT', key(1, 'String')], ['CILEN', key(2, 'Integer')], ['DPADJ', key('.', 'Integer')], ['CN', key(1, 'Integer')], ['CNADJ', key('.', 'Integer')], ['CICN', key(2, 'Integer')], ['CICNADJ', key('.', 'Integer')],
];

/** FORMAT keys with a fixed meaning. Source: as above, table 2; GLE of 4.1 and 4.2, section 1.4.2. */
const generalFormat: readonly (readonly [id: string, key: ReservedKey])[] = [
  ['AD', key('R', 'Integer')], ['ADF', key('R', 'Integer')], ['ADR', key('R', 'Integer')], ['DP', key(1, 'Integer')], ['EC', key('A', 'Integer')], ['FT', key(1, 'String')], ['GL', key('G', 'Float')], ['GLE', key('G', 'String')],
  ['GP', key('G', 'Float')], ['GQ', key(1, 'Integer')], ['GT', key(1, 'String')], ['HQ', key(2, 'Integer')], ['MQ', key(1, 'Integer')], ['PL', key('G', 'Integer')], ['PQ', key(1, 'Integer')], ['PS', key(1, 'Integer')],
];

/** FORMAT keys of structural variants. Source: as above, section 4. */
const structuralFormat: readonly (readonly [id: string, key: ReservedKey])[] = [['CN', key(1, 'Integer')], ['CNQ', key(1, 'Float')], ['CNL', key('G', 'Float')], ['NQ', key(1, 'Integer')], ['HAP', key(1, 'Integer')], ['AHAP', key(1, 'Integer')]];

export const reservedInfo: ReadonlyMap<string, ReservedKey> = new Map([...generalInfo, ...structuralInfo]);
export const reservedFormat: ReadonlyMap<string, ReservedKey> = new Map([...generalFormat, ...structuralFormat]);
const structural: ReadonlySet<string> = new Set([...structuralInfo, ...structuralFormat].map(([id]) => id));

/** Keys whose values the versions left open, or gave otherwise, and which files have in several ways. */
export const looseKeys: ReadonlySet<string> = new Set(['SB', 'CN', 'CNQ', 'CNL', 'SVLEN', 'HAP', 'NQ', 'DGVID', 'DBVARID', 'HOMLEN', 'HOMSEQ', 'MATEID']);

/** Keys that 4.3 brought. */
const newIn43: ReadonlySet<string> = new Set(['AD', 'ADF', 'ADR']);

/** How common callers declare a key otherwise, without loss: freebayes, samtools, GATK VariantFiltration, Genome in a Bottle. */
const callersDeclare: readonly (ReservedKey & { readonly kind: 'INFO' | 'FORMAT'; readonly id: string })[] = [
  { kind: 'FORMAT', id: 'GQ', number: 1, type: 'Float' },
  { kind: 'FORMAT', id: 'GL', number: 3, type: 'Float' },
  { kind: 'INFO', id: 'MQ', number: 1, type: 'Integer' },
  { kind: 'FORMAT', id: 'FT', number: '.', type: 'String' },
  { kind: 'FORMAT', id: 'PS', number: 1, type: 'String' },
];

/** The reservation that a definition breaks; mild where no reader of the version would lose a value by it. */
export function reservedFault(kind: 'INFO' | 'FORMAT', definition: Pick<FieldDefinition, 'id' | 'number' | 'type'>, version: VcfVersion | null): { readonly reserved: ReservedKey; readonly isMild: boolean } | null {
  const { id, number, type } = definition;
  const reserved = (kind === 'INFO' ? reservedInfo : reservedFormat).get(id);
  if (reserved === undefined || (reserved.number === number && reserved.type === type)) return null;
  const isExact = isAtLeast(version, '4.3');
  // 4.0 had no letters and wrote . for them.
  const isNumberFit = reserved.number === number || (!isExact && number === '.' && typeof reserved.number === 'string');
  const isNumeric = (one: FieldType): boolean => one === 'Integer' || one === 'Float';
  const isTypeFit = reserved.type === type || (structural.has(id) && !isExact && isNumeric(type) && isNumeric(reserved.type));
  const isCallers = callersDeclare.some((known) => known.kind === kind && known.id === id && known.number === number && known.type === type);
  // 4.4 counts most of structural variants for each allele.
  const isOpen = looseKeys.has(id) || (structural.has(id) && isAtLeast(version, '4.4')) || !isAtLeast(version, '4.1') || (newIn43.has(id) && !isExact) || (id === 'GLE' && isExact);
  return { reserved, isMild: isOpen || isCallers || (isNumberFit && isTypeFit) };
}
