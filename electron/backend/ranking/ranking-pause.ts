/** Whether the ranking in the background is stopped by the user. Until the program ends or it is set going again. */
export interface RankingPause {
  readonly isPaused: () => boolean;
  readonly set: (isPaused: boolean) => void;
}

export function createRankingPause(): RankingPause {
  let isPaused = false;
  return { isPaused: () => isPaused, set: (wanted) => (isPaused = wanted) };
}
