import type { ReportProgress } from '#electron/backend/jobs/in-worker.ts';
import { selectionFamily, type FamilyToMap, type SelectionFilters } from '#electron/backend/vcf/selection-family.ts';
import { readLines } from '#electron/backend/vcf/read-lines.ts';
import type { ByteSource } from '#electron/backend/vcf/vcf-source.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { buildOf } from '#shared/variant/selection/genome-region.ts';
import { createVariantSelection, type Selection, type VariantSelection } from '#shared/variant/selection/select-variants.ts';
import { createVcfCheck, type VcfCheckReport } from '#shared/variant/vcf/check/check-vcf.ts';
import type { GenomeBuild } from '#shared/variant/variant.ts';
import { createAnnotationReader } from '#shared/variant/vcf/annotation.ts';
import { createHeaderReader, type VcfHeader } from '#shared/variant/vcf/header.ts';

export type SelectionInFile = ByteSource & {
  readonly families: readonly FamilyToMap[];
  readonly filters: SelectionFilters;
};

/** What the header says: who was sequenced, on which build, and whether the variants are annotated. */
export interface VcfSummary {
  readonly samples: readonly string[];
  readonly build: GenomeBuild | null;
  readonly hasGenes: boolean;
  readonly hasConsequences: boolean;
}

/** Reads no further than the header. */
export async function readVcfSamples(source: ByteSource): Promise<Result<VcfSummary, Failure>> {
  const reader = createHeaderReader();
  let header: VcfHeader | null = null;
  let isVcf = false;
  const read = await readLines(source, () => undefined, (line) => {
    if (header === null && reader.line(line)) {
      header = reader.header();
      isVcf = line.startsWith('#');
    }
    return header === null;
  });
  if (!read.ok) return read;
  if (header === null || !isVcf) return refusal(noVcf);
  const annotations = createAnnotationReader(header);
  return success({ samples: (header as VcfHeader).samples, build: buildOf(header), hasGenes: annotations.hasGenes, hasConsequences: annotations.hasConsequences });
}

/** Goes through the whole file once and gives what fits. */
export async function selectInFile({ families, filters, ...source }: SelectionInFile, progress: ReportProgress): Promise<Result<Selection, Failure>> {
  const reader = createHeaderReader();
  let selection: VariantSelection | null = null;
  let refused: Failure | null = null;
  const read = await readLines(source, readingVariants(progress), (line, number) => {
    if (selection !== null) selection.line(line, number);
    else if (reader.line(line)) {
      const header = reader.header();
      const mapped = families.map((family) => selectionFamily(family, header.samples));
      const used = mapped.flatMap((one) => (one.ok ? [one.value] : []));
      const [first] = mapped;
      if (used.length === 0) refused = first?.ok === false ? first.error : failure('invalid-input', 'There is no family. Draw one first.');
      selection = createVariantSelection({ ...filters, families: used }, header);
    }
    return refused === null;
  });
  if (!read.ok) return read;
  if (refused !== null) return refusal(refused);
  return selection === null ? refusal(noVcf) : success((selection as VariantSelection).end());
}

/** Checks the whole file against its specification. */
export async function checkFile(source: ByteSource, progress: ReportProgress): Promise<Result<VcfCheckReport, Failure>> {
  const check = createVcfCheck();
  const read = await readLines(source, readingVariants(progress), (line, number) => {
    check.line(line, number);
    return true;
  });
  if (!read.ok) return read;
  if (!read.value.hasEndBlock) check.tell('warning', 'bgzip-end', 0, 'the empty block that ends a bgzip file is missing: the file may be cut off');
  return success(check.end(read.value.isEnded));
}

const noVcf = failure('invalid-input', 'This is no VCF file: the line #CHROM is missing.');

const readingVariants = (progress: ReportProgress) => (done: number, total: number): void => progress(done, total, 'Reading variants');
