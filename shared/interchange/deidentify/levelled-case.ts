import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { Removal } from '#shared/interchange/export-request.ts';

/** A case as a level leaves it, with what that took out. */
export interface LevelledCase {
  readonly file: CaseFile;
  readonly removals: readonly Removal[];
  /** The id in the vault of each id of the file; the same where the level keeps ids. */
  readonly originalIds: ReadonlyMap<string, string>;
}
