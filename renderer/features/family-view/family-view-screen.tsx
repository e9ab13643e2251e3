import { LockKeyhole, Printer, Undo2, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useAction, useShortcuts } from '#renderer/app/action.ts';
import { signsOfLife } from '#renderer/app/lock.ts';
import { ThemeMenu } from '#renderer/app/top-bar.tsx';
import { useClient, useQueryOf } from '#renderer/client/queries.tsx';
import { Kbd } from '#renderer/components/kbd.tsx';
import { ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { familyViewActions } from '#renderer/features/family-view/family-view-actions.ts';
import { FamilyTree } from '#renderer/features/family-view/family-tree.tsx';
import { LeaveDialog } from '#renderer/features/family-view/leave-dialog.tsx';
import { PersonPanel } from '#renderer/features/family-view/person-panel.tsx';
import '#renderer/features/family-view/family-view.css';
import { useWords } from '#renderer/i18n/words.ts';

/** Each step of the tree's size; 1 fits it into its place. */
const zooms = [1, 1.4, 2, 2.8] as const;

/**
 * One family, large and in plain words, for the people whom it is about. It asks the backend for nothing but what may be shown, and the backend answers nothing
 * else while it is open.
 */
export function FamilyViewScreen({ leavesBy }: { readonly leavesBy: 'pin' | 'passphrase' | 'nothing' }) {
  const t = useWords('familyView');
  const view = useQueryOf('familyView.show', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [step, setStep] = useState(0);
  const [isLeaving, setLeaving] = useState(false);
  useShortcuts();
  useSignsOfLife();
  useAction(familyViewActions.leave, () => setLeaving(true));
  if (view.data === undefined) return <div className="family-view is-empty">{view.error === null ? <Skeleton /> : <ErrorState error={view.error} onRetry={() => void view.refetch()} />}</div>;
  const { family, people, probandName, said } = view.data;
  const personId = chosen ?? family.individuals.find(({ isProband }) => isProband)?.id ?? null;
  const person = people.find((one) => one.personId === personId) ?? null;
  return (
    <div className="family-view">
      <header className="fv-top">
        <h1>{probandName === '' ? t('view.titleUnnamed') : t('view.title', { name: probandName })}</h1>
        <p>{t('view.lead')}</p>
        <span className="grow" />
        <AriaButton className="big" isDisabled={step === 0} onPress={() => setStep(step - 1)} aria-label={t('view.smaller')}>
          <ZoomOut size={20} strokeWidth={1.6} aria-hidden />
        </AriaButton>
        <AriaButton className="big" isDisabled={step === zooms.length - 1} onPress={() => setStep(step + 1)}>
          <ZoomIn size={20} strokeWidth={1.6} aria-hidden />
          {t('view.larger')}
        </AriaButton>
        <AriaButton className="big" onPress={() => window.print()}>
          <Printer size={20} strokeWidth={1.6} aria-hidden />
          {t('view.print')}
        </AriaButton>
        <ThemeMenu />
      </header>
      <main className="fv-tree">
        <FamilyTree family={family} people={people} chosenId={personId} zoom={zooms[step] ?? 1} onChoose={setChosen} />
        <footer className="fv-foot">
          <span>
            <LockKeyhole size={16} strokeWidth={1.6} aria-hidden />
            {t('view.private')}
          </span>
          <AriaButton className="leave" onPress={() => setLeaving(true)}>
            <Undo2 size={16} strokeWidth={1.6} aria-hidden />
            {t('view.leave')}
            <Kbd keys="f9" />
          </AriaButton>
        </footer>
      </main>
      {person === null ? <aside className="fv-person">{t('view.choose')}</aside> : <PersonPanel key={person.personId} person={person} said={said} />}
      {isLeaving ? <LeaveDialog leavesBy={leavesBy} onClose={() => setLeaving(false)} /> : null}
    </div>
  );
}

const tellMilliseconds = 30_000;

/** A family that reads and points asks the vault for nothing: without this it would lock under their hands. */
function useSignsOfLife(): void {
  const client = useClient();
  useEffect(() => {
    let lastTold = Date.now();
    const onSign = (): void => {
      if (Date.now() - lastTold < tellMilliseconds) return;
      lastTold = Date.now();
      void client.call('vault.noteActivity', {}).catch(() => undefined);
    };
    signsOfLife.forEach((sign) => document.addEventListener(sign, onSign, { passive: true, capture: true }));
    return () => signsOfLife.forEach((sign) => document.removeEventListener(sign, onSign, { capture: true }));
  }, [client]);
}
