import { rmSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { openTrialStore } from '#db/trials/trial-store.ts';
import { createJobRunner } from '#electron/backend/jobs/job-runner.ts';
import type { BackendEvent } from '#shared/contract/wire.ts';
import { studyJson } from '#tests/fixtures/trial/a-study.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Far more than can be written before the first step is reported. */
const manyStudies = 1_500;

/** The real thread, with the events of its jobs. */
function aRunner() {
  let told: (event: BackendEvent) => void = () => undefined;
  const jobs = createJobRunner({ emit: (event) => told(event), logFault: (_procedure, fault) => { throw fault; } });
  const until = (kind: BackendEvent['kind']) => new Promise<BackendEvent>((resolve) => (told = (event) => { if (event.kind === kind) resolve(event); }));
  const importInto = (storePath: string, path: string) => jobs.start((run) => run.inWorker('trials.import', { sources: [{ kind: 'path', path }], storePath, at: '2026-03-01T00:00:00.000Z' }));
  return { jobs, until, importInto };
}

function summaryOf(storePath: string) {
  const store = openTrialStore(storePath, 'read');
  if (!store.ok) throw new Error(store.error.message);
  const summary = store.value.summary();
  store.value.close();
  return summary;
}

test('an import whose thread is ended in the middle leaves the studies as they were, and the next one can begin', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nostos-trials-'));
  folders.push(folder);
  const [storePath, first, many] = [join(folder, 'trials.sqlite'), join(folder, 'first.json'), join(folder, 'many.jsonl')];
  writeFileSync(first, JSON.stringify(studyJson('NCT90000001', { conditions: ['Marfan Syndrome'] })));
  writeFileSync(many, Array.from({ length: manyStudies }, (_one, at) => JSON.stringify(studyJson(`NCT${String(at).padStart(8, '0')}`, { conditions: ['Marfan Syndrome'], criteria: 'Inclusion Criteria:\n* Adults' }))).join('\n'));
  const { jobs, until, importInto } = aRunner();
  const done = until('job-done');
  importInto(storePath, first);
  await done;
  const before = summaryOf(storePath);

  const begun = until('job-progress');
  const jobId = importInto(storePath, many);
  await begun;
  const ended = until('job-failed');
  expect(jobs.cancel(jobId)).toBe(true);
  expect(await ended).toMatchObject({ kind: 'job-failed', jobId, error: { kind: 'cancelled' } });
  expect(before).toMatchObject({ studyCount: 1 });
  expect(summaryOf(storePath)).toEqual(before);

  const again = until('job-done');
  importInto(storePath, first);
  expect(await again).toMatchObject({ value: { added: 0, unchanged: 1, studyCount: 1 } });
});
