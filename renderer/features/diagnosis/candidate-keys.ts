/** What a key means in the list of candidates. */
export type CandidateAction = { readonly kind: 'move'; readonly index: number } | { readonly kind: 'move-compared'; readonly index: number } | { readonly kind: 'toggle-comparison' };

export interface CandidateKeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** Rows passed by Page Up and Page Down. */
const pageLength = 10;

/**
 * The action of a key pressed while candidate `index` of `count` is selected: j, k and the arrows select, with Shift they choose the
 * disease compared with (which is never the selected one), C switches the comparison. Null where the key means nothing here.
 */
export function candidateAction(press: CandidateKeyPress, index: number, compared: number | null, count: number): CandidateAction | null {
  if (press.ctrlKey || press.metaKey || press.altKey || count === 0) return null;
  if (press.key === 'c' || press.key === 'C') return { kind: 'toggle-comparison' };
  const step = stepOf(press.key, count);
  if (step === null) return null;
  if (!press.shiftKey) return { kind: 'move', index: clamp(index + step, count) };
  return count < 2 ? null : { kind: 'move-compared', index: otherThan(index, clamp((compared ?? index) + step, count), Math.sign(step), count) };
}

function stepOf(key: string, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
    case 'j':
    case 'J':
      return 1;
    case 'ArrowUp':
    case 'k':
    case 'K':
      return -1;
    case 'PageDown':
      return pageLength;
    case 'PageUp':
      return -pageLength;
    case 'Home':
      return -count;
    case 'End':
      return count;
    default:
      return null;
  }
}

/** Steps over the selected candidate, in the direction of travel where there is room and back where there is not. */
function otherThan(selected: number, wanted: number, direction: number, count: number): number {
  if (wanted !== selected) return wanted;
  const onward = wanted + (direction === 0 ? 1 : direction);
  return onward >= 0 && onward < count ? onward : wanted - (direction === 0 ? 1 : direction);
}

const clamp = (index: number, count: number): number => Math.min(Math.max(index, 0), count - 1);
