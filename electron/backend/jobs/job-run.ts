import type { MessagePort } from 'node:worker_threads';
import type { Failure } from '#shared/base/failure.ts';
import type { Result } from '#shared/base/result.ts';
import type { WorkerTasks, WorkerTaskName } from '#electron/backend/jobs/worker-tasks.ts';

/** What a running job can use: report how far it is, compute off the main thread, notice that it was cancelled. */
export interface JobRun {
  readonly signal: AbortSignal;
  /** `total` null: not known. `label` is a plain word for the step, without patient data. */
  readonly progress: (done: number, total: number | null, label: string) => void;
  /** Runs a task in a worker thread, which takes over the ports that its input holds. A cancelled job ends the worker and yields a failure of kind `cancelled`. */
  readonly inWorker: <Name extends WorkerTaskName>(name: Name, input: Parameters<WorkerTasks[Name]>[0], ports?: readonly MessagePort[]) => Promise<Result<Awaited<ReturnType<WorkerTasks[Name]>> extends Result<infer Value, Failure> ? Value : never, Failure>>;
}
