import type { FeatureState } from '#shared/phenotype/feature.ts';

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What a key means on a row of the list of findings. */
export type ListAction =
  | { readonly kind: 'move'; readonly index: number }
  | { readonly kind: 'set-state'; readonly state: FeatureState }
  | { readonly kind: 'edit-onset' }
  | { readonly kind: 'toggle-ignored' }
  | { readonly kind: 'remove' }
  | { readonly kind: 'open' };

/** Rows passed by Page Up and Page Down. */
const pageLength = 10;

/** The action of a key pressed on row `index` of `count`, or null where the key means nothing here and belongs to somebody else. */
export function listAction(press: KeyPress, index: number, count: number): ListAction | null {
  if (press.ctrlKey || press.metaKey || press.altKey || count === 0) return null;
  const move = (to: number): ListAction => ({ kind: 'move', index: Math.min(Math.max(to, 0), count - 1) });
  switch (press.key) {
    case 'ArrowDown':
    case 'j':
      return move(index + 1);
    case 'ArrowUp':
    case 'k':
      return move(index - 1);
    case 'PageDown':
      return move(index + pageLength);
    case 'PageUp':
      return move(index - pageLength);
    case 'Home':
      return move(0);
    case 'End':
      return move(count - 1);
    case 'o':
    case 'O':
      return { kind: 'set-state', state: 'observed' };
    case 'x':
    case 'X':
      return { kind: 'set-state', state: 'excluded' };
    case 'n':
    case 'N':
      return { kind: 'set-state', state: 'not-assessed' };
    case 'a':
    case 'A':
      return { kind: 'edit-onset' };
    case 'i':
    case 'I':
      return { kind: 'toggle-ignored' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'remove' };
    case 'Enter':
      return { kind: 'open' };
    default:
      return null;
  }
}
