import { StateMark } from '#renderer/components/state-mark.tsx';
import { shortSystemName, type SystemCoverage } from '#shared/phenotype/organ-systems.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { FeatureState } from '#shared/phenotype/feature.ts';

interface CoveragePanelProps {
  readonly coverage: readonly SystemCoverage[];
  /** The system whose findings alone are listed; null for all. */
  readonly chosen: string | null;
  readonly onChoose: (systemId: string | null) => void;
}

/** More marks than this become a number. */
const mostMarks = 5;

/** Which organ systems have been looked at. Unknown is shown as unknown: a system without a record was never examined. */
export function CoveragePanel({ coverage, chosen, onChoose }: CoveragePanelProps) {
  const t = useWords('phenotype');
  const never = coverage.filter((system) => system.extent === 'never').length;
  return (
    <section className="cov" aria-label={t('coverage.title')}>
      <h2 className="h3">
        {t('coverage.title')} <span className="n num">{t('coverage.never', { count: never })}</span>
      </h2>
      <ul>
        {coverage.map((system) => (
          <li key={system.id}>
            <button type="button" className={system.extent} aria-pressed={system.id === chosen} title={system.label} onClick={() => onChoose(system.id === chosen ? null : system.id)}>
              <span>{shortSystemName(system.label).replaceAll('/', '/\u200b')}</span>
              <Marks system={system} />
              <small>{t(`coverage.extent.${system.extent}`)}</small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Marks({ system }: { readonly system: SystemCoverage }) {
  const t = useWords('phenotype');
  const total = system.observed + system.excluded + system.notAssessed;
  if (total === 0) return <span />;
  const repeat = (state: FeatureState, count: number): readonly FeatureState[] => Array.from({ length: count }, () => state);
  const states = [...repeat('observed', system.observed), ...repeat('excluded', system.excluded), ...repeat('not-assessed', system.notAssessed)];
  return (
    <span className="marks">
      <span className="vh">{t('coverage.counts', { observed: system.observed, excluded: system.excluded, notAssessed: system.notAssessed })}</span>
      {total > mostMarks ? (
        <span className="num" aria-hidden="true">{total}</span>
      ) : (
        states.map((state, index) => <StateMark key={index} state={state} size={9} isDecorative />)
      )}
    </span>
  );
}
