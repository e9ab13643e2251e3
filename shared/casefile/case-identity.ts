import * as z from 'zod';
import { recordOf } from '#shared/casefile/record.ts';

/** By what the family is called outside, and by how many days its dates are moved. Made once per case, kept in the vault and never exported. */
export const caseIdentityDetailSchema = z.object({
  pseudonym: z.string().min(4).max(40),
  /** Between 1 and 365 either way, the same for the whole family. */
  dateShiftDays: z.int().min(-365).max(365),
});
export type CaseIdentityDetail = Readonly<z.infer<typeof caseIdentityDetailSchema>>;
export const caseIdentitySchema = recordOf(caseIdentityDetailSchema);
export type CaseIdentity = Readonly<z.infer<typeof caseIdentitySchema>>;
