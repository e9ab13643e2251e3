import type { LucideIcon } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { hasModifier, matchesShortcut, type KeyPress, type Shortcut } from '#renderer/components/shortcut.ts';

/**
 * Something that can be done: one name, one icon, one shortcut, wherever it is offered (button, palette, list of shortcuts).
 * A feature writes its actions down as constants; a screen makes one available by `useAction(action, run)` while it is shown.
 */
export interface Action {
  /** Dotted, by feature: `phenotype.add-observed`. */
  readonly id: string;
  readonly label: () => string;
  readonly icon: LucideIcon;
  readonly shortcut?: Shortcut;
  /** In a text field the key keeps its own meaning (Ctrl+Z undoes typing). */
  readonly isNativeInText?: boolean;
  /** Also while a dialog is open. */
  readonly worksInDialogs?: boolean;
  /** Not offered in the palette: it only makes sense by its key. */
  readonly isKeyOnly?: boolean;
}

export interface ActiveAction {
  readonly action: Action;
  readonly run: () => void;
  readonly isEnabled: boolean;
}

export const useActiveActions = create<{ readonly active: readonly ActiveAction[] }>(() => ({ active: [] }));

/** Makes the action available in the palette and by its shortcut for as long as the component is shown. */
export function useAction(action: Action, run: () => void, isEnabled = true): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    const entry: ActiveAction = { action, run: () => latest.current(), isEnabled };
    useActiveActions.setState(({ active }) => ({ active: [...active.filter((other) => other.action.id !== action.id), entry] }));
    return () => useActiveActions.setState(({ active }) => ({ active: active.filter((other) => other !== entry) }));
  }, [action, isEnabled]);
}

export interface Where {
  readonly isInText: boolean;
  readonly isInDialog: boolean;
}

/** The action that a key press means here, or null. Later registered screens go before the frame. */
export function actionFor(press: KeyPress, active: readonly ActiveAction[], where: Where, onMac?: boolean): ActiveAction | null {
  const meant = active.findLast(({ action, isEnabled }) => isEnabled && action.shortcut !== undefined && matchesShortcut(press, action.shortcut, onMac) && isMeantHere(action, action.shortcut, where));
  return meant ?? null;
}

/** Listens for the shortcuts of all available actions. Once, in the frame. */
export function useShortcuts(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const meant = actionFor(event, useActiveActions.getState().active, whereIs(event.target));
      if (meant === null) return;
      event.preventDefault();
      meant.run();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}

function isMeantHere(action: Action, shortcut: Shortcut, where: Where): boolean {
  if (where.isInDialog && action.worksInDialogs !== true) return false;
  return !where.isInText || (hasModifier(shortcut) && action.isNativeInText !== true);
}

const textInputTypes = ['text', 'search', 'password', 'email', 'number', 'tel', 'url', 'date'];

function whereIs(target: EventTarget | null): Where {
  if (!(target instanceof HTMLElement)) return { isInText: false, isInDialog: false };
  const isInText = target.isContentEditable || target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && textInputTypes.includes(target.type));
  return { isInText, isInDialog: target.closest('[role="dialog"], [role="alertdialog"], [role="menu"], .popover') !== null };
}
