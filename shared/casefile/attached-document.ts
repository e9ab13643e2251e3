import * as z from 'zod';
import { idSchema } from '#shared/base/schemas.ts';
import { recordOf } from '#shared/casefile/record.ts';

/** The largest file that can be attached, in bytes. */
export const largestAttachment = 50 * 1024 * 1024;

/** A letter, report or picture kept with the case. Its bytes stand once in the vault, under their hash, however often they are attached. */
export const attachedDocumentDetailSchema = z.object({
  fileName: z.string().min(1).max(300),
  mediaType: z.string().max(200),
  byteCount: z.int().min(0).max(largestAttachment),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  note: z.string().max(5_000),
  /** What it belongs to, where it belongs to one thing. */
  eventId: idSchema.nullable(),
  testId: idSchema.nullable(),
  referralId: idSchema.nullable(),
  isPrivate: z.boolean(),
});
export type AttachedDocumentDetail = Readonly<z.infer<typeof attachedDocumentDetailSchema>>;
export const attachedDocumentSchema = recordOf(attachedDocumentDetailSchema);
export type AttachedDocument = Readonly<z.infer<typeof attachedDocumentSchema>>;
