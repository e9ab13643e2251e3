import { Worker, type MessagePort } from 'node:worker_threads';
import type { WorkerMessage, WorkerOrder } from '#electron/backend/jobs/worker-message.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, type Result } from '#shared/base/result.ts';

export type ReportProgress = (done: number, total: number | null, label: string) => void;

export const cancelledFailure = failure('cancelled', 'It was cancelled. Nothing was changed.');

/**
 * Runs one task in a thread of its own. Aborting ends the thread wherever it is; a task therefore writes to a place of its own
 * and moves the finished whole to its name at the end. Ports that the input holds are named once more, to be handed over. Rejects where the task threw: that is a bug.
 */
export function runInWorker(file: URL, order: WorkerOrder, signal: AbortSignal, progress: ReportProgress, ports: readonly MessagePort[] = []): Promise<Result<unknown, Failure>> {
  if (signal.aborted) return Promise.resolve(refusal(cancelledFailure));
  return new Promise((resolve, reject) => {
    // Without execArgv the thread would inherit the loaders of a test runner.
    const worker = new Worker(file, { workerData: order, execArgv: [], transferList: [...ports] });
    const end = () => void worker.terminate();
    signal.addEventListener('abort', end, { once: true });
    let result: Result<unknown, Failure> | null = null;
    let fault: unknown = null;
    worker.on('message', (message: WorkerMessage) => {
      if (message.kind === 'result') result = message.result;
      else if (!signal.aborted) progress(message.done, message.total, message.label);
    });
    worker.on('error', (error) => (fault = error));
    worker.on('exit', () => {
      signal.removeEventListener('abort', end);
      if (result !== null) resolve(result);
      else if (signal.aborted) resolve(refusal(cancelledFailure));
      else if (isOutOfMemory(fault)) resolve(refusal(failure('storage', 'This is too large for the memory of this machine. Try with fewer or smaller files.')));
      else reject(fault ?? new Error('a worker thread ended without a result'));
    });
  });
}

function isOutOfMemory(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
