import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createBackend, type Backend } from '#electron/backend/backend.ts';
import { createKnowledgeSession } from '#electron/backend/knowledge/knowledge-session.ts';
import { createRankingPause } from '#electron/backend/ranking/ranking-pause.ts';
import { createRankingUpkeep } from '#electron/backend/ranking/ranking-upkeep.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { BackendEvent } from '#shared/contract/wire.ts';
import { aBackend } from '#tests/db/backend-builder.ts';
import { aFolder, cheapCost, passphrase } from '#tests/db/vault-builder.ts';

let backend: Backend | null = null;
afterEach(async () => {
  await backend?.close();
  backend = null;
});

const packet = (id: number) =>
  JSON.stringify({
    id: `patient-${id}`,
    subject: { id: `patient-${id}` },
    phenotypicFeatures: [{ type: { id: 'HP:0001083', label: 'Ectopia lentis' } }, { type: { id: 'HP:0001166', label: 'Arachnodactyly' } }],
    metaData: { created: '2024-01-01T00:00:00Z', createdBy: 'x', resources: [], phenopacketSchemaVersion: '2.0' },
  });

test('an import of many cases is ranked in the background and announced once, not for every case', async () => {
  const opened = createBackend({ host: { name: 'direct', printToPdf: null, keychain: null }, dataFolder: join(aFolder(), 'data'), vaultCost: cheapCost });
  backend = opened;
  const ask = async (procedure: string, input: unknown) => {
    const response = await opened.dispatch(procedure, input);
    if (!response.ok) throw new Error(response.error.message);
    return response.value;
  };
  await ask('vault.create', { passphrase, clinicianName: '' });
  const events: BackendEvent[] = [];
  const announced = new Promise<void>((resolve) => {
    opened.subscribe((event) => {
      events.push(event);
      if (event.kind === 'changed' && event.topics.join() === 'cases') resolve();
    });
  });
  const lines = Array.from({ length: 43 }, (_, id) => packet(id)).join('\n');
  await ask('case.import', { files: [{ name: 'patients.jsonl', base64: Buffer.from(lines).toString('base64') }] });
  await announced;
  const cases = (await ask('case.list', {})) as OutputOf<'case.list'>;
  expect(cases.map((one) => one.topCandidate?.release)).toEqual(Array.from({ length: 43 }, () => 'starter'));
  expect(new Set(cases.map((one) => one.topCandidate?.diseaseId)).size).toBe(1);
  expect(events.filter((event) => event.kind === 'changed' && event.topics.join() === 'cases')).toHaveLength(1);
});

test('a change that leaves the findings as they were lets the ranking stand, and one of the findings does not', async () => {
  const { vault, ask, runJob } = await aBackend();
  const knowledge = createKnowledgeSession({ folder: join(aFolder(), 'knowledge') });
  let announce: () => void = () => undefined;
  const upkeep = createRankingUpkeep({ vault, knowledge, rankingPause: createRankingPause(), clock: () => '2026-01-01T00:00:00.000Z', emit: () => announce() });
  const rankedAgain = async () => {
    const done = new Promise<void>((resolve) => (announce = resolve));
    upkeep.hear({ kind: 'changed', topics: ['cases'] });
    await done;
    return vault.repositories().rankings.latest(caseId);
  };
  await runJob('case.import', { files: [{ name: 'patient.json', base64: Buffer.from(packet(1)).toString('base64') }] });
  const caseId = (await ask('case.list', {}))[0]?.id ?? '';
  const first = await rankedAgain();
  if (first === null) throw new Error('the case was not ranked');
  // Whether a ranking stood or was made again shows by a mark that no ranking makes.
  vault.keepRankings([{ ...first, candidates: [{ diseaseId: 'OMIM:1', name: 'Mark', probability: 1 }] }]);
  const { version } = (await ask('case.show', { caseId })).case;
  await ask('case.change', { caseId, version, change: { note: 'called the family' } });
  const afterNote = await rankedAgain();
  const personId = (await ask('case.show', { caseId })).people.find((person) => person.isProband)?.id ?? '';
  await ask('feature.add', { personId, termId: 'HP:0001250', detail: {} });
  const afterFinding = await rankedAgain();
  upkeep.stop();
  knowledge.close();
  expect([afterNote?.candidates[0]?.name, afterNote !== null && afterNote.at > first.at, afterFinding?.candidates[0]?.name === 'Mark']).toEqual(['Mark', true, false]);
});
