/** What an alternate allele is. */
export type AlleleKind = 'sequence' | 'symbolic' | 'breakend' | 'single-breakend' | 'overlapping-deletion' | 'unspecified' | 'missing' | 'invalid';

const sequence = /^[ACGTNacgtn]+$/;
/** Sequence, then the place of the mate between two brackets of one direction, or the other way round. */
const breakend = /^(?:[ACGTNacgtn.]+(?:\[[^[\]\s]+:\d+\[|\][^[\]\s]+:\d+\])|(?:\[[^[\]\s]+:\d+\[|\][^[\]\s]+:\d+\])[ACGTNacgtn.]+)$/;
/** A breakend into the assembled insert `<ctg1>`, whole: `C<ctg1>`. */
const assembledInsert = /^(?:[ACGTNacgtn]+<[^<>\s,]+>|<[^<>\s,]+>[ACGTNacgtn]+)$/;
const singleBreakend = /^(?:\.[ACGTNacgtn]+|[ACGTNacgtn]+\.)$/;

/** The mark `<*>` and `<NON_REF>` stand for any other allele; `*` for a deletion that began before; `.` for no alternate. */
export function alleleKind(allele: string): AlleleKind {
  if (sequence.test(allele)) return 'sequence';
  if (allele === '.') return 'missing';
  if (allele === '*') return 'overlapping-deletion';
  if (allele === '<*>' || allele === '<NON_REF>') return 'unspecified';
  if (/^<[^<>\s,]+>$/.test(allele)) return 'symbolic';
  if (breakend.test(allele) || assembledInsert.test(allele)) return 'breakend';
  return singleBreakend.test(allele) ? 'single-breakend' : 'invalid';
}
