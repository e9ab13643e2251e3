import { parentPort, workerData } from 'node:worker_threads';
import type { WorkerMessage, WorkerOrder } from '#electron/backend/jobs/worker-message.ts';

/** Stands in the place of worker.ts in tests of the job runner: tasks that misbehave in every way a real one might. */
const say = (message: WorkerMessage) => parentPort?.postMessage(message);

switch ((workerData as WorkerOrder).name) {
  case 'count': {
    for (let done = 1; done <= 5_000; done += 1) say({ kind: 'progress', done, total: 5_000, label: 'Counting' });
    say({ kind: 'result', result: { ok: true, value: 'counted' } });
    break;
  }
  case 'spin': {
    say({ kind: 'progress', done: 0, total: null, label: 'Spinning' });
    for (;;) Math.random();
  }
  case 'throw': {
    throw new Error('cannot read Odysseus of Ithaca');
  }
  case 'leave': {
    process.exit(0);
  }
  case 'refuse': {
    say({ kind: 'result', result: { ok: false, error: { kind: 'invalid-input', message: 'The file is empty.' } } });
  }
}
