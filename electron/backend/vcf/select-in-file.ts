import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { ReportProgress } from '#electron/backend/jobs/in-worker.ts';
import { selectionFamily, type FamilyToMap, type SelectionFilters } from '#electron/backend/vcf/selection-family.ts';
import { DamagedPacking, readVcfText } from '#electron/backend/vcf/vcf-text.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { createVariantSelection, type Selection, type VariantSelection } from '#shared/variant/selection/select-variants.ts';
import { createVcfCheck, type VcfCheckReport } from '#shared/variant/vcf/check/check-vcf.ts';
import { createHeaderReader, type VcfHeader } from '#shared/variant/vcf/header.ts';
import { createLineReader } from '#shared/variant/vcf/line-reader.ts';

/** A file on this machine; it is read where it lies and never copied. */
export interface VcfFile {
  readonly path: string;
}
export interface SelectionInFile extends VcfFile {
  readonly families: readonly FamilyToMap[];
  readonly filters: SelectionFilters;
}

/** The names of the samples, for mapping them to people. */
export async function readVcfSamples({ path }: VcfFile): Promise<Result<readonly string[], Failure>> {
  const reader = createHeaderReader();
  let header: VcfHeader | null = null;
  const read = await readLines(path, () => undefined, (line) => {
    if (header === null && reader.line(line)) header = reader.header();
    return header === null;
  });
  if (!read.ok) return read;
  return success(reader.header().samples);
}

/** Goes through the whole file once and gives what fits. */
export async function selectInFile({ path, families, filters }: SelectionInFile, progress: ReportProgress): Promise<Result<Selection, Failure>> {
  const reader = createHeaderReader();
  let selection: VariantSelection | null = null;
  let refused: Failure | null = null;
  const read = await readLines(path, progress, (line, number) => {
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
  return selection === null ? refusal(failure('invalid-input', 'This is no VCF file: the line #CHROM is missing.')) : success((selection as VariantSelection).end());
}

/** Checks the whole file against its specification. */
export async function checkFile({ path }: VcfFile, progress: ReportProgress): Promise<Result<VcfCheckReport, Failure>> {
  const check = createVcfCheck();
  const read = await readLines(path, progress, (line, number) => {
    check.line(line, number);
    return true;
  });
  if (!read.ok) return read;
  if (!read.value.hasEndBlock) check.tell('warning', 'bgzip-end', 0, 'the empty block that ends a bgzip file is missing: the file may be cut off');
  return success(check.end(read.value.isEnded));
}

interface LinesRead {
  readonly isEnded: boolean;
  readonly hasEndBlock: boolean;
}

/** `onLine` says whether to go on. */
async function readLines(path: string, progress: ReportProgress, onLine: (line: string, number: number) => boolean): Promise<Result<LinesRead, Failure>> {
  let isWanted = true;
  const lines = createLineReader((line, number) => {
    if (isWanted) isWanted = onLine(line, number);
  });
  try {
    const { size } = await stat(path);
    const text = readVcfText(createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Uint8Array>);
    for await (const piece of text.pieces) {
      lines.push(piece);
      if (!isWanted) return success({ isEnded: true, hasEndBlock: true });
      progress(text.bytesRead(), size, 'Reading variants');
    }
    return success({ isEnded: !lines.end(), hasEndBlock: text.hasEndBlock() });
  } catch (fault) {
    if (fault instanceof DamagedPacking) return refusal(failure('invalid-input', 'The gzip file is damaged or ends too early. Get it once more.'));
    const isOfTheDisk = fault instanceof Error && 'code' in fault && /^E[A-Z]+$/.test(String(fault.code));
    if (isOfTheDisk) return refusal(failure('storage', 'The file cannot be opened. See that it is there and may be read.'));
    throw fault;
  }
}
