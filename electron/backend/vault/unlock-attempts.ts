import { failure, type Failure } from '#shared/base/failure.ts';

/**
 * Stops someone at the open laptop from trying passphrases as fast as they can type: after three wrong ones each further one makes
 * the wait twice as long, up to a minute. (Who has copied the folder is held up by scrypt alone.)
 */
export interface UnlockAttempts {
  /** Why no attempt may be made now; null where one may. */
  readonly refusal: () => Failure | null;
  readonly failed: () => void;
  readonly succeeded: () => void;
}

const attemptsWithoutWait = 3;
const longestWaitSeconds = 60;

export function createUnlockAttempts(nowMs: () => number): UnlockAttempts {
  let failures = 0;
  let notBefore = 0;
  return {
    refusal: () => {
      const seconds = Math.ceil((notBefore - nowMs()) / 1_000);
      // A clock that was set back must not lock anybody out for longer than the longest wait.
      if (seconds <= 0 || seconds > longestWaitSeconds) return null;
      return failure('rule-broken', `Too many wrong attempts. Wait ${String(seconds)} ${seconds === 1 ? 'second' : 'seconds'} and try again.`);
    },
    failed: () => {
      failures += 1;
      if (failures >= attemptsWithoutWait) notBefore = nowMs() + Math.min(2 ** (failures - attemptsWithoutWait), longestWaitSeconds) * 1_000;
    },
    succeeded: () => {
      failures = 0;
      notBefore = 0;
    },
  };
}
