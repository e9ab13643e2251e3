import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { createIdSource } from '#db/id.ts';
import type { ScryptCost } from '#db/key-wrapping.ts';
import { createRepositories, runCommand } from '#db/run-command.ts';
import type { Repositories, UnitOfWork } from '#db/unit-of-work.ts';
import { closeVault, createVault, unlockVault, type OpenVault } from '#db/vault.ts';
import { newCaseDetail, newPersonDetail } from '#electron/backend/cases/new-case.ts';
import type { Failure } from '#shared/base/failure.ts';
import { success, type Result } from '#shared/base/result.ts';
import { bareDetail, type FeatureState } from '#shared/phenotype/feature.ts';

/** A thousandth of the real cost, so that a test that is not about the cost does not pay it. */
export const cheapCost: ScryptCost = { n: 2 ** 7, r: 8, p: 1 };
export const passphrase = 'correct horse battery staple';

const open: OpenVault[] = [];
const folders: string[] = [];

afterEach(() => {
  for (const vault of open.splice(0)) closeVault(vault);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** An empty folder that goes when the test ends. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nostos-test-'));
  folders.push(folder);
  return folder;
}

export function must<Value>(result: Result<Value, Failure>): Value {
  if (!result.ok) throw new Error(`expected success, got ${result.error.kind}: ${result.error.message}`);
  return result.value;
}

export async function aVault(folder = join(aFolder(), 'vault')): Promise<TestVault> {
  const { vault, recoveryKey } = must(await createVault({ folder, passphrase, createdAt: '2026-03-01T08:00:00.000Z', cost: cheapCost }));
  return { ...useVault(vault), recoveryKey };
}

export async function anUnlockedVault(folder: string): Promise<TestVault> {
  return { ...useVault(must(await unlockVault({ folder, secret: { kind: 'passphrase', passphrase }, cost: cheapCost }))), recoveryKey: '' };
}

export interface TestVault {
  readonly vault: OpenVault;
  readonly recoveryKey: string;
  readonly read: Repositories;
  /** Runs a command a second after the last one. */
  readonly run: <Value>(work: (unit: UnitOfWork) => Result<Value, Failure>) => Result<Value, Failure>;
  readonly addCase: (reference: string, features?: readonly (readonly [string, string, FeatureState])[]) => string;
  readonly close: () => void;
}

function useVault(vault: OpenVault): Omit<TestVault, 'recoveryKey'> {
  open.push(vault);
  const newId = createIdSource();
  let time = Date.parse('2026-03-01T09:00:00.000Z');
  const run: TestVault['run'] = (work) => {
    time += 1_000;
    const outcome = runCommand({ database: vault.database, procedure: 'test', at: new Date(time).toISOString(), newId }, work);
    return outcome.ok ? success(outcome.value.value) : outcome;
  };
  return {
    vault,
    run,
    read: createRepositories(vault.database),
    addCase: (reference, features = []) =>
      must(
        run((unit) => {
          const { id } = unit.cases.add({ ...newCaseDetail, reference });
          const proband = unit.people.add(id, true, newPersonDetail);
          for (const [termId, label, state] of features) unit.features.add({ caseId: id, personId: proband.id, termId, label, detail: bareDetail(state) });
          unit.describe(`Create case ${reference}`, id);
          return success(id);
        }),
      ),
    close: () => {
      open.splice(open.indexOf(vault), 1);
      closeVault(vault);
    },
  };
}
