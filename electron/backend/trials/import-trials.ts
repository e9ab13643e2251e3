import { openTrialStore, type TrialStore } from '#db/trials/trial-store.ts';
import type { ImportCounts } from '#db/trials/trial-import.ts';
import { guardStorage } from '#db/storage-failure.ts';
import { bytesOf, readTrialSources, type TrialSource } from '#electron/backend/trials/trial-sources.ts';
import { counted } from '#shared/base/counted.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import type { Problem } from '#shared/base/problem.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

export interface TrialImportRequest {
  readonly sources: readonly TrialSource[];
  readonly storePath: string;
  /** Now, ISO 8601 UTC. */
  readonly at: string;
}

export interface TrialImportReport extends ImportCounts {
  readonly readCount: number;
  readonly refusedCount: number;
  /** Those at hand after the import. */
  readonly studyCount: number;
  readonly problems: readonly Problem[];
  /** More were found than are listed. */
  readonly moreProblems: number;
}

/** More would only fill a screen. */
const mostProblems = 500;

/** Brings studies in, all of them or, where it is ended in the middle, none. What cannot be read is refused by itself, with its place and why. */
export async function importTrials({ sources, storePath, at }: TrialImportRequest, progress: (done: number, total: number | null, label: string) => void): Promise<Result<TrialImportReport, Failure>> {
  const opened = openTrialStore(storePath, 'write');
  if (!opened.ok) return opened;
  try {
    return await importInto(opened.value, sources, at, progress);
  } finally {
    opened.value.close();
  }
}

async function importInto(store: TrialStore, sources: readonly TrialSource[], at: string, progress: (done: number, total: number | null, label: string) => void): Promise<Result<TrialImportReport, Failure>> {
  const begun = guardStorage(() => store.beginImport(at));
  if (!begun.ok) return begun.error.kind === 'storage' ? refusal(failure('storage', 'Trials are being imported just now, or their file cannot be written. Try again when that has ended.')) : begun;
  const total = bytesOf(sources);
  const problems: Problem[] = [];
  let [readCount, refusedCount, problemCount] = [0, 0, 0];
  try {
    for await (const reading of readTrialSources(sources)) {
      for (const study of reading.studies) begun.value.add(study);
      readCount += reading.studies.length;
      refusedCount += reading.refusedCount;
      problemCount += reading.problems.length;
      problems.push(...reading.problems.slice(0, mostProblems - problems.length));
      progress(reading.bytesDone, total, `${counted(readCount, 'study', 'studies')} read`);
    }
    if (readCount === 0) {
      begun.value.abandon();
      return refusal(failure('invalid-input', 'No study could be read. Choose JSON files of ClinicalTrials.gov: studies, a page of a search, JSON Lines, or a ZIP archive of them.', problems));
    }
    const finished = guardStorage(() => begun.value.finish());
    if (!finished.ok) return finished;
    return success({ ...finished.value, readCount, refusedCount, studyCount: store.summary().studyCount, problems, moreProblems: problemCount - problems.length });
  } finally {
    begun.value.abandon();
  }
}
