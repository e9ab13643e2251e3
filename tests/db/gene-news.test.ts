import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createBackend, type Backend } from '#electron/backend/backend.ts';
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts';
import { smallAnnotations, smallObographs } from '#tests/builders/release-files.ts';
import { aFolder, cheapCost, passphrase } from '#tests/db/vault-builder.ts';

let backend: Backend;
let caseId: string;
let probandId: string;

async function ask<Name extends ProcedureName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  const response = await backend.dispatch(name, input);
  if (!response.ok) throw new Error(`${response.error.kind}: ${response.error.message}`);
  return response.value as OutputOf<Name>;
}

const row = (disease: string, name: string, term: string, aspect: 'P' | 'I'): readonly string[] => [disease, name, '', term, 'PMID:1', 'PCS', '', '', '', '', aspect, ''];
const ithaca = row('OMIM:900001', 'Ithaca syndrome', 'HP:0000252', 'P');
const scylla = row('OMIM:900002', 'Scylla disease', 'HP:0001250', 'P');
const recessiveIthaca = row('OMIM:900001', 'Ithaca syndrome', 'HP:0000007', 'I');
const genesToDisease = (...rows: readonly (readonly [id: string, symbol: string, disease: string])[]): string =>
  ['ncbi_gene_id\tgene_symbol\tassociation_type\tdisease_id\tsource', ...rows.map(([id, symbol, disease]) => `${id}\t${symbol}\tMENDELIAN\t${disease}\ttest`), ''].join('\n');

async function install(name: string, rows: readonly (readonly string[])[], genes: string): Promise<void> {
  const installed = new Promise<void>((resolve, reject) => {
    backend.subscribe((event) => {
      if (event.kind === 'job-done') resolve();
      if (event.kind === 'job-failed') reject(new Error(event.error.message));
    });
  });
  const files = [['hp.json', smallObographs()], ['phenotype.hpoa', smallAnnotations('new', rows)], ['genes_to_disease.txt', genes]] as const;
  const response = await backend.dispatch('knowledge.install', { files: files.map(([file, text]) => ({ name: file, base64: Buffer.from(text).toString('base64') })), name });
  if (!response.ok) throw new Error(response.error.message);
  await installed;
}

const find = (symbol: string, hgvsCoding: string, reported: InputOf<'finding.add'>['reported']) =>
  ask('finding.add', { caseId, detail: { gene: { symbol, hgncId: null }, hgvsCoding }, genotypes: [{ personId: probandId, state: 'heterozygous' }], reported });

const first = genesToDisease(['NCBIGene:11', 'ODYS1', 'OMIM:900001'], ['NCBIGene:12', 'PENL2', 'OMIM:900002']);
/** ODYS1 gains Scylla disease and has its inheritance; PENL2 loses it, and CIRC3 never had any. */
const second = genesToDisease(['NCBIGene:11', 'ODYS1', 'OMIM:900001'], ['NCBIGene:11', 'ODYS1', 'OMIM:900002']);

beforeAll(async () => {
  backend = createBackend({ host: { name: 'direct', printToPdf: null, keychain: null }, dataFolder: join(aFolder(), 'data'), vaultCost: cheapCost, checkOutput: true });
  await ask('vault.create', { passphrase, clinicianName: '' });
  ({ caseId, probandId } = await ask('case.create', { case: { reference: 'NRG-7' }, proband: { givenName: 'Telemachus' } }));
  await install('first', [ithaca, scylla], first);
}, 60_000);
afterAll(() => backend.close());

test('a gene that gains or loses a disease or is inherited otherwise brings its findings back until somebody has weighed it, with who would have to be told', async () => {
  const gains = await find('ODYS1', 'c.10A>G', 'uncertain-significance');
  const loses = await find('PENL2', 'c.20A>G', null);
  await find('CIRC3', 'c.30A>G', null);
  await find('ODYS1', 'c.40A>G', 'likely-benign');
  expect(await ask('finding.geneNews', {})).toEqual([]);

  await install('second', [ithaca, scylla, recessiveIthaca], second);
  await find('ODYS1', 'c.50A>G', 'uncertain-significance');
  const common = { caseId, reference: 'NRG-7', olderRelease: 'first', newerRelease: 'second', carriers: [{ personId: probandId, isProband: true, name: 'Telemachus' }] };
  expect(await ask('finding.geneNews', {})).toEqual([
    {
      ...common, findingId: gains.id, version: gains.version, name: 'ODYS1 c.10A>G', gene: 'ODYS1', classification: 'uncertain-significance', lost: [],
      gained: [{ id: 'OMIM:900002', name: 'Scylla disease', inheritance: [] }],
      inheritance: [{ id: 'OMIM:900001', name: 'Ithaca syndrome', before: [], inheritance: ['Autosomal recessive inheritance'] }],
    },
    { ...common, findingId: loses.id, version: loses.version, name: 'PENL2 c.20A>G', gene: 'PENL2', classification: null, gained: [], inheritance: [], lost: [{ id: 'OMIM:900002', name: 'Scylla disease', inheritance: [] }] },
  ]);

  const names = async () => (await ask('finding.geneNews', {})).map(({ name }) => name);
  await ask('finding.weighGeneNews', { findingId: gains.id, version: gains.version, release: 'second' });
  expect(await names()).toEqual(['PENL2 c.20A>G']);
  await ask('history.undo', { caseId });
  expect(await names()).toEqual(['ODYS1 c.10A>G', 'PENL2 c.20A>G']);
  await ask('finding.classify', { findingId: loses.id, criteria: [], classification: 'uncertain-significance', why: 'No disease is known of the gene any more.' });
  expect(await names()).toEqual(['ODYS1 c.10A>G']);
  await ask('knowledge.activate', { name: 'first' });
  expect(await names()).toEqual([]);
}, 60_000);
