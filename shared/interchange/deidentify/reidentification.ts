import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { IdentificationLevel } from '#shared/casefile/export-record.ts';

export interface ExportWarning {
  readonly kind: string;
  readonly message: string;
}

export function reidentificationWarnings(_file: CaseFile, _level: IdentificationLevel): readonly ExportWarning[] {
  return [];
}
