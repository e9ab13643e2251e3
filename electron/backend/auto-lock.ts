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
    cancel = options.timer.after(Math.max(1, lastActivity + limitMs - options.nowMs()), () => {
      if (isExpired()) options.lock();
      else watch();
    });
  }

  function isExpired(): boolean {
    return limitMs > 0 && options.nowMs() - lastActivity >= limitMs;
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
