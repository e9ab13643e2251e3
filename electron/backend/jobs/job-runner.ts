import { randomUUID } from 'node:crypto';
import type { MessagePort } from 'node:worker_threads';
import type { LogFault } from '#electron/backend/fault-log.ts';
import { cancelledFailure, runInWorker, type ReportProgress } from '#electron/backend/jobs/in-worker.ts';
import type { JobRun } from '#electron/backend/jobs/job-run.ts';
import type { Failure } from '#shared/base/failure.ts';
import { refusal, type Result } from '#shared/base/result.ts';
import type { BackendEvent } from '#shared/contract/wire.ts';

export interface JobRunner {
  /** Answers with the job's id before any of its events goes out. */
  readonly start: (work: JobWork) => string;
  /** False where no such job runs, because it has ended or never was. */
  readonly cancel: (jobId: string) => boolean;
  /** Cancels every job and resolves when all have ended. */
  readonly cancelAll: () => Promise<void>;
}
export type JobWork = (run: JobRun) => Promise<Result<unknown, Failure>>;

export interface JobRunnerOptions {
  readonly emit: (event: BackendEvent) => void;
  readonly logFault: LogFault;
  /** Another file of tasks, for tests. */
  readonly workerFile?: URL;
}

interface RunningJob {
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

/** Often enough for a moving bar, seldom enough to leave the screen free. */
const progressIntervalMilliseconds = 100;

export function createJobRunner(options: JobRunnerOptions): JobRunner {
  const running = new Map<string, RunningJob>();
  const workerFile = options.workerFile ?? defaultWorkerFile();

  const carryOut = async (jobId: string, work: JobWork, controller: AbortController): Promise<void> => {
    // The caller gets the id first: events of a job that nobody knows yet would be lost.
    await new Promise((resolve) => setImmediate(resolve));
    const progress = throttled((done, total, label) => options.emit({ kind: 'job-progress', jobId, done, total, label }));
    const result = await resultOf(work, jobRun(workerFile, controller.signal, progress.report), options.logFault);
    progress.stop();
    running.delete(jobId);
    if (result.ok) options.emit({ kind: 'job-done', jobId, value: result.value });
    else options.emit({ kind: 'job-failed', jobId, error: wireFailure(controller.signal.aborted ? cancelledFailure : result.error) });
  };

  return {
    start(work) {
      const jobId = randomUUID();
      const controller = new AbortController();
      running.set(jobId, { controller, ended: carryOut(jobId, work, controller) });
      return jobId;
    },
    cancel(jobId) {
      const job = running.get(jobId);
      job?.controller.abort();
      return job !== undefined;
    },
    async cancelAll() {
      const jobs = [...running.values()];
      for (const job of jobs) job.controller.abort();
      await Promise.all(jobs.map((job) => job.ended));
    },
  };
}

/** From the checkout the thread runs the source; in a built application its bundle beside this one, outside the archive where a thread can read it. */
function defaultWorkerFile(): URL {
  if (!import.meta.url.endsWith('.cjs')) return new URL('./worker.ts', import.meta.url);
  return new URL(new URL('./worker.cjs', import.meta.url).href.replace('/app.asar/', '/app.asar.unpacked/'));
}

function jobRun(workerFile: URL, signal: AbortSignal, progress: ReportProgress): JobRun {
  // The thread answers with whatever the named task yields; `inWorker` of JobRun ties name, input and value together for callers.
  const inWorker = ((name: string, input: unknown, ports?: readonly MessagePort[]) => runInWorker(workerFile, { name, input }, signal, progress, ports)) as JobRun['inWorker'];
  return { signal, progress, inWorker };
}

async function resultOf(work: JobWork, run: JobRun, logFault: LogFault): Promise<Result<unknown, Failure>> {
  try {
    return await work(run);
  } catch (fault) {
    if (run.signal.aborted) return refusal(cancelledFailure);
    return refusal({ kind: 'internal', message: 'Something went wrong inside Nostos. Nothing was changed.', reference: logFault('job', fault) });
  }
}

function wireFailure(error: Failure) {
  return {
    kind: error.kind,
    message: error.message,
    ...(error.problems === undefined ? {} : { problems: [...error.problems] }),
    ...(error.reference === undefined ? {} : { reference: error.reference }),
  };
}

/** Lets the first report through at once and then the latest one at every interval. */
function throttled(send: ReportProgress): { readonly report: ReportProgress; readonly stop: () => void } {
  let waiting: Parameters<ReportProgress> | null = null;
  let timer: NodeJS.Timeout | null = null;
  const tick = () => {
    timer = null;
    if (waiting === null) return;
    const latest = waiting;
    waiting = null;
    report(...latest);
  };
  const report: ReportProgress = (...values) => {
    if (timer !== null) {
      waiting = values;
      return;
    }
    timer = setTimeout(tick, progressIntervalMilliseconds);
    send(...values);
  };
  return {
    report,
    stop() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      waiting = null;
    },
  };
}
