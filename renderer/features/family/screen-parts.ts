import type { RefObject } from 'react';

/** The parts of the screen that can take the focus. */
export interface ScreenParts {
  readonly canvas: RefObject<HTMLDivElement | null>;
  readonly quickLine: RefObject<HTMLInputElement | null>;
  /** Back to the drawing, or to the list where there is none. */
  readonly focusWork: () => void;
  /** To the first field of the inspector: at once, so that what is typed next goes there and not to the drawing. */
  readonly focusFirstField: () => void;
}
