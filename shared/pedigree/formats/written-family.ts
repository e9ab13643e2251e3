import type { Family } from '#shared/pedigree/family.ts';

/** A family in the words of a file, with what is needed to find its people there again. */
export interface WrittenFamily {
  readonly name: string;
  readonly family: Family;
  /** What each individual is called in the file. */
  readonly fileIds: ReadonlyMap<string, string>;
  /** Individuals in the file whom the format asked for and nobody told. */
  readonly addedIds: ReadonlySet<string>;
}

/** The text of a file and the families in it. */
export interface WrittenFile {
  readonly text: string;
  readonly written: readonly WrittenFamily[];
}
