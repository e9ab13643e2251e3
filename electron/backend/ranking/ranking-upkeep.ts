import type { BackendContext } from '#electron/backend/context.ts';
import { keptCandidates, rankCase, snapshotOf } from '#electron/backend/ranking/case-ranking.ts';
import { algorithmVersion } from '#shared/ranking/ranking.ts';
import type { BackendEvent, Topic } from '#shared/contract/wire.ts';

export interface RankingUpkeep {
  readonly hear: (event: BackendEvent) => void;
  readonly stop: () => void;
}

/**
 * Keeps the stored ranking of every case current, so that the caseload always shows what the release in use says: after a change,
 * after unlocking and after another release was chosen. Works in slices between requests, so that no request waits for it, and
 * announces what it changed at the end of all slices: a screen asks once and not for every case.
 */
export function createRankingUpkeep(context: BackendContext): RankingUpkeep {
  let next: NodeJS.Immediate | null = null;
  let lastSlice: readonly string[] = [];
  let hasChanged = false;
  const slice = () => {
    next = null;
    const { caseIds, isShownOtherwise } = rankOutdated(context);
    hasChanged ||= isShownOtherwise;
    // A ranking that could not be kept (a full disk) stays out of date: trying the same cases again at once would never end.
    const isStuck = caseIds.length > 0 && caseIds[0] === lastSlice[0];
    lastSlice = isStuck ? [] : caseIds;
    if (caseIds.length === casesPerSlice && !isStuck) {
      next = setImmediate(slice);
      return;
    }
    if (!hasChanged) return;
    hasChanged = false;
    context.emit({ kind: 'changed', topics: ['cases'] });
  };
  return {
    hear: (event) => {
      if (event.kind === 'changed' && event.topics.some((topic) => wakingTopics.has(topic))) next ??= setImmediate(slice);
    },
    stop: () => {
      if (next !== null) clearImmediate(next);
      next = null;
    },
  };
}

const wakingTopics: ReadonlySet<Topic> = new Set(['vault', 'cases', 'phenotype', 'knowledge', 'settings']);

/** Cases ranked in one go, a few milliseconds each: short enough to answer a click in between. */
const casesPerSlice = 10;

/** Ranks some cases whose ranking is out of date. Answers which, and whether the caseload would show something else now. */
function rankOutdated(context: BackendContext): { readonly caseIds: readonly string[]; readonly isShownOtherwise: boolean } {
  const knowledge = context.knowledge.active();
  const repositories = context.vault.repositoriesUnasked();
  if (knowledge === null || repositories === null) return { caseIds: [], isShownOtherwise: false };
  const choice = { excludedMode: repositories.settings.read().excludedMode, limit: keptCandidates };
  const caseIds = repositories.rankings.outdated({ release: knowledge.release.name, algorithm: algorithmVersion, excludedMode: choice.excludedMode }, casesPerSlice);
  const now = context.clock();
  const snapshots = caseIds.flatMap((caseId) => {
    const ranked = rankCase(repositories, knowledge, caseId, choice);
    return ranked === null ? [] : [snapshotOf(ranked, knowledge, caseId, choice, now)];
  });
  return { caseIds, isShownOtherwise: context.vault.keepRankings(snapshots) };
}
