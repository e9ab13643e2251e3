import { createUnlockAttempts } from '#electron/backend/vault/unlock-attempts.ts';
import type { DetailScope } from '#shared/casefile/family-view/shown-family.ts';
import type { ProcedureName } from '#shared/contract/contract.ts';
import type { BackendEvent } from '#shared/contract/wire.ts';

/**
 * The family view as the backend holds it.
 *
 * Attack: the screen is turned and the counsellor leaves the room; a relative reaches the rest of the vault by the keyboard, a reload, the address bar or the
 * browser's tools. While the view is on, the backend answers nothing but what the view needs, whoever asks: the screens are not relied upon. Who leaves it shows the
 * PIN of this sitting, which is held in memory alone, or the passphrase.
 */
export interface FamilyMode {
  readonly current: () => FamilySitting | null;
  readonly enter: (sitting: Omit<FamilySitting, 'since'>) => void;
  readonly leave: () => void;
  /** Guesses at the PIN are slowed down like those at the passphrase. */
  readonly attempts: ReturnType<typeof createUnlockAttempts>;
  /** Events that say more than that something changed wait until the view is left: the end of a job may tell of other families. */
  readonly pass: (event: BackendEvent) => boolean;
}

export interface FamilySitting {
  readonly caseId: string;
  readonly scope: DetailScope;
  readonly pin: string | null;
  /** When it began: what was said in it is shown in it. */
  readonly since: string;
}

/** All that can be asked while the view is on. */
const allowed: ReadonlySet<ProcedureName> = new Set<ProcedureName>(['app.state', 'vault.noteActivity', 'vault.lock', 'vault.unlock', 'familyView.show', 'familyView.say', 'familyView.takeBack', 'familyView.leave']);

export const isAllowedInFamilyView = (name: ProcedureName): boolean => allowed.has(name);

export interface FamilyModeOptions {
  readonly clock: () => string;
  /** Sends what had to wait. */
  readonly emit: (event: BackendEvent) => void;
}

export function createFamilyMode({ clock, emit }: FamilyModeOptions): FamilyMode {
  let sitting: FamilySitting | null = null;
  let waiting: BackendEvent[] = [];
  const announce = () => emit({ kind: 'changed', topics: ['app', 'vault'] });
  return {
    current: () => sitting,
    enter: (begun) => {
      sitting = { ...begun, since: clock() };
      announce();
    },
    leave: () => {
      sitting = null;
      announce();
      const held = waiting;
      waiting = [];
      for (const event of held) emit(event);
    },
    attempts: createUnlockAttempts(() => Date.parse(clock())),
    pass: (event) => {
      if (sitting === null || event.kind === 'changed') return true;
      // How far a job was is of no use afterwards.
      if (event.kind !== 'job-progress') waiting.push(event);
      return false;
    },
  };
}
