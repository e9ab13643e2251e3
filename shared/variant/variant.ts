import * as z from 'zod';
import { instantSchema, partialDateSchema } from '#shared/base/schemas.ts';
import { criterionCodes, strengths } from '#shared/variant/acmg/criteria.ts';
import { variantClasses } from '#shared/variant/acmg/classify.ts';
import { parseHgvs } from '#shared/variant/hgvs/parse-hgvs.ts';

export const genomeBuilds = ['GRCh37', 'GRCh38'] as const;
export type GenomeBuild = (typeof genomeBuilds)[number];

export const zygosities = ['heterozygous', 'homozygous', 'hemizygous', 'mosaic', 'heteroplasmic', 'homoplasmic', 'unknown'] as const;
export type Zygosity = (typeof zygosities)[number];

export const variantInheritances = ['de-novo', 'maternal', 'paternal', 'both-parents', 'unknown'] as const;
export type VariantInheritance = (typeof variantInheritances)[number];

/** Terms of the Sequence Ontology that reports use, most severe first, with their accession. */
export const consequences = {
  'transcript-ablation': 'SO:0001893',
  'splice-acceptor': 'SO:0001574',
  'splice-donor': 'SO:0001575',
  'stop-gained': 'SO:0001587',
  frameshift: 'SO:0001589',
  'stop-lost': 'SO:0001578',
  'start-lost': 'SO:0002012',
  'transcript-amplification': 'SO:0001889',
  'inframe-insertion': 'SO:0001821',
  'inframe-deletion': 'SO:0001822',
  missense: 'SO:0001583',
  'protein-altering': 'SO:0001818',
  'splice-region': 'SO:0001630',
  synonymous: 'SO:0001819',
  'utr-5': 'SO:0001623',
  'utr-3': 'SO:0001624',
  'non-coding-exon': 'SO:0001792',
  intron: 'SO:0001627',
  upstream: 'SO:0001631',
  downstream: 'SO:0001632',
  regulatory: 'SO:0001566',
  intergenic: 'SO:0001628',
  other: 'SO:0001060',
} as const;
export type Consequence = keyof typeof consequences;
export const consequenceNames = Object.keys(consequences) as readonly Consequence[];

const share = z.number().min(0).max(1);
const shortText = z.string().max(200);

/** Empty, or a description that can be read, of the level named. */
function hgvsSchema(level: 'c' | 'g' | 'm' | 'n' | 'p' | 'r', ...others: readonly string[]) {
  return z.string().max(20_000).refine(
    (text) => {
      if (text === '') return true;
      const reading = parseHgvs(text);
      if (!reading.ok) return false;
      const { expression } = reading.value;
      return [level, ...others].includes(expression.kind === 'protein' ? 'p' : expression.level);
    },
    { error: `expected an HGVS description with ${[level, ...others].map((letter) => `${letter}.`).join(' or ')}` },
  );
}

/** Where on the genome, as in a VCF record: 1-based, alleles on the forward strand; structural alleles stay what the file says. */
export const genomicLocationSchema = z.object({
  build: z.enum(genomeBuilds),
  chromosome: z.string().min(1).max(100),
  position: z.int().min(0).max(4_000_000_000),
  /** End of a structural variant; null where the alleles say it. */
  end: z.int().min(0).max(4_000_000_000).nullable(),
  reference: z.string().min(1).max(100_000),
  alternate: z.string().min(1).max(100_000),
});
export type GenomicLocation = Readonly<z.infer<typeof genomicLocationSchema>>;

/** How the variant lies to another one of the same gene, and how that is known. */
export const phaseSchema = z.object({
  kind: z.enum(['cis', 'trans', 'unknown']),
  /** The finding it is said of; null where none is stored. */
  otherFindingId: z.string().max(300).nullable(),
  knownBy: z.enum(['parents', 'reads', 'statistical', 'cloning', 'unknown']),
});

export const populationFrequencySchema = z.object({
  /** Greatest allele frequency that counts: popmax or filtering frequency where the source has one. */
  frequency: share.nullable(),
  homozygotes: z.int().min(0).nullable(),
  /** Such as gnomAD v4.1, popmax. */
  source: shortText,
});

export const predictorSchema = z.object({ name: z.string().min(1).max(100), score: z.number().nullable(), verdict: shortText });

/** What a public database says of the variant, on a day. */
export const assertionSchema = z.object({
  source: shortText,
  accession: shortText,
  classification: z.enum(variantClasses).nullable(),
  wording: shortText,
  reviewStatus: shortText,
  date: partialDateSchema.nullable(),
  /** When a list brought it; absent where it was typed. */
  importedAt: instantSchema.optional(),
  /** When somebody looked at what the list brought; absent: nobody has yet. */
  reviewedAt: instantSchema.optional(),
});
export type Assertion = Readonly<z.infer<typeof assertionSchema>>;

export const reportSchema = z.object({
  laboratory: shortText,
  accession: shortText,
  date: partialDateSchema.nullable(),
  /** Such as exome, trio; panel of 120 genes; Sanger of exon 8. */
  test: z.string().max(500),
  /** What it cannot see: repeats, mosaicism below 20 %, genes not covered. */
  limits: z.string().max(2_000),
});

export const metCriterionSchema = z.object({
  code: z.enum(criterionCodes),
  strength: z.enum(strengths),
  /** What was observed. */
  evidence: z.string().max(2_000),
  /** Why the strength is not the usual one; empty where it is. */
  reasonForStrength: z.string().max(1_000),
});

/** One classification of the variant; the last of the list is today's. */
export const classificationEntrySchema = z.object({
  classification: z.enum(variantClasses),
  criteria: z.array(metCriterionSchema).max(28).readonly(),
  by: shortText,
  at: instantSchema,
  why: z.string().max(2_000),
});
export type ClassificationEntry = Readonly<z.infer<typeof classificationEntrySchema>>;

/** A sequencing finding of one person, as far as it is known. Empty text and null mean: not known. */
export const variantSchema = z.object({
  gene: z.object({ symbol: z.string().min(1).max(100), hgncId: z.string().regex(/^HGNC:\d+$/, 'expected an HGNC id such as HGNC:3689').nullable() }).nullable(),
  /** Accession with version. */
  transcript: shortText,
  hgvsGenomic: hgvsSchema('g', 'm'),
  hgvsCoding: hgvsSchema('c', 'n'),
  hgvsRna: hgvsSchema('r'),
  hgvsProtein: hgvsSchema('p'),
  location: genomicLocationSchema.nullable(),
  /** For what no description fits: `large deletion of exons 11 to 16`. */
  wording: z.string().max(1_000),
  zygosity: z.enum(zygosities),
  /** Share of cells or mitochondrial copies with it, where it is mosaic or heteroplasmic, and in which tissue. */
  alleleShare: share.nullable(),
  tissue: shortText,
  phase: phaseSchema.nullable(),
  inheritance: z.enum(variantInheritances),
  /** Parentage was confirmed, so that de novo is PS2 and not PM6. */
  isParentageConfirmed: z.boolean(),
  consequence: z.enum(consequenceNames).nullable(),
  exon: shortText,
  frequencies: z.array(populationFrequencySchema).max(20).readonly(),
  predictors: z.array(predictorSchema).max(30).readonly(),
  assertions: z.array(assertionSchema).max(30).readonly(),
  report: reportSchema,
  /** By a second method; null: not known. */
  isConfirmed: z.boolean().nullable(),
  classifications: z.array(classificationEntrySchema).max(200).readonly(),
});
export type Variant = Readonly<z.infer<typeof variantSchema>>;

/** Of which nothing is known. */
export const unknownVariant: Variant = {
  gene: null,
  transcript: '',
  hgvsGenomic: '',
  hgvsCoding: '',
  hgvsRna: '',
  hgvsProtein: '',
  location: null,
  wording: '',
  zygosity: 'unknown',
  alleleShare: null,
  tissue: '',
  phase: null,
  inheritance: 'unknown',
  isParentageConfirmed: false,
  consequence: null,
  exon: '',
  frequencies: [],
  predictors: [],
  assertions: [],
  report: { laboratory: '', accession: '', date: null, test: '', limits: '' },
  isConfirmed: null,
  classifications: [],
};
