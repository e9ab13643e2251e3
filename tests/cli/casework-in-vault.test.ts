import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createIdSource } from '#db/id.ts';
import { runCommand } from '#db/run-command.ts';
import { closeVault, createVault } from '#db/vault.ts';
import { newCaseDetail, newPersonDetail } from '#electron/backend/cases/new-case.ts';
import { success } from '#shared/base/result.ts';
import { exactly } from '#shared/casefile/moment-order.ts';
import { bareEvent } from '#shared/casefile/odyssey-event.ts';
import { bareTest } from '#shared/casefile/ordered-test.ts';
import { bareTask } from '#shared/casefile/task.ts';
import { answer } from '#tests/cli/command-line-world.ts';
import { aFolder, must, passphrase } from '#tests/db/vault-builder.ts';

test('nostos case show tells the odyssey in its order, tests and tasks, and has their records as JSON', async () => {
  const folder = join(aFolder(), 'vault');
  const { vault } = must(await createVault({ folder, passphrase, createdAt: '2026-03-01T08:00:00.000Z' }));
  must(
    runCommand({ database: vault.database, procedure: 'test', at: '2026-03-01T09:00:00.000Z', newId: createIdSource() }, (unit) => {
      const { id } = unit.cases.add({ ...newCaseDetail, reference: 'NRG-1' });
      unit.people.add(id, true, { ...newPersonDetail, birthDate: '2010-05-17' });
      unit.records.events.add(id, { ...bareEvent, kind: 'visit', when: exactly('2019-04-12'), title: 'No cause found', clinician: 'Dr Kaur' });
      unit.records.events.add(id, { ...bareEvent, kind: 'symptom', when: { kind: 'age', age: 'P3Y', isAbout: true }, title: 'Clumsy' });
      unit.records.tests.add(id, { ...bareTest, kind: 'exome', name: 'Exome', status: 'reported', result: 'negative', reportedOn: '2021' });
      unit.records.tasks.add(id, { ...bareTask, title: 'Call the laboratory', dueOn: '2026-04' });
      unit.describe('Enter the odyssey', id);
      return success(null);
    }),
  );
  closeVault(vault);
  writeFileSync(join(folder, '..', 'passphrase'), passphrase);
  const options = ['--vault', folder, '--passphrase-file', join(folder, '..', 'passphrase')];
  const told = await answer(['case', 'show', ...options, 'NRG-1']);
  expect(told.output.slice(told.output.indexOf('Odyssey')).trimEnd().split('\n')).toEqual([
    'Odyssey',
    '  about age 3 y      symptom       Clumsy',
    '  12 Apr 2019        visit         No cause found, Dr Kaur',
    '',
    'Tests',
    '  2021               reported      Exome, negative',
    '',
    'Tasks',
    '  2026-04            open          Call the laboratory',
  ]);
  const shown = JSON.parse((await answer(['case', 'show', '--json', ...options, 'NRG-1'])).output) as Readonly<Record<string, unknown>>;
  expect(shown).toMatchObject({ case: { reference: 'NRG-1' }, events: [{ kind: 'visit' }, { kind: 'symptom' }], tests: [{ result: 'negative' }], tasks: [{ dueOn: '2026-04' }], referrals: [], documents: [] });
});
