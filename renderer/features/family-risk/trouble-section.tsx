import { TriangleAlert } from 'lucide-react';
import { PersonLink } from '#renderer/features/family/person-link.tsx';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { largestTableAllowed } from '#shared/inheritance/factor-network.ts';
import type { RiskReport } from '#shared/inheritance/risk-report.ts';

/** Why there are no numbers, and whom it is about. */
export function TroubleSection({ report }: { readonly report: Exclude<RiskReport, { readonly kind: 'known' }> }) {
  const t = useWords('risk');
  const heading = (text: string) => (
    <h3 className="trouble-head">
      <TriangleAlert size={14} aria-hidden /> {text}
    </h3>
  );
  if (report.kind === 'impossible') {
    return (
      <section className="trouble" role="alert">
        {heading(t('impossible.title'))}
        <p>{t('impossible.text', { mode: t(`mode.${report.mode}`).toLowerCase() })}</p>
        <ul>{report.people.map((id) => <li key={id}><PersonLink individualId={id} /></li>)}</ul>
        <p>{t('impossible.advice')}</p>
      </section>
    );
  }
  return (
    <section className="trouble" role="alert">
      {heading(report.kind === 'refused' ? t('refused.title') : t('tooLarge.title'))}
      <p>{report.kind === 'refused' ? report.message : t('tooLarge.text', { largest: formatNumber(report.largestTable), all: formatNumber(report.allTables), allowed: formatNumber(largestTableAllowed) })}</p>
    </section>
  );
}
