import * as z from 'zod';
import { partialDateSchema } from '#shared/base/schemas.ts';
import { recordOf } from '#shared/casefile/record.ts';

/** That somebody's data were taken out on request: how much and why some had to stay, and nothing that tells who it was. */
export const erasureDetailSchema = z.object({
  /** The pedigree number, which stays drawn. */
  pedigreeNumber: z.string().max(20),
  requestedOn: partialDateSchema,
  requestedBy: z.enum(['self', 'parent', 'guardian', 'next-of-kin']),
  by: z.string().max(200),
  /** Hash of the last entry of the history before: a head that was noted then is found again here. */
  historyHead: z.string().max(64),
  removed: z.array(z.object({ what: z.string().max(200), count: z.int().min(0) })).max(50).readonly(),
  kept: z.array(z.object({ what: z.string().max(200), why: z.string().max(1_000) })).max(50).readonly(),
});
export type ErasureDetail = Readonly<z.infer<typeof erasureDetailSchema>>;
export const erasureSchema = recordOf(erasureDetailSchema);
export type Erasure = Readonly<z.infer<typeof erasureSchema>>;
