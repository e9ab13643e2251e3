import { cutText } from '#shared/base/cut-text.ts';
import { findingDetailSchema, type FindingDetail } from '#shared/casefile/finding.ts';
import { allelicStates } from '#shared/interchange/phenopacket/variation-words.ts';
import { genomicLocationSchema, unknownVariant, type GenomeBuild, type GenomicLocation, type Zygosity } from '#shared/variant/variant.ts';

const { zygosity: _zygosity, alleleShare: _alleleShare, tissue: _tissue, classifications: _classifications, ...bareVariant } = unknownVariant;

/** A finding of which nothing is said. */
export const bareDetail: FindingDetail = { ...bareVariant, nextReviewOn: null, note: '' };

const fieldOfLevel = { c: 'hgvsCoding', n: 'hgvsCoding', g: 'hgvsGenomic', m: 'hgvsGenomic', r: 'hgvsRna', p: 'hgvsProtein' } as const;
type HgvsField = (typeof fieldOfLevel)[keyof typeof fieldOfLevel];

/** Of which level a description is, by its letter; undefined where it is none. */
export function hgvsFieldOf(value: string): HgvsField | undefined {
  const level = /^(?:[^:]*:)?([cgmnrp])\./.exec(value)?.[1] as keyof typeof fieldOfLevel | undefined;
  return level === undefined ? undefined : fieldOfLevel[level];
}

/** A description in its field, with the transcript that it names; null where it cannot be read. */
export function hgvsParts(field: HgvsField, value: string): Partial<FindingDetail> | null {
  if (!findingDetailSchema.shape[field].safeParse(value).success) return null;
  const transcript = field === 'hgvsCoding' && value.includes(':') ? { transcript: cutText(value.slice(0, value.indexOf(':')).replace(/\(.*$/, ''), 200) } : {};
  return { [field]: value, ...transcript };
}

const builds: readonly (readonly [RegExp, GenomeBuild])[] = [
  [/^(GRCh38|hg38|b38)/i, 'GRCh38'],
  [/^(GRCh37|hg19|b37)/i, 'GRCh37'],
];

export interface VcfParts {
  readonly assembly: string;
  readonly chromosome: string;
  readonly position: number;
  readonly reference: string;
  readonly alternate: string;
}

/** Null where the parts are no place on a genome that is known here. */
export function locationOf({ assembly, ...parts }: VcfParts): GenomicLocation | null {
  const read = genomicLocationSchema.safeParse({ ...parts, build: builds.find(([pattern]) => pattern.test(assembly))?.[1], end: null });
  return read.success ? read.data : null;
}

export const vcfWords = ({ assembly, chromosome, position, reference, alternate }: VcfParts): string => [assembly, chromosome, String(position), reference, alternate].join(' ');

const zygosityOfId = new Map(Object.entries(allelicStates).map(([zygosity, { id }]) => [id, zygosity as Zygosity]));

/** By the term of GENO, else by its name. */
export const zygosityOf = ({ id, label }: { readonly id: string; readonly label: string }): Zygosity => zygosityOfId.get(id) ?? (Object.keys(allelicStates).find((name) => name === label.trim().toLowerCase()) as Zygosity | undefined) ?? 'unknown';
