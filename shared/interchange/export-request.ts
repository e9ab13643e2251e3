import * as z from 'zod';
import { idSchema } from '#shared/base/schemas.ts';
import { consentPurposes } from '#shared/casefile/consent.ts';
import { exportFormats } from '#shared/casefile/export-record.ts';
import { identificationLevels } from '#shared/pedigree/drawing/drawing-context.ts';

/** What leaves the clinic. `case-data`: the case as other programs read it. */
export const exportContentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('case-summary') }),
  z.object({ kind: z.literal('referral-letter'), referralId: idSchema }),
  /** To one branch of the family, through the relative who takes it there. */
  z.object({ kind: z.literal('relatives-letter'), personId: idSchema }),
  z.object({ kind: z.literal('case-data') }),
  z.object({ kind: z.literal('questionnaire') }),
]);
export type ExportContent = Readonly<z.infer<typeof exportContentSchema>>;

export const exportRequestSchema = z.object({
  caseId: idSchema,
  content: exportContentSchema,
  format: z.enum(exportFormats),
  level: z.enum(identificationLevels),
  purpose: z.enum(consentPurposes),
  recipient: z.string().max(300),
  paper: z.enum(['a4', 'letter']),
  /** At a level without dates: moves them all by the constant shift of the family instead of leaving them out. */
  shiftsDates: z.boolean(),
});
export type ExportRequest = Readonly<z.infer<typeof exportRequestSchema>>;

/** What a level took out or put in the place of something, so that the clinician sees it before anything leaves. */
export const removalSchema = z.object({
  /** What kind of thing: name, date, place, identifier, free text, age, private fact, ... */
  kind: z.string(),
  /** Where it stood, such as `II-3, note`. */
  where: z.string(),
  before: z.string(),
  /** Empty: taken out. */
  after: z.string(),
});
export type Removal = Readonly<z.infer<typeof removalSchema>>;

/** Why nothing may leave: whose agreement to what is missing. */
export const consentBlockSchema = z.object({ personId: idSchema, pedigreeNumber: z.string(), name: z.string(), purpose: z.enum(consentPurposes), why: z.enum(['missing', 'refused', 'expired', 'withdrawn']) });
export type ConsentBlock = Readonly<z.infer<typeof consentBlockSchema>>;
