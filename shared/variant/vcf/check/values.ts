import type { FieldNumber, FieldType } from '#shared/variant/vcf/header.ts';
import { genotypeCount } from '#shared/variant/vcf/genotype.ts';

/** Integers are 32-bit, and the eight least are reserved by the binary form (VCF specification 4.3, section 1.3). */
const leastInteger = -(2 ** 31) + 8;
const greatestInteger = 2 ** 31 - 1;

const float = /^[-+]?(?:(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?|inf|infinity|nan)$/i;

/** What is wrong with a value of a type; null where nothing is. The missing value fits every type. */
export function typeProblem(value: string, type: FieldType): string | null {
  if (value === '.') return null;
  switch (type) {
    case 'Integer': {
      if (!/^[-+]?\d+$/.test(value)) return 'is not a whole number';
      const number = Number(value);
      return number < leastInteger || number > greatestInteger ? 'does not fit into 32 bits' : null;
    }
    case 'Float':
      return float.test(value) ? null : 'is not a number';
    case 'Character':
      return [...value].length === 1 || /^%[0-9A-Fa-f]{2}$/.test(value) ? null : 'is not one character';
    case 'String':
    case 'Flag':
      return value === '' ? 'is empty' : null;
    default:
      return null;
  }
}

/** How many values there must be; null where any number will do or it is not known. */
export function expectedCount(number: FieldNumber, alternates: number, ploidy: number | null): number | null {
  if (typeof number === 'number') return number;
  if (number === 'A') return alternates;
  if (number === 'R') return alternates + 1;
  if (number === 'G') return ploidy === null ? null : genotypeCount(alternates + 1, ploidy);
  return number === 'P' ? ploidy : null;
}
