import * as z from 'zod';
import { idSchema, instantSchema, partialDateSchema, versionSchema } from '#shared/base/schemas.ts';
import { printDescription } from '#shared/variant/hgvs/print-hgvs.ts';
import { parseHgvs } from '#shared/variant/hgvs/parse-hgvs.ts';
import { classificationEntrySchema, variantSchema, zygosities } from '#shared/variant/variant.ts';

/** What a test of one person found of the variant. Of whom there is no entry nobody tested. */
export const genotypeStates = [...zygosities, 'absent'] as const;
export type GenotypeState = (typeof genotypeStates)[number];

export const genotypeSchema = variantSchema.pick({ alleleShare: true, tissue: true }).extend({ state: z.enum(genotypeStates) });
export type Genotype = Readonly<z.infer<typeof genotypeSchema>>;

const personGenotypeSchema = genotypeSchema.extend({ personId: idSchema });
export type PersonGenotype = Readonly<z.infer<typeof personGenotypeSchema>>;

/** The variant itself and the test that found it; what it is in each person and its class stand apart. */
export const findingDetailSchema = variantSchema.omit({ zygosity: true, alleleShare: true, tissue: true, classifications: true }).extend({
  /** When somebody has to look at it again; null: never. */
  nextReviewOn: partialDateSchema.nullable(),
  note: z.string().max(50_000),
  /** The release of the knowledge whose changes to the gene somebody has weighed. */
  geneWeighedIn: z.string().max(200).optional(),
});
export type FindingDetail = Readonly<z.infer<typeof findingDetailSchema>>;

/** A sequencing finding: one variant in one case, whoever of the family has it. */
export const findingSchema = findingDetailSchema.extend({
  id: idSchema,
  version: versionSchema,
  caseId: idSchema,
  createdAt: instantSchema,
  genotypes: z.array(personGenotypeSchema).readonly(),
  /** Oldest first; the last one holds. */
  classifications: z.array(classificationEntrySchema).readonly(),
});
export type Finding = Readonly<z.infer<typeof findingSchema>>;

/** Copies of the variant in a person; null where the test does not say how many. */
export function copiesOf({ state }: Pick<Genotype, 'state'>): 0 | 1 | 2 | null {
  if (state === 'absent') return 0;
  if (state === 'homozygous') return 2;
  return state === 'unknown' ? null : 1;
}

export const isCarried = ({ state }: Pick<Genotype, 'state'>): boolean => state !== 'absent';

/** The variant without gene and transcript, spelled one way, so that the same one is known again: `c.755C>G`. Empty where nothing is said of it. */
export function plainDescription(detail: Pick<FindingDetail, 'hgvsCoding' | 'hgvsGenomic' | 'hgvsProtein' | 'wording'>): string {
  for (const text of [detail.hgvsCoding, detail.hgvsGenomic, detail.hgvsProtein]) {
    const reading = text === '' ? null : parseHgvs(text);
    if (reading?.ok === true) return printDescription(reading.value.expression);
  }
  return detail.wording.trim();
}

/** Gene and variant in one line, as it is called in lists and in the history. */
export function findingName(detail: Pick<FindingDetail, 'gene' | 'hgvsCoding' | 'hgvsGenomic' | 'hgvsProtein' | 'wording'>): string {
  return [detail.gene?.symbol ?? '', plainDescription(detail)].filter((part) => part !== '').join(' ');
}

/**
 * When a variant that was left uncertain is due again: a year on.
 * Source: Deignan et al. 2019, doi 10.1038/s41436-019-0478-1, advise a regular interval and leave its length to the clinic; a year is short enough that the
 * 1 to 2 years which laboratories name are kept.
 */
export function reviewDueAfter(at: string): string {
  const year = String(Number(at.slice(0, 4)) + 1).padStart(4, '0');
  const day = at.slice(4, 10);
  return `${year}${day === '-02-29' ? '-02-28' : day}`;
}
