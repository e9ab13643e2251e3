import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { createBackend, type Backend } from '#electron/backend/backend.ts';
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts';
import { smallAnnotations, smallObographs } from '#tests/builders/release-files.ts';
import { aFolder, cheapCost, passphrase } from '#tests/db/vault-builder.ts';

let backend: Backend;
afterEach(async () => {
  await backend.close();
});

async function ask<Name extends ProcedureName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  const response = await backend.dispatch(name, input);
  if (!response.ok) throw new Error(`${response.error.kind}: ${response.error.message}`);
  return response.value as OutputOf<Name>;
}

const row = (disease: string, name: string, term: string, frequency: string): readonly string[] => [disease, name, '', term, 'PMID:1', 'PCS', '', frequency, '', '', 'P', ''];
const base64 = (text: string): string => Buffer.from(text).toString('base64');

/** In the second release Scylla disease is described with microcephaly, which only Ithaca syndrome was before. */
const ithaca = [row('OMIM:900001', 'Ithaca syndrome', 'HP:0000252', '9/20'), row('OMIM:900001', 'Ithaca syndrome', 'HP:0001252', '9/20')];
const scylla = [row('OMIM:900002', 'Scylla disease', 'HP:0001250', '20/20')];
const scyllaNow = [...scylla, row('OMIM:900002', 'Scylla disease', 'HP:0000252', '20/20')];

async function install(name: string, rows: readonly (readonly string[])[]): Promise<void> {
  const installed = new Promise<void>((resolve, reject) => {
    backend.subscribe((event) => {
      if (event.kind === 'job-done') resolve();
      if (event.kind === 'job-failed') reject(new Error(event.error.message));
    });
  });
  const response = await backend.dispatch('knowledge.install', { files: [{ name: 'hp.json', base64: base64(smallObographs()) }, { name: 'phenotype.hpoa', base64: base64(smallAnnotations('new', rows)) }], name });
  if (!response.ok) throw new Error(response.error.message);
  await installed;
}

/** Until every case is ranked under the release in use. */
async function settled(): Promise<OutputOf<'reanalysis.list'>> {
  for (;;) {
    const list = await ask('reanalysis.list', {});
    if (list.waiting === 0) return list;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('a case that a release moves stands out with what moved it, until somebody has looked at it', async () => {
  backend = createBackend({ host: { name: 'direct', printToPdf: null, keychain: null }, dataFolder: join(aFolder(), 'data'), vaultCost: cheapCost, checkOutput: true });
  await ask('vault.create', { passphrase, clinicianName: '' });
  await install('first', [...ithaca, ...scylla]);
  const { caseId, probandId } = await ask('case.create', { case: { reference: 'NRG-7' }, proband: { givenName: 'Telemachus' } });
  await ask('feature.add', { personId: probandId, termId: 'HP:0000252', detail: {} });
  const unmoved = await ask('case.create', { case: { reference: 'NRG-8' }, proband: {} });
  await ask('feature.add', { personId: unmoved.probandId, termId: 'HP:0001252', detail: {} });
  expect((await settled()).moved).toEqual([]);

  await ask('reanalysis.pause', { isPaused: true });
  await install('second', [...ithaca, ...scyllaNow]);
  await new Promise((resolve) => setImmediate(resolve));
  expect(await ask('reanalysis.list', {})).toEqual({ release: 'second', isPaused: true, waiting: 2, total: 2, moved: [] });
  await ask('reanalysis.pause', { isPaused: false });

  const probability = expect.any(Number) as number;
  expect((await settled()).moved).toEqual([
    { caseId, reference: 'NRG-7', probandName: 'Telemachus', before: { diseaseId: 'OMIM:900001', name: 'Ithaca syndrome', probability, release: 'first' }, after: { diseaseId: 'OMIM:900002', name: 'Scylla disease', probability } },
  ]);
  const shown = await ask('reanalysis.show', { caseId });
  expect({ ...shown, diseases: shown.diseases.map(({ diseaseId, before, after, terms }) => [diseaseId, before?.rank, after?.rank, terms.map((term) => [term.label, term.before?.matchedLabel, term.after?.matchedLabel, term.after?.frequencyText])]) }).toEqual({
    olderRelease: 'first',
    newerRelease: 'second',
    isOlderInstalled: true,
    diseases: [
      ['OMIM:900002', 2, 1, [['Microcephaly', null, 'Microcephaly', '20/20']]],
      ['OMIM:900001', 1, 2, []],
    ],
  });
  await ask('reanalysis.acknowledge', { caseId });
  expect((await ask('reanalysis.list', {})).moved).toEqual([]);
}, 60_000);

test('a case whose findings changed meanwhile is not put down to the release', async () => {
  backend = createBackend({ host: { name: 'direct', printToPdf: null, keychain: null }, dataFolder: join(aFolder(), 'data'), vaultCost: cheapCost, checkOutput: true });
  await ask('vault.create', { passphrase, clinicianName: '' });
  await install('first', [...ithaca, ...scylla]);
  const { probandId } = await ask('case.create', { case: { reference: 'NRG-7' }, proband: {} });
  await ask('feature.add', { personId: probandId, termId: 'HP:0000252', detail: {} });
  await settled();
  await ask('reanalysis.pause', { isPaused: true });
  await install('second', [...ithaca, ...scyllaNow]);
  await ask('feature.add', { personId: probandId, termId: 'HP:0001250', detail: {} });
  await ask('reanalysis.pause', { isPaused: false });
  const list = await settled();
  expect([list.release, list.moved]).toEqual(['second', []]);
}, 60_000);
