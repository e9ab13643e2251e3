import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { MovedCaseRow } from '#db/repositories/reanalysis.ts';
import type { RankingMaker } from '#db/repositories/ranking-snapshots.ts';
import type { Repositories } from '#db/unit-of-work.ts';
import type { BackendContext } from '#electron/backend/context.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { starterName } from '#electron/backend/knowledge/starter-release.ts';
import { activeKnowledge, questionOfCase } from '#electron/backend/ranking/case-ranking.ts';
import { movedDiseases, noneOfTheseIn, type RankedSide } from '#electron/backend/ranking/moved-diseases.ts';
import { changeOf, largestShift, leastProbability } from '#electron/backend/ranking/shifted-cases.ts';
import { failure } from '#shared/base/failure.ts';
import { refusal, success } from '#shared/base/result.ts';
import type { MovedCase, ShiftedCase } from '#shared/contract/advice-procedures.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import { algorithmVersion } from '#shared/ranking/ranking.ts';

const missing = failure('not-found', 'This case is no longer there. It may have been deleted or undone.');
const notMoved = failure('not-found', 'This case was not ranked under two releases with the same findings.');

export const reanalysisHandlers = {
  'reanalysis.list': async ({ withShifted = false }, context) => {
    const active = activeKnowledge(context);
    if (!active.ok) return active;
    const repositories = context.vault.repositories();
    const maker = makerOf(repositories, active.value);
    const moved = repositories.reanalysis.moved(maker, starterName).map(withName);
    const progress = repositories.reanalysis.progress(maker);
    const isPaused = context.rankingPause.isPaused();
    // Asked again with each step of the background ranking: what takes longer waits for its end.
    const shifted = withShifted && (progress.waiting === 0 || isPaused) ? { shifted: await shiftedCases(context, maker) } : {};
    return success({ release: maker.release, isPaused, ...progress, moved, ...shifted });
  },
  'reanalysis.show': ({ caseId }, context) => {
    const active = activeKnowledge(context);
    if (!active.ok) return active;
    const repositories = context.vault.repositories();
    const maker = makerOf(repositories, active.value);
    const question = questionOfCase(repositories, active.value, caseId);
    if (question === null) return refusal(missing);
    const comparable = repositories.rankings.ofCase(caseId).filter((snapshot) => snapshot.algorithm === maker.algorithm && snapshot.excludedMode === maker.excludedMode);
    const newer = comparable.find(({ release }) => release === maker.release);
    const older = comparable.find(({ release }) => release !== maker.release && release !== starterName);
    if (newer === undefined || older === undefined) return refusal(notMoved);
    const opened = context.knowledge.open(older.release);
    try {
      const before = opened.ok ? (questionOfCase(repositories, opened.value, caseId) ?? question) : question;
      const then: RankedSide = { snapshot: older, knowledge: opened.ok ? opened.value : null, patient: before.patient };
      const now: RankedSide = { snapshot: newer, knowledge: active.value, patient: question.patient };
      const [noneBefore, noneAfter] = [noneOfTheseIn(then), noneOfTheseIn(now)];
      const noneOfThese = noneBefore === null || noneAfter === null ? null : { before: noneBefore, after: noneAfter };
      return success({ olderRelease: older.release, newerRelease: maker.release, isOlderInstalled: opened.ok, noneOfThese, diseases: movedDiseases(then, now) });
    } finally {
      if (opened.ok) opened.value.close();
    }
  },
  'reanalysis.pause': ({ isPaused }, context) => {
    context.rankingPause.set(isPaused);
    announce(context);
    return success({});
  },
  'reanalysis.acknowledge': ({ caseId }, context) => {
    const active = activeKnowledge(context);
    if (!active.ok) return active;
    context.vault.acknowledgeMove(caseId, active.value.release.name);
    announce(context);
    return success({});
  },
} satisfies Handlers<'reanalysis'>;

/** More than these are counted only: whoever has so many moved cases begins with those that moved most. */
const listedShifts = 100;

/** Cases compared between two requests: short enough to answer a click in between. */
const casesPerSlice = 100;

/** The open cases whose first place stayed while others moved, those that moved most first. */
async function shiftedCases(context: BackendContext, maker: RankingMaker): Promise<NonNullable<OutputOf<'reanalysis.list'>['shifted']>> {
  const { reanalysis } = context.vault.repositories();
  const comparedCount = reanalysis.compared(maker, starterName);
  const rows = reanalysis.keptFirst(maker, starterName, 1 - leastProbability);
  const cases: ShiftedCase[] = [];
  for (let from = 0; from < rows.length; from += casesPerSlice) {
    // Read anew: the vault may have been locked meanwhile.
    const { firstThree } = context.vault.repositories().reanalysis;
    for (const row of rows.slice(from, from + casesPerSlice)) {
      const change = largestShift(firstThree(row.caseId, { ...maker, release: row.before.release }), firstThree(row.caseId, maker));
      if (change !== null) cases.push({ ...withName(row), change });
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  cases.sort((a, b) => changeOf(b.change) - changeOf(a.change) || (a.caseId < b.caseId ? -1 : 1));
  return { comparedCount, count: cases.length, cases: cases.slice(0, listedShifts) };
}

const withName = ({ givenName, familyName, ...row }: MovedCaseRow): MovedCase => ({ ...row, probandName: `${givenName} ${familyName}`.trim() });

/** The ranking that the caseload shows: by the release in use, as the settings have excluded findings read. */
function makerOf(repositories: Repositories, knowledge: KnowledgeFile): RankingMaker {
  return { release: knowledge.release.name, algorithm: algorithmVersion, excludedMode: repositories.settings.read().excludedMode };
}

function announce(context: BackendContext): void {
  context.emit({ kind: 'changed', topics: ['rankings'] });
}
