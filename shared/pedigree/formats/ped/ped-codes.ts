import type { SexAssignedAtBirth } from '#shared/pedigree/individual.ts';

const missingValues: ReadonlySet<string> = new Set(['', '0', '-9', '.', 'na', 'n/a', 'nan', 'none', 'null', 'unknown', 'x']);

/** `0` and its kin: no parent. */
export const isNobody = (text: string): boolean => missingValues.has(text.toLowerCase()) && text.toLowerCase() !== 'x';

const sexes = new Map<string, SexAssignedAtBirth>(Object.entries({ '1': 'male', m: 'male', male: 'male', '2': 'female', f: 'female', female: 'female', '0': 'unknown', '-1': 'unknown', '3': 'unknown', u: 'unknown', other: 'unknown', ambiguous: 'unassigned' } as const));

/** Null where the text is no code for a sex. */
export function sexOf(text: string): SexAssignedAtBirth | null {
  const code = text.toLowerCase();
  return sexes.get(code) ?? (missingValues.has(code) ? 'unknown' : null);
}

export type PhenotypeCode = 'affected' | 'unaffected' | 'unknown';

/**
 * How a column of phenotypes is to be read. standard: 2 affected, 1 unaffected, 0 unknown. zero-one: 1 affected, 0 unaffected, as R writes, where
 * `NA` says what is unknown and nothing is 2. quantities: numbers that are no codes.
 */
export type PhenotypeCoding = 'standard' | 'zero-one' | 'quantities' | 'not-codes';

const words = new Map<string, PhenotypeCode>(Object.entries({ affected: 'affected', a: 'affected', case: 'affected', yes: 'affected', true: 'affected', t: 'affected', unaffected: 'unaffected', u: 'unaffected', control: 'unaffected', no: 'unaffected', false: 'unaffected', f: 'unaffected' } as const));

/** `isTitled`: only a program that writes titles writes `NA` for what is unknown. */
export function codingOf(values: readonly string[], isTitled: boolean): PhenotypeCoding {
  const codes = new Set(values.map((value) => value.toLowerCase()));
  const others = [...codes].filter((code) => !['0', '1', '2'].includes(code) && !missingValues.has(code) && !words.has(code));
  if (others.length > 0) return others.every((code) => Number.isFinite(Number(code))) ? 'quantities' : 'not-codes';
  return isTitled && codes.has('na') && codes.has('0') && codes.has('1') && !codes.has('2') ? 'zero-one' : 'standard';
}

export function phenotypeOf(text: string, coding: PhenotypeCoding): PhenotypeCode {
  const code = text.toLowerCase();
  if (code === '2') return 'affected';
  if (code === '1') return coding === 'zero-one' ? 'affected' : 'unaffected';
  if (code === '0' && coding === 'zero-one') return 'unaffected';
  return words.get(code) ?? 'unknown';
}

/** 1 dead, 0 alive. */
export function vitalStatusOf(text: string): 'alive' | 'deceased' | 'unknown' {
  const code = text.toLowerCase();
  if (['1', 'dead', 'deceased', 'd', 'yes', 'true', 'y'].includes(code)) return 'deceased';
  return ['0', 'alive', 'a', 'no', 'false', 'n'].includes(code) ? 'alive' : 'unknown';
}
