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
