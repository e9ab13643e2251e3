import type { RankingSnapshot } from '#db/repositories/ranking-snapshots.ts';
import type { Repositories, UnitOfWork } from '#db/unit-of-work.ts';
import type { Failure } from '#shared/base/failure.ts';
import type { Result } from '#shared/base/result.ts';
import type { ProcedureName } from '#shared/contract/contract.ts';

export type VaultState = 'absent' | 'locked' | 'open';
export type UnlockSecret = { readonly passphrase: string } | { readonly recoveryKey: string };

export interface VaultCheck {
  readonly isIntact: boolean;
  readonly changes: number;
  /** One sentence each, without patient data. */
  readonly findings: readonly string[];
}

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
