import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Frame } from '#renderer/app/frame.tsx';
import { forgetEverything } from '#renderer/app/lock.ts';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { FamilyViewScreen } from '#renderer/features/family-view/family-view-screen.tsx';
import { FirstStart } from '#renderer/features/security/first-start.tsx';
import { AfterRecovery } from '#renderer/features/security/after-recovery.tsx';
import { RecoveryKit } from '#renderer/features/security/recovery-kit.tsx';
import { forgetRecoveryKit, useRecoveryKit } from '#renderer/features/security/recovery-kit-state.ts';
import { Unlock } from '#renderer/features/security/unlock.tsx';
import { dropAllDrafts } from '#renderer/state/drafts.ts';
import { useLockReport } from '#renderer/state/lock-report.ts';

/** What is shown depends on the vault: none yet, locked, or open. */
export function Gate() {
  const app = useQueryOf('app.state', {});
  const kit = useRecoveryKit(({ key }) => key);
  const usedKey = useRecoveryKit((pending) => pending.usedKey);
  useForgetting(app.data?.vault === 'locked', (app.data?.familyView ?? null) !== null);
  if (app.data === undefined) return <div className="gate">{app.error === null ? <Skeleton lines={3} /> : <ErrorState error={app.error} onRetry={() => void app.refetch()} />}</div>;
  if (app.data.vault === 'absent') return <FirstStart />;
  if (app.data.vault === 'locked') return <Unlock />;
  if (app.data.familyView !== null) return <FamilyViewScreen leavesBy={app.data.familyView.leavesBy} />;
  if (kit !== null) return <RecoveryKit recoveryKey={kit} onDone={forgetRecoveryKit} />;
  if (usedKey !== null) return <AfterRecovery usedKey={usedKey} />;
  return <Frame />;
}

/**
 * The vault can also be locked from outside this window: then the same has to be forgotten. When the screen is turned to a family everything is forgotten too,
 * so that nothing private stays in the memory of the page.
 */
function useForgetting(isLocked: boolean, isTurned: boolean): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!isLocked && !isTurned) return;
    const lostCount = dropAllDrafts();
    if (isLocked && lostCount > 0) useLockReport.setState({ lostCount });
    forgetRecoveryKit();
    forgetEverything();
    queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'app.state' && query.queryKey[0] !== 'familyView.show' });
    queryClient.getMutationCache().clear();
  }, [isLocked, isTurned, queryClient]);
}
