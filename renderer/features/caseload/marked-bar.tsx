import { ActionButton } from '#renderer/app/action-button.tsx';
import { caseloadActions } from '#renderer/features/caseload/caseload-actions.ts';
import { markCases } from '#renderer/features/caseload/caseload-view.ts';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';

/** What can be done with all marked cases at once. */
export function MarkedBar({ count, onChange, onDelete }: { readonly count: number; readonly onChange: () => void; readonly onDelete: () => void }) {
  const t = useWords('caseload');
  return (
    <div className="marked-bar" role="status">
      <b className="num grow">{t('marked', { count: formatNumber(count) })}</b>
      <ActionButton action={caseloadActions.change} onPress={onChange} />
      <ActionButton action={caseloadActions.deleteCase} onPress={onDelete} />
      <ActionButton action={caseloadActions.unmark} variant="quiet" onPress={() => markCases([])} />
    </div>
  );
}
