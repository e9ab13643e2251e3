import { X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import { changeView, presetOf, useCaseloadView } from '#renderer/features/caseload/caseload-view.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { CaseloadFilter } from '#shared/casefile/caseload-filter.ts';

interface Chip {
  readonly id: string;
  readonly text: string;
  /** What takes the choice away. */
  readonly without: Partial<CaseloadFilter>;
}

/** Every choice of the filter that no button beside the search shows, each with a way out of it. */
export function FilterChips() {
  const t = useWords('caseload');
  const chips = useChips();
  if (chips.length === 0) return null;
  return (
    <div className="chips">
      {chips.map(({ id, text, without }) => (
        <AriaButton key={id} className="chip" aria-label={t('chip.remove', { what: text })} onPress={() => changeView(without)}>
          {text}
          <X size={12} aria-hidden />
        </AriaButton>
      ))}
    </div>
  );
}

function useChips(): readonly Chip[] {
  const t = useWords('caseload');
  const tField = useWords('field');
  const view = useCaseloadView();
  const isPreset = presetOf(view) !== null;
  const [status] = view.statuses;
  return [
    ...(view.clinician.trim() === '' ? [] : [{ id: 'clinician', text: t('chip.clinician', { name: view.clinician }), without: { clinician: '' } }]),
    ...(status === undefined ? [] : [{ id: 'status', text: view.statuses.length === 1 ? t('chip.status', { status: tField(`status.${status}`) }) : t('chip.statuses', { count: view.statuses.length }), without: { statuses: [] } }]),
    ...(view.due === 'any' || isPreset ? [] : [{ id: 'due', text: t(`filter.due.${view.due}`), without: { due: 'any' as const } }]),
    ...(view.diagnosis === 'any' ? [] : [{ id: 'diagnosis', text: t(`filter.diagnosis.${view.diagnosis}`), without: { diagnosis: 'any' as const } }]),
    ...(view.isNews && !isPreset ? [{ id: 'news', text: t('filter.news'), without: { isNews: false } }] : []),
    ...(view.isMoved ? [{ id: 'moved', text: t('filter.moved'), without: { isMoved: false } }] : []),
  ];
}
