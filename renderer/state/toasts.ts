import { create } from 'zustand';

export interface Toast {
  readonly id: number;
  readonly tone: 'calm' | 'bad';
  readonly text: string;
  /** Takes back what the toast tells of. */
  readonly undo?: (() => void) | undefined;
}

interface Toasts {
  readonly shown: readonly Toast[];
}

/** A reader needs time for a sentence and to reach the button; bad news stays until closed. */
const calmMilliseconds = 7_000;
const mostShown = 3;

export const useToasts = create<Toasts>(() => ({ shown: [] }));

let lastId = 0;

/** The latest good news takes the place of the one before; bad news adds up. */
export function showToast(toast: Omit<Toast, 'id'>): void {
  const id = ++lastId;
  useToasts.setState(({ shown }) => ({ shown: [...shown.filter((other) => other.tone === 'bad' && other.text !== toast.text), { ...toast, id }].slice(-mostShown) }));
  if (toast.tone === 'calm') setTimeout(() => dismissToast(id), calmMilliseconds);
}

export function dismissToast(id: number): void {
  useToasts.setState(({ shown }) => ({ shown: shown.filter((toast) => toast.id !== id) }));
}

export function dismissAllToasts(): void {
  useToasts.setState({ shown: [] });
}
