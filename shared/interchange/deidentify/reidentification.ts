import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { IdentificationLevel } from '#shared/pedigree/drawing/drawing-context.ts';

export interface ExportWarning {
  readonly kind: string;
  readonly message: string;
}

export function reidentificationWarnings(_file: CaseFile, _level: IdentificationLevel): readonly ExportWarning[] {
  return [];
}
