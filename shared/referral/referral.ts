import * as z from 'zod';
import { idSchema, partialDateSchema } from '#shared/base/schemas.ts';

/** In the order in which a referral goes; `declined` ends it instead of `closed`. */
export const referralStages = ['drafted', 'sent', 'acknowledged', 'records-complete', 'appointment', 'seen', 'letter-received', 'closed', 'declined'] as const;
export type ReferralStage = (typeof referralStages)[number];
export const referralChannels = ['letter', 'electronic', 'secure-mail', 'fax', 'telephone', 'in-person', 'portal', 'other'] as const;
export const referralUrgencies = ['routine', 'soon', 'urgent'] as const;

/** One stage reached: on which day, by whom, over which channel. */
export const referralStepSchema = z.object({
  stage: z.enum(referralStages),
  on: partialDateSchema,
  by: z.string().max(200),
  channel: z.enum(referralChannels).nullable(),
  note: z.string().max(2_000),
});
export type ReferralStep = Readonly<z.infer<typeof referralStepSchema>>;

/** A referral of the family to somebody else, from the draft to the letter that comes back and what it asked for being done. */
export const referralDetailSchema = z.object({
  /** Which destination's template it follows, such as `undiagnosed-diseases-program`. */
  templateId: z.string().min(1).max(100),
  destination: z.object({
    name: z.string().max(300),
    department: z.string().max(300),
    clinician: z.string().max(200),
    address: z.string().max(1_000),
    email: z.string().max(300),
    phone: z.string().max(100),
  }),
  /** What is asked of them, in one or two sentences. */
  question: z.string().max(5_000),
  urgency: z.enum(referralUrgencies),
  /** Who of the family is referred; empty: the proband. */
  personIds: z.array(idSchema).max(100).readonly(),
  /** Oldest first; the stage of the last is where it stands. Never empty. */
  steps: z.array(referralStepSchema).min(1).max(200).readonly(),
  /** A day set by hand, instead of the one of the due rule of its stage. */
  dueOn: partialDateSchema.nullable(),
  appointmentOn: partialDateSchema.nullable(),
  declineReason: z.string().max(2_000),
  /** What the clinician who refers thinks it is, and why. */
  impression: z.string().max(10_000),
  /** Whether the letter names the candidate diseases of the case, with the reasons. */
  includesDifferential: z.boolean(),
  /** What came back asks to be done. */
  actionAsked: z.string().max(5_000),
  /** The letter as edited by hand; null: as it is drafted from the case. */
  letter: z.string().max(100_000).nullable(),
  /** Requirements of the destination that the clinician judged otherwise than the case shows. */
  judged: z.record(z.string().max(100), z.object({ isMet: z.boolean(), note: z.string().max(2_000) })).readonly(),
  isPrivate: z.boolean(),
});
export type ReferralDetail = Readonly<z.infer<typeof referralDetailSchema>>;

/** A referral of which only the destination's template and the day of the draft are known. */
export const newReferral = (templateId: string, draftedOn: string, by: string): ReferralDetail => ({
  templateId,
  destination: { name: '', department: '', clinician: '', address: '', email: '', phone: '' },
  question: '',
  urgency: 'routine',
  personIds: [],
  steps: [{ stage: 'drafted', on: draftedOn, by, channel: null, note: '' }],
  dueOn: null,
  appointmentOn: null,
  declineReason: '',
  impression: '',
  includesDifferential: true,
  actionAsked: '',
  letter: null,
  judged: {},
  isPrivate: false,
});
