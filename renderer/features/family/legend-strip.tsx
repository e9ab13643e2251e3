import { ToggleButton } from 'react-aria-components';
import { ActionButton, ActionIconButton } from '#renderer/app/action-button.tsx';
import { Kbd } from '#renderer/components/kbd.tsx';
import { ConditionSwatch } from '#renderer/features/family/condition-swatch.tsx';
import { familyActions } from '#renderer/features/family/family-actions.ts';
import { openFamilyDialog } from '#renderer/features/family/family-dialogs.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { formatDate } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { ConditionState } from '#shared/pedigree/family.ts';

/** Below the drawing: the key to its fills, from which the condition in hand is chosen, and what stands above it on paper. */
export function LegendStrip({ conditionId, onCondition, onHeader }: { readonly conditionId: string | null; readonly onCondition: (conditionId: string) => void; readonly onHeader: () => void }) {
  const t = useWords('family');
  const { family } = useFamilyView();
  return (
    <div className="legend-strip">
      <div className="legend-keys" role="group" aria-label={t('legend.label')}>
        {family.conditions.map(({ id, name }, place) => (
          <ToggleButton key={id} className="condition-chip" isSelected={id === conditionId} onChange={() => onCondition(id)}>
            <ConditionSwatch place={place} />
            <span className="grow">
              <b className="trunc block">{name}</b>
              <OtherStates conditionId={id} place={place} />
            </span>
            {place < 9 ? <Kbd keys={String(place + 1)} /> : null}
          </ToggleButton>
        ))}
        <ActionButton action={familyActions.addCondition} variant="quiet" onPress={() => openFamilyDialog({ kind: 'condition' })} />
      </div>
      <HeaderSummary onOpen={onHeader} />
    </div>
  );
}

/** The other ways in which this family stands to the condition, each with its fill. */
function OtherStates({ conditionId, place }: { readonly conditionId: string; readonly place: number }) {
  const t = useWords('family');
  const { family } = useFamilyView();
  const states = new Set(family.individualConditions.filter((row) => row.conditionId === conditionId).map(({ state }) => state));
  const shown = (['carrier', 'obligate-carrier', 'presymptomatic', 'uncertain'] as const satisfies readonly ConditionState[]).filter((state) => states.has(state));
  if (shown.length === 0) return <small>{t('state.affected')}</small>;
  return (
    <small>
      {shown.map((state) => (
        <span key={state} className="other-state">
          <ConditionSwatch place={place} state={state} /> {t(`state.${state}`)}
        </span>
      ))}
    </small>
  );
}

function HeaderSummary({ onOpen }: { readonly onOpen: () => void }) {
  const t = useWords('family');
  const { family } = useFamilyView();
  const { header } = family;
  const dates = [header.takenOn, header.updatedOn].filter((date) => date !== null).map((date) => formatDate(date));
  const rows = [
    [t('header.historian'), header.historian],
    [t('header.taken'), dates.join(', ')],
    [t('header.indication'), header.indication],
    [t('header.ancestry'), [header.maternalAncestry, header.paternalAncestry].filter((text) => text !== '').join('; ')],
  ].filter(([, text]) => text !== '');
  return (
    <div className="header-summary">
      {rows.length === 0 ? <p className="muted">{t('header.empty')}</p> : null}
      <dl className="num">
        {rows.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd title={text}>{text}</dd>
          </div>
        ))}
      </dl>
      <ActionIconButton action={familyActions.header} onPress={onOpen} />
    </div>
  );
}
