import type { BackendContext } from '#electron/backend/context.ts';
import { keptCandidates, questionOfCase, rankQuestion, snapshotOf } from '#electron/backend/ranking/case-ranking.ts';
import type { RankingMaker, RankingSnapshot } from '#db/repositories/ranking-snapshots.ts';
import { algorithmVersion } from '#shared/ranking/ranking.ts';
import type { BackendEvent, Topic } from '#shared/contract/wire.ts';

/** What of the backend the upkeep works with. */
type UpkeepContext = Pick<BackendContext, 'vault' | 'knowledge' | 'rankingPause' | 'clock' | 'emit'>;

export interface RankingUpkeep {
  readonly hear: (event: BackendEvent) => void;
  readonly stop: () => void;
}

/**
 * Keeps the stored ranking of every case current, so that the caseload always shows what the release in use says: after a change,
 * after unlocking and after another release was chosen. Works in slices between requests, so that no request waits for it, and
 * announces what it changed at the end of all slices: a screen asks once and not for every case. On the way it only says how far it is.
 */
export function createRankingUpkeep(context: UpkeepContext): RankingUpkeep {
  let next: NodeJS.Immediate | null = null;
  let queue: readonly string[] = [];
  let queuedFor = '';
  let ranked: readonly RankingSnapshot[] = [];
  let lastQueue = '';
  let hasWorked = false;
  let hasChanged = false;
  let toldAt = 0;
  const keep = () => {
    if (ranked.length > 0 && context.vault.keepRankings(ranked)) hasChanged = true;
    ranked = [];
  };
  const end = () => {
    keep();
    const topic = hasChanged ? 'cases' : hasWorked ? 'rankings' : null;
    queue = [];
    lastQueue = '';
    hasWorked = false;
    hasChanged = false;
    if (topic !== null) context.emit({ kind: 'changed', topics: [topic] });
  };
  const slice = () => {
    next = null;
    const maker = currentMaker(context);
    if (maker === null || context.rankingPause.isPaused()) return end();
    // Another release or mode makes what is queued out of date as well.
    if (queue.length === 0 || queuedFor !== JSON.stringify(maker)) {
      // What is ranked but not kept would be found out of date once more.
      keep();
      queue = context.vault.repositoriesUnasked()?.rankings.outdated(maker, casesPerQueue) ?? [];
      queuedFor = JSON.stringify(maker);
      // A ranking that could not be kept (a full disk) stays out of date: trying the same cases again at once would never end.
      if (queue.length === 0 || queue.join() === lastQueue) return end();
      lastQueue = queue.join();
    }
    ranked = [...ranked, ...rankSome(context, maker, queue.slice(0, casesPerSlice))];
    hasWorked = true;
    queue = queue.slice(casesPerSlice);
    if (ranked.length >= casesPerWrite) keep();
    next = setImmediate(slice);
    if (queue.length === 0 || performance.now() - toldAt < progressIntervalMilliseconds) return;
    toldAt = performance.now();
    context.emit({ kind: 'changed', topics: ['rankings'] });
  };
  return {
    hear: (event) => {
      if (event.kind !== 'changed' || !event.topics.some((topic) => wakingTopics.has(topic))) return;
      // What is changed now goes before what is queued, which is looked up again; and what is ranked but not kept may rank findings of before.
      if (!event.topics.includes('rankings')) {
        ranked = [];
        queue = [];
        lastQueue = '';
      }
      next ??= setImmediate(slice);
    },
    stop: () => {
      if (next !== null) clearImmediate(next);
      next = null;
    },
  };
}

const wakingTopics: ReadonlySet<Topic> = new Set(['vault', 'cases', 'phenotype', 'rankings', 'knowledge', 'settings']);

/** Cases ranked in one go, a few milliseconds each: short enough to answer a click in between. */
const casesPerSlice = 10;
/** Cases whose ranking is kept in one transaction: the disk is waited for once. */
const casesPerWrite = 100;
/** Cases looked up in one go: to find those out of date costs as much for one as for many. */
const casesPerQueue = 500;
/** Often enough for a bar that moves. */
const progressIntervalMilliseconds = 1_000;

/** By what the caseload is to be ranked now; null where there is nothing to rank with or nothing to rank. */
function currentMaker(context: UpkeepContext): RankingMaker | null {
  const knowledge = context.knowledge.active();
  const repositories = context.vault.repositoriesUnasked();
  return knowledge === null || repositories === null ? null : { release: knowledge.release.name, algorithm: algorithmVersion, excludedMode: repositories.settings.read().excludedMode };
}

function rankSome(context: UpkeepContext, maker: RankingMaker, caseIds: readonly string[]): readonly RankingSnapshot[] {
  const knowledge = context.knowledge.active();
  const repositories = context.vault.repositoriesUnasked();
  if (knowledge === null || repositories === null) return [];
  const choice = { excludedMode: maker.excludedMode, limit: keptCandidates };
  const now = context.clock();
  return caseIds.flatMap((caseId) => {
    const question = questionOfCase(repositories, knowledge, caseId);
    if (question === null) return [];
    // Most changes of a case, such as a note or a date, leave what is ranked as it was: then the ranking stands as it is.
    const kept = repositories.rankings.ofCase(caseId).find((snapshot) => isMadeBy(snapshot, maker) && snapshot.featuresFingerprint === question.fingerprint);
    return [kept === undefined ? snapshotOf(rankQuestion(question, knowledge, choice), knowledge, caseId, choice, now) : { ...kept, at: now }];
  });
}

function isMadeBy(snapshot: RankingSnapshot, { release, algorithm, excludedMode }: RankingMaker): boolean {
  return snapshot.release === release && snapshot.algorithm === algorithm && snapshot.excludedMode === excludedMode;
}
