import type { BackendContext } from '#electron/backend/context.ts';
import { keptCandidates, rankCase } from '#electron/backend/case-ranking.ts';
import { algorithmVersion } from '#shared/ranking/ranking.ts';
import type { BackendEvent, Topic } from '#shared/contract/wire.ts';

export interface RankingUpkeep {
  readonly hear: (event: BackendEvent) => void;
  readonly stop: () => void;
}

/**
 * Keeps the stored ranking of every case current, so that the caseload always shows what the release in use says: after a change,
 * after unlocking and after another release was chosen. Works in slices between requests, so that no request waits for it.
 */
export function createRankingUpkeep(context: BackendContext): RankingUpkeep {
  let next: NodeJS.Immediate | null = null;
  let lastSlice: readonly string[] = [];
  const slice = () => {
    next = null;
    const caseIds = context.vault.state() === 'open' ? rankOutdated(context) : [];
    // A ranking that could not be kept (a full disk) stays out of date: trying the same cases again at once would never end.
    const isStuck = caseIds.length > 0 && caseIds[0] === lastSlice[0];
    lastSlice = isStuck ? [] : caseIds;
    if (caseIds.length === casesPerSlice && !isStuck) next = setImmediate(slice);
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
const casesPerSlice = 5;

/** Ranks some cases whose ranking is out of date, and answers which. */
function rankOutdated(context: BackendContext): readonly string[] {
  const knowledge = context.knowledge.active();
  if (knowledge === null) return [];
  const repositories = context.vault.repositories();
  const { excludedMode } = repositories.settings.read();
  const caseIds = repositories.rankings.outdated({ release: knowledge.release.name, algorithm: algorithmVersion, excludedMode }, casesPerSlice);
  for (const caseId of caseIds) rankCase(context, caseId, { excludedMode, limit: keptCandidates });
  return caseIds;
}
