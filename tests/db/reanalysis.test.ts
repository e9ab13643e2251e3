import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
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
    noneOfThese: { before: probability, after: probability },
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

describe('below the first place', () => {
  /** Charybdis disease comes second as soon as it is described with microcephaly, and third before. */
  const charybdis = [row('OMIM:900003', 'Charybdis disease', 'HP:0001250', '20/20')];
  const charybdisNow = [...charybdis, row('OMIM:900003', 'Charybdis disease', 'HP:0000252', '2/20')];
  const sirens = row('OMIM:900004', 'Siren syndrome', 'HP:0000252', '1/20');

  async function caseUnder(older: readonly (readonly string[])[], newer: readonly (readonly string[])[]): Promise<string> {
    backend = createBackend({ host: { name: 'direct', printToPdf: null, keychain: null }, dataFolder: join(aFolder(), 'data'), vaultCost: cheapCost, checkOutput: true });
    await ask('vault.create', { passphrase, clinicianName: '' });
    await install('first', older);
    const { caseId, probandId } = await ask('case.create', { case: { reference: 'NRG-7' }, proband: { givenName: 'Telemachus' } });
    await ask('feature.add', { personId: probandId, termId: 'HP:0000252', detail: {} });
    await settled();
    await install('second', newer);
    await settled();
    return caseId;
  }
  const shifted = async () => (await ask('reanalysis.list', { withShifted: true })).shifted;
  const probability = expect.any(Number) as number;

  test('a case whose first place stayed is listed with what moved most, and tells which annotation moved it', async () => {
    const caseId = await caseUnder([...ithaca, ...scylla, ...charybdis], [...ithaca, ...scylla, ...charybdisNow]);
    expect((await ask('reanalysis.list', {})).moved).toEqual([]);
    const first = { diseaseId: 'OMIM:900001', name: 'Ithaca syndrome', probability };
    expect(await shifted()).toEqual({
      comparedCount: 1,
      count: 1,
      cases: [{ caseId, reference: 'NRG-7', probandName: 'Telemachus', before: { ...first, release: 'first' }, after: first, change: { diseaseId: 'OMIM:900003', name: 'Charybdis disease', before: { rank: 3, probability }, after: { rank: 2, probability } } }],
    });
    const shown = await ask('reanalysis.show', { caseId });
    const told = shown.diseases.find(({ diseaseId }) => diseaseId === 'OMIM:900003');
    expect([told?.before?.rank, told?.after?.rank, told?.terms.map(({ label, before, after }) => [label, before?.matchedLabel ?? null, after?.matchedLabel, after?.frequencyText])]).toEqual([3, 2, [['Microcephaly', null, 'Microcephaly', '2/20']]]);
    expect(shown.noneOfThese).toEqual({ before: probability, after: probability });
    await ask('reanalysis.acknowledge', { caseId });
    expect(await shifted()).toEqual({ comparedCount: 1, count: 0, cases: [] });
  }, 60_000);

  test('a disease that came and one that is gone are told with what they are described with', async () => {
    const caseId = await caseUnder([...ithaca, sirens], [...ithaca, ...charybdisNow]);
    const { diseases } = await ask('reanalysis.show', { caseId });
    expect(diseases.filter(({ isNew, isGone }) => isNew || isGone).map(({ name, before, after, isNew, isGone, change, terms }) => ({ name, was: before?.rank ?? null, is: after?.rank ?? null, isNew, isGone, change, terms: terms.map((term) => [term.label, term.before?.frequencyText, term.after?.frequencyText]) }))).toEqual([
      { name: 'Siren syndrome', was: 1, is: null, isNew: false, isGone: true, change: null, terms: [['Microcephaly', '1/20', undefined]] },
      { name: 'Charybdis disease', was: null, is: 2, isNew: true, isGone: false, change: null, terms: [['Microcephaly', undefined, '2/20']] },
    ]);
  }, 60_000);

  test('a case in which nothing moved is not listed', async () => {
    await caseUnder([...ithaca, ...scylla], [...ithaca, ...scylla]);
    expect(await shifted()).toEqual({ comparedCount: 1, count: 0, cases: [] });
  }, 60_000);
});
