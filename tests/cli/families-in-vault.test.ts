import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createIdSource } from '#db/id.ts';
import { runCommand } from '#db/run-command.ts';
import { closeVault, createVault } from '#db/vault.ts';
import { newCaseDetail, newPersonDetail } from '#electron/backend/cases/new-case.ts';
import { success } from '#shared/base/result.ts';
import { newIndividual } from '#shared/pedigree/family.ts';
import { answer } from '#tests/cli/command-line-world.ts';
import { aFolder, must, passphrase } from '#tests/db/vault-builder.ts';

/** A case of a proband and a lost pregnancy; answers the words that open its vault. */
async function aVaultOnDisk(): Promise<readonly string[]> {
  const folder = join(aFolder(), 'vault');
  const { vault } = must(await createVault({ folder, passphrase, createdAt: '2026-03-01T08:00:00.000Z' }));
  const newId = createIdSource();
  must(
    runCommand({ database: vault.database, procedure: 'test', at: '2026-03-01T09:00:00.000Z', newId }, (unit) => {
      const { id } = unit.cases.add({ ...newCaseDetail, reference: 'NRG-1' });
      unit.people.add(id, true, { ...newPersonDetail, givenName: 'Ada', sexAssignedAtBirth: 'female', birthDate: '1990-04', vitalStatus: 'alive' });
      const family = unit.families.ofCase(id);
      const loss = newIndividual(unit.newId(), { life: { kind: 'loss', outcome: 'spontaneous-abortion', gestation: null } });
      unit.families.write(id, { ...family, individuals: [loss, ...family.individuals] });
      unit.describe('Draw the family', id);
      return success(null);
    }),
  );
  closeVault(vault);
  writeFileSync(join(folder, '..', 'passphrase'), passphrase);
  return ['--vault', folder, '--passphrase-file', join(folder, '..', 'passphrase')];
}

test('nostos case show tells the proband and then the relatives, and nostos vault export-history every row of the family', async () => {
  const vault = await aVaultOnDisk();
  const shown = await answer(['case', 'show', ...vault, 'NRG-1']);
  expect([shown.exitCode, shown.output.split('\n').filter((line) => /^(Proband|Relative)/.test(line))]).toEqual([0, ['Proband, Ada, female, born 1990-04, alive', 'Relative, unknown, loss']]);
  const exported = await answer(['vault', 'export-history', ...vault]);
  const entries = exported.output.trim().split('\n').map((line) => JSON.parse(line) as { images: { table: string; after: { life: string } | null }[] });
  expect(entries.flatMap(({ images }) => images.filter(({ table }) => table === 'person').map(({ after }) => after?.life))).toEqual(['{"kind":"person"}', '{"gestation":null,"kind":"loss","outcome":"spontaneous-abortion"}']);
  expect((await answer(['vault', 'verify', ...vault])).output).toMatch('The vault is intact: 1 change in its history.');
});
