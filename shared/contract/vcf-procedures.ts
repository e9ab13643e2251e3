import * as z from 'zod';
import { idSchema } from '#shared/base/schemas.ts';
import { action, job } from '#shared/contract/procedure.ts';
import { selectionModes } from '#shared/variant/selection/fit-mode.ts';
import { consequenceNames, genomeBuilds } from '#shared/variant/variant.ts';
import { leastEffects } from '#shared/variant/vcf/consequence-terms.ts';

/** A file of this machine by its path, or one that the page sends by `file.send` under the name that `file.open` gave. */
export const largeFileSchema = z.union([z.object({ path: z.string().min(1).max(4_000) }), z.object({ fileId: z.uuid(), size: z.int().min(0) })]);
export type LargeFile = Readonly<z.infer<typeof largeFileSchema>>;

/** Of a piece, in base64. */
const largestPiece = 24_000_000;

const sampledPersonSchema = z.object({ personId: idSchema, sample: z.string().max(1_000).nullable(), status: z.enum(['affected', 'unaffected', 'unknown']) });
export type SampledPersonChoice = Readonly<z.infer<typeof sampledPersonSchema>>;

const personCallSchema = z.object({
  genotype: z.string(),
  copies: z.int().nullable(),
  ploidy: z.int().nullable(),
  alternateReads: z.number().nullable(),
  reads: z.number().nullable(),
  quality: z.number().nullable(),
});

const selectedVariantSchema = z.object({
  family: z.string(),
  line: z.int(),
  chromosome: z.string(),
  position: z.int(),
  id: z.string(),
  reference: z.string(),
  alternate: z.string(),
  genes: z.array(z.string()).readonly(),
  gene: z.string(),
  consequences: z.array(z.string()).readonly(),
  consequence: z.enum(consequenceNames).nullable(),
  transcript: z.string(),
  hgvsCoding: z.string(),
  hgvsProtein: z.string(),
  quality: z.number().nullable(),
  filter: z.string(),
  frequency: z.number().nullable(),
  people: z.record(z.string(), personCallSchema).readonly(),
  pattern: z.string(),
  /** People are named by their ids. */
  notes: z.array(z.string()).readonly(),
});

const selectedPairSchema = z.object({
  family: z.string(),
  genes: z.array(z.string()).readonly(),
  variants: z.tuple([selectedVariantSchema, selectedVariantSchema]).readonly(),
  phase: z.enum(['trans', 'unknown']),
  knownBy: z.enum(['parents', 'reads']).nullable(),
  notes: z.array(z.string()).readonly(),
});

const sampleDoubtSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('sex'), personId: idSchema, drawn: z.enum(['female', 'male']), heterozygous: z.int(), compared: z.int() }),
  z.object({ kind: z.literal('parentage'), personId: idSchema, parentId: idSchema, opposite: z.int(), compared: z.int() }),
]);

const unreadableLineSchema = z.object({ line: z.int(), problem: z.string() });

const vcfSelectionSchema = z.object({
  build: z.enum(genomeBuilds).nullable(),
  records: z.int(),
  unreadable: z.object({ count: z.int(), lines: z.array(unreadableLineSchema).readonly() }),
  hasGenes: z.boolean(),
  hasConsequences: z.boolean(),
  doubts: z.array(sampleDoubtSchema).readonly(),
  /** The most severe and rarest first; no more than can be looked through. */
  variants: z.array(selectedVariantSchema).readonly(),
  variantCount: z.int(),
  pairs: z.array(selectedPairSchema).readonly(),
  pairCount: z.int(),
  isCut: z.boolean(),
  setAside: z.partialRecord(z.enum(['new-in-child', 'parent-uncalled', 'parent-lacks-it', 'not-in-parent-of-origin', 'homozygous-new']), z.int()).readonly(),
});
export type VcfSelection = Readonly<z.infer<typeof vcfSelectionSchema>>;

export const vcfFiltersSchema = z.object({
  mode: z.enum(selectionModes),
  genes: z.array(z.string().max(100)).max(30_000).nullable(),
  /** As typed: `10:123200000-123400000, X`. Empty: everywhere. */
  regions: z.string().max(200_000),
  maxFrequency: z.number().min(0).max(1).nullable(),
  minQuality: z.number().min(0).nullable(),
  minGenotypeQuality: z.number().min(0).nullable(),
  passOnly: z.boolean(),
  leastEffect: z.enum(leastEffects),
  reducedPenetrance: z.boolean(),
  includeUncalled: z.boolean(),
});
export type VcfFilters = Readonly<z.infer<typeof vcfFiltersSchema>>;

export const vcfProcedures = {
  /** A name for a file of any size that the page is about to send in pieces. */
  'file.open': action(z.object({}), z.object({ fileId: z.uuid() })),
  /** Answers when the reader has taken the piece; `isWanted: false` where it needs no more. */
  'file.send': action(z.object({ fileId: z.uuid(), base64: z.base64().max(largestPiece), isLast: z.boolean() }), z.object({ isWanted: z.boolean() })),
  /** Reads the header: who was sequenced, and who of the family that probably is. */
  'vcf.samples': job(z.object({ caseId: idSchema, file: largeFileSchema }), z.object({ samples: z.array(z.string()).readonly(), people: z.array(sampledPersonSchema).readonly(), build: z.enum(genomeBuilds).nullable(), hasGenes: z.boolean(), hasConsequences: z.boolean() })),
  /** Goes through the file once and keeps nothing of it but what it answers. */
  'vcf.select': job(z.object({ caseId: idSchema, file: largeFileSchema, people: z.array(sampledPersonSchema).max(5_000), filters: vcfFiltersSchema }), vcfSelectionSchema),
} as const;
