import { gunzipSync } from 'node:zlib';
import { matchAssertionsInFile, type AssertionsInFile } from '#electron/backend/findings/assertions-in-file.ts';
import type { ReportProgress } from '#electron/backend/jobs/in-worker.ts';
import { openStarterInMemory } from '#electron/backend/knowledge/starter-release.ts';
import { vocabularyOf } from '#electron/backend/knowledge/term-vocabulary.ts';
import { checkFile, readVcfSamples, selectInFile, type SelectionInFile } from '#electron/backend/vcf/select-in-file.ts';
import type { ByteSource } from '#electron/backend/vcf/vcf-source.ts';
import { importTrials, type TrialImportRequest } from '#electron/backend/trials/import-trials.ts';
import { compileKnowledge, type CompileRequest } from '#db/knowledge/compile-knowledge.ts';
import { openKnowledge } from '#db/knowledge/open-knowledge.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { PhenopacketReading } from '#shared/interchange/phenopacket/read-phenopacket.ts';
import { readPhenopackets } from '#shared/interchange/phenopacket/read-phenopackets.ts';

/** One file as the user gave it: plain or gzip, recognised by content. */
export interface FileToRead {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The release whose terms are used: its file, or null for the starter in memory. */
  readonly knowledgePath: string | null;
}

/**
 * What a worker thread can do. Input and result are copied between threads, so they are plain data. A task must leave nothing
 * behind when its thread is ended in the middle.
 */
export const workerTasks = {
  'trials.import': (input: TrialImportRequest, progress: ReportProgress) => importTrials(input, progress),
  'knowledge.compile': async (input: Omit<CompileRequest, 'onProgress'>, progress: ReportProgress) => compileKnowledge({ ...input, onProgress: progress }),
  'phenopacket.read': async (input: FileToRead, progress: ReportProgress): Promise<Result<PhenopacketReading, Failure>> => {
    progress(0, null, 'Reading');
    const text = decode(input.bytes);
    if (!text.ok) return text;
    const knowledge = input.knowledgePath === null ? success(openStarterInMemory()) : openKnowledge(input.knowledgePath);
    if (!knowledge.ok) return knowledge;
    try {
      return success(readPhenopackets({ fileName: input.fileName, text: text.value, vocabulary: vocabularyOf(knowledge.value) }));
    } finally {
      knowledge.value.close();
    }
  },
  'vcf.samples': (input: ByteSource) => readVcfSamples(input),
  'vcf.select': (input: SelectionInFile, progress: ReportProgress) => selectInFile(input, progress),
  'assertions.match': (input: AssertionsInFile, progress: ReportProgress) => matchAssertionsInFile(input, progress),
  'vcf.check': (input: ByteSource, progress: ReportProgress) => checkFile(input, progress),
} as const;

export type WorkerTasks = typeof workerTasks;
export type WorkerTaskName = keyof WorkerTasks;
export type WorkerTask = (input: unknown, progress: ReportProgress) => Promise<Result<unknown, Failure>>;

/** Stops a small gzip file from filling the memory: no more than this comes out of one. */
const largestTextBytes = 500 * 1024 * 1024;

function decode(bytes: Uint8Array): Result<string, Failure> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  try {
    const plain = isGzip ? gunzipSync(bytes, { maxOutputLength: largestTextBytes }) : bytes;
    return success(new TextDecoder('utf-8', { fatal: true }).decode(plain));
  } catch (fault) {
    const isTooLarge = fault instanceof Error && 'code' in fault && fault.code === 'ERR_BUFFER_TOO_LARGE';
    if (isTooLarge) return refusal(failure('invalid-input', 'The file is too large once unpacked. Split it into smaller files.'));
    return refusal(failure('invalid-input', isGzip ? 'The gzip file is damaged or not text in UTF-8.' : 'The file is not text in UTF-8.'));
  }
}
