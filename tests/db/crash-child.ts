import { writeSync } from 'node:fs';
import { createIdSource } from '#db/id.ts';
import { runCommand } from '#db/run-command.ts';
import { changePassphrase, unlockVault } from '#db/vault.ts';
import { success } from '#shared/base/result.ts';
import { bareDetail } from '#shared/phenotype/feature.ts';
import { newCaseDetail, newPersonDetail } from '#electron/backend/cases/new-case.ts';

/**
 * Opens a vault and changes it for as long as it lives, and says each change on standard output only when it is saved. Its parent
 * kills it. Not a test by itself.
 */
const [folder = '', passphrase = '', job = ''] = process.argv.slice(2);
const cost = { n: 2 ** 7, r: 8, p: 1 };
const opened = await unlockVault({ folder, secret: { kind: 'passphrase', passphrase }, cost });
if (!opened.ok) throw new Error(opened.error.message);
const vault = opened.value;
const acknowledge = (line: string) => writeSync(1, `${line}\n`);

if (job === 'passphrase') await changePassphrases();
else addCases();

async function changePassphrases(): Promise<void> {
  acknowledge('open');
  for (let present = passphrase, number = 1; ; number += 1) {
    const next = `${passphrase} ${String(number)}`;
    const changed = await changePassphrase(vault, present, next, cost);
    if (!changed.ok) throw new Error(changed.error.message);
    acknowledge(next);
    present = next;
  }
}

/** Every case is one command of 22 rows, so that a half-saved one would show. */
function addCases(): void {
  const newId = createIdSource();
  acknowledge('open');
  for (let number = 1; ; number += 1) {
    const reference = `${String(process.pid)}-${String(number)}`;
    const outcome = runCommand({ database: vault.database, procedure: 'case.create', at: new Date().toISOString(), newId }, (unit) => {
      const { id } = unit.cases.add({ ...newCaseDetail, reference, note: 'Telemachus came alone and asked about Laertes.' });
      const proband = unit.people.add(id, true, { ...newPersonDetail, givenName: 'Telemachus', familyName: 'Ithakesios-Østergård' });
      for (let feature = 1; feature <= 20; feature += 1) unit.features.add({ caseId: id, personId: proband.id, termId: `HP:00000${String(10 + feature)}`, label: 'Wanderlust', detail: bareDetail('observed') });
      unit.describe(`Create case ${reference}`, id);
      return success(null);
    });
    if (!outcome.ok) throw new Error(outcome.error.message);
    acknowledge(reference);
  }
}
