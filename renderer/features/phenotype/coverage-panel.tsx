import { useRef, useState, type KeyboardEvent } from 'react';
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

/** Which organ systems have been looked at. Unknown is shown as unknown: a system without a record was never examined. Tab comes to one of them, arrows go to the others. */
export function CoveragePanel({ coverage, chosen, onChoose }: CoveragePanelProps) {
  const t = useWords('phenotype');
  const list = useRef<HTMLUListElement>(null);
  const [lastId, setLastId] = useState<string | null>(null);
  const never = coverage.filter((system) => system.extent === 'never').length;
  const reached = coverage.find(({ id }) => id === lastId) ?? coverage.find(({ id }) => id === chosen) ?? coverage[0];
  const onKeyDown = (event: KeyboardEvent, index: number): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: coverage.length - 1 };
    const next = steps[event.key];
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    list.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <section className="cov" aria-label={t('coverage.title')}>
      <h2 className="h3">
        {t('coverage.title')} <span className="n num">{t('coverage.never', { count: never })}</span>
      </h2>
      <ul ref={list}>
        {coverage.map((system, index) => (
          <li key={system.id}>
            <button type="button" className={system.extent} aria-pressed={system.id === chosen} title={system.label} tabIndex={system === reached ? 0 : -1} onFocus={() => setLastId(system.id)} onKeyDown={(event) => onKeyDown(event, index)} onClick={() => onChoose(system.id === chosen ? null : system.id)}>
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
