import { rmSync } from 'node:fs';
import { backupVault } from '#db/backup.ts';
import { readEntries, type StoredEntry } from '#db/change-log.ts';
import { createIdSource } from '#db/id.ts';
import { standardCost, type ScryptCost } from '#db/key-wrapping.ts';
import { createRankingStore, type RankingSnapshot } from '#db/repositories/ranking-snapshots.ts';
import { createRepositories, runCommand, type CommandRun } from '#db/run-command.ts';
import { storageFailureOf } from '#db/storage-failure.ts';
import type { Repositories, UnitOfWork } from '#db/unit-of-work.ts';
import { changePassphrase, closeVault, createVault, isVaultPresent, renewRecoveryKey, unlockVault, type OpenVault } from '#db/vault.ts';
import { verifyVault, type VaultCheck } from '#db/verify-vault.ts';
import { createAutoLock, systemTimer, type Timer } from '#electron/backend/auto-lock.ts';
import { createUnlockAttempts } from '#electron/backend/unlock-attempts.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { ProcedureName } from '#shared/contract/contract.ts';
import { topics as allTopics, type BackendEvent } from '#shared/contract/wire.ts';

export type VaultState = 'absent' | 'locked' | 'open';
export type UnlockSecret = { readonly passphrase: string } | { readonly recoveryKey: string };

/** The vault as the running app sees it: closed or open, one at a time. */
export interface VaultSession {
  readonly folder: string;
  /** A throw-away vault with example families, deleted by `dispose`. */
  readonly isDemo: boolean;
  readonly state: () => VaultState;
  readonly create: (input: { readonly passphrase: string; readonly clinicianName: string }) => Promise<Result<{ readonly recoveryKey: string }, Failure>>;
  readonly unlock: (secret: UnlockSecret) => Promise<Result<void, Failure>>;
  /** Closes the database and wipes the key from memory. */
  readonly lock: () => void;
  readonly changePassphrase: (current: string, next: string) => Promise<Result<void, Failure>>;
  readonly renewRecoveryKey: (passphrase: string) => Promise<Result<{ readonly recoveryKey: string }, Failure>>;
  readonly verify: () => Result<VaultCheck, Failure>;
  readonly backup: (folder: string) => Result<{ readonly folder: string; readonly bytes: number }, Failure>;
  /** The whole history with its images, oldest first, for an export that the user asked for. Throws while the vault is not open. */
  readonly exportHistory: () => Iterable<StoredEntry>;
  /** Runs one command: one transaction, one entry in the history, one event afterwards. Counts as activity. */
  readonly command: <Value>(procedure: ProcedureName, work: (unit: UnitOfWork) => Result<Value, Failure>) => Result<Value, Failure>;
  /** The reading side. Throws while the vault is not open: the caller asks `state()` first. Counts as activity. */
  readonly repositories: () => Repositories;
  /** Keeps a ranking beside its case, outside the history. Does nothing while the vault is not open. */
  readonly keepRanking: (snapshot: RankingSnapshot) => void;
  /** Puts off the automatic lock. */
  readonly noteActivity: () => void;
  /** Locks; deletes the vault of a demonstration. */
  readonly dispose: () => void;
}

export interface VaultSessionOptions {
  readonly folder: string;
  readonly isDemo: boolean;
  /** Now, ISO 8601 UTC with milliseconds. */
  readonly clock: () => string;
  readonly emit: (event: BackendEvent) => void;
  readonly timer?: Timer;
  /** Cheaper only in tests. */
  readonly cost?: ScryptCost;
}

interface OpenSession {
  readonly vault: OpenVault;
  readonly repositories: Repositories;
}

const locked = failure('locked', 'The vault is locked. Enter the passphrase to go on.');
const busy = failure('conflict', 'The vault is being opened or changed at this moment. Wait for it to finish.');

export function createVaultSession(options: VaultSessionOptions): VaultSession {
  const { folder, isDemo, emit } = options;
  const cost = options.cost ?? standardCost;
  const nowMs = () => Date.parse(options.clock());
  const newId = createIdSource({ now: nowMs });
  const attempts = createUnlockAttempts(nowMs);
  const autoLock = createAutoLock({ nowMs, timer: options.timer ?? systemTimer, lock });
  let open: OpenSession | null = null;
  let isBusy = false;

  function lock(): void {
    if (open === null) return;
    autoLock.stop();
    const { vault } = open;
    open = null;
    closeVault(vault);
    emit({ kind: 'changed', topics: allTopics });
  }

  function begin(vault: OpenVault): void {
    open = { vault, repositories: createRepositories(vault.database) };
    autoLock.start(open.repositories.settings.read().autoLockMinutes);
    emit({ kind: 'changed', topics: allTopics });
  }

  /** The open vault as long as nobody has been away for too long. */
  function current(): OpenSession | null {
    if (open !== null && autoLock.isExpired()) lock();
    return open;
  }

  /** Work on the keys takes a second; a second one meanwhile would act on what the first is replacing. */
  async function alone<Value>(work: () => Promise<Result<Value, Failure>>): Promise<Result<Value, Failure>> {
    if (isBusy) return refusal(busy);
    isBusy = true;
    try {
      return await work();
    } finally {
      isBusy = false;
    }
  }

  /** The data key is borrowed by work that waits, so the vault may be locked only afterwards; a lock in between fails the work. */
  async function withKeys<Value>(work: (vault: OpenVault) => Promise<Result<Value, Failure>>): Promise<Result<Value, Failure>> {
    return await alone(async () => {
      const session = current();
      if (session === null) return refusal(locked);
      const wait = attempts.refusal();
      if (wait !== null) return refusal(wait);
      autoLock.noteActivity();
      // A copy of the key, because an automatic lock meanwhile wipes the original and would have zeros wrapped.
      const dataKey = Buffer.from(session.vault.dataKey);
      const result = await work({ ...session.vault, dataKey });
      dataKey.fill(0);
      noteAttempt(result);
      return result;
    });
  }

  function noteAttempt(result: Result<unknown, Failure>): void {
    if (result.ok) attempts.succeeded();
    else if (result.error.kind === 'invalid-input') attempts.failed();
  }

  function run<Value>(session: OpenSession, procedure: string, isUndoable: boolean, work: (unit: UnitOfWork) => Result<Value, Failure>): Result<Value, Failure> {
    const commandRun: CommandRun = { database: session.vault.database, procedure, at: options.clock(), newId, isUndoable };
    const outcome = runCommand(commandRun, work);
    if (!outcome.ok) return outcome;
    const { value, topics } = outcome.value;
    if (topics.includes('settings')) autoLock.start(session.repositories.settings.read().autoLockMinutes);
    if (topics.length > 0) emit({ kind: 'changed', topics });
    return success(value);
  }

  return {
    folder,
    isDemo,
    state: () => (current() !== null ? 'open' : isVaultPresent(folder) ? 'locked' : 'absent'),
    create: ({ passphrase, clinicianName }) =>
      alone(async () => {
        const created = await createVault({ folder, passphrase, createdAt: options.clock(), cost });
        if (!created.ok) return created;
        begin(created.value.vault);
        const session = current();
        if (session === null) return refusal(locked);
        const named = run(session, 'vault.create', false, (unit) => {
          unit.settings.change({ clinicianName });
          unit.describe('Create the vault', null);
          return success(undefined);
        });
        return named.ok ? success({ recoveryKey: created.value.recoveryKey }) : named;
      }),
    unlock: (secret) =>
      alone(async () => {
        if (current() !== null) return success(undefined);
        const wait = attempts.refusal();
        if (wait !== null) return refusal(wait);
        const unlocked = await unlockVault({
          folder,
          cost,
          secret: 'passphrase' in secret ? { kind: 'passphrase', passphrase: secret.passphrase } : { kind: 'recovery-key', recoveryKey: secret.recoveryKey },
        });
        noteAttempt(unlocked);
        if (!unlocked.ok) return unlocked;
        begin(unlocked.value);
        return success(undefined);
      }),
    lock,
    changePassphrase: (before, next) => withKeys((vault) => changePassphrase(vault, before, next, cost)),
    renewRecoveryKey: (passphrase) => withKeys((vault) => renewRecoveryKey(vault, passphrase, cost)),
    verify: () => {
      const session = current();
      return session === null ? refusal(locked) : verifyVault(session.vault.database);
    },
    backup: (to) => {
      const session = current();
      return session === null ? refusal(locked) : backupVault(session.vault, to);
    },
    exportHistory: () => {
      const session = current();
      if (session === null) throw new Error('the vault is not open');
      return readEntries(session.vault.database);
    },
    command: (procedure, work) => {
      const session = current();
      if (session === null) return refusal(locked);
      autoLock.noteActivity();
      return run(session, procedure, true, work);
    },
    repositories: () => {
      const session = current();
      if (session === null) throw new Error('the vault is not open');
      autoLock.noteActivity();
      return session.repositories;
    },
    keepRanking: (snapshot) => {
      const session = current();
      if (session !== null && keepRanking(session.vault, snapshot)) emit({ kind: 'changed', topics: ['cases'] });
    },
    noteActivity: () => {
      if (current() !== null) autoLock.noteActivity();
    },
    dispose: () => {
      lock();
      if (isDemo) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A ranking can be computed again, so a full disk must not take it from the screen. */
function keepRanking(vault: OpenVault, snapshot: RankingSnapshot): boolean {
  try {
    return createRankingStore(vault.database).keep(snapshot);
  } catch (fault) {
    if (storageFailureOf(fault) === null) throw fault;
    return false;
  }
}
