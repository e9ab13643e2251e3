import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { IdentificationLevel } from '#shared/pedigree/drawing/drawing-context.ts';
import type { LevelledCase } from '#shared/interchange/deidentify/levelled-case.ts';
import { withoutPrivateRecords } from '#shared/interchange/deidentify/without-private-records.ts';

export interface LevelOptions {
  readonly level: IdentificationLevel;
  /** By what the family is called outside. */
  readonly pseudonym: string;
  /** Days by which every date is moved; null: dates go. */
  readonly shiftDays: number | null;
  /** The day of the export. */
  readonly today: string;
}

export function deidentifyCase(original: CaseFile, _options: LevelOptions): LevelledCase {
  const { file, removals } = withoutPrivateRecords(original);
  return { file, removals, originalIds: new Map() };
}
