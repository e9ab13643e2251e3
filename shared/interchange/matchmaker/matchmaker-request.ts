import * as z from 'zod';

const curie = z.string().regex(/^[A-Za-z][\w.]*:\S+$/);
const termId = z.string().regex(/^HP:\d{7}$/);

/**
 * A request of the Matchmaker Exchange, version 1.1 (https://github.com/ga4gh/mme-apis, search-api): at least one of phenotype and genes; positions count from 0; zygosity
 * is the number of copies. Stricter than the specification only where that leaves a choice, such as ids of ontologies.
 */
export const matchmakerPatientSchema = z
  .strictObject({
    id: z.string().min(1),
    label: z.string().optional(),
    contact: z.strictObject({ name: z.string().min(1), institution: z.string().optional(), href: z.url({ protocol: /^(?:https?|mailto)$/ }), roles: z.array(z.string()).optional(), email: z.email().optional() }),
    species: z.string().optional(),
    sex: z.enum(['FEMALE', 'MALE', 'OTHER', 'MIXED_SAMPLE', 'NO_SEX']).optional(),
    ageOfOnset: termId.optional(),
    inheritanceMode: termId.optional(),
    test: z.boolean().optional(),
    disorders: z.array(z.strictObject({ id: curie, label: z.string().optional() })).optional(),
    features: z.array(z.strictObject({ id: termId, label: z.string().optional(), observed: z.enum(['yes', 'no']).optional(), ageOfOnset: termId.optional() })).optional(),
    genomicFeatures: z
      .array(
        z.strictObject({
          gene: z.strictObject({ id: z.string().min(1) }),
          variant: z
            .strictObject({ assembly: z.enum(['NCBI36', 'GRCh37', 'GRCh38', 'GRCh37.p13', 'GRCh38.p1']), referenceName: z.string().regex(/^(?:[1-9]|1\d|2[0-2]|X|Y|MT)$/), start: z.int().min(0).optional(), end: z.int().min(0).optional(), referenceBases: z.string().regex(/^[ACGT]*$/).optional(), alternateBases: z.string().regex(/^[ACGT]*$/).optional() })
            .optional(),
          zygosity: z.union([z.literal(1), z.literal(2)]).optional(),
          type: z.strictObject({ id: z.string().regex(/^SO:\d{7}$/), label: z.string().optional() }).optional(),
        }),
      )
      .optional(),
  })
  .refine(({ features, genomicFeatures }) => (features?.length ?? 0) > 0 || (genomicFeatures?.length ?? 0) > 0, { error: 'expected features or genomicFeatures' });
export type MatchmakerPatient = z.infer<typeof matchmakerPatientSchema>;
export const matchmakerRequestSchema = z.strictObject({ patient: matchmakerPatientSchema });
