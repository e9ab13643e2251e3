import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createBackend, type Backend } from '#electron/backend/backend.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { BackendEvent } from '#shared/contract/wire.ts';
import { aFolder, cheapCost, passphrase } from '#tests/db/vault-builder.ts';

let backend: Backend;
afterEach(async () => {
  await backend.close();
});

const packet = (id: number) =>
  JSON.stringify({
    id: `patient-${id}`,
    subject: { id: `patient-${id}` },
    phenotypicFeatures: [{ type: { id: 'HP:0001083', label: 'Ectopia lentis' } }, { type: { id: 'HP:0001166', label: 'Arachnodactyly' } }],
    metaData: { created: '2024-01-01T00:00:00Z', createdBy: 'x', resources: [], phenopacketSchemaVersion: '2.0' },
  });

test('an import of many cases is ranked in the background and announced once, not for every case', async () => {
  backend = createBackend({ host: { name: 'direct', printToPdf: null, keychain: null }, dataFolder: join(aFolder(), 'data'), vaultCost: cheapCost });
  const ask = async (procedure: string, input: unknown) => {
    const response = await backend.dispatch(procedure, input);
    if (!response.ok) throw new Error(response.error.message);
    return response.value;
  };
  await ask('vault.create', { passphrase, clinicianName: '' });
  const events: BackendEvent[] = [];
  const announced = new Promise<void>((resolve) => {
    backend.subscribe((event) => {
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
