import type { FeatureState } from '#shared/phenotype/feature.ts';
import { useWords } from '#renderer/i18n/words.ts';

/** Filled tick: observed. Struck ring: excluded. Dashed ring: not assessed. Distinct without colour. `isDecorative` where the word stands beside it. */
export function StateMark({ state, size = 14, isDecorative = false }: { readonly state: FeatureState; readonly size?: number; readonly isDecorative?: boolean }) {
  const t = useWords('shell');
  const naming = isDecorative ? { 'aria-hidden': true as const } : { role: 'img', 'aria-label': t(`state.${state}`) };
  return (
    <svg className={`statemark ${state}`} width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth={1.6} strokeLinecap="round" strokeLinejoin="round" {...naming}>
      {state === 'observed' ? (
        <>
          <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
          <path d="m4.8 8.3 2.2 2.2 4.3-4.7" stroke="var(--surface)" />
        </>
      ) : null}
      {state === 'excluded' ? (
        <>
          <circle cx="8" cy="8" r="6.1" />
          <path d="m3.8 12.2 8.4-8.4" />
        </>
      ) : null}
      {state === 'not-assessed' ? <circle cx="8" cy="8" r="6.1" strokeDasharray="2.2 2.6" /> : null}
    </svg>
  );
}
