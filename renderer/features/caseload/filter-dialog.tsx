import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { Button, IconButton } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { changeView, forgetView, useCaseloadView } from '#renderer/features/caseload/caseload-view.ts';
import { formatNumber } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { showToast } from '#renderer/state/toasts.ts';
import { caseStatuses } from '#shared/casefile/case-record.ts';
import { diagnosisChoices, dueChoices } from '#shared/casefile/caseload-filter.ts';

/** Every choice of the filter at once, and those that were saved by name. What is chosen shows in the table at once. */
export function FilterDialog({ isOpen, shownCount, onClose }: { readonly isOpen: boolean; readonly shownCount: number; readonly onClose: () => void }) {
  const t = useWords('caseload');
  return (
    <Dialog
      title={t('filter.title')}
      className="caseload-filter"
      isOpen={isOpen}
      onClose={onClose}
      isWide
      foot={
        <>
          <Button variant="quiet" onPress={forgetView}>
            {t('filter.reset')}
          </Button>
          <Button variant="primary" onPress={onClose}>
            {t('filter.done', { count: shownCount, cases: formatNumber(shownCount) })}
          </Button>
        </>
      }
    >
      <Choices />
      <SavedFilters onClose={onClose} />
    </Dialog>
  );
}

function Choices() {
  const t = useWords('caseload');
  const tField = useWords('field');
  const view = useCaseloadView();
  return (
    <>
      <fieldset>
        <legend>{t('filter.statuses')}</legend>
        <div className="statuses">
          {caseStatuses.map((status) => (
            <Checkbox key={status} isSelected={view.statuses.includes(status)} onChange={(isSelected) => changeView({ statuses: isSelected ? [...view.statuses, status] : view.statuses.filter((other) => other !== status) })}>
              {tField(`status.${status}`)}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <div className="formgrid">
        <Select label={t('filter.due')} value={view.due} choices={dueChoices.map((value) => ({ value, label: t(`filter.due.${value}`) }))} onChange={(due) => changeView({ due })} />
        <Select label={t('filter.diagnosis')} value={view.diagnosis} choices={diagnosisChoices.map((value) => ({ value, label: t(`filter.diagnosis.${value}`) }))} onChange={(diagnosis) => changeView({ diagnosis })} />
        <TextField label={t('filter.clinician')} hint={t('filter.clinicianHint')} value={view.clinician} onChange={(clinician) => changeView({ clinician })} maxLength={200} autoComplete="off" />
        <div className="switches">
          <Checkbox isSelected={view.scope === 'open'} onChange={(isOpen) => changeView({ scope: isOpen ? 'open' : 'all' })}>
            {t('filter.open')}
          </Checkbox>
          <Checkbox isSelected={view.isNews} onChange={(isNews) => changeView({ isNews })}>
            {t('filter.news')}
          </Checkbox>
          <Checkbox isSelected={view.isMoved} onChange={(isMoved) => changeView({ isMoved })}>
            {t('filter.moved')}
          </Checkbox>
        </div>
      </div>
    </>
  );
}

function SavedFilters({ onClose }: { readonly onClose: () => void }) {
  const t = useWords('caseload');
  const view = useCaseloadView();
  const saved = useQueryOf('filter.list', {}).data ?? [];
  const save = useCommand('filter.save');
  const remove = useCommand('filter.remove');
  const [name, setName] = useState('');
  const submit = (): void => {
    const given = name.trim();
    if (given === '' || save.isPending) return;
    save.mutate(
      { name: given, filter: view },
      {
        onSuccess: () => {
          setName('');
          showToast({ tone: 'calm', text: t('filter.savedToast', { name: given }) });
        },
      },
    );
  };
  return (
    <section className="saved">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <TextField label={t('filter.name')} placeholder={t('filter.namePlaceholder')} value={name} onChange={setName} maxLength={80} autoComplete="off" />
        <Button type="submit" isDisabled={name.trim() === '' || save.isPending}>
          {t('filter.save')}
        </Button>
      </form>
      {saved.length === 0 ? null : (
        <>
          <h3>{t('filter.saved')}</h3>
          <ul>
            {saved.map(({ id, version, name: savedName, filter }) => (
              <li key={id}>
                <Button
                  variant="quiet"
                  onPress={() => {
                    changeView(filter);
                    onClose();
                  }}
                >
                  {t('filter.use', { name: savedName })}
                </Button>
                <IconButton icon={Trash2} label={t('filter.remove', { name: savedName })} onPress={() => remove.mutate({ filterId: id, version })} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
