import { useEffect, useRef, type RefObject } from 'react';

/**
 * A line that is answered goes away; the focus goes to the one that takes its place, not back to the top of the page.
 * `note` is called with the place of the line that is answered.
 */
export function useNextInList<Element extends HTMLElement>(list: RefObject<Element | null>, lineKeys: string): (index: number) => void {
  const answered = useRef<number | null>(null);
  useEffect(() => {
    if (answered.current === null) return;
    const lines = list.current?.querySelectorAll<HTMLButtonElement>('li button:first-of-type') ?? [];
    const next = lines[Math.min(answered.current, lines.length - 1)];
    answered.current = null;
    next?.focus();
  }, [list, lineKeys]);
  return (index) => {
    answered.current = index;
  };
}
