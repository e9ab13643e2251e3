import { useEffect, useState, type RefObject } from 'react';

/** A dialog that has gone gives the focus back in the frame after. */
const framesUntilGivenBack = 2;

/**
 * The field takes the focus when its screen opens, where `isWanted` then. A dialog that led here makes everything else deaf until it is gone, and then gives the focus
 * back: however long that takes, the field is focused after it.
 */
export function useFirstFocus(field: RefObject<HTMLElement | null>, isWanted: boolean): void {
  const [isWantedAtFirst] = useState(isWanted);
  useEffect(() => {
    if (!isWantedAtFirst) return;
    let framesAlone = 0;
    const look = (): void => {
      framesAlone = document.querySelector('[role=dialog], [role=alertdialog]') === null ? framesAlone + 1 : 0;
      if (framesAlone > framesUntilGivenBack) field.current?.focus();
      else frame = requestAnimationFrame(look);
    };
    let frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [isWantedAtFirst, field]);
}
