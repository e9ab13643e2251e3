import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Long enough to follow a row with the eye, short enough not to wait for. */
const motionMilliseconds = 120;

/**
 * Lets the rows of a list glide from where they were to where they now are, so that a change of rank can be followed. Rows are known
 * by their `data-key`. Nothing moves where the list is about something else now (`subject`), or the system asks for reduced motion.
 */
export function useRankMotion(list: RefObject<HTMLElement | null>, order: string, subject: string): void {
  const last = useRef<{ readonly subject: string; readonly tops: ReadonlyMap<string, number> }>({ subject, tops: new Map() });
  useLayoutEffect(() => {
    // All places are read before anything is moved: reading after each move would lay out the page again for every row.
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [])].map((row) => ({ row, key: row.dataset['key'] ?? '', top: row.offsetTop }));
    const before = last.current;
    last.current = { subject, tops: new Map(rows.map(({ key, top }) => [key, top])) };
    if (before.subject !== subject || typeof window.matchMedia !== 'function' || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const { row, key, top } of rows) {
      const from = before.tops.get(key);
      if (from === undefined || from === top || typeof row.animate !== 'function') continue;
      row.animate([{ transform: `translateY(${String(from - top)}px)` }, { transform: 'none' }], { duration: motionMilliseconds, easing: 'ease-out' });
    }
  }, [list, order, subject]);
}
