import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import '#renderer/features/family-view/family-view.css';
import { formatList } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { saveAllDrafts } from '#renderer/state/drafts.ts';
import { closeOverlay, useOverlay } from '#renderer/state/overlays.ts';
import { detailScopes, type DetailScope } from '#shared/casefile/family-view/shown-family.ts';
import type { OutputOf } from '#shared/contract/contract.ts';

/** What will and will not be seen, before the screen is turned. */
export function EnterFamilyViewDialog({ caseId }: { readonly caseId: string | null }) {
  const isOpen = useOverlay(({ open }) => open === 'family-view');
  return isOpen && caseId !== null ? <OpenDialog caseId={caseId} /> : null;
}

const pinPattern = /^\d{4,8}$/;

function OpenDialog({ caseId }: { readonly caseId: string }) {
  const t = useWords('familyView');
  const tShell = useWords('shell');
  const isDemo = useQueryOf('app.state', {}).data?.isDemo === true;
  const [scope, setScope] = useState<DetailScope>('parents');
  const [pin, setPin] = useState('');
  const check = useQueryOf('familyView.check', { caseId, scope }, { keepsLast: true }).data;
  const enter = useCommand('familyView.enter', { isQuiet: true });
  const isPinWrong = pin !== '' && !pinPattern.test(pin);
  const go = (): void => {
    if (isPinWrong || enter.isPending) return;
    // What was typed is saved under the name of the clinician, not lost to the turn of the screen. Loaded anew, the page has nothing left in its memory of what it showed before.
    void saveAllDrafts().then(() => enter.mutate({ caseId, scope, pin: pin === '' ? null : pin }, { onSuccess: () => window.location.reload() }));
  };
  return (
    <Dialog
      title={t('enter.title')}
      className="family-view-enter"
      isOpen
      onClose={closeOverlay}
      foot={
        <>
          <Button onPress={closeOverlay}>{tShell('part.cancel')}</Button>
          <Button variant="primary" onPress={go} isDisabled={isPinWrong || check === undefined || enter.isPending}>
            {t('enter.go')}
          </Button>
        </>
      }
    >
      <Form
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <p>{t('enter.intro')}</p>
        <h3>{t('enter.scope')}</h3>
        <Segmented label={t('enter.scope')} value={scope} onChange={setScope} segments={detailScopes.map((value) => ({ value, label: t(`enter.scope.${value}`) }))} />
        {check === undefined ? null : <Seen check={check} />}
        <TextField label={t('enter.pin')} hint={isDemo ? t('enter.pinHintDemo') : t('enter.pinHint')} type="password" inputMode="numeric" autoComplete="off" value={pin} onChange={setPin} problem={isPinWrong ? t('enter.pinProblem') : null} />
        {enter.error === null ? null : (
          <p className="problem" role="alert">
            {enter.error.message}
          </p>
        )}
      </Form>
    </Dialog>
  );
}

function Seen({ check: { hidden, delicate } }: { readonly check: OutputOf<'familyView.check'> }) {
  const t = useWords('familyView');
  const left = (['privateFacts', 'people', 'carriers', 'notes'] as const).filter((kind) => hidden[kind] > 0);
  return (
    <>
      <h3>{t('enter.hidden')}</h3>
      {left.length === 0 ? <p className="sub">{t('enter.hidden.nothing')}</p> : <ul className="plain-list">{left.map((kind) => <li key={kind}>{t(`enter.hidden.${kind}`, { count: hidden[kind] })}</li>)}</ul>}
      {delicate.length === 0 ? null : (
        <>
          <h3>{t('enter.delicate')}</h3>
          <ul className="plain-list">
            {delicate.map(({ kind, names }) => (
              <li key={kind}>{t(`enter.delicate.${kind}`, { names: formatList(names.map((name) => (name === '' ? t('enter.unnamed') : name))) })}</li>
            ))}
          </ul>
          <p className="sub">{t('enter.delicate.advice')}</p>
        </>
      )}
    </>
  );
}
