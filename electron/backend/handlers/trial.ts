import type { BackendContext } from '#electron/backend/context.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import type { JobRun } from '#electron/backend/jobs/job-run.ts';
import type { FetchFile } from '#electron/backend/knowledge/knowledge-download.ts';
import { activeKnowledge, rankCase } from '#electron/backend/ranking/case-ranking.ts';
import { matchTrial, matchTrials, type TrialMatching } from '#electron/backend/trials/match-trials.ts';
import { caseloadNews, newsOfFitting, newsOfFollowed } from '#electron/backend/trials/caseload-news.ts';
import { newsOfCase } from '#electron/backend/trials/trial-news.ts';
import { downloadTrials, studiesAddress } from '#electron/backend/trials/trial-download.ts';
import { leastProbability, patientOfCase } from '#electron/backend/trials/trial-patients.ts';
import type { TrialSource } from '#electron/backend/trials/trial-sources.ts';
import { localDay } from '#shared/base/local-day.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { withoutUndefined } from '#shared/base/without-undefined.ts';
import type { TrialImportAnswer } from '#shared/contract/trial-procedures.ts';
import { soughtDiseases } from '#shared/trial/fit-study.ts';
import { statesWithReason } from '#shared/trial/tracking.ts';

const noCase = failure('not-found', 'This case is no longer there. It may have been deleted or undone.');
const noStudy = failure('not-found', 'This study is not among the imported ones.');
const notFollowed = failure('not-found', 'This study is no longer followed for the case. It may have been undone.');

const queries = {
  'trial.state': (_input, context) => {
    const summary = context.trials.summary();
    if (!summary.ok) return summary;
    const { studyCount, dataDate, lastImport } = summary.value;
    return success({ studyCount, dataDate, lastImport: lastImport === null ? null : { at: lastImport.at, added: lastImport.added, changed: lastImport.changed } });
  },
  'trial.match': ({ caseId, ...limits }, context) => {
    const matching = matchingOf(caseId, context);
    if (!matching.ok) return matching;
    const begin = performance.now();
    const { question, matches, isCut } = matchTrials(matching.value, { ...limits, sinceImport: null });
    const milliseconds = performance.now() - begin;
    const { studyCount, dataDate, lastImport } = matching.value.store.summary();
    const tracked = new Map(context.vault.repositories().trials.ofCase(caseId).map(({ studyId, state }) => [studyId, state]));
    return success({
      release: matching.value.knowledge.release.name,
      studyCount,
      dataDate,
      milliseconds,
      isDeceased: matching.value.patient.isDeceased,
      diseases: soughtDiseases(matching.value.patient).map(({ id, name, standing }) => ({ id, name, standing })),
      genes: question.genes,
      isCut,
      matches: matches.map(({ study, fit, nearest, counts, firstImport }) => ({
        studyId: study.id,
        title: study.title || study.officialTitle || study.id,
        status: study.status,
        phases: study.phases,
        fit,
        nearest,
        counts,
        state: tracked.get(study.id) ?? null,
        isNew: lastImport !== null && lastImport.number > 1 && firstImport === lastImport.number,
      })),
    });
  },
  'trial.diseases': ({ caseId }, context) => {
    const of = patientFor(caseId, context);
    return of.ok ? success(soughtDiseases(of.value.patient).map(({ id, name, standing }) => ({ id, name, standing }))) : of;
  },
  'trial.show': ({ caseId, studyId }, context) => {
    const matching = matchingOf(caseId, context);
    if (!matching.ok) return matching;
    const stored = matching.value.store.find(studyId);
    if (stored === null) return refusal(noStudy);
    const tracking = context.vault.repositories().trials.ofCase(caseId).find((one) => one.studyId === studyId) ?? null;
    return success({ ...matchTrial(matching.value, stored), tracking, changes: tracking === null ? [] : matching.value.store.changesAfter(studyId, tracking.seenImport) });
  },
  'trial.news': ({ caseId }, context) => {
    const summary = context.trials.summary();
    if (!summary.ok || summary.value.lastImport === null) return summary.ok ? success([]) : summary;
    const { trials, cases } = context.vault.repositories();
    const tracked = caseId === null ? trials.all() : trials.ofCase(caseId);
    const news = [...new Set(tracked.map((one) => one.caseId))].flatMap((id) => {
      const matching = matchingOf(id, context);
      if (!matching.ok) return [];
      const found = newsOfCase(id, cases.find(id)?.reference ?? '', tracked.filter((one) => one.caseId === id), matching.value.store, (limits) => matchTrials(matching.value, limits));
      return found === null ? [] : [found];
    });
    return success(news);
  },
  'trial.caseloadNews': (_input, context) => {
    const [summary, store, active] = [context.trials.summary(), context.trials.store(), activeKnowledge(context)];
    if (!summary.ok) return summary;
    const { lastImport } = summary.value;
    if (lastImport === null || !store.ok || !active.ok) return success([]);
    const { trials, settings } = context.vault.repositories();
    const tracked = trials.all();
    // Everything is new in the first import, so nothing is.
    const sought = lastImport.number > 1 ? trials.sought({ seenBy: settings.read().clinicianName, notSince: lastImport.at, leastProbability }) : [];
    return success(caseloadNews([...newsOfFollowed(tracked, store.value), ...newsOfFitting(sought, tracked, store.value, active.value, lastImport.number)]));
  },
  'trial.search': ({ caseId }, context) => {
    const { cases, trials } = context.vault.repositories();
    return cases.find(caseId) === null ? refusal(noCase) : success(trials.search(caseId));
  },
  'trial.places': ({ beginning }, context) => {
    const store = context.trials.store();
    return store.ok ? success(store.value.places(beginning, 30)) : success([]);
  },
} as const satisfies Partial<Handlers<'trial'>>;

const commands = {
  'trial.setSearch': ({ caseId, detail }, unit) => {
    if (unit.cases.find(caseId) === null) return refusal(noCase);
    unit.describe('Change the search for trials', caseId);
    return success(unit.trials.putSearch(caseId, detail));
  },
  'trial.track': ({ caseId, studyId }, unit, context) => {
    if (unit.cases.find(caseId) === null) return refusal(noCase);
    const store = context.trials.store();
    if (!store.ok) return store;
    if (store.value.find(studyId) === null) return refusal(noStudy);
    const present = unit.trials.ofCase(caseId).find((one) => one.studyId === studyId);
    if (present !== undefined) return refusal(failure('conflict', 'This study is followed for the case already.'));
    unit.describe(`Follow the trial ${studyId}`, caseId);
    return success(unit.trials.add(caseId, studyId, { state: 'candidate', since: localDay(new Date(unit.at)), reason: '', note: '', seenImport: store.value.summary().lastImport?.number ?? 0 }));
  },
  'trial.changeTracking': ({ trackingId, version, change }, unit) => {
    const tracking = unit.trials.find(trackingId);
    if (tracking === null) return refusal(notFollowed);
    const given = withoutUndefined(change);
    const next = { ...tracking, ...given };
    if (statesWithReason.includes(next.state) && next.reason.trim() === '') return refusal(failure('invalid-input', 'Say why: who reads this later cannot know.'));
    const isNewState = given.state !== undefined && given.state !== tracking.state;
    unit.describe(isNewState ? `Set the trial ${tracking.studyId} to ${next.state.replaceAll('-', ' ')}` : `Change what is noted of the trial ${tracking.studyId}`, tracking.caseId);
    return unit.trials.change(trackingId, version, isNewState && given.since === undefined ? { ...given, since: localDay(new Date(unit.at)) } : given);
  },
  'trial.untrack': ({ trackingId, version }, unit) => {
    const tracking = unit.trials.find(trackingId);
    if (tracking === null) return refusal(notFollowed);
    unit.describe(`Follow the trial ${tracking.studyId} no longer`, tracking.caseId);
    const removed = unit.trials.remove(trackingId, version);
    return removed.ok ? success({}) : removed;
  },
  'trial.markSeen': ({ trackingId, version }, unit, context) => {
    const tracking = unit.trials.find(trackingId);
    if (tracking === null) return refusal(notFollowed);
    const summary = context.trials.summary();
    if (!summary.ok) return summary;
    unit.describe(`Take the news of the trial ${tracking.studyId} as read`, tracking.caseId);
    return unit.trials.change(trackingId, version, { seenImport: summary.value.lastImport?.number ?? 0 });
  },
} as const satisfies Partial<Handlers<'trial'>>;

/** `fetchFile` is the only way to the network, so that a test can put a server of its own there. */
export function createTrialHandlers(fetchFile: FetchFile) {
  return {
    ...queries,
    ...commands,
    'trial.import': (input, context, run) => {
      const sources = 'files' in input ? input.files.map(({ name, base64 }): TrialSource => ({ kind: 'bytes', name, bytes: new Uint8Array(Buffer.from(base64, 'base64')) })) : input.paths.map((path): TrialSource => ({ kind: 'path', path }));
      return importSources(sources, context, run);
    },
    'trial.fetchPreview': ({ diseaseId }, context) => {
      const condition = publicName(diseaseId, context);
      if (!condition.ok) return condition;
      return success({ isAllowed: context.vault.repositories().settings.read().isDownloadAllowed, condition: condition.value, address: studiesAddress(condition.value) });
    },
    'trial.fetch': async ({ diseaseId }, context, run) => {
      if (!context.vault.repositories().settings.read().isDownloadAllowed) return refusal(failure('rule-broken', 'Downloads are switched off. Allow them in the settings first, or import files.'));
      const condition = publicName(diseaseId, context);
      if (!condition.ok) return condition;
      const sources = await downloadTrials({ condition: condition.value, fetchFile, signal: run.signal, onProgress: run.progress });
      return sources.ok ? importSources(sources.value, context, run) : sources;
    },
  } as const satisfies Handlers<'trial'>;
}

export const trialHandlers = createTrialHandlers((address, options) => fetch(address, options));

/** Writes in a worker, in one transaction that a cancelled job leaves without a trace. */
async function importSources(sources: readonly TrialSource[], context: BackendContext, run: JobRun): Promise<Result<TrialImportAnswer, Failure>> {
  const imported = await run.inWorker('trials.import', { sources, storePath: context.trials.path, at: context.clock() });
  if (imported.ok) context.emit({ kind: 'changed', topics: ['trials'] });
  return imported;
}

/** The case as trials see it, with what it is matched against. */
function matchingOf(caseId: string, context: BackendContext): Result<TrialMatching, Failure> {
  const store = context.trials.store();
  if (!store.ok) return store;
  const of = patientFor(caseId, context);
  return of.ok ? success({ ...of.value, store: store.value }) : of;
}

function patientFor(caseId: string, context: BackendContext): Result<Omit<TrialMatching, 'store'>, Failure> {
  const active = activeKnowledge(context);
  if (!active.ok) return active;
  const knowledge = active.value;
  const repositories = context.vault.repositories();
  // The day of the clinic: a birthday begins there, not in Greenwich.
  const today = localDay(new Date(context.clock()));
  const { words, place } = repositories.trials.search(caseId);
  const facts = { people: repositories.people.ofCase(caseId), features: repositories.features.ofCase(caseId), candidates: repositories.candidates.ofCase(caseId), findings: repositories.findings.ofCase(caseId), place };
  const rank = () => rankCase(repositories, knowledge, caseId, { excludedMode: repositories.settings.read().excludedMode, limit: 10 })?.ranking.candidates ?? [];
  const patient = patientOfCase(facts, knowledge, today, rank);
  return patient === null ? refusal(noCase) : success({ knowledge, owner: repositories, patient, today, words });
}

/** The name that public knowledge has for a disease: what was typed in a case never leaves. */
function publicName(diseaseId: string, context: BackendContext): Result<string, Failure> {
  const knowledge = activeKnowledge(context);
  if (!knowledge.ok) return knowledge;
  const disease = knowledge.value.disease(diseaseId);
  return disease === null ? refusal(failure('not-found', `${diseaseId} is not among the diseases of this release, so that there is no public name to ask by.`)) : success(disease.name);
}
