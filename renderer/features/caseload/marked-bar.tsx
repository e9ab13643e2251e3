import { Button } from '#renderer/components/button.tsx';
import { caseloadActions } from '#renderer/features/caseload/caseload-actions.ts';
import { markCases } from '#renderer/features/caseload/caseload-view.ts';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';

/** What can be done with all marked cases at once, by the keys that otherwise mean the selected one. */
export function MarkedBar({ count, onChange, onDelete }: { readonly count: number; readonly onChange: () => void; readonly onDelete: () => void }) {
  const t = useWords('caseload');
  const { change, deleteCase, unmark } = caseloadActions;
  return (
    <div className="marked-bar">
      <b className="num grow" role="status">
        {t('marked', { marked: formatNumber(count) })}
      </b>
      <Button icon={change.icon} shortcut={change.shortcut} onPress={onChange}>
        {t('bulk.change')}
      </Button>
      <Button icon={deleteCase.icon} shortcut={deleteCase.shortcut} onPress={onDelete}>
        {t('bulk.delete')}
      </Button>
      <Button icon={unmark.icon} shortcut={unmark.shortcut} variant="quiet" onPress={() => markCases([])}>
        {t('bulk.unmark')}
      </Button>
    </div>
  );
}
