import * as z from 'zod';
import { idSchema } from '#shared/base/schemas.ts';
import { consentPurposes } from '#shared/casefile/consent.ts';
import { recordOf } from '#shared/casefile/record.ts';
import { identificationLevels } from '#shared/pedigree/drawing/drawing-context.ts';

export const exportFormats = ['phenopacket', 'family-phenopacket', 'fhir', 'matchmaker', 'registry', 'html', 'pdf', 'docx', 'questionnaire'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** What the clinic keeps of a document that left it: enough to say to whom what went, never the document itself. */
export const exportRecordDetailSchema = z.object({
  by: z.string().max(200),
  /** What it was, such as `case summary` or `letter to relatives`. */
  content: z.string().max(200),
  format: z.enum(exportFormats),
  level: z.enum(identificationLevels),
  purpose: z.enum(consentPurposes),
  recipient: z.string().max(300),
  fileName: z.string().max(300),
  byteCount: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Whose data it holds, and the consents on which it rests. */
  personIds: z.array(idSchema).max(5_000).readonly(),
  consentIds: z.array(idSchema).max(5_000).readonly(),
});
export type ExportRecordDetail = Readonly<z.infer<typeof exportRecordDetailSchema>>;
export const exportRecordSchema = recordOf(exportRecordDetailSchema);
export type ExportRecord = Readonly<z.infer<typeof exportRecordSchema>>;
