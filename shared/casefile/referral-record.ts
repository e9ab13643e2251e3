import type * as z from 'zod';
import { recordOf } from '#shared/casefile/record.ts';
import { referralDetailSchema } from '#shared/referral/referral.ts';

/** A referral as the vault keeps it. */
export const referralSchema = recordOf(referralDetailSchema);
export type Referral = Readonly<z.infer<typeof referralSchema>>;
