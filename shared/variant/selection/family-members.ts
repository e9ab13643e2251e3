import type { Genotype } from '#shared/variant/vcf/genotype.ts';

/** A person of the family as far as selection needs to know. Parents are named where they are known, sequenced or not. */
export interface SelectionMember {
  readonly id: string;
  /** Number of the column among the samples; null where there is none. */
  readonly column: number | null;
  readonly fatherId: string | null;
  readonly motherId: string | null;
  readonly sex: 'female' | 'male' | 'unknown';
  readonly status: 'affected' | 'unaffected' | 'unknown';
}

/** What the file says of one allele in one person. */
export interface Call {
  readonly kind: 'absent' | 'carrier' | 'uncalled';
  readonly copies: number;
  readonly ploidy: number;
}

export const uncalled: Call = { kind: 'uncalled', copies: 0, ploidy: 0 };

/** `allele`: 1 for the first alternate. A genotype with one part missing is a carrier where the other part is the allele. */
export function callOf(genotype: Genotype | null, allele: number): Call {
  if (genotype === null) return uncalled;
  let copies = 0;
  let missing = 0;
  for (const one of genotype.alleles) {
    if (one === allele) copies += 1;
    else if (one < 0) missing += 1;
  }
  if (copies === 0 && missing > 0) return uncalled;
  return sharedCall(copies, genotype.alleles.length);
}

/** There are few different calls, and a file has millions: each is made once. */
const calls = new Map<number, Call>();
function sharedCall(copies: number, ploidy: number): Call {
  const key = ploidy * 1_000 + copies;
  const known = calls.get(key);
  if (known !== undefined) return known;
  const call: Call = { kind: copies > 0 ? 'carrier' : 'absent', copies, ploidy };
  if (calls.size < 1_000) calls.set(key, call);
  return call;
}

/** A family with what each member carries of one allele at one place. */
export interface FamilyCalls {
  readonly members: readonly SelectionMember[];
  readonly call: (id: string | null) => Call;
}

/** True where the person has it in every copy: homozygous, or hemizygous with one copy. */
export const isInEveryCopy = (call: Call): boolean => call.kind === 'carrier' && call.copies === call.ploidy;
