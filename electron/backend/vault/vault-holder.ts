import { createIdSource } from '#db/id.ts';
import { createRepositories, runCommand } from '#db/run-command.ts';
import type { Repositories, UnitOfWork } from '#db/unit-of-work.ts';
import { closeVault, type OpenVault } from '#db/vault.ts';
import { createAutoLock, systemTimer, type Timer } from '#electron/backend/vault/auto-lock.ts';
import type { Failure } from '#shared/base/failure.ts';
import { success, type Result } from '#shared/base/result.ts';
import { topics as allTopics, type BackendEvent } from '#shared/contract/wire.ts';

export interface HeldVault {
  readonly vault: OpenVault;
  readonly repositories: Repositories;
}

/** Holds the vault while it is open, and lets go of it when it is locked by hand or by time. */
export interface VaultHolder {
  /** The open vault, as long as nobody has been away for too long. */
  readonly current: () => HeldVault | null;
  readonly hold: (vault: OpenVault) => HeldVault;
  readonly lock: () => void;
  readonly noteActivity: () => void;
  /** Runs a command and tells the screens what it changed. */
  readonly run: <Value>(held: HeldVault, what: { readonly procedure: string; readonly isUndoable: boolean }, work: (unit: UnitOfWork) => Result<Value, Failure>) => Result<Value, Failure>;
}

export interface VaultHolderOptions {
  readonly clock: () => string;
  readonly emit: (event: BackendEvent) => void;
  readonly timer?: Timer;
}

export function createVaultHolder(options: VaultHolderOptions): VaultHolder {
  const nowMs = () => Date.parse(options.clock());
  const newId = createIdSource({ now: nowMs });
  const autoLock = createAutoLock({ nowMs, timer: options.timer ?? systemTimer, lock });
  let held: HeldVault | null = null;

  function lock(): void {
    if (held === null) return;
    autoLock.stop();
    const { vault } = held;
    held = null;
    closeVault(vault);
    options.emit({ kind: 'changed', topics: allTopics });
  }

  return {
    current: () => {
      if (held !== null && autoLock.isExpired()) lock();
      return held;
    },
    hold: (vault) => {
      const now: HeldVault = { vault, repositories: createRepositories(vault.database) };
      held = now;
      autoLock.start(now.repositories.settings.read().autoLockMinutes);
      options.emit({ kind: 'changed', topics: allTopics });
      return now;
    },
    lock,
    noteActivity: autoLock.noteActivity,
    run: (vault, { procedure, isUndoable }, work) => {
      const outcome = runCommand({ database: vault.vault.database, procedure, at: options.clock(), newId, isUndoable }, work);
      if (!outcome.ok) return outcome;
      const { value, topics } = outcome.value;
      if (topics.includes('settings')) autoLock.start(vault.repositories.settings.read().autoLockMinutes);
      if (topics.length > 0) options.emit({ kind: 'changed', topics });
      return success(value);
    },
  };
}
