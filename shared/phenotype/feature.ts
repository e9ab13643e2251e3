import * as z from 'zod';
import { durationSchema, idSchema, partialDateSchema, termIdSchema, versionSchema } from '#shared/base/schemas.ts';

/** When something began or ended, as exactly as it is known. Mirrors the Phenopacket v2 time element. */
export const timeElementSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('age'), duration: durationSchema }),
  z.object({ kind: z.literal('age-range'), start: durationSchema, end: durationSchema }),
  z.object({ kind: z.literal('gestation'), weeks: z.int().min(0).max(45), days: z.int().min(0).max(6) }),
  z.object({ kind: z.literal('term'), termId: termIdSchema, label: z.string().min(1).max(400) }),
  z.object({ kind: z.literal('date'), date: partialDateSchema }),
  z.object({ kind: z.literal('date-range'), start: partialDateSchema, end: partialDateSchema }),
]);
export type TimeElement = z.infer<typeof timeElementSchema>;

/** observed: seen; excluded: looked for and absent; not-assessed: nobody has looked, which is not the same as absent. */
export const featureStates = ['observed', 'excluded', 'not-assessed'] as const;
export type FeatureState = (typeof featureStates)[number];

/** Who or what the statement comes from. */
export const featureSources = ['examination', 'record', 'patient', 'mother', 'father', 'relative', 'import'] as const;
export type FeatureSource = (typeof featureSources)[number];

/** What may be said of a feature besides its term. */
export const featureDetailSchema = z.object({
  state: z.enum(featureStates),
  onset: timeElementSchema.nullable(),
  resolution: timeElementSchema.nullable(),
  /** Below HP:0012824 Severity. */
  severityId: termIdSchema.nullable(),
  /** Below HP:0012831 Laterality. */
  lateralityId: termIdSchema.nullable(),
  /** Other modifiers (progression, temporal and spatial pattern, ...), in the order given. */
  modifierIds: z.array(termIdSchema).max(50).readonly(),
  source: z.enum(featureSources).nullable(),
  /** The day it was said or seen. */
  recordedOn: partialDateSchema.nullable(),
  note: z.string().max(10_000),
  /** Left out of the ranking by the user, to see what depends on it. */
  isIgnored: z.boolean(),
});
export type FeatureDetail = z.infer<typeof featureDetailSchema>;

/** One phenotype statement about one person. */
export const featureSchema = featureDetailSchema.extend({
  id: idSchema,
  version: versionSchema,
  personId: idSchema,
  termId: termIdSchema,
  /** The label at the time of recording, so that a term unknown to a later release can still be read. */
  label: z.string().min(1).max(400),
});
export type Feature = z.infer<typeof featureSchema>;

/**
 * A feature as it counts for a reader. Only what was observed has a severity and an end; of what is absent or was not looked for they stay stored, so that they are
 * there again when the state is set back, but are neither shown nor handed on.
 */
export function statedFeature<Stated extends Pick<FeatureDetail, 'state' | 'severityId' | 'resolution'>>(feature: Stated): Stated {
  return feature.state === 'observed' ? feature : { ...feature, severityId: null, resolution: null };
}

/** The detail of a feature about which nothing more is known than its state. */
export const bareDetail = (state: FeatureState): FeatureDetail => ({
  state,
  onset: null,
  resolution: null,
  severityId: null,
  lateralityId: null,
  modifierIds: [],
  source: null,
  recordedOn: null,
  note: '',
  isIgnored: false,
});
