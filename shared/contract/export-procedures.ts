import * as z from 'zod';
import { idSchema } from '#shared/base/schemas.ts';
import { exportRecordSchema } from '#shared/casefile/export-record.ts';
import { action, query } from '#shared/contract/procedure.ts';
import { consentBlockSchema, exportRequestSchema, removalSchema } from '#shared/interchange/export-request.ts';

const lossSchema = z.object({ kind: z.string(), people: z.array(z.string()).readonly(), message: z.string() });

const exportPreviewSchema = z.object({
  /** The document itself, where it is one for people: self-contained HTML without scripts, the same from which PDF is printed. */
  html: z.string().nullable(),
  /** The file itself, where it is one for programs. */
  text: z.string().nullable(),
  fileName: z.string(),
  removals: z.array(removalSchema).readonly(),
  blocks: z.array(consentBlockSchema).readonly(),
  /** Such as that the shape of the family may tell who it is. */
  warnings: z.array(z.object({ kind: z.string(), message: z.string() })).readonly(),
  losses: z.array(lossSchema).readonly(),
});
export type ExportPreview = Readonly<z.infer<typeof exportPreviewSchema>>;

export const exportProcedures = {
  /** Exactly what would leave, and what stands against it. Records nothing. */
  'export.preview': query(exportRequestSchema, exportPreviewSchema),
  /** Makes the file and records that it left: what, at which level, for whom, its hash. Refused while a consent is missing. */
  'export.make': action(exportRequestSchema, z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string(), exportId: idSchema })),
  'export.list': query(z.object({ caseId: idSchema }), z.array(exportRecordSchema).readonly()),
} as const;
