import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { workerTasks, type WorkerTask } from '#electron/backend/jobs/worker-tasks.ts';
import type { WorkerMessage, WorkerOrder } from '#electron/backend/jobs/worker-message.ts';

/** The worker thread: carries out the one task that it was started with, reports progress, posts the result, ends. */
async function carryOut(order: WorkerOrder, say: (message: WorkerMessage) => void): Promise<void> {
  if (!Object.hasOwn(workerTasks, order.name)) throw new Error('unknown worker task');
  // The runner's `inWorker` is typed task by task; here the pair of task and input is known only at run time.
  const task = (workerTasks as unknown as Readonly<Record<string, WorkerTask>>)[order.name] as WorkerTask;
  const result = await task(order.input, (done, total, label) => say({ kind: 'progress', done, total, label }));
  say({ kind: 'result', result });
}

if (isMainThread || parentPort === null) throw new Error('worker.ts runs in a worker thread only');
const port = parentPort;
void carryOut(workerData as WorkerOrder, (message) => port.postMessage(message));
