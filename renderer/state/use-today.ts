import { useSyncExternalStore } from 'react';
import { localDay } from '#shared/base/local-day.ts';

/** Often enough that a window left open over midnight does not show yesterday's ages for long. */
const lookAgainMilliseconds = 30_000;

/** The day on this machine, YYYY-MM-DD, kept up to date. */
export function useToday(): string {
  return useSyncExternalStore(watchTheClock, () => localDay(new Date()));
}

function watchTheClock(onChange: () => void): () => void {
  const timer = setInterval(onChange, lookAgainMilliseconds);
  return () => clearInterval(timer);
}
