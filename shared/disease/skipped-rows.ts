/** Rows of a file that took no part, by reason, each with one example. */
export interface SkippedRows {
  readonly reason: string;
  readonly count: number;
  /** `file:line`, of the first such row. */
  readonly example: string | null;
}

/** Counts what is passed over while a file is read. */
export interface SkipCounter {
  readonly skip: (reason: string, line: number | null) => void;
  /** Most frequent first. */
  readonly summary: () => readonly SkippedRows[];
}

export function countSkipped(file: string): SkipCounter {
  const byReason = new Map<string, { count: number; example: string | null }>();
  return {
    skip: (reason, line) => {
      const entry = byReason.get(reason);
      if (entry === undefined) byReason.set(reason, { count: 1, example: line === null ? null : `${file}:${String(line)}` });
      else entry.count++;
    },
    summary: () => [...byReason].map(([reason, entry]) => ({ reason, ...entry })).sort((a, b) => b.count - a.count),
  };
}

/** The lines of a text with their numbers, without line ends. */
export function* numberedLines(text: string): Generator<{ readonly text: string; readonly line: number }> {
  let line = 0;
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const stop = end === -1 ? text.length : end;
    line++;
    yield { text: text.slice(from, text[stop - 1] === '\r' ? stop - 1 : stop), line };
    from = stop + 1;
  }
}
