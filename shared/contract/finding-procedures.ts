import * as z from 'zod';
import { idSchema, instantSchema, partialDateSchema, versionSchema } from '#shared/base/schemas.ts';
import { findingDetailSchema, findingSchema, genotypeSchema } from '#shared/casefile/finding.ts';
import { command, job, query } from '#shared/contract/procedure.ts';
import { largeFileSchema } from '#shared/contract/vcf-procedures.ts';
import { variantClasses } from '#shared/variant/acmg/classify.ts';
import { assertionSchema, metCriterionSchema } from '#shared/variant/variant.ts';

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

const addedFindingSchema = z.object({
  detail: findingDetailSchema.partial(),
  genotypes: z.array(genotypeSchema.partial().extend({ personId: idSchema, state: genotypeSchema.shape.state })).max(1_000),
});

const assertionImportSchema = z.object({
  /** What the file was recognised as. */
  format: z.enum(['clinvar-summary', 'clinvar-vcf', 'table']),
  rows: z.int(),
  /** Rows that could not be read, with the first of them. */
  unreadable: z.object({ count: z.int(), lines: z.array(z.object({ line: z.int(), problem: z.string() })).readonly() }),
  /** Findings of this vault to which an assertion was added or renewed. */
  touched: z.array(z.object({ caseId: idSchema, reference: z.string(), findingId: idSchema, name: z.string() })).readonly(),
});
export type AssertionImport = Readonly<z.infer<typeof assertionImportSchema>>;

/** A finding that somebody has to look at again. */
const dueFindingSchema = z.object({
  caseId: idSchema,
  reference: z.string(),
  findingId: idSchema,
  name: z.string(),
  dueOn: partialDateSchema,
  /** The day set for it has come, or a public assertion was imported that nobody has looked at. */
  why: z.enum(['review-date', 'assertion']),
});
export type DueFinding = Readonly<z.infer<typeof dueFindingSchema>>;

/** Those of the family who have the variant and would have to be told. */
const carriersSchema = z.array(z.object({ personId: idSchema, isProband: z.boolean(), name: z.string() })).readonly();

/** An imported assertion that touches a finding, with those of the family who have the variant and would have to be told. */
const watchedFindingSchema = z.object({
  caseId: idSchema,
  reference: z.string(),
  findingId: idSchema,
  version: versionSchema,
  name: z.string(),
  classification: z.enum(variantClasses).nullable(),
  assertion: assertionSchema,
  /** Whether it says another class than the one recorded. */
  differs: z.boolean(),
  carriers: carriersSchema,
});
export type WatchedFinding = Readonly<z.infer<typeof watchedFindingSchema>>;

const namedDiseaseSchema = z.object({ id: z.string(), name: z.string(), inheritance: z.array(z.string()).readonly() });

/** A finding in whose gene the release in use sees other diseases than the one before it. */
const geneNewsSchema = z.object({
  caseId: idSchema,
  reference: z.string(),
  findingId: idSchema,
  version: versionSchema,
  name: z.string(),
  gene: z.string(),
  classification: z.enum(variantClasses).nullable(),
  olderRelease: z.string(),
  newerRelease: z.string(),
  gained: z.array(namedDiseaseSchema).readonly(),
  lost: z.array(namedDiseaseSchema).readonly(),
  /** Diseases of both whose inheritance is another now; empty where none is stated. */
  inheritance: z.array(namedDiseaseSchema.extend({ before: z.array(z.string()).readonly() })).readonly(),
  carriers: carriersSchema,
});
export type GeneNews = Readonly<z.infer<typeof geneNewsSchema>>;

export const findingProcedures = {
  /** In the order in which they were recorded. */
  'finding.list': query(z.object({ caseId: idSchema }), z.array(findingSchema).readonly()),
  /** `reported`: the class that the report gives, kept as the first of the history. */
  'finding.add': command(addedFindingSchema.extend({ caseId: idSchema, reported: z.enum(variantClasses).nullable() }), findingSchema),
  /** Several as one change: all or none. Those that the case has already are left as they are; `trans` pairs name two places of the list. */
  'finding.addMany': command(
    z.object({
      caseId: idSchema,
      findings: z.array(addedFindingSchema).min(1).max(500),
      trans: z.array(z.object({ first: z.int().min(0), second: z.int().min(0), knownBy: z.enum(['parents', 'reads']) })).max(500),
    }),
    z.object({ added: z.array(findingSchema).readonly(), alreadyRecordedCount: z.int() }),
  ),
  'finding.change': command(z.object({ findingId: idSchema, version: versionSchema, change: findingDetailSchema.partial() }), findingSchema),
  /** What a test of one person found; null takes it back, as if nobody had tested. */
  'finding.setGenotype': command(z.object({ findingId: idSchema, personId: idSchema, genotype: genotypeSchema.nullable() }), findingSchema),
  /** One more entry of its history. `classification: null`: as the criteria add up; one that differs from them, or has none, needs its reason. */
  'finding.classify': command(z.object({ findingId: idSchema, criteria: z.array(metCriterionSchema).max(28), classification: z.enum(variantClasses).nullable(), why }), findingSchema),
  'finding.remove': command(z.object({ findingId: idSchema, version: versionSchema }), z.object({})),
  /** Of every case, the longest overdue first; those due today or earlier. */
  'finding.due': query(z.object({}), z.array(dueFindingSchema).readonly()),
  /** A list of public assertions (ClinVar's variant_summary or VCF, or a table of gene, hgvs, classification, date, source): what touches a stored finding is kept with it. */
  'finding.importAssertions': job(z.object({ file: largeFileSchema, source: z.string().max(200) }), assertionImportSchema),
  /** Imported assertions that nobody has looked at yet. */
  'finding.watch': query(z.object({}), z.array(watchedFindingSchema).readonly()),
  /** Says that an imported assertion was looked at and the class stays as it is; a new classification says so too. */
  'finding.reviewAssertion': command(z.object({ findingId: idSchema, version: versionSchema }), findingSchema),
  /** Of every case, findings that are not benign, from before the release in use came, whose gene gained or lost a disease in it or has another inheritance, and that nobody has weighed since. */
  'finding.geneNews': query(z.object({}), z.array(geneNewsSchema).readonly()),
  /** Says that the changes of a release were weighed and the class stays as it is; a new classification says so too. */
  'finding.weighGeneNews': command(z.object({ findingId: idSchema, version: versionSchema, release: z.string().min(1).max(200) }), findingSchema),
  'finding.elsewhere': query(z.object({ findingId: idSchema }), z.array(elsewhereSchema).readonly()),
} as const;
