import { describe, expect, test } from 'vitest';
import { createJobRunner, type JobWork } from '#electron/backend/jobs/job-runner.ts';
import type { JobRun } from '#electron/backend/jobs/job-run.ts';
import { success } from '#shared/base/result.ts';
import type { BackendEvent } from '#shared/contract/wire.ts';

type JobEvent = Exclude<BackendEvent, { kind: 'changed' }>;

/** A runner whose events can be waited for; `faults` is what reached the log. */
function aRunner(workerFile: URL | null = new URL('../../builders/trial-worker.ts', import.meta.url)) {
  const events: JobEvent[] = [];
  const faults: unknown[] = [];
  const waiting = new Map<string, (event: JobEvent) => void>();
  const jobs = createJobRunner({
    emit: (event) => {
      if (event.kind === 'changed') return;
      events.push(event);
      waiting.get(event.kind)?.(event);
    },
    logFault: (_procedure, fault) => {
      faults.push(fault);
      return 'ABCD-EFGH';
    },
    ...(workerFile === null ? {} : { workerFile }),
  });
  const next = (...kinds: JobEvent['kind'][]) => new Promise<JobEvent>((resolve) => kinds.forEach((kind) => waiting.set(kind, resolve)));
  return { jobs, events, faults, next };
}

const inTrialWorker = (name: string): JobWork => (run) => run.inWorker(name as Parameters<JobRun['inWorker']>[0], {} as never);

describe('a job', () => {
  test('gives its id before any event and then its value', async () => {
    const { jobs, events, next } = aRunner();
    const ended = next('job-done');
    const jobId = jobs.start(async () => success({ imported: 3 }));
    expect(events).toEqual([]);
    expect(await ended).toEqual({ kind: 'job-done', jobId, value: { imported: 3 } });
    expect(jobs.cancel(jobId)).toBe(false);
  });

  test('computes in a thread and reports a few of its thousand steps', async () => {
    const { jobs, events, next } = aRunner();
    const ended = next('job-done');
    const jobId = jobs.start(inTrialWorker('count'));
    expect(await ended).toEqual({ kind: 'job-done', jobId, value: 'counted' });
    const progress = events.filter((event) => event.kind === 'job-progress');
    expect(progress[0]).toEqual({ kind: 'job-progress', jobId, done: 1, total: 5_000, label: 'Counting' });
    expect(progress.length).toBeLessThan(50);
  });

  test('runs the real tasks from their source', async () => {
    const { jobs, next } = aRunner(null);
    const ended = next('job-done', 'job-failed');
    const jobId = jobs.start((run) => run.inWorker('phenopacket.read', { fileName: 'damaged.json.gz', bytes: new Uint8Array([0x1f, 0x8b, 0, 0]), knowledgePath: null }));
    expect(await ended).toEqual({ kind: 'job-failed', jobId, error: { kind: 'invalid-input', message: 'The gzip file is damaged or not text in UTF-8.' } });
  });

  test('passes on why its task refused', async () => {
    const { jobs, next } = aRunner();
    const ended = next('job-failed');
    const jobId = jobs.start(inTrialWorker('refuse'));
    expect(await ended).toEqual({ kind: 'job-failed', jobId, error: { kind: 'invalid-input', message: 'The file is empty.' } });
  });

  test('that is cancelled ends though its thread never would, and says so once', async () => {
    const { jobs, events, next } = aRunner();
    const spinning = next('job-progress');
    const ended = next('job-failed');
    const jobId = jobs.start(inTrialWorker('spin'));
    await spinning;
    expect(jobs.cancel(jobId)).toBe(true);
    expect(await ended).toEqual({ kind: 'job-failed', jobId, error: { kind: 'cancelled', message: 'It was cancelled. Nothing was changed.' } });
    await jobs.cancelAll();
    expect(events.filter((event) => event.kind !== 'job-progress')).toHaveLength(1);
    expect(jobs.cancel(jobId)).toBe(false);
  });

  test('that is cancelled before its thread begins starts none', async () => {
    const { jobs, next } = aRunner();
    const ended = next('job-failed');
    const jobId = jobs.start(inTrialWorker('spin'));
    jobs.cancel(jobId);
    expect(await ended).toMatchObject({ error: { kind: 'cancelled' } });
  });

  test('that had already finished its work when it was cancelled says that it is done', async () => {
    const { jobs, next } = aRunner();
    const ended = next('job-done', 'job-failed');
    const jobId: string = jobs.start(async (run) => {
      jobs.cancel(jobId);
      return success({ hasSaved: run.signal.aborted });
    });
    expect(await ended).toEqual({ kind: 'job-done', jobId, value: { hasSaved: true } });
  });

  test.each(['throw', 'leave'])('whose thread fails (%s) answers with a number and none of what it was working on', async (name) => {
    const { jobs, faults, next } = aRunner();
    const ended = next('job-failed');
    const jobId = jobs.start(inTrialWorker(name));
    expect(await ended).toEqual({ kind: 'job-failed', jobId, error: { kind: 'internal', message: 'Something went wrong inside Nostos. Nothing was changed.', reference: 'ABCD-EFGH' } });
    expect(faults).toHaveLength(1);
  });

  test('ends with the application, as do all others', async () => {
    const { jobs, events } = aRunner();
    const jobIds = [jobs.start(inTrialWorker('spin')), jobs.start(inTrialWorker('spin'))];
    await jobs.cancelAll();
    const failed = events.filter((event) => event.kind === 'job-failed');
    expect(failed.map((event) => event.jobId).sort()).toEqual([...jobIds].sort());
  });

  test('that nobody started cannot be cancelled', () => {
    expect(aRunner().jobs.cancel('constructor')).toBe(false);
  });
});
