import type { BackendContext } from '#electron/backend/context.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import type { JobRun } from '#electron/backend/jobs/job-run.ts';
import { listedSelection } from '#electron/backend/vcf/listed-selection.ts';
import { guessPeople, type SelectionFilters } from '#electron/backend/vcf/selection-family.ts';
import { createSentFiles, type SentFiles } from '#electron/backend/vcf/sent-files.ts';
import type { ByteSource } from '#electron/backend/vcf/vcf-source.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { LargeFile, VcfFilters } from '#shared/contract/vcf-procedures.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { parseRegions } from '#shared/variant/selection/parse-regions.ts';

const noCase = failure('not-found', 'This case is no longer there. It may have been deleted or undone.');
const notSent = failure('not-found', 'This file is no longer being sent. Choose it once more.');

export const sentFiles = createSentFiles();

export const fileHandlers = {
  'file.open': () => success({ fileId: sentFiles.open() }),
  'file.send': async ({ fileId, base64, isLast }) => success({ isWanted: await sentFiles.send(fileId, Buffer.from(base64, 'base64'), isLast) }),
} satisfies Handlers<'file'>;

export const vcfHandlers = {
  'vcf.samples': async ({ caseId, file }, context, run) => {
    const family = familyOf(context, caseId);
    if (!family.ok) return family;
    run.progress(0, null, 'Reading the header');
    const read = await readLargeFile(sentFiles, file, (source, ports) => run.inWorker('vcf.samples', source, ports));
    return read.ok ? success({ ...read.value, people: [...guessPeople(family.value, read.value.samples)] }) : read;
  },
  'vcf.select': async ({ caseId, file, people, filters }, context, run) => {
    const family = familyOf(context, caseId);
    if (!family.ok) return family;
    const asked = filtersOf(filters);
    if (!asked.ok) return asked;
    const families = [{ name: '', family: family.value, conditionId: null, people }];
    const selected = await readLargeFile(sentFiles, file, (source, ports) => run.inWorker('vcf.select', { ...source, families, filters: asked.value }, ports));
    return selected.ok ? success(listedSelection(selected.value)) : selected;
  },
} satisfies Handlers<'vcf'>;

/** Hands the file to a thread and, whatever comes of it, tells the page that sends it when nothing more is wanted. */
export async function readLargeFile<Value>(sent: SentFiles, file: LargeFile, read: (source: ByteSource, ports: Parameters<JobRun['inWorker']>[2]) => Promise<Result<Value, Failure>>): Promise<Result<Value, Failure>> {
  if ('path' in file) return read({ path: file.path }, []);
  const port = sent.read(file.fileId);
  if (port === null) return refusal(notSent);
  try {
    return await read({ port, size: file.size }, [port]);
  } finally {
    sent.close(file.fileId);
  }
}

function familyOf(context: BackendContext, caseId: string): Result<Family, Failure> {
  const { cases, families } = context.vault.repositories();
  return cases.find(caseId) === null ? refusal(noCase) : success(families.ofCase(caseId));
}

function filtersOf({ genes, regions, ...others }: VcfFilters): Result<SelectionFilters, Failure> {
  const read = parseRegions(regions);
  if (!read.ok) return refusal(failure('invalid-input', `${read.error} is not a region. Write chromosome:from-to, such as 10:123200000-123400000.`));
  return success({ ...others, genes: genes === null ? null : new Set(genes.map((gene) => gene.toUpperCase())), regions: read.value.length === 0 ? null : read.value });
}
