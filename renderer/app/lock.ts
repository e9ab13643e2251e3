import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { asCallFailure } from '#renderer/client/call-failure.ts';
import { useClient, useQueryOf } from '#renderer/client/queries.tsx';
import { forgetView } from '#renderer/features/caseload/caseload-view.ts';
import { forgetNewCase } from '#renderer/features/caseload/new-case-draft.ts';
import { dropAllDrafts, saveAllDrafts } from '#renderer/state/drafts.ts';
import { useLockReport } from '#renderer/state/lock-report.ts';
import { closeOverlay, openOverlay } from '#renderer/state/overlays.ts';
import { forgetJourney } from '#renderer/state/place.ts';
import { forgetSelection } from '#renderer/state/selection.ts';
import { dismissAllToasts, showToast } from '#renderer/state/toasts.ts';
import type { AnswerOf } from '#shared/contract/contract.ts';

export interface Lock {
  /** Saves what was typed, then locks; asks first where something could not be saved. */
  readonly lockNow: () => void;
  /** Locks also when something could not be saved. */
  readonly lockAnyway: () => void;
}

/**
 * Attack: somebody uses the unattended screen, or reads the memory of the window after the lock. After locking, no answer of the
 * backend, no typed text, no selection and no message stays in the renderer.
 */
export function useLock(): Lock {
  const client = useClient();
  const queryClient = useQueryClient();
  const lockAnyway = useCallback(() => {
    void client.call('vault.lock', {}).then(
      () => {
        useLockReport.setState({ lostCount: dropAllDrafts() });
        forgetEverything();
        // The gate takes the screens away and then drops the answers: dropped before, they would be asked for again.
        queryClient.setQueryData<AnswerOf<'app.state'>>(['app.state', {}], (app) => (app === undefined ? app : { ...app, vault: 'locked' }));
        void queryClient.invalidateQueries({ queryKey: ['app.state'] });
      },
      (thrown: unknown) => showToast({ tone: 'bad', text: asCallFailure(thrown).message }),
    );
  }, [client, queryClient]);
  const lockNow = useCallback(() => {
    void saveAllDrafts().then((isAllSaved) => (isAllSaved ? lockAnyway() : openOverlay('lock-with-unsaved')));
  }, [lockAnyway]);
  return { lockNow, lockAnyway };
}

/** What the renderer holds of patients besides answers and drafts. Also called when the vault was locked from elsewhere. */
export function forgetEverything(): void {
  forgetJourney();
  forgetSelection();
  forgetView();
  forgetNewCase();
  dismissAllToasts();
  closeOverlay();
}

export const signsOfLife = ['pointerdown', 'keydown', 'wheel'] as const;
const lookAgainMilliseconds = 5_000;
/** The backend locks by itself when it hears nothing; it has to hear of somebody who only reads. */
const tellMilliseconds = 30_000;

/** Locks after the minutes of the settings without a sign of life, also when the machine slept meanwhile. */
export function useAutomaticLock(lock: Lock): void {
  const client = useClient();
  const minutes = useQueryOf('settings.read', {}).data?.autoLockMinutes ?? 0;
  const { lockAnyway } = lock;
  useEffect(() => {
    if (minutes === 0) return;
    let lastSign = Date.now();
    let lastTold = Date.now();
    let isLocking = false;
    const onSign = (): void => {
      const now = Date.now();
      // Moving the mouse after the time is up must not win against the timer that a sleeping machine held back.
      if (now - lastSign >= minutes * 60_000) return;
      lastSign = now;
      if (now - lastTold < tellMilliseconds) return;
      lastTold = now;
      void client.call('vault.noteActivity', {}).catch(() => undefined);
    };
    const look = (): void => {
      if (isLocking || Date.now() - lastSign < minutes * 60_000) return;
      isLocking = true;
      void saveAllDrafts().then(lockAnyway);
    };
    signsOfLife.forEach((sign) => document.addEventListener(sign, onSign, { passive: true, capture: true }));
    document.addEventListener('visibilitychange', look);
    const timer = setInterval(look, lookAgainMilliseconds);
    return () => {
      signsOfLife.forEach((sign) => document.removeEventListener(sign, onSign, { capture: true }));
      document.removeEventListener('visibilitychange', look);
      clearInterval(timer);
    };
  }, [client, minutes, lockAnyway]);
}
