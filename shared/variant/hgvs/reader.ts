/** Why a text is not a description of a variant, and where in it. */
export interface HgvsProblem {
  /** What is wrong and what was expected, in one sentence. */
  readonly message: string;
  /** 1-based, in the text as it was given. */
  readonly position: number;
}

/** Something that was understood although it is not written by the recommendations, and how it reads now. */
export interface HgvsNote {
  readonly kind: 'spelling' | 'legacy' | 'sequence-dropped';
  readonly message: string;
  /** 1-based, in the text as it was given. */
  readonly position: number;
}

/** Ends the reading of one description; `parseHgvs` turns it into a refusal. It never leaves this folder. */
export class HgvsMistake extends Error {
  readonly problem: HgvsProblem;
  constructor(problem: HgvsProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** Goes through the characters of a description, knowing where each stood before it was tidied. */
export interface HgvsReader {
  readonly rest: () => string;
  readonly isAtEnd: () => boolean;
  /** Takes `word` where it comes next. */
  readonly take: (word: string) => boolean;
  /** Takes what the sticky pattern matches here; empty where it does not. */
  readonly match: (pattern: RegExp) => string;
  readonly expect: (word: string, message: string) => void;
  readonly mark: () => number;
  readonly goBack: (mark: number) => void;
  readonly note: (kind: HgvsNote['kind'], message: string, at?: number) => void;
  readonly notes: () => readonly HgvsNote[];
  readonly fail: (message: string, at?: number) => never;
}

/** `origins[i]`: where the character i of `text` stood in the text as given, 0-based. */
export function createHgvsReader(text: string, origins: readonly number[]): HgvsReader {
  let at = 0;
  let notes: HgvsNote[] = [];
  const notesAt = new Map<number, number>();
  const positionOf = (index: number): number => (origins[index] ?? (origins.at(-1) ?? -1) + 1) + 1;
  const fail = (message: string, index = at): never => {
    throw new HgvsMistake({ message, position: positionOf(index) });
  };
  const take = (word: string): boolean => {
    if (!text.startsWith(word, at)) return false;
    at += word.length;
    return true;
  };
  return {
    rest: () => text.slice(at),
    isAtEnd: () => at >= text.length,
    take,
    match(pattern) {
      pattern.lastIndex = at;
      const found = pattern.exec(text)?.[0] ?? '';
      at += found.length;
      return found;
    },
    expect(word, message) {
      if (!take(word)) fail(message);
    },
    mark() {
      notesAt.set(at, notes.length);
      return at;
    },
    goBack(mark) {
      at = mark;
      notes = notes.slice(0, notesAt.get(mark) ?? notes.length);
    },
    note: (kind, message, index = at) => void notes.push({ kind, message, position: positionOf(index) }),
    notes: () => notes,
    fail,
  };
}
