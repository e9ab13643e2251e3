import type { ReactNode } from 'react';
import '#renderer/features/security/security.css';
import { BrandMark } from '#renderer/components/brand-mark.tsx';
import { useWords } from '#renderer/i18n/words.ts';

/** The page before the vault is open. */
export function GateCard({ title, text, children }: { readonly title: string; readonly text?: string; readonly children: ReactNode }) {
  const t = useWords('shell');
  return (
    <main className="gate security">
      <div className="gate-card">
        <div className="brand gate-brand">
          <BrandMark />
          {t('brand')}
        </div>
        <h1>{title}</h1>
        {text === undefined ? null : <p className="sub">{text}</p>}
        {children}
        <p className="gate-foot sm muted no-print">{t('disclaimer')}</p>
      </div>
    </main>
  );
}
