import type { Family } from '#shared/pedigree/family.ts';

/** One item of the nomenclature as a family that shows it. */
export interface GalleryItem {
  /** The figure and item, F1-01 to F5-5. */
  readonly id: string;
  /** Which cell or part of the item; empty where it has one only. */
  readonly variant: string;
  readonly title: string;
  readonly family: Family;
  /** Whose symbols and own lines are the item; empty: the whole family is. */
  readonly shows: readonly string[];
}
