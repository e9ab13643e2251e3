import { useCallback, useMemo, useState } from 'react';

/** Two people between whom a line is to be drawn, and where the question stands on the screen (null: at the second of them). */
export interface JoinQuestion {
  readonly firstId: string;
  readonly secondId: string;
  readonly at: { readonly x: number; readonly y: number } | null;
}

/** Joining two people: by the keyboard one walks from the first to the second; a pointer draws the line. Escape leaves no trace. */
export interface Joining {
  /** By the keyboard, while the second is being chosen. */
  readonly fromId: string | null;
  readonly targetId: string | null;
  readonly question: JoinQuestion | null;
  readonly start: (fromId: string) => void;
  readonly aimAt: (targetId: string) => void;
  readonly ask: (firstId: string, secondId: string, at: JoinQuestion['at']) => void;
  readonly end: () => void;
}

interface State {
  readonly fromId: string | null;
  readonly targetId: string | null;
  readonly question: JoinQuestion | null;
}

const nothing: State = { fromId: null, targetId: null, question: null };

export function useJoining(): Joining {
  const [state, setState] = useState<State>(nothing);
  const start = useCallback((fromId: string) => setState({ fromId, targetId: fromId, question: null }), []);
  const aimAt = useCallback((targetId: string) => setState((before) => ({ ...before, targetId })), []);
  const ask = useCallback((firstId: string, secondId: string, at: JoinQuestion['at']) => setState({ ...nothing, question: { firstId, secondId, at } }), []);
  const end = useCallback(() => setState(nothing), []);
  return useMemo(() => ({ ...state, start, aimAt, ask, end }), [state, start, aimAt, ask, end]);
}
