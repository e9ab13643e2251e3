import type { AminoAcid } from '#shared/variant/hgvs/amino-acids.ts';

/** What the positions count on: coding DNA, genomic, mitochondrial, non-coding RNA's DNA, RNA. */
export const nucleotideLevels = ['c', 'g', 'm', 'n', 'r'] as const;
export type NucleotideLevel = (typeof nucleotideLevels)[number];

/** A description of a variant by the recommendations of the HGVS (version 21): what it counts on, and what changed there. */
export type HgvsExpression = NucleotideExpression | ProteinExpression;

interface ExpressionHead {
  /** Accession with version, such as NM_000059.4; null where only the description was given. */
  readonly reference: string | null;
  /** What stood in parentheses behind it or alone before the colon: a gene symbol, or the transcript of a genomic reference. */
  readonly selector: string | null;
}
export interface NucleotideExpression extends ExpressionHead {
  readonly kind: 'nucleotide';
  readonly level: NucleotideLevel;
  readonly alleles: Alleles<NucleotideChange>;
}
export interface ProteinExpression extends ExpressionHead {
  readonly kind: 'protein';
  readonly alleles: Alleles<ProteinChange>;
}

/** One change, or several and how they lie to each other: together on one chromosome, on both, or not known. */
export type Alleles<Change> =
  | { readonly kind: 'one'; readonly change: Change }
  | { readonly kind: 'cis'; readonly changes: readonly Change[] }
  | { readonly kind: 'trans'; readonly chromosomes: readonly (readonly Change[])[] }
  | { readonly kind: 'unknown-phase'; readonly changes: readonly Change[] };

/** A place between bases counted from one of three anchors. `offset` goes into the intron: +5, −3; null beside a sign: `+?`. */
export type Point =
  | { readonly kind: 'base'; readonly anchor: 'numbered' | 'before-start' | 'after-stop'; readonly base: number | null; readonly offset: Offset | null }
  | { readonly kind: 'end'; readonly name: 'pter' | 'qter' | 'cen' }
  | { readonly kind: 'unknown' };
export interface Offset {
  readonly direction: 'downstream' | 'upstream';
  readonly distance: number | null;
}
/** An end of the changed stretch: a point, or somewhere between two. */
export type Endpoint = Point | { readonly kind: 'between'; readonly earliest: Point; readonly latest: Point };

export interface NucleotidePlace {
  readonly from: Endpoint;
  /** Null where one place is meant. */
  readonly to: Endpoint | null;
}

export type NucleotideEdit =
  | { readonly kind: 'substitution'; readonly reference: string; readonly alternate: string }
  | { readonly kind: 'deletion' }
  | { readonly kind: 'duplication' }
  | { readonly kind: 'inversion' }
  | { readonly kind: 'insertion'; readonly inserted: readonly Inserted[] }
  | { readonly kind: 'deletion-insertion'; readonly inserted: readonly Inserted[] }
  | { readonly kind: 'repeat'; readonly units: readonly RepeatUnit[] }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'unknown' };

/** A piece of what was inserted. */
export type Inserted =
  | { readonly kind: 'bases'; readonly bases: string }
  /** `N[12]`, `A[20_30]`: so many of them. */
  | { readonly kind: 'repeated'; readonly bases: string; readonly count: RepeatCount }
  /** A stretch of the same reference, `850_900` or `850_900inv`, or of another one, `NC_000022.10:g.35788169_35788352`. */
  | { readonly kind: 'copied'; readonly reference: string | null; readonly level: NucleotideLevel | null; readonly place: NucleotidePlace; readonly isInverted: boolean }
  | { readonly kind: 'unknown' };

export interface RepeatUnit {
  /** Empty where only the count was given: `c.54_56[23]`. */
  readonly bases: string;
  readonly count: RepeatCount;
}
/** `[23]`, `[(20_30)]`, `[?]`. Null: not known. */
export interface RepeatCount {
  readonly least: number | null;
  readonly most: number | null;
}

/** `predicted`: in parentheses, not shown by an experiment. */
export type NucleotideChange =
  | { readonly kind: 'edit'; readonly place: NucleotidePlace; readonly edit: NucleotideEdit; readonly predicted: boolean }
  /** Of the whole molecule: unchanged, unknown, none of it there, spliced differently (r.). */
  | { readonly kind: 'whole'; readonly what: 'unchanged' | 'unknown' | 'nothing' | 'spliced'; readonly predicted: boolean };

export interface Residue {
  readonly aminoAcid: AminoAcid;
  readonly position: number;
}
export interface ProteinPlace {
  readonly from: Residue;
  readonly to: Residue | null;
}
export type ProteinEdit =
  | { readonly kind: 'substitution'; readonly alternate: AminoAcid }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'deletion' }
  | { readonly kind: 'duplication' }
  | { readonly kind: 'insertion'; readonly inserted: InsertedResidues }
  | { readonly kind: 'deletion-insertion'; readonly inserted: InsertedResidues }
  | { readonly kind: 'repeat'; readonly count: RepeatCount }
  /** `alternate` and `stopAt` may be left out: `Arg97fs`. */
  | { readonly kind: 'frameshift'; readonly alternate: AminoAcid | null; readonly stopAt: StopAt | null }
  /** At the start `Met1ext-5`, at the end `Ter110GlnextTer17`. */
  | { readonly kind: 'extension-before-start'; readonly alternate: AminoAcid | null; readonly newStart: number }
  | { readonly kind: 'extension-after-stop'; readonly alternate: AminoAcid | null; readonly stopAt: StopAt };
/** How far the new reading frame goes to its stop; null distance: no stop was met. */
export interface StopAt {
  readonly distance: number | null;
}
export type InsertedResidues =
  | { readonly kind: 'residues'; readonly residues: readonly AminoAcid[] }
  | { readonly kind: 'count'; readonly count: RepeatCount };

export type ProteinChange =
  | { readonly kind: 'edit'; readonly place: ProteinPlace; readonly edit: ProteinEdit; readonly predicted: boolean }
  /** `p.=`, `p.?`, `p.0`, `p.0?`. */
  | { readonly kind: 'whole'; readonly what: 'unchanged' | 'unknown' | 'nothing' | 'probably-nothing'; readonly predicted: boolean };
