import * as z from 'zod';
import { idSchema, partialDateSchema } from '#shared/base/schemas.ts';
import { recordOf } from '#shared/casefile/record.ts';

/** What somebody's data may be used for. Each is agreed to by itself. */
export const consentPurposes = ['chart', 'referral', 'matchmaker', 'registry', 'trial-contact', 'recontact'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];
export const consentGivers = ['self', 'parent', 'guardian', 'next-of-kin'] as const;

/** One person's agreement to one purpose, or their refusal of it. */
export const consentDetailSchema = z.object({
  personId: idSchema,
  purpose: z.enum(consentPurposes),
  /** False: asked, and refused. */
  isGiven: z.boolean(),
  on: partialDateSchema,
  givenBy: z.enum(consentGivers),
  giverName: z.string().max(200),
  takenBy: z.string().max(200),
  /** The last day on which it holds; null: until it is withdrawn. */
  expiresOn: partialDateSchema.nullable(),
  withdrawnOn: partialDateSchema.nullable(),
  withdrawalNote: z.string().max(2_000),
  note: z.string().max(5_000),
  /** The signed form. */
  documentId: idSchema.nullable(),
});
export type ConsentDetail = Readonly<z.infer<typeof consentDetailSchema>>;
export const consentSchema = recordOf(consentDetailSchema);
export type Consent = Readonly<z.infer<typeof consentSchema>>;

/** Of which nothing is said but whose it is, for what and when. */
export const bareConsent: Omit<ConsentDetail, 'personId' | 'purpose' | 'on'> = { isGiven: true, givenBy: 'self', giverName: '', takenBy: '', expiresOn: null, withdrawnOn: null, withdrawalNote: '', note: '', documentId: null };
