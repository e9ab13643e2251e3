import { CircleAlert, type LucideIcon } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { CallFailure } from '#renderer/client/call-failure.ts';
import { Button } from '#renderer/components/button.tsx';
import { useWords } from '#renderer/i18n/words.ts';

/** Nothing here yet, said in plain words with the next step. */
export function EmptyState({ icon: Icon, title, text, children, isSmall = false }: { readonly icon?: LucideIcon; readonly title: string; readonly text?: string | undefined; readonly children?: ReactNode; readonly isSmall?: boolean }) {
  return (
    <div className={`quietstate ${isSmall ? 'is-small' : ''}`}>
      {Icon === undefined ? null : <Icon size={24} strokeWidth={1.4} aria-hidden />}
      <h2>{title}</h2>
      {text === undefined ? null : <p>{text}</p>}
      {children === undefined ? null : <div className="acts">{children}</div>}
    </div>
  );
}

/** What went wrong, what can be done, and where in the input where that is known. */
export function ErrorState({ error, onRetry, isSmall = false }: { readonly error: CallFailure; readonly onRetry?: () => void; readonly isSmall?: boolean }) {
  const t = useWords('shell');
  return (
    <div className={`quietstate is-bad ${isSmall ? 'is-small' : ''}`} role="alert">
      <CircleAlert size={24} strokeWidth={1.4} aria-hidden />
      <h2>{t('part.failedTitle')}</h2>
      <p>{error.message}</p>
      {error.reference === undefined ? null : <p className="muted">{t('part.reference', { reference: error.reference })}</p>}
      {onRetry === undefined ? null : (
        <div className="acts">
          <Button onPress={onRetry}>{t('part.tryAgain')}</Button>
        </div>
      )}
    </div>
  );
}

/** Waiting that is noticed is worse than waiting that is not: nothing is drawn before this. */
const skeletonAfterMilliseconds = 150;
const lineWidths = ['38%', '72%', '64%', '80%', '55%', '69%'] as const;

/** Lines in the place of the content to come, after 150 ms. */
export function Skeleton({ lines = lineWidths.length }: { readonly lines?: number }) {
  const t = useWords('shell');
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), skeletonAfterMilliseconds);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="skeleton" role="status">
      {isShown ? (
        <>
          <span className="vh">{t('part.loading')}</span>
          {Array.from({ length: lines }, (_, line) => (
            <i key={line} style={{ width: lineWidths[line % lineWidths.length] }} />
          ))}
        </>
      ) : null}
    </div>
  );
}
