import { useEffect, useMemo, useRef, useState } from 'react';
import { familyLayout } from '#renderer/features/family/family-layout.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { PedigreeLayout } from '#shared/pedigree/layout/pedigree-layout.ts';

export interface LayoutQuestion {
  readonly number: number;
  readonly family: Family;
  readonly today: string;
}
export interface LayoutAnswer {
  readonly number: number;
  readonly layout: PedigreeLayout;
}

/** From so many people on, placing them may take longer than a key press may wait. */
const mostAtOnce = 300;

/** A family with its places. */
export interface PlacedFamily {
  readonly family: Family;
  readonly layout: PedigreeLayout;
}

/**
 * The family with its places. A large one is placed by a worker: until it answers, the family that was placed last is shown, so that what is drawn is always
 * one family in one state. Null until the first answer.
 */
export function useFamilyLayout(family: Family | null, today: string): PlacedFamily | null {
  const isLarge = family !== null && family.individuals.length > mostAtOnce && typeof Worker !== 'undefined';
  const atOnce = useMemo(() => (family === null || isLarge ? null : { family, layout: familyLayout(family, today) }), [family, today, isLarge]);
  const [later, setLater] = useState<PlacedFamily | null>(null);
  const worker = useRef<Worker | null>(null);
  const number = useRef(0);

  useEffect(() => {
    if (!isLarge || family === null) return;
    worker.current ??= new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    const asked = (number.current += 1);
    worker.current.onmessage = ({ data }: MessageEvent<LayoutAnswer>) => {
      // An answer that a later question has overtaken would show the family as it was.
      if (data.number === asked) setLater({ family, layout: data.layout });
    };
    worker.current.postMessage({ number: asked, family, today } satisfies LayoutQuestion);
  }, [family, today, isLarge]);
  useEffect(
    () => () => {
      worker.current?.terminate();
      worker.current = null;
    },
    [],
  );
  return isLarge ? later : atOnce;
}
