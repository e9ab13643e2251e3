import type { LintFacts } from '#shared/pedigree/linter/lint-facts.ts';

/** error: cannot be; warning: very likely wrong, or drawn against the nomenclature; advice: missing, worth asking. */
export type FindingSeverity = 'error' | 'warning' | 'advice';

export interface PedigreeRule {
  /** In kebab-case, stable. */
  readonly id: string;
  readonly severity: FindingSeverity;
  /** One sentence: what is wrong and what to do. It names no patient. */
  readonly message: string;
  readonly source: string;
  /** The individuals of each finding; an empty list for a finding about the whole family. */
  readonly find: (facts: LintFacts) => readonly (readonly string[])[];
}

/** NSGC 2022: Bennett RL, French KS, Resta RG, Austin J. J Genet Couns 2022;31:1238-1248. */
export const nomenclature = (place: string): string => `Bennett et al. 2022, doi 10.1002/jgc4.1621, ${place}`;
/** What follows from what the words mean, with no paper behind it. */
export const byDefinition = 'By definition';
/** A limit that real families hardly ever reach; a slip of the pen is likelier. */
export const plausibility = 'Plausibility';
