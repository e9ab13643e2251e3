import type { ReactNode } from 'react';

/** A short word about something. The colour never says more than the word does. */
export function Tag({ tone = 'plain', children }: { readonly tone?: 'plain' | 'bad' | 'warn' | 'good' | 'accent'; readonly children: ReactNode }) {
  const tones = { plain: '', bad: 'bad', warn: 'warn', good: 'good', accent: 'acc' } as const;
  return <span className={`tag ${tones[tone]}`}>{children}</span>;
}
