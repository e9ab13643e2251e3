/** Timers as the backend uses them, so that a test can turn the clock. */
export interface Timer {
  /** Answers with the function that cancels it. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
}

/** A timer that keeps no process alive. */
export const systemTimer: Timer = {
  after: (milliseconds, run) => {
    const handle = setTimeout(run, milliseconds);
    handle.unref();
    return () => {
      clearTimeout(handle);
    };
  },
};

/**
 * Stops whoever comes by when the counsellor has left the room. Time is read from the clock and not counted by the timer, so that
 * a laptop that slept over the limit is found expired at the first question, before any answer.
 */
export interface AutoLock {
  readonly isExpired: () => boolean;
  readonly noteActivity: () => void;
  /** Begins to watch, with the limit as it is then; 0 minutes switches it off. */
  readonly start: (minutes: number) => void;
  readonly stop: () => void;
}

export function createAutoLock(options: { readonly nowMs: () => number; readonly timer: Timer; readonly lock: () => void }): AutoLock {
  let limitMs = 0;
  let lastActivity = 0;
  let cancel: (() => void) | null = null;

  function watch(): void {
    cancel?.();
    cancel = null;
    if (limitMs === 0) return;
    const left = limitMs - idleMs();
    cancel = options.timer.after(Math.max(1, left), () => {
      if (isExpired()) options.lock();
      else watch();
    });
  }

  /** A clock that was set back must not keep the vault open for as long as it was set back: the time away then counts from now. */
  function idleMs(): number {
    const now = options.nowMs();
    lastActivity = Math.min(lastActivity, now);
    return now - lastActivity;
  }

  function isExpired(): boolean {
    return limitMs > 0 && idleMs() >= limitMs;
  }

  return {
    isExpired,
    noteActivity: () => {
      lastActivity = options.nowMs();
    },
    start: (minutes) => {
      limitMs = minutes * 60_000;
      lastActivity = options.nowMs();
      watch();
    },
    stop: () => {
      limitMs = 0;
      watch();
    },
  };
}
