import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Long enough to follow a row with the eye, short enough not to wait for. */
const motionMilliseconds = 120;

/**
 * Lets the rows of a list glide from where they were to where they now are, so that a change of rank can be followed. Rows are known
 * by their `data-key`. Nothing moves where the system asks for reduced motion.
 */
export function useRankMotion(list: RefObject<HTMLElement | null>, order: string): void {
  const tops = useRef<ReadonlyMap<string, number>>(new Map());
  useLayoutEffect(() => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [])];
    const before = tops.current;
    tops.current = new Map(rows.map((row) => [row.dataset['key'] ?? '', row.offsetTop]));
    if (typeof window.matchMedia !== 'function' || window.matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    for (const row of rows) {
      const from = before.get(row.dataset['key'] ?? '');
      if (from === undefined || from === row.offsetTop || typeof row.animate !== 'function') continue;
      row.animate([{ transform: `translateY(${String(from - row.offsetTop)}px)` }, { transform: 'none' }], { duration: motionMilliseconds, easing: 'ease-out' });
    }
  }, [list, order]);
}
