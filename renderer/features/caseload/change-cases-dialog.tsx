import { useState } from 'react';
import { tellDone } from '#renderer/app/undo.ts';
import { useClient, useCommand } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { PartialDateField } from '#renderer/components/partial-date-field.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { formatNumber } from '#renderer/i18n/format.ts';
import { caseName } from '#renderer/i18n/person-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { caseStatuses, type CaseStatus } from '#shared/casefile/case-record.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';
import type { InputOf } from '#shared/contract/contract.ts';

interface Wanted {
  readonly status: CaseStatus | 'keep';
  readonly nextAction: string;
  readonly dueOn: string | null;
  readonly isCleared: boolean;
}

const nothingWanted: Wanted = { status: 'keep', nextAction: '', dueOn: null, isCleared: false };
const formId = 'change-cases-form';

/** The same change of every marked case, or of the selected one: one command, so that one undo takes all of it back. */
export function ChangeCasesDialog({ cases, isOpen, onClose }: { readonly cases: readonly CaseSummary[]; readonly isOpen: boolean; readonly onClose: () => void }) {
  const t = useWords('caseload');
  const client = useClient();
  const change = useCommand('case.changeMany', { isQuiet: true });
  const [wanted, setWanted] = useState(nothingWanted);
  const wish = changeOf(wanted);
  const [only] = cases;
  const close = (): void => {
    setWanted(nothingWanted);
    change.reset();
    onClose();
  };
  const submit = (): void => {
    if (change.isPending || Object.keys(wish).length === 0) return;
    change.mutate(
      { cases: cases.map(({ id, version }) => ({ caseId: id, version })), change: wish },
      {
        onSuccess: () => {
          void tellDone(client, t('bulk.toast', { count: cases.length, cases: formatNumber(cases.length) }), cases.length === 1 ? (only?.id ?? null) : null);
          close();
        },
      },
    );
  };
  return (
    <Dialog
      title={cases.length === 1 && only !== undefined ? t('bulk.titleOne', { name: caseName(only) }) : t('bulk.title', { cases: formatNumber(cases.length) })}
      isOpen={isOpen}
      onClose={close}
      foot={
        <Button type="submit" form={formId} variant="primary" isDisabled={change.isPending || Object.keys(wish).length === 0}>
          {t('bulk.apply')}
        </Button>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <WishFields wanted={wanted} onChange={(next) => setWanted({ ...wanted, ...next })} />
      </form>
      {change.error === null ? null : (
        <p className="late" role="alert">
          {change.error.message}
        </p>
      )}
    </Dialog>
  );
}

function WishFields({ wanted, onChange }: { readonly wanted: Wanted; readonly onChange: (change: Partial<Wanted>) => void }) {
  const t = useWords('caseload');
  const tField = useWords('field');
  const statuses: readonly { readonly value: Wanted['status']; readonly label: string }[] = [{ value: 'keep', label: t('bulk.keep') }, ...caseStatuses.map((status) => ({ value: status, label: tField(`status.${status}`) }))];
  return (
    <div className="formgrid">
      <Select label={t('bulk.status')} value={wanted.status} choices={statuses} onChange={(status) => onChange({ status })} />
      <PartialDateField label={t('bulk.dueOn')} value={wanted.dueOn} onChange={(dueOn) => onChange({ dueOn })} />
      <TextField label={t('bulk.nextAction')} hint={t('bulk.nextActionHint')} value={wanted.nextAction} onChange={(nextAction) => onChange({ nextAction })} isDisabled={wanted.isCleared} maxLength={500} autoComplete="off" autoFocus />
      <Checkbox isSelected={wanted.isCleared} onChange={(isCleared) => onChange({ isCleared })}>
        {t('bulk.clear')}
      </Checkbox>
    </div>
  );
}

function changeOf({ status, nextAction, dueOn, isCleared }: Wanted): InputOf<'case.changeMany'>['change'] {
  return {
    ...(status === 'keep' ? {} : { status }),
    ...(isCleared ? { nextAction: '', nextActionDueOn: null } : { ...(nextAction.trim() === '' ? {} : { nextAction: nextAction.trim() }), ...(dueOn === null ? {} : { nextActionDueOn: dueOn }) }),
  };
}
