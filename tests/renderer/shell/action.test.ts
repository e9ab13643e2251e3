import { Check } from 'lucide-react';
import { describe, expect, test } from 'vitest';
import { actionFor, type Action, type ActiveAction } from '#renderer/app/action.ts';
import { frameActions } from '#renderer/app/actions.ts';
import { ariaShortcut, formatShortcut, matchesShortcut, type KeyPress } from '#renderer/components/shortcut.ts';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });
const onThePage = { isInText: false, isInDialog: false };
const inText = { isInText: true, isInDialog: false };
const inDialog = { isInText: false, isInDialog: true };

describe('a shortcut', () => {
  test('takes Ctrl on most systems and Cmd on a Mac', () => {
    expect(matchesShortcut(press('k', { ctrlKey: true }), 'mod+k', false)).toBe(true);
    expect(matchesShortcut(press('k', { metaKey: true }), 'mod+k', true)).toBe(true);
    expect(matchesShortcut(press('k', { ctrlKey: true }), 'mod+k', true)).toBe(false);
  });

  test('tells undo from redo by Shift, with caps lock on or off', () => {
    expect(matchesShortcut(press('Z', { ctrlKey: true, shiftKey: true }), 'mod+shift+z', false)).toBe(true);
    expect(matchesShortcut(press('Z', { ctrlKey: true, shiftKey: true }), 'mod+z', false)).toBe(false);
    expect(matchesShortcut(press('Z', { ctrlKey: true }), 'mod+z', false)).toBe(true);
  });

  test('with a sign works wherever the keyboard has the sign', () => {
    expect(matchesShortcut(press('?', { shiftKey: true }), '?', false)).toBe(true);
    expect(matchesShortcut(press('/', { shiftKey: true }), '/', false)).toBe(true);
    expect(matchesShortcut(press('/', { ctrlKey: true }), '/', false)).toBe(false);
  });

  test('is written as the system writes it', () => {
    expect([formatShortcut('mod+shift+z', false), formatShortcut('mod+k', true), formatShortcut('alt+left', false), formatShortcut('n', false)]).toEqual(['Ctrl ⇧ Z', '⌘ K', 'Alt ←', 'N']);
    expect(ariaShortcut('mod+shift+z', false)).toBe('Control+Shift+Z');
  });
});

describe('the action that a key means', () => {
  test('is none in a text field for a plain letter', () => {
    const active = [available({ shortcut: 'n' })];
    expect(actionFor(press('n'), active, onThePage, false)?.action.id).toBe('test');
    expect(actionFor(press('n'), active, inText, false)).toBeNull();
  });

  test('leaves Ctrl+Z in a text field to the field, and takes it elsewhere', () => {
    const active = [available(frameActions.undo)];
    expect(actionFor(press('z', { ctrlKey: true }), active, inText, false)).toBeNull();
    expect(actionFor(press('z', { ctrlKey: true }), active, onThePage, false)?.action.id).toBe('edit.undo');
  });

  test('reaches behind an open dialog only for locking', () => {
    const active = [available(frameActions.lock), available(frameActions.palette)];
    expect(actionFor(press('l', { ctrlKey: true }), active, inDialog, false)?.action.id).toBe('vault.lock');
    expect(actionFor(press('k', { ctrlKey: true }), active, inDialog, false)).toBeNull();
  });

  test('is the one of the screen where the frame has the same key, and never a disabled one', () => {
    const frame = available({ id: 'frame', shortcut: 'd' });
    expect(actionFor(press('d'), [frame, available({ id: 'screen', shortcut: 'd' })], onThePage, false)?.action.id).toBe('screen');
    expect(actionFor(press('d'), [frame, available({ id: 'screen', shortcut: 'd' }, false)], onThePage, false)?.action.id).toBe('frame');
  });

  test('is clear in the frame: no two actions share an id or a key', () => {
    const actions: readonly Action[] = Object.values(frameActions);
    const keys = actions.flatMap((action) => (action.shortcut === undefined ? [] : [action.shortcut]));
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(actions.map((action) => action.id)).size).toBe(actions.length);
  });
});

function available(action: Partial<Action>, isEnabled = true): ActiveAction {
  return { action: { id: 'test', label: () => 'Test', icon: Check, ...action }, run: () => undefined, isEnabled };
}
