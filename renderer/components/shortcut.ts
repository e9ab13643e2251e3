/** A shortcut as written in an action: `mod+k`, `mod+shift+z`, `alt+left`, `n`, `?`. `mod` is Cmd on a Mac and Ctrl elsewhere. */
export type Shortcut = string;

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const namesOfKeys: Readonly<Record<string, string>> = { left: 'ArrowLeft', right: 'ArrowRight', up: 'ArrowUp', down: 'ArrowDown', enter: 'Enter', escape: 'Escape', space: ' ', delete: 'Delete', tab: 'Tab', f9: 'F9' };
const shownKeys: Readonly<Record<string, string>> = { left: '←', right: '→', up: '↑', down: '↓', enter: 'Enter', escape: 'Esc', space: 'Space', delete: 'Del', tab: 'Tab' };

export function isMac(): boolean {
  return /mac/i.test(navigator.platform);
}

export function matchesShortcut(press: KeyPress, shortcut: Shortcut, onMac: boolean = isMac()): boolean {
  const { key, modifiers } = parse(shortcut);
  const wantsMod = modifiers.includes('mod');
  const modifierHeld = onMac ? press.metaKey : press.ctrlKey;
  const otherHeld = onMac ? press.ctrlKey : press.metaKey;
  if (modifierHeld !== wantsMod || otherHeld || press.altKey !== modifiers.includes('alt')) return false;
  const isLetter = /^[a-z]$/.test(key);
  // The shift of `?` belongs to the keyboard's layout, not to the shortcut.
  if ((isLetter || key.length > 1) && press.shiftKey !== modifiers.includes('shift')) return false;
  return isLetter ? press.key.toLowerCase() === key : press.key === (namesOfKeys[key] ?? key);
}

export const hasModifier = (shortcut: Shortcut): boolean => parse(shortcut).modifiers.some((modifier) => modifier !== 'shift');

/** `Ctrl K`, `⌘ K`, `Alt ←`. */
export function formatShortcut(shortcut: Shortcut, onMac: boolean = isMac()): string {
  const { key, modifiers } = parse(shortcut);
  const shown = modifiers.map((modifier) => (modifier === 'mod' ? (onMac ? '⌘' : 'Ctrl') : modifier === 'alt' ? (onMac ? '⌥' : 'Alt') : '⇧'));
  return [...shown, shownKeys[key] ?? key.toUpperCase()].join(' ');
}

/** The form that `aria-keyshortcuts` wants. */
export function ariaShortcut(shortcut: Shortcut, onMac: boolean = isMac()): string {
  const { key, modifiers } = parse(shortcut);
  const named = modifiers.map((modifier) => (modifier === 'mod' ? (onMac ? 'Meta' : 'Control') : modifier === 'alt' ? 'Alt' : 'Shift'));
  return [...named, key === 'space' ? 'Space' : (namesOfKeys[key] ?? key.toUpperCase())].join('+');
}

function parse(shortcut: Shortcut): { readonly key: string; readonly modifiers: readonly string[] } {
  const parts = shortcut.toLowerCase().split('+');
  return { key: parts.at(-1) ?? '', modifiers: parts.slice(0, -1) };
}
