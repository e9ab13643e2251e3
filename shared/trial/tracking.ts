import * as z from 'zod';
import { idSchema, instantSchema, partialDateSchema, versionSchema } from '#shared/base/schemas.ts';
import { geoPointSchema } from '#shared/trial/study.ts';

/** How far a case is with a study. */
export const trackingStates = ['candidate', 'asked', 'referred', 'screening', 'enrolled', 'declined', 'not-eligible', 'finished'] as const;
export type TrackingState = (typeof trackingStates)[number];

/** States that say nothing without their reason. */
export const statesWithReason: readonly TrackingState[] = ['declined', 'not-eligible'];

export const trackingDetailSchema = z.object({
  state: z.enum(trackingStates),
  /** The day since which it is so. */
  since: partialDateSchema,
  /** Why the family declined, or what rules the person out. */
  reason: z.string().max(2_000),
  note: z.string().max(10_000),
  /** The import up to which its changes were seen. */
  seenImport: z.int().min(0),
});
export type TrackingDetail = Readonly<z.infer<typeof trackingDetailSchema>>;

/** A study that the clinic follows for a case. */
export const trialTrackingSchema = trackingDetailSchema.extend({ id: idSchema, version: versionSchema, caseId: idSchema, studyId: z.string(), createdAt: instantSchema });
export type TrialTracking = Readonly<z.infer<typeof trialTrackingSchema>>;

/** How trials are looked for on behalf of a case. */
export const trialSearchDetailSchema = z.object({
  /** Where the family lives, as near as it wants to say: a town that the data hold, or a point. */
  place: geoPointSchema.extend({ label: z.string().max(200) }).nullable(),
  words: z.string().max(200),
});
export type TrialSearchDetail = Readonly<z.infer<typeof trialSearchDetailSchema>>;

export const trialSearchSchema = trialSearchDetailSchema.extend({ id: idSchema.nullable(), version: z.int().min(0) });
export type TrialSearch = Readonly<z.infer<typeof trialSearchSchema>>;
