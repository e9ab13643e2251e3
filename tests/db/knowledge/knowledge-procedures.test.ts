import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { directHost, type ContractHost } from '#tests/builders/contract-host.ts';
import { absentNote, referenceData } from '#tests/reference-data.ts';
import { smallReleaseFiles } from '#tests/builders/release-files.ts';

const reference = referenceData('knowledge/2025-05-06');
const passphrase = 'wine-dark sea of Ithaca';
let host: ContractHost;
beforeEach(() => {
  host = directHost();
});
afterEach(() => host.close());

async function ask(procedure: string, input: unknown): Promise<unknown> {
  const answer = await host.call(procedure, input);
  return answer.ok ? answer.value : [answer.error.kind, answer.error.message];
}
async function endOfJob(procedure: string, input: unknown) {
  const started = await host.call(procedure, input);
  if (!started.ok) throw new Error(started.error.message);
  return host.endOf((started.value as { jobId: string }).jobId);
}
const asWire = () => smallReleaseFiles().map((file) => ({ name: file.name, base64: Buffer.from(file.bytes).toString('base64') }));
const incoming = (): string[] => (existsSync(join(host.folder, 'knowledge', 'incoming')) ? readdirSync(join(host.folder, 'knowledge', 'incoming')) : []);
const openVault = () => ask('vault.create', { passphrase, clinicianName: 'Penelope' });

describe('the knowledge of the app', () => {
  test('is installed in a worker from a folder or from chosen files, announced, and searched at once', async () => {
    const folder = join(host.folder, 'hpo');
    mkdirSync(folder);
    for (const file of smallReleaseFiles()) writeFileSync(join(folder, file.name), file.bytes);
    const fromFolder = await endOfJob('knowledge.install', { folder, name: 'one' });
    const fromFiles = await endOfJob('knowledge.install', { files: asWire(), name: null });
    expect([fromFolder, fromFiles].map((event) => event.kind === 'job-done' && event.value)).toMatchObject([
      { release: { name: 'one', isActive: true, termCount: 18 }, files: [{ role: 'ontology-json' }, { role: 'annotations' }, { role: 'genes-to-disease' }] },
      { release: { name: '2030-01-02+2030-01-03', isActive: true } },
    ]);
    expect(host.events.filter((event) => event.kind === 'changed' && event.topics.includes('knowledge')).length).toBe(2);
    expect(incoming()).toEqual([]);
    expect(await ask('knowledge.activate', { name: 'one' })).toMatchObject({ name: 'one', isActive: true });
    expect(await ask('knowledge.verify', { name: 'one' })).toEqual({ isIntact: true, findings: [] });
    expect(await ask('knowledge.list', {})).toMatchObject([{ name: 'starter', isActive: false }, { name: '2030-01-02+2030-01-03', isActive: false }, { name: 'one', isActive: true }]);
  });

  test('stays as it is when files cannot be used, with the reasons', async () => {
    const end = await endOfJob('knowledge.install', { files: asWire().slice(1), name: null });
    expect(end.kind === 'job-failed' && [end.error.kind, end.error.problems?.map((problem) => problem.rule)]).toEqual(['invalid-input', ['missing-source']]);
    expect(await ask('knowledge.list', {})).toMatchObject([{ name: 'starter', isActive: true }]);
  });

  test('is not downloaded unless that is allowed', async () => {
    await openVault();
    const end = await endOfJob('knowledge.download', { release: null });
    expect(end.kind === 'job-failed' && end.error.kind).toBe('rule-broken');
  });

  test('answers searches, cards, choices and organ systems from the starter', async () => {
    await openVault();
    expect(await ask('term.search', { text: 'seziure', limit: 1 })).toMatchObject([{ id: 'HP:0001250', label: 'Seizure', readAs: 'seizure' }]);
    expect(await ask('term.show', { termId: 'HP:0001250' })).toMatchObject({ id: 'HP:0001250', label: 'Seizure', systemIds: ['HP:0000707'], replaces: null });
    expect(await ask('term.show', { termId: 'HP:7654321' })).toMatchObject(['not-found', expect.any(String)]);
    expect(await ask('term.systems', { termIds: ['HP:0001250', 'HP:7654321'] })).toMatchObject({ ofTerm: { 'HP:0001250': ['HP:0000707'], 'HP:7654321': [] } });
    const severity = (await ask('term.choices', { branch: 'severity' })) as { label: string }[];
    expect(severity.map((choice) => choice.label)).toContain('Severe');
  });
});

describe.skipIf(reference === null)(`a full release (${absentNote})`, { timeout: 300_000 }, () => {
  test('leaves nothing behind when its installation is cancelled, however far it is', async () => {
    const isReading = (jobId: string) => host.events.some((event) => event.kind === 'job-progress' && event.jobId === jobId && event.label === 'Reading the ontology');
    const isWriting = () => incoming().length > 0;
    for (const hasBegun of [isReading, isWriting]) {
      const started = await host.call('knowledge.install', { folder: reference, name: 'cancelled' });
      const jobId = started.ok ? (started.value as { jobId: string }).jobId : '';
      await expect.poll(() => hasBegun(jobId), { timeout: 50_000, interval: 5 }).toBe(true);
      await host.call('job.cancel', { jobId });
      const end = await host.endOf(jobId);
      expect([end.kind === 'job-failed' && end.error.kind, incoming()]).toEqual(['cancelled', []]);
    }
    expect(await ask('knowledge.list', {})).toMatchObject([{ name: 'starter', isActive: true }]);
  });
});
