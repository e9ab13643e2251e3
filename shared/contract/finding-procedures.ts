import * as z from 'zod';
import { idSchema, instantSchema, versionSchema } from '#shared/base/schemas.ts';
import { findingDetailSchema, findingSchema, genotypeSchema } from '#shared/casefile/finding.ts';
import { command, query } from '#shared/contract/procedure.ts';
import { variantClasses } from '#shared/variant/acmg/classify.ts';
import { metCriterionSchema } from '#shared/variant/variant.ts';

const why = z.string().max(2_000);

/** The same variant, or another one of the same gene, in another case of this vault: by its reference, without a name. */
const elsewhereSchema = z.object({
  findingId: idSchema,
  caseId: idSchema,
  reference: z.string(),
  isSameVariant: z.boolean(),
  name: z.string(),
  /** What was decided there last. */
  decided: z.object({ classification: z.enum(variantClasses), at: instantSchema, by: z.string(), why: z.string() }).nullable(),
});
export type FindingElsewhere = Readonly<z.infer<typeof elsewhereSchema>>;

export const findingProcedures = {
  /** In the order in which they were recorded. */
  'finding.list': query(z.object({ caseId: idSchema }), z.array(findingSchema).readonly()),
  /** `reported`: the class that the report gives, kept as the first of the history. */
  'finding.add': command(
    z.object({
      caseId: idSchema,
      detail: findingDetailSchema.partial(),
      genotypes: z.array(genotypeSchema.partial().extend({ personId: idSchema, state: genotypeSchema.shape.state })).max(1_000),
      reported: z.enum(variantClasses).nullable(),
    }),
    findingSchema,
  ),
  'finding.change': command(z.object({ findingId: idSchema, version: versionSchema, change: findingDetailSchema.partial() }), findingSchema),
  /** What a test of one person found; null takes it back, as if nobody had tested. */
  'finding.setGenotype': command(z.object({ findingId: idSchema, personId: idSchema, genotype: genotypeSchema.nullable() }), findingSchema),
  /** One more entry of its history. `classification: null`: as the criteria add up; one that differs from them, or has none, needs its reason. */
  'finding.classify': command(z.object({ findingId: idSchema, criteria: z.array(metCriterionSchema).max(28), classification: z.enum(variantClasses).nullable(), why }), findingSchema),
  'finding.remove': command(z.object({ findingId: idSchema, version: versionSchema }), z.object({})),
  'finding.elsewhere': query(z.object({ findingId: idSchema }), z.array(elsewhereSchema).readonly()),
} as const;
