import { useAction, useShortcuts } from '#renderer/app/action.ts';
import { frameActions } from '#renderer/app/actions.ts';
import { LockDialog } from '#renderer/app/lock-dialog.tsx';
import { useAutomaticLock, useLock } from '#renderer/app/lock.ts';
import { Notices } from '#renderer/app/notices.tsx';
import { Palette } from '#renderer/app/palette.tsx';
import { Rail } from '#renderer/app/rail.tsx';
import { Screen } from '#renderer/app/screen.tsx';
import { ShortcutsDialog } from '#renderer/app/shortcuts-dialog.tsx';
import { TopBar } from '#renderer/app/top-bar.tsx';
import { useUndoRedo, type UndoRedo } from '#renderer/app/undo.ts';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { ImportDialog } from '#renderer/features/case-import/import-dialog.tsx';
import { EnterFamilyViewDialog } from '#renderer/features/family-view/enter-dialog.tsx';
import { familyViewActions } from '#renderer/features/family-view/family-view-actions.ts';
import { FamilyWordsDialog } from '#renderer/features/family-view/family-words-dialog.tsx';
import { useNoteSeen } from '#renderer/features/caseload/use-note-seen.ts';
import { NewCaseDialog } from '#renderer/features/caseload/new-case-dialog.tsx';
import { ErrorBoundary } from '#renderer/components/error-boundary.tsx';
import { chooseDensity, chooseTheme, useAppearance } from '#renderer/state/appearance.ts';
import { saveAllDrafts } from '#renderer/state/drafts.ts';
import { openOverlay } from '#renderer/state/overlays.ts';
import { caseIdOf, goBack, goForward, goTo, openCase, usePlace, type CaseSection } from '#renderer/state/place.ts';

/** Everything around the work while the vault is open. */
export function Frame() {
  const place = usePlace((journey) => journey.place);
  const openCaseId = usePlace((journey) => journey.openCaseId);
  const lock = useLock();
  // Nobody knows the passphrase of a demonstration: locked, it would be lost.
  const isDemo = useQueryOf('app.state', {}).data?.isDemo === true;
  const undoRedo = useUndoRedo(caseIdOf(place));
  useNoteSeen(caseIdOf(place));
  useAutomaticLock(lock);
  useShortcuts();
  useFrameActions(isDemo ? null : lock.lockNow, undoRedo);
  return (
    <div className="app">
      <Rail onLock={isDemo ? null : lock.lockNow} />
      <TopBar undoRedo={undoRedo} />
      <div className="work">
        <Notices />
        <ErrorBoundary resetKey={JSON.stringify(place)}>
          <Screen place={place} />
        </ErrorBoundary>
      </div>
      <Palette />
      <ShortcutsDialog />
      <NewCaseDialog />
      <ImportDialog />
      <EnterFamilyViewDialog caseId={openCaseId} />
      <FamilyWordsDialog caseId={openCaseId} />
      <LockDialog onStay={() => void saveAllDrafts()} onLockAnyway={lock.lockAnyway} />
    </div>
  );
}

function useFrameActions(lockNow: (() => void) | null, undoRedo: UndoRedo): void {
  const openCaseId = usePlace((journey) => journey.openCaseId);
  const hasBehind = usePlace((journey) => journey.behind.length > 0);
  const hasAhead = usePlace((journey) => journey.ahead.length > 0);
  const hasCase = openCaseId !== null;
  const goToSection = (section: CaseSection) => (): void => (openCaseId === null ? undefined : openCase(openCaseId, section));
  useAction(frameActions.palette, () => openOverlay('palette'));
  useAction(frameActions.shortcuts, () => openOverlay('shortcuts'));
  useAction(frameActions.caseload, () => goTo({ kind: 'caseload' }));
  useAction(frameActions.overview, goToSection('overview'), hasCase);
  useAction(frameActions.family, goToSection('family'), hasCase);
  useAction(frameActions.phenotype, goToSection('phenotype'), hasCase);
  useAction(frameActions.findings, goToSection('findings'), hasCase);
  useAction(frameActions.diagnosis, goToSection('diagnosis'), hasCase);
  useAction(frameActions.trials, goToSection('trials'), hasCase);
  useAction(frameActions.similar, goToSection('similar'), hasCase);
  useAction(frameActions.referrals, goToSection('referrals'), hasCase);
  useAction(frameActions.documents, goToSection('documents'), hasCase);
  useAction(frameActions.history, goToSection('history'), hasCase);
  useAction(familyViewActions.enter, () => openOverlay('family-view'), hasCase);
  useAction(familyViewActions.words, () => openOverlay('family-words'), hasCase);
  useAction(frameActions.undo, undoRedo.undo, undoRedo.undoLabel !== null);
  useAction(frameActions.redo, undoRedo.redo, undoRedo.redoLabel !== null);
  useAction(frameActions.redoAlso, undoRedo.redo, undoRedo.redoLabel !== null);
  useAction(frameActions.back, goBack, hasBehind);
  useAction(frameActions.forward, goForward, hasAhead);
  useAction(frameActions.vaultHistory, () => goTo({ kind: 'history' }));
  useAction(frameActions.knowledge, () => goTo({ kind: 'knowledge' }));
  useAction(frameActions.symbols, () => goTo({ kind: 'symbols' }));
  useAction(frameActions.security, () => goTo({ kind: 'security' }));
  useAction(frameActions.settings, () => goTo({ kind: 'settings' }));
  useAction(frameActions.themeLight, () => chooseTheme('light'));
  useAction(frameActions.themeDark, () => chooseTheme('dark'));
  useAction(frameActions.themeSystem, () => chooseTheme('system'));
  useAction(frameActions.density, () => chooseDensity(useAppearance.getState().density === 'compact' ? 'comfortable' : 'compact'));
  useAction(frameActions.lock, () => lockNow?.(), lockNow !== null);
}
