import { rmSync } from 'node:fs';
import { backupVault } from '#db/backup.ts';
import { readEntries, type StoredEntry } from '#db/change-log.ts';
import { standardCost, type ScryptCost } from '#db/key-wrapping.ts';
import { createCaseViewStore } from '#db/repositories/case-views.ts';
import { createRankingStore, type RankingSnapshot } from '#db/repositories/ranking-snapshots.ts';
import { createReanalysisStore } from '#db/repositories/reanalysis.ts';
import { storageFailureOf } from '#db/storage-failure.ts';
import type { Repositories, UnitOfWork } from '#db/unit-of-work.ts';
import { changeKeychain, changePassphrase, confirmPassphrase, createVault, isKeptInKeychain, isVaultPresent, renewRecoveryKey, unlockVault, type OpenVault, type VaultSecret } from '#db/vault.ts';
import { verifyVaultInSlices, type VaultCheck } from '#db/verify-vault.ts';
import type { Timer } from '#electron/backend/vault/auto-lock.ts';
import type { Keychain } from '#electron/backend/host-capabilities.ts';
import { gatherBetweenRequests } from '#electron/backend/vault/gather-between-requests.ts';
import { createUnlockAttempts } from '#electron/backend/vault/unlock-attempts.ts';
import { createVaultHolder, type VaultHolder } from '#electron/backend/vault/vault-holder.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { ProcedureName } from '#shared/contract/contract.ts';
import type { BackendEvent } from '#shared/contract/wire.ts';

export type VaultState = 'absent' | 'locked' | 'open';
export type UnlockSecret = { readonly passphrase: string } | { readonly recoveryKey: string } | { readonly keychain: true };

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
  /** Whether this is the passphrase (or the recovery key): for leaving a view without changing anything. */
  readonly confirmPassphrase: (passphrase: string) => Promise<Result<void, Failure>>;
  readonly renewRecoveryKey: (passphrase: string) => Promise<Result<{ readonly recoveryKey: string }, Failure>>;
  /** Makes the keychain of this machine a way into the vault, or ends it. */
  readonly keepInKeychain: (keep: boolean, passphrase: string) => Promise<Result<void, Failure>>;
  /** Whether the vault can be unlocked with the keychain of this machine. */
  readonly isInKeychain: () => boolean;
  /** Others are answered meanwhile; a lock ends it. */
  readonly verify: () => Promise<Result<VaultCheck, Failure>>;
  readonly backup: (folder: string) => Promise<Result<{ readonly folder: string; readonly bytes: number }, Failure>>;
  /** The whole history with its images, oldest first, for an export that the user asked for. Throws while the vault is not open. */
  readonly exportHistory: () => Iterable<StoredEntry>;
  /** Runs one command: one transaction, one entry in the history, one event afterwards. Counts as activity. */
  readonly command: <Value>(procedure: ProcedureName, work: (unit: UnitOfWork) => Result<Value, Failure>, options?: { readonly isUndoable: boolean }) => Result<Value, Failure>;
  /** Writes the file of the vault anew without what was taken out of it, and empties its log. */
  readonly overwriteFreedSpace: () => void;
  /** The reading side. Throws while the vault is not open: the caller asks `state()` first. Counts as activity. */
  readonly repositories: () => Repositories;
  /** The reading side for work that nobody asked for: puts off no lock. Null while the vault is not open. */
  readonly repositoriesUnasked: () => Repositories | null;
  /**
   * Keeps rankings beside their cases, outside the history; nothing while the vault is not open. Answers whether the caseload would
   * show something else: the caller announces it.
   */
  readonly keepRankings: (snapshots: readonly RankingSnapshot[]) => boolean;
  /** Notes, outside the history too, that a case which a release moved was looked at. */
  readonly acknowledgeMove: (caseId: string, release: string) => void;
  /** Notes, outside the history too, that the user opens a case; answers when they last did. */
  readonly seeCase: (caseId: string) => string | null;
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
  /** That of the host; null or absent where it has none. */
  readonly keychain?: Keychain | null;
  readonly timer?: Timer;
  /** Cheaper only in tests. */
  readonly cost?: ScryptCost;
}

const locked = failure('locked', 'The vault is locked. Enter the passphrase to go on.');
const noKeychain = failure('rule-broken', 'Nostos has no keychain here. Enter the passphrase.');
const busy = failure('conflict', 'The vault is being opened or changed at this moment. Wait for it to finish.');

export function createVaultSession(options: VaultSessionOptions): VaultSession {
  const { folder, isDemo } = options;
  const holder = createVaultHolder(options);
  return {
    folder,
    isDemo,
    state: () => (holder.current() !== null ? 'open' : isVaultPresent(folder) ? 'locked' : 'absent'),
    lock: holder.lock,
    noteActivity: holder.noteActivity,
    dispose: () => {
      holder.lock();
      if (isDemo) rmSync(folder, { recursive: true, force: true });
    },
    ...keyWork(options, holder),
    ...dataWork(options, holder),
  };
}

/** What needs a passphrase: each takes a second, so each waits, and only one runs at a time. */
function keyWork(options: VaultSessionOptions, holder: VaultHolder): Pick<VaultSession, 'create' | 'unlock' | 'changePassphrase' | 'confirmPassphrase' | 'renewRecoveryKey' | 'keepInKeychain' | 'isInKeychain'> {
  const { folder, cost = standardCost, keychain = null } = options;
  const attempts = createUnlockAttempts(() => Date.parse(options.clock()));
  let isBusy = false;

  /** A second one meanwhile would act on what the first is replacing. */
  async function alone<Value>(work: () => Promise<Result<Value, Failure>>): Promise<Result<Value, Failure>> {
    if (isBusy) return refusal(busy);
    isBusy = true;
    try {
      return await work();
    } finally {
      isBusy = false;
    }
  }

  async function asAttempt<Value>(work: () => Promise<Result<Value, Failure>>): Promise<Result<Value, Failure>> {
    const wait = attempts.refusal();
    if (wait !== null) return refusal(wait);
    const result = await work();
    if (result.ok) attempts.succeeded();
    else if (result.error.kind === 'invalid-input') attempts.failed();
    return result;
  }

  async function withKey<Value>(work: (vault: OpenVault) => Promise<Result<Value, Failure>>): Promise<Result<Value, Failure>> {
    const session = holder.current();
    if (session === null) return refusal(locked);
    holder.noteActivity();
    // A copy of the key, because a lock meanwhile wipes the original and would have zeros wrapped.
    const dataKey = Buffer.from(session.vault.dataKey);
    try {
      return await asAttempt(() => work({ ...session.vault, dataKey }));
    } finally {
      dataKey.fill(0);
    }
  }

  return {
    create: ({ passphrase, clinicianName }) =>
      alone(async () => {
        const created = await createVault({ folder, passphrase, createdAt: options.clock(), cost });
        if (!created.ok) return created;
        const named = holder.run(holder.hold(created.value.vault), { procedure: 'vault.create', isUndoable: false }, (unit) => {
          unit.settings.change({ clinicianName });
          unit.describe('Create the vault', null);
          return success(undefined);
        });
        return named.ok ? success({ recoveryKey: created.value.recoveryKey }) : named;
      }),
    unlock: (secret) =>
      alone(async () => {
        if (holder.current() !== null) return success(undefined);
        const given = asVaultSecret(secret, keychain);
        if (given === null) return refusal(noKeychain);
        const open = () => unlockVault({ folder, cost, secret: given });
        // Nothing is guessed at a keychain.
        const unlocked = given.kind === 'keychain' ? await open() : await asAttempt(open);
        if (!unlocked.ok) return unlocked;
        const held = holder.hold(unlocked.value);
        void gatherBetweenRequests(held.vault.database, () => holder.current() === held, options.emit);
        return success(undefined);
      }),
    changePassphrase: (before, next) => alone(() => withKey((vault) => changePassphrase(vault, before, next, cost))),
    confirmPassphrase: (passphrase) => alone(() => withKey((vault) => confirmPassphrase(vault, passphrase, cost))),
    keepInKeychain: (keep, passphrase) =>
      alone(async () => {
        if (keep && keychain === null) return refusal(noKeychain);
        const changed = await withKey((vault) => changeKeychain(vault, passphrase, keep ? keychain : null, cost));
        if (changed.ok) options.emit({ kind: 'changed', topics: ['app', 'vault'] });
        return changed;
      }),
    isInKeychain: () => keychain !== null && isKeptInKeychain(folder, cost),
    renewRecoveryKey: (passphrase) => alone(() => withKey((vault) => renewRecoveryKey(vault, passphrase, cost))),
  };
}

/** What needs an open vault. */
function dataWork(options: VaultSessionOptions, holder: VaultHolder): Pick<VaultSession, 'verify' | 'backup' | 'exportHistory' | 'command' | 'overwriteFreedSpace' | 'repositories' | 'repositoriesUnasked' | 'keepRankings' | 'acknowledgeMove' | 'seeCase'> {
  const openOrThrow = () => {
    const session = holder.current();
    if (session === null) throw new Error('the vault is not open');
    holder.noteActivity();
    return session;
  };
  return {
    verify: async () => {
      const session = holder.current();
      if (session === null) return refusal(locked);
      return (await verifyVaultInSlices(session.vault.database, () => holder.current() === session)) ?? refusal(locked);
    },
    backup: async (to) => {
      const session = holder.current();
      return session === null ? refusal(locked) : await backupVault(session.vault, to);
    },
    exportHistory: () => readEntries(openOrThrow().vault.database),
    command: (procedure, work, { isUndoable } = { isUndoable: true }) => {
      const session = holder.current();
      if (session === null) return refusal(locked);
      holder.noteActivity();
      return holder.run(session, { procedure, isUndoable }, work);
    },
    overwriteFreedSpace: () => {
      const { database } = openOrThrow().vault;
      database.exec('VACUUM');
      database.pragma('wal_checkpoint(TRUNCATE)');
    },
    repositories: () => openOrThrow().repositories,
    repositoriesUnasked: () => holder.current()?.repositories ?? null,
    keepRankings: (snapshots) => {
      const session = holder.current();
      return session !== null && keepRankings(session.vault, snapshots);
    },
    seeCase: (caseId) => {
      const { vault, repositories } = openOrThrow();
      return createCaseViewStore(vault.database).see(caseId, repositories.settings.read().clinicianName, options.clock());
    },
    acknowledgeMove: (caseId, release) => createReanalysisStore(openOrThrow().vault.database).acknowledge(caseId, release, options.clock()),
  };
}

/** Null where the host has no keychain. */
function asVaultSecret(secret: UnlockSecret, keychain: Keychain | null): VaultSecret | null {
  if ('keychain' in secret) return keychain === null ? null : { kind: 'keychain', keychain };
  return 'passphrase' in secret ? { kind: 'passphrase', passphrase: secret.passphrase } : { kind: 'recovery-key', recoveryKey: secret.recoveryKey };
}

/** A ranking can be computed again, so a full disk must not take it from the screen. */
function keepRankings(vault: OpenVault, snapshots: readonly RankingSnapshot[]): boolean {
  try {
    return createRankingStore(vault.database).keepAll(snapshots);
  } catch (fault) {
    if (storageFailureOf(fault) === null) throw fault;
    return false;
  }
}
