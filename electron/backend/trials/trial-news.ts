import type { TrialStore } from '#db/trials/trial-store.ts';
import type { MatchLimits, TrialMatches } from '#electron/backend/trials/match-trials.ts';
import type { TrialNews } from '#shared/contract/trial-procedures.ts';
import { openStatuses } from '#shared/trial/study.ts';
import type { TrialTracking } from '#shared/trial/tracking.ts';

/** What imports have brought for a case that follows studies: what changed about those, and which new ones are about its disease or gene. Null where there is nothing new. */
export function newsOfCase(caseId: string, reference: string, tracked: readonly TrialTracking[], store: TrialStore, match: (limits: MatchLimits) => TrialMatches | null): TrialNews | null {
  const changed = tracked.flatMap((tracking) => {
    const changes = store.changesAfter(tracking.studyId, tracking.seenImport).flatMap((step) => step.changes);
    const title = store.find(tracking.studyId)?.study.title ?? tracking.studyId;
    return changes.length === 0 ? [] : [{ trackingId: tracking.id, studyId: tracking.studyId, title, state: tracking.state, changes }];
  });
  const last = store.summary().lastImport?.number ?? 0;
  // Everything is new in the first import, so nothing is.
  const found = last > 1 ? match({ statuses: openStatuses, phases: null, sinceImport: last, limit: 50 }) : null;
  const fresh = (found?.matches ?? [])
    .filter(({ study, fit }) => (fit.kind === 'disease' || fit.kind === 'gene') && !tracked.some(({ studyId }) => studyId === study.id))
    .map(({ study }) => ({ studyId: study.id, title: study.title }));
  return changed.length === 0 && fresh.length === 0 ? null : { caseId, reference, changed, fresh };
}
