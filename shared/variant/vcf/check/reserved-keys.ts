import type { FieldNumber, FieldType } from '#shared/variant/vcf/header.ts';

export interface ReservedKey {
  readonly number: FieldNumber;
  readonly type: FieldType;
}

const key = (number: FieldNumber, type: FieldType): ReservedKey => ({ number, type });

/** INFO keys with a fixed meaning. Source: VCF specification 4.3, table 1 and section 3, as in 4.1 and 4.2 where they have the key. */
export const reservedInfo: ReadonlyMap<string, ReservedKey> = new Map([
  ['AA', key(1, 'String')], ['AC', key('A', 'Integer')], ['AD', key('R', 'Integer')], ['ADF', key('R', 'Integer')], ['ADR', key('R', 'Integer')], ['AF', key('A', 'Float')], ['AN', key(1, 'Integer')],
  ['BQ', key(1, 'Float')], ['CIGAR', key('A', 'String')], ['DB', key(0, 'Flag')], ['DP', key(1, 'Integer')], ['END', key(1, 'Integer')], ['H2', key(0, 'Flag')], ['H3', key(0, 'Flag')],
  ['MQ', key(1, 'Float')], ['MQ0', key(1, 'Integer')], ['NS', key(1, 'Integer')], ['SB', key('.', 'Integer')], ['SOMATIC', key(0, 'Flag')], ['VALIDATED', key(0, 'Flag')], ['1000G', key(0, 'Flag')],
  ['IMPRECISE', key(0, 'Flag')], ['NOVEL', key(0, 'Flag')], ['SVTYPE', key(1, 'String')], ['SVLEN', key('.', 'Integer')], ['CIPOS', key(2, 'Integer')], ['CIEND', key(2, 'Integer')], ['HOMLEN', key('.', 'Integer')],
  ['HOMSEQ', key('.', 'String')], ['BKPTID', key('.', 'String')], ['MEINFO', key(4, 'String')], ['METRANS', key(4, 'String')], ['DGVID', key(1, 'String')], ['DBVARID', key(1, 'String')], ['DBRIPID', key(1, 'String')],
  ['MATEID', key('.', 'String')], ['PARID', key(1, 'String')], ['EVENT', key(1, 'String')], ['CILEN', key(2, 'Integer')], ['DPADJ', key('.', 'Integer')], ['CN', key(1, 'Integer')], ['CNADJ', key('.', 'Integer')], ['CICN', key(2, 'Integer')], ['CICNADJ', key('.', 'Integer')],
]);

/** FORMAT keys with a fixed meaning. Source: as above, table 2. */
export const reservedFormat: ReadonlyMap<string, ReservedKey> = new Map([
  ['AD', key('R', 'Integer')], ['ADF', key('R', 'Integer')], ['ADR', key('R', 'Integer')], ['DP', key(1, 'Integer')], ['EC', key('A', 'Integer')], ['FT', key(1, 'String')], ['GL', key('G', 'Float')], ['GLE', key('.', 'String')],
  ['GP', key('G', 'Float')], ['GQ', key(1, 'Integer')], ['GT', key(1, 'String')], ['HQ', key(2, 'Integer')], ['MQ', key(1, 'Integer')], ['PL', key('G', 'Integer')], ['PQ', key(1, 'Integer')], ['PS', key(1, 'Integer')],
  ['CN', key(1, 'Integer')], ['CNQ', key(1, 'Float')], ['CNL', key('G', 'Float')], ['NQ', key(1, 'Integer')], ['HAP', key(1, 'Integer')], ['AHAP', key(1, 'Integer')],
]);

/** Keys whose definition the versions before 4.3 left open, or gave otherwise, and which files of the time have in several ways. */
export const looseKeys: ReadonlySet<string> = new Set(['AD', 'ADF', 'ADR', 'GQ', 'MQ', 'SB', 'AA', 'BQ', 'CN', 'CNQ', 'CNL', 'SVLEN', 'HAP', 'NQ', 'GP', 'GLE', 'PS', 'H3', 'EC', 'FT', 'END', 'CIGAR', 'DGVID', 'DBVARID', 'HOMLEN', 'HOMSEQ', 'MATEID']);
