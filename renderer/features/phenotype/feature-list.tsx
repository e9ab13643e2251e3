import { TriangleAlert } from 'lucide-react';
import { Fragment, useEffect, useRef, type KeyboardEvent } from 'react';
import { StateMark } from '#renderer/components/state-mark.tsx';
import type { FeatureGroup } from '#renderer/features/phenotype/feature-groups.ts';
import { listAction, type ListAction } from '#renderer/features/phenotype/list-keys.ts';
import { timeText } from '#renderer/features/phenotype/time-text.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { statedFeature, type Feature, type FeatureState } from '#shared/phenotype/feature.ts';

interface FeatureListProps {
  readonly groups: readonly FeatureGroup[];
  readonly selectedId: string | null;
  /** Findings of which something is to be checked. */
  readonly doubtful: ReadonlySet<string>;
  /** Names of modifiers, for the severity that stands after a finding. */
  readonly modifierName: (termId: string) => string | null;
  readonly onSelect: (featureId: string) => void;
  readonly onAct: (feature: Feature, action: Exclude<ListAction, { kind: 'move' }>) => void;
}

const nextState = { observed: 'excluded', excluded: 'not-assessed', 'not-assessed': 'observed' } as const satisfies Record<FeatureState, FeatureState>;

/** The findings of one person under their headings. One row has the focus; letters change it where it stands. */
export function FeatureList({ groups, selectedId, doubtful, modifierName, onSelect, onAct }: FeatureListProps) {
  const t = useWords('phenotype');
  const table = useRef<HTMLTableElement>(null);
  const wantsFocus = useRef(false);
  const features = groups.flatMap((group) => group.features);
  const found = features.findIndex((feature) => feature.id === selectedId);
  const focusable = Math.max(found, 0);

  useEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    table.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
  });

  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>, feature: Feature, index: number): void => {
    if (event.target instanceof HTMLButtonElement && (event.key === 'Enter' || event.key === ' ')) return;
    const action = listAction(event, index, features.length);
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (action.kind === 'move') {
      const target = features[action.index];
      wantsFocus.current = true;
      if (target !== undefined) onSelect(target.id);
    } else {
      wantsFocus.current = action.kind !== 'edit-onset' && action.kind !== 'open';
      onAct(feature, action);
    }
  };

  return (
    <table ref={table} role="grid" aria-label={t('list.label')} className="features">
      <thead>
        <tr>
          <th scope="col" className="st"><span className="vh">{t('list.state')}</span></th>
          <th scope="col">{t('list.finding')}</th>
          <th scope="col" className="id">{t('list.id')}</th>
          <th scope="col" className="on">{t('list.onset')}</th>
          <th scope="col" className="src">{t('list.source')}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <Fragment key={group.key}>
            <tr className="g"><th colSpan={5} scope="colgroup">{headingOf(group, t)}</th></tr>
            {group.features.map((feature) => {
              const index = features.indexOf(feature);
              return (
                <tr key={feature.id} className={`${feature.state} ${feature.isIgnored ? 'is-ignored' : ''}`} aria-selected={feature.id === selectedId} tabIndex={index === focusable ? 0 : -1} onFocus={() => feature.id !== selectedId && onSelect(feature.id)} onClick={() => onSelect(feature.id)} onDoubleClick={() => onAct(feature, { kind: 'open' })} onKeyDown={(event) => onKeyDown(event, feature, index)}>
                  <td className="st">
                    <button type="button" tabIndex={-1} aria-label={t('list.changeState', { state: t(`search.${stateWord[feature.state]}`) })} onClick={() => onAct(feature, { kind: 'set-state', state: nextState[feature.state] })}>
                      <StateMark state={feature.state} isDecorative />
                    </button>
                  </td>
                  <td className="label" title={feature.label}>
                    <b>{feature.label}</b>
                    {doubtful.has(feature.id) ? <TriangleAlert size={13} className="doubt" role="img" aria-label={t('list.hasFinding')} /> : null}
                    <em>{saidOf(feature, modifierName, t)}</em>
                  </td>
                  <td className="id num">{feature.termId}</td>
                  <td className="on num" title={feature.onset === null ? undefined : timeText(feature.onset)}>{onsetText(feature, t)}</td>
                  <td className="src">{feature.source === null ? '' : t(`source.${feature.source}`)}</td>
                </tr>
              );
            })}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

type Translate = ReturnType<typeof useWords<'phenotype'>>;

const stateWord = { observed: 'observed', excluded: 'excluded', 'not-assessed': 'notAssessed' } as const satisfies Record<FeatureState, string>;

function headingOf(group: FeatureGroup, t: Translate): string {
  if (group.kind === 'system') return group.label;
  return group.kind === 'stage' ? t(`stage.${group.stage}`) : t('list.noSystem');
}

/** What stands after the name: severity, when it resolved, and that it is left out of the ranking. */
function saidOf(feature: Feature, modifierName: (termId: string) => string | null, t: Translate): string {
  const { severityId, lateralityId, resolution, isIgnored } = statedFeature(feature);
  const modifiers = [severityId, lateralityId].map((termId) => (termId === null ? null : modifierName(termId)));
  const resolved = resolution === null ? null : t('list.resolved', { when: timeText(resolution) });
  return [...modifiers, resolved, isIgnored ? t('list.ignored') : null].filter((word) => word !== null).join(', ');
}

/** An excluded finding has no onset; its time is when somebody looked. */
function onsetText(feature: Feature, t: Translate): string {
  if (feature.onset === null) return '';
  return feature.state === 'excluded' && feature.onset.kind === 'age' ? t('list.at', { when: timeText(feature.onset) }) : timeText(feature.onset);
}
