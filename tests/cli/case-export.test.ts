import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createIdSource } from '#db/id.ts';
import { runCommand } from '#db/run-command.ts';
import { closeVault, createVault } from '#db/vault.ts';
import { newCaseDetail, newPersonDetail } from '#electron/backend/cases/new-case.ts';
import { success } from '#shared/base/result.ts';
import { bareConsent } from '#shared/casefile/consent.ts';
import { answer } from '#tests/cli/command-line-world.ts';
import { aFolder, must, passphrase } from '#tests/db/vault-builder.ts';

/** Each command opens the vault anew, by a derivation of the key that is meant to be slow. */
const manyOpenings = 180_000;

/** A case whose patient has agreed to referral and to nothing else. */
async function aVaultOnDisk(): Promise<{ readonly vault: readonly string[]; readonly folder: string }> {
  const folder = aFolder();
  const { vault } = must(await createVault({ folder: join(folder, 'vault'), passphrase, createdAt: '2026-03-01T08:00:00.000Z' }));
  must(
    runCommand({ database: vault.database, procedure: 'test', at: '2026-03-01T09:00:00.000Z', newId: createIdSource() }, (unit) => {
      const { id } = unit.cases.add({ ...newCaseDetail, reference: 'NRG-1' });
      const person = unit.people.add(id, true, { ...newPersonDetail, givenName: 'Ada', birthDate: '1990-04-02' });
      unit.records.consents.add(id, { ...bareConsent, personId: person.id, purpose: 'referral', on: '2026-03-01' });
      unit.describe('Make a case', id);
      return success(null);
    }),
  );
  closeVault(vault);
  writeFileSync(join(folder, 'passphrase'), passphrase);
  return { vault: ['--vault', join(folder, 'vault'), '--passphrase-file', join(folder, 'passphrase')], folder };
}

test('nostos case export writes the file and records it; blocked, it lists what is missing, ends with 1 and writes nothing', async () => {
  const { vault, folder } = await aVaultOnDisk();
  const out = join(folder, 'packet.json');
  const exported = await answer(['case', 'export', ...vault, '--to', 'phenopacket', '--level', 'full', '--recipient', 'Dr B', '--out', out, 'NRG-1']);
  expect([exported.exitCode, exported.output]).toEqual([0, '']);
  expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ id: 'NRG-1', subject: { dateOfBirth: '1990-04-02T00:00:00Z' } });
  const blocked = await answer(['case', 'export', ...vault, '--to', 'registry', '--level', 'deidentified', '--out', join(folder, 'row.csv'), 'NRG-1']);
  expect([blocked.exitCode, blocked.complaints, existsSync(join(folder, 'row.csv'))]).toEqual([1, ['I-1: consent to registry is missing'], false]);
  const other = await answer(['case', 'export', ...vault, '--to', 'registry', '--level', 'deidentified', '--purpose', 'referral', 'NRG-1']);
  expect([other.exitCode, other.output.includes('1990,'), other.output.includes('Ada')]).toEqual([0, true, false]);
});

test.each([
  [['--level', 'full', 'NRG-1'], '--to is missing or unknown'],
  [['--to', 'fhir', 'NRG-1'], '--level is missing or unknown'],
  [['--to', 'fhir', '--level', 'full', '--purpose', 'gossip', 'NRG-1'], '--purpose is unknown'],
  [['--to', 'fhir', '--level', 'full'], 'expected one id or reference of a case'],
])('nostos case export %j is wrong usage', async (words, message) => {
  const { exitCode, output, complaints } = await answer(['case', 'export', ...words]);
  expect([exitCode, output, complaints[0]?.startsWith(`nostos case export: ${message}`)]).toEqual([2, '', true]);
});

test('a request to a matchmaker needs no screen: everything that is missing is named at once, consents first, and each can be entered from here', { timeout: manyOpenings }, async () => {
  const { vault, folder } = await aVaultOnDisk();
  const request = ['case', 'export', ...vault, '--to', 'matchmaker', '--level', 'pseudonymised', '--out', join(folder, 'request.json'), 'NRG-1'];
  const empty = await answer(request);
  expect([empty.exitCode, empty.complaints, existsSync(join(folder, 'request.json'))]).toEqual([
    1,
    ['I-1: consent to matchmaker is missing', 'A request to the Matchmaker Exchange says whom to write to and what to match. Your name is missing: enter it under Settings (clinicianName). Your address for replies is missing: enter it under Settings (replyAddress). There is nothing to match: record an observed or excluded finding, or a variant with its gene.'],
    false,
  ]);
  const steps = [
    ['case', 'consent', 'record', ...vault, '--purpose', 'matchmaker', '--given-by', 'guardian', '--on', '2026-03-02', 'NRG-1'],
    ['settings', 'set', ...vault, 'clinicianName', 'Dr Kaur'],
    ['settings', 'set', ...vault, 'replyAddress', 'kaur@example.org'],
  ];
  for (const step of steps) expect([step, (await answer(step)).exitCode]).toEqual([step, 0]);
  const nothing = await answer(request);
  expect([nothing.exitCode, nothing.complaints]).toEqual([2, ['A request to the Matchmaker Exchange says whom to write to and what to match. There is nothing to match: record an observed or excluded finding, or a variant with its gene.']]);
});

test('nostos case consent records, lists and withdraws what a person agrees to, as the screen does', { timeout: manyOpenings }, async () => {
  const { vault } = await aVaultOnDisk();
  const consent = async (word: string, ...words: readonly string[]) => await answer(['case', 'consent', word, ...vault, ...words, 'NRG-1']);
  const said = ({ exitCode, output, complaints }: Awaited<ReturnType<typeof answer>>) => [exitCode, output, complaints];
  expect(said(await consent('record', '--purpose', 'registry', '--person', 'i-1', '--on', '2026-03', '--expires', '2099', '--given-by', 'parent'))).toEqual([0, 'I-1: registry given on 2026-03 by a parent, until 2099\n', []]);
  expect(said(await consent('record', '--purpose', 'recontact', '--on', '2026-03-04', '--refused'))).toEqual([0, 'I-1: recontact refused on 2026-03-04\n', []]);
  expect(said(await consent('withdraw', '--purpose', 'registry', '--on', '2026-04-01', '--note', 'By telephone'))).toEqual([0, 'I-1: registry withdrawn on 2026-04-01, given on 2026-03 by a parent\n', []]);
  expect((await consent('list')).output.split('\n')).toEqual(['I-1  Ada  patient', '  referral       given on 2026-03-01', '  registry       withdrawn on 2026-04-01, given on 2026-03 by a parent', '  recontact      refused on 2026-03-04', '']);
  expect(JSON.parse((await consent('list', '--json')).output)).toMatchObject([{ pedigreeNumber: 'I-1', isPatient: true, purposes: [{ state: 'given' }, { state: 'withdrawn', consent: { withdrawalNote: 'By telephone' } }, { state: 'refused' }] }]);
  const history = await answer(['vault', 'export-history', ...vault]);
  expect(history.output.split('\n').filter((line) => line !== '').map((line) => (JSON.parse(line) as { readonly label: string }).label)).toEqual(['Make a case', 'Record consent to registry', 'Record refused consent to recontact', 'Withdraw the consent to registry']);
});

test('nostos case consent refuses what cannot be, and changes nothing', { timeout: manyOpenings }, async () => {
  const { vault } = await aVaultOnDisk();
  const refused = [
    [['record', 'NRG-1'], 'nostos case consent record: --purpose is missing or unknown'],
    [['record', '--purpose', 'registry', '--on', 'yesterday', 'NRG-1'], 'nostos case consent record: --on is no date'],
    [['record', '--purpose', 'registry', '--given-by', 'neighbour', 'NRG-1'], 'nostos case consent record: --given-by: not a word that is known'],
    [['record', '--purpose', 'registry', '--person', 'IX-9', 'NRG-1'], 'nostos case consent record: the family has no such person'],
    [['record', '--purpose', 'registry', '--on', '2026-03-04', '--expires', '2025', 'NRG-1'], 'It would end before it begins.'],
    [['withdraw', '--purpose', 'registry', 'NRG-1'], 'nostos case consent withdraw: the consent of I-1 to registry is missing'],
    [['list', 'NRG-2'], 'nostos case consent list: the vault holds no such case'],
  ] as const;
  for (const [[word, ...words], message] of refused) {
    const { exitCode, output, complaints } = await answer(['case', 'consent', word, ...vault, ...words]);
    expect([exitCode, output, complaints[0]?.slice(0, message.length)]).toEqual([2, '', message]);
  }
  expect((await answer(['case', 'consent', 'list', ...vault, 'NRG-1'])).output).toBe('I-1  Ada  patient\n  referral       given on 2026-03-01\n');
});

test('nostos settings shows and changes what the settings screen does', { timeout: manyOpenings }, async () => {
  const { vault } = await aVaultOnDisk();
  const settings = async (...words: readonly string[]) => await answer(['settings', ...words, ...vault]);
  expect((await settings('set', 'autoLockMinutes', '30')).output).toBe('autoLockMinutes    30\n');
  expect(JSON.parse((await settings('get', '--json')).output)).toMatchObject({ autoLockMinutes: 30, replyAddress: '' });
  expect((await settings('get', 'autoLockMinutes')).output).toBe('30\n');
  expect((await settings('set', 'telephone', '01632 960 144')).output).toBe('telephone          01632 960 144\n');
  expect((await settings('get', 'telephone')).output).toBe('01632 960 144\n');
  expect((await settings('set', 'autoLockMinutes', 'often')).complaints).toEqual(['nostos settings set: autoLockMinutes cannot have this value, expected a number of minutes from 0 to 480.']);
  expect(await settings('get', 'replyAdress')).toMatchObject({ exitCode: 2, complaints: [expect.stringContaining('Did you mean replyAddress?')] });
});
