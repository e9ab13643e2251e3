import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createIdSource } from '#db/id.ts';
import { runCommand } from '#db/run-command.ts';
import { closeVault, createVault } from '#db/vault.ts';
import { newCaseDetail, newPersonDetail } from '#electron/backend/cases/new-case.ts';
import { success } from '#shared/base/result.ts';
import { bareDetail } from '#shared/phenotype/feature.ts';
import { answer } from '#tests/cli/command-line-world.ts';
import { aFolder, must, passphrase } from '#tests/db/vault-builder.ts';

const marfan = [['HP:0001083', 'Ectopia lentis'], ['HP:0002616', 'Aortic root aneurysm'], ['HP:0001166', 'Arachnodactyly']] as const;
const cases = [
  { reference: 'NRG-1', status: 'testing', nextActionDueOn: '2020-01-01', givenName: 'Zoë', terms: marfan },
  { reference: 'NRG-2', status: 'closed', nextActionDueOn: null, givenName: 'Jonas', terms: marfan.slice(0, 2) },
  { reference: 'NRG-3', status: 'intake', nextActionDueOn: '2999-01-01', givenName: 'Aoife', terms: [['HP:0001250', 'Seizure']] },
] as const;

async function aVaultOnDisk(): Promise<readonly string[]> {
  const folder = join(aFolder(), 'vault');
  const { vault } = must(await createVault({ folder, passphrase, createdAt: '2026-03-01T08:00:00.000Z' }));
  must(
    runCommand({ database: vault.database, procedure: 'test', at: '2026-03-01T09:00:00.000Z', newId: createIdSource() }, (unit) => {
      for (const { reference, status, nextActionDueOn, givenName, terms } of cases) {
        const { id } = unit.cases.add({ ...newCaseDetail, reference, status, nextActionDueOn, nextAction: 'ring' });
        const { id: personId } = unit.people.add(id, true, { ...newPersonDetail, givenName });
        for (const [termId, label] of terms) unit.features.add({ caseId: id, personId, termId, label, detail: bareDetail('observed') });
      }
      unit.describe('Create cases', null);
      return success(null);
    }),
  );
  closeVault(vault);
  writeFileSync(join(folder, '..', 'passphrase'), passphrase);
  return ['--vault', folder, '--passphrase-file', join(folder, '..', 'passphrase')];
}

const shownReferences = (output: string) => [...new Set(output.match(/NRG-\d/g) ?? [])];

describe('the cases of a vault, from the command line', () => {
  test('are listed by status and by what is due, found by any word, and compared', async () => {
    const vault = await aVaultOnDisk();
    const run = (...words: readonly string[]) => answer([...words.slice(0, 2), ...vault, ...words.slice(2)]);
    const lists = [await run('case', 'list'), await run('case', 'list', '--status', 'testing,intake'), await run('case', 'list', '--due', 'overdue'), await run('case', 'list', '--due', 'none')];
    expect(lists.map(({ exitCode, output }) => [exitCode, shownReferences(output).sort()])).toEqual([[0, ['NRG-1', 'NRG-2', 'NRG-3']], [0, ['NRG-1', 'NRG-3']], [0, ['NRG-1']], [0, ['NRG-2']]]);
    expect(lists[2]?.output).toContain('action overdue since 2020-01-01');
    expect((await run('case', 'list', '--status', 'asleep')).complaints[0]).toContain('asleep is no status, expected one of referred-in');
    expect((await run('case', 'list', '--due', 'soon')).exitCode).toBe(2);

    const found = await run('case', 'search', 'zoe', 'ectop');
    expect([found.exitCode, shownReferences(found.output), found.output.includes('terms       Ectopia lentis')]).toEqual([0, ['NRG-1'], true]);
    expect([(await run('case', 'search', 'polyphemus')).exitCode, (await run('case', 'search')).exitCode, (await run('case', 'search', '--limit', '0', 'zoe')).exitCode]).toEqual([1, 2, 2]);

    const similar = await run('case', 'similar', 'NRG-1');
    expect([similar.exitCode, shownReferences(similar.output), similar.output.includes('Jonas')]).toEqual([0, ['NRG-2'], false]);
    const compared = JSON.parse((await run('case', 'compare', '--json', 'NRG-1', 'NRG-2')).output) as { onlyHere: { label: string }[]; score: number };
    expect([compared.onlyHere.map(({ label }) => label), compared.score > 0.5]).toEqual([['Arachnodactyly'], true]);
    expect((await run('case', 'compare', 'NRG-1', 'NRG-9')).complaints).toEqual(['nostos case compare: the vault holds no such case, expected an id or a reference as nostos case list shows them.']);
  });
});
