import * as z from 'zod';
import { diseaseIdSchema } from '#shared/base/schemas.ts';
import { momentSchema } from '#shared/casefile/moment.ts';
import { recordOf } from '#shared/casefile/record.ts';

/** What happened: `misdiagnosis` is a diagnosis that turned out to be wrong. Tests and referrals have records of their own beside these. */
export const eventKinds = ['symptom', 'visit', 'test', 'result', 'misdiagnosis', 'diagnosis', 'treatment', 'referral', 'decision', 'birth-history', 'other'] as const;
export type EventKind = (typeof eventKinds)[number];

/** One step of the way from the first symptom to a name for it. */
export const odysseyEventDetailSchema = z.object({
  kind: z.enum(eventKinds),
  /** Null: not known when. */
  when: momentSchema.nullable(),
  /** The end of what lasted; null for one moment or what still lasts. */
  until: momentSchema.nullable(),
  title: z.string().max(300),
  note: z.string().max(20_000),
  /** Who saw, tested or decided, and where: clinicians are counted by these. */
  clinician: z.string().max(200),
  place: z.string().max(200),
  diseaseId: diseaseIdSchema.nullable(),
  /** A treatment that is still taken, a symptom that still lasts. */
  isOngoing: z.boolean(),
  /** Not to be shown to the family or to leave the clinic. */
  isPrivate: z.boolean(),
});
export type OdysseyEventDetail = Readonly<z.infer<typeof odysseyEventDetailSchema>>;
export const odysseyEventSchema = recordOf(odysseyEventDetailSchema);
export type OdysseyEvent = Readonly<z.infer<typeof odysseyEventSchema>>;

export const bareEvent: OdysseyEventDetail = { kind: 'visit', when: null, until: null, title: '', note: '', clinician: '', place: '', diseaseId: null, isOngoing: false, isPrivate: false };
