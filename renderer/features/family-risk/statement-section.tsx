import { AboutPopover } from '#renderer/features/family-risk/about-popover.tsx';
import { chanceWords, statementWords } from '#renderer/features/family-risk/risk-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { PersonRisk } from '#shared/inheritance/family-risk.ts';
import type { AskedState } from '#shared/inheritance/risk-report.ts';
import type { InheritanceMode } from '#shared/inheritance/mode.ts';

interface StatementProps {
  readonly name: string;
  readonly risk: PersonRisk;
  readonly asked: AskedState;
  readonly mode: InheritanceMode;
  readonly isMale: boolean;
  readonly isAffected: boolean;
}

/** What a counsellor would say to the person, and the figures behind it. */
export function StatementSection({ name, risk, asked, mode, isMale, isAffected }: StatementProps) {
  const t = useWords('risk');
  const title = t('statement.title', { name });
  const hasCarriers = mode === 'AR' || (mode === 'XLR' && !isMale);
  return (
    <section aria-label={title}>
      <h3>
        {title}
        <span className="n"><AboutPopover title={title} text={t('statement.how')} source={t('statement.source')} /></span>
      </h3>
      <p className="statement" aria-live="polite">{statementWords(name, asked, mode, isMale, risk)}</p>
      <dl className="kv num">
        {hasCarriers ? <Figure label={t('statement.carrierLabel')} value={risk.carrier} /> : null}
        <Figure label={t('statement.atRiskLabel')} value={risk.atRiskGenotype} />
        {isAffected ? null : <Figure label={t('statement.affected')} value={risk.affected} />}
      </dl>
    </section>
  );
}

function Figure({ label, value }: { readonly label: string; readonly value: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{chanceWords(value)}</dd>
    </div>
  );
}
