import { AboutPopover } from '#renderer/features/family-risk/about-popover.tsx';
import { hypothesisWords, tableNumber } from '#renderer/features/family-risk/risk-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { BayesTable, ConditionalSource } from '#shared/inheritance/bayes-table.ts';
import type { InheritanceMode } from '#shared/inheritance/mode.ts';

interface BayesProps {
  readonly name: string;
  readonly table: BayesTable;
  readonly mode: InheritanceMode;
  readonly nameOf: (individualId: string) => string;
}

/** The table that a counsellor would write by hand. */
export function BayesSection({ name, table, mode, nameOf }: BayesProps) {
  const t = useWords('risk');
  return (
    <section aria-label={t('table.title')}>
      <h3>
        {t('table.title')}
        <span className="n"><AboutPopover title={t('table.title')} text={t('table.how')} source={t('table.source')} /></span>
      </h3>
      <BayesTableView name={name} table={table} mode={mode} nameOf={nameOf} />
    </section>
  );
}

/** A column that neither was nor becomes likelier than this says nothing to a reader. */
const leastShown = 1e-4;

export function BayesTableView({ name, table, mode, nameOf }: BayesProps) {
  const t = useWords('risk');
  const columns = table.hypotheses.flatMap((hypothesis, index) => (Math.max(table.prior[index] ?? 0, table.posterior[index] ?? 0) >= leastShown ? [{ hypothesis, index }] : []));
  const isOfBothSexes = new Set(columns.map(({ hypothesis }) => hypothesis.sex)).size > 1;
  const sourceWords = (source: ConditionalSource): string => {
    if (source.kind === 'child') return t('table.child', { name: nameOf(source.childId) });
    return source.kind === 'own-test' ? t('table.own-test', { number: source.index + 1 }) : t(`table.${source.kind}`);
  };
  const row = (label: string, values: readonly (number | null)[], className: string) => (
    <tr key={label} className={className}>
      <th scope="row">{label}</th>
      {columns.map(({ index }) => <td key={index} className="num">{values[index] === null || values[index] === undefined ? '–' : tableNumber(values[index])}</td>)}
    </tr>
  );
  return (
    <table className="bayes" aria-label={t('sheet.person', { name })}>
      <thead>
        <tr>
          <td aria-hidden />
          {columns.map(({ hypothesis, index }) => <th key={index} scope="col">{hypothesisWords(hypothesis, mode, isOfBothSexes)}</th>)}
        </tr>
      </thead>
      <tbody>
        {row(t('table.prior'), table.prior, 'prior')}
        {table.conditionals.map(({ source, values }) => row(sourceWords(source), values, 'conditional'))}
        {row(t('table.joint'), table.joint, 'joint')}
        {row(t('table.posterior'), table.posterior, 'posterior')}
      </tbody>
    </table>
  );
}
