import * as z from 'zod';
import { idSchema, partialDateSchema, versionSchema } from '#shared/base/schemas.ts';
import { referralSchema } from '#shared/casefile/referral-record.ts';
import { command, query } from '#shared/contract/procedure.ts';
import { referralDetailSchema, referralStages, referralStepSchema, referralUrgencies } from '#shared/referral/referral.ts';
import { requirementPlaces, requirements, type RequirementId } from '#shared/referral/requirements.ts';

/** Everything that is not a step; those have rules of their own. */
const changeableSchema = referralDetailSchema.omit({ steps: true, declineReason: true });

const stepEditSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('take'),
    step: referralStepSchema,
    appointmentOn: partialDateSchema.nullable(),
    declineReason: referralDetailSchema.shape.declineReason,
    actionAsked: referralDetailSchema.shape.actionAsked,
  }),
  z.object({ kind: z.literal('correct'), index: z.int().min(0).max(199), change: referralStepSchema.omit({ stage: true }).partial() }),
  z.object({ kind: z.literal('take-back') }),
]);

const requirementStateSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('met'), fact: z.string() }),
  z.object({ kind: z.literal('missing'), what: z.string() }),
  z.object({ kind: z.literal('ask'), question: z.string() }),
  z.object({ kind: z.literal('not-applicable'), why: z.string() }),
]);

const readinessSchema = z.object({
  items: z
    .array(
      z.object({
        id: z.enum(Object.keys(requirements) as RequirementId[]),
        label: z.string(),
        why: z.string(),
        place: z.enum(requirementPlaces),
        state: requirementStateSchema,
        judged: z.object({ isMet: z.boolean(), note: z.string() }).nullable(),
      }),
    )
    .readonly(),
  metCount: z.int(),
  askedCount: z.int(),
});

const dueReasonSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set-by-hand') }),
  z.object({ kind: z.literal('appointment') }),
  z.object({ kind: z.literal('rule'), stage: z.enum(referralStages), urgency: z.enum(referralUrgencies), days: z.int(), since: partialDateSchema }),
]);

const dueReferralSchema = z.object({
  caseId: idSchema,
  /** Of the case. */
  reference: z.string(),
  referralId: idSchema,
  destination: z.string(),
  stage: z.enum(referralStages),
  /** A whole day: overdue from the next one on. */
  dueOn: z.iso.date(),
  why: dueReasonSchema,
});
export type DueReferral = Readonly<z.infer<typeof dueReferralSchema>>;

export const referralProcedures = {
  /** In the order in which they were begun. */
  'referral.list': query(z.object({ caseId: idSchema }), z.array(referralSchema).readonly()),
  /** Begins a draft on that day of the clinic's calendar. */
  'referral.add': command(z.object({ caseId: idSchema, templateId: referralDetailSchema.shape.templateId, draftedOn: partialDateSchema, detail: changeableSchema.omit({ templateId: true }).partial() }), referralSchema),
  'referral.change': command(z.object({ referralId: idSchema, version: versionSchema, change: changeableSchema.partial() }), referralSchema),
  /** Takes, corrects or takes back a step, by the rules of the life cycle. */
  'referral.step': command(z.object({ referralId: idSchema, version: versionSchema, edit: stepEditSchema }), referralSchema),
  'referral.remove': command(z.object({ referralId: idSchema, version: versionSchema }), z.object({})),
  /** What the destination asks for, held against the case as it is. */
  'referral.readiness': query(z.object({ referralId: idSchema }), readinessSchema),
  /** The letter as the case gives it now, whatever was edited. */
  'referral.draft': query(z.object({ referralId: idSchema }), z.object({ text: z.string() })),
  /** Of all cases what waits for a next step, the longest waiting first. */
  'referral.due': query(z.object({}), z.array(dueReferralSchema).readonly()),
} as const;
