import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import { openTrialStore } from '#db/trials/trial-store.ts';
import { openKnowledgeFrom } from '#electron/backend/knowledge/knowledge-session.ts';
import { importTrials } from '#electron/backend/trials/import-trials.ts';
import { matchTrial, matchTrials, type TrialMatching } from '#electron/backend/trials/match-trials.ts';
import { patientDisease } from '#electron/backend/trials/trial-knowledge.ts';
import type { Result } from '#shared/base/result.ts';
import { birthRange } from '#shared/trial/birth.ts';
import { openStatuses } from '#shared/trial/study.ts';
import type { TrialPatient } from '#shared/trial/trial-patient.ts';
import type { Bench, BenchReport } from '#tests/bench/bench.ts';
import { studiesOfCase, writeGeneratedStudies } from '#tests/bench/trials/generated-studies.ts';
import { figure, hashSomething, medianMs, tableOf, type Taken } from '#tests/bench/vault/timing.ts';

const studyCount = 20_000;
const quickStudyCount = 2_000;
const today = '2026-06-01';
/** What the design allows for any click. */
const clickLimitMs = 100;

/** Importing invented studies, and matching a case to them: what a counsellor waits for. All times are of the processor, which other work on the machine does not lengthen. */
export const trialsBench: Bench = {
  name: 'trials',
  run: async ({ quick }) => {
    const folder = mkdtempSync(join(tmpdir(), 'nostos-bench-trials-'));
    const knowledge = must(openKnowledgeFrom('starter', { dataFolder: folder, onProgress: () => undefined }));
    try {
      return await measure(folder, knowledge, quick ? quickStudyCount : studyCount, quick ? 5 : 30);
    } finally {
      knowledge.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(folder: string, knowledge: KnowledgeFile, count: number, repeats: number): Promise<BenchReport> {
  const [file, storePath] = [join(folder, 'studies.jsonl'), join(folder, 'trials.sqlite')];
  const patient = patientOf(knowledge);
  writeGeneratedStudies(file, count, topicsOf(knowledge, patient));
  const imported = await measureImport(file, storePath, count);
  const store = must(openTrialStore(storePath, 'read'));
  try {
    const baseline = medianMs(timesOf(5, hashSomething));
    const { matched, figures } = measureMatching({ store, owner: {}, knowledge, patient, today, words: '' }, repeats, baseline);
    const note = `${String(count)} studies of ${String(Math.round(statSync(file).size / 1_000_000))} MB: ${String(imported.studiesPerSecond)} a second, at most ${String(imported.peakMemoryMb)} MB of memory, ${String(imported.storeMegabytes)} MB on disk; ${String(matched.studies)} match, with ${String(matched.criteria)} criteria`;
    return { table: tableOf(note, figures, baseline), json: { count, ...imported, matched, baselineMs: baseline, figures } };
  } finally {
    store.close();
  }
}

async function measureImport(file: string, storePath: string, count: number) {
  let peak = 0;
  let steps = 0;
  const began = process.cpuUsage();
  const report = must(
    await importTrials({ sources: [{ kind: 'path', path: file }], storePath, at: '2026-06-01T00:00:00.000Z' }, () => {
      steps += 1;
      if (steps % 200 === 0) peak = Math.max(peak, process.memoryUsage.rss());
    }),
  );
  const seconds = cpuSince(began) / 1_000;
  if (report.added !== count) throw new Error(`${String(report.added)} of ${String(count)} studies were imported`);
  return { studiesPerSecond: Math.round(count / seconds), peakMemoryMb: Math.round(peak / 1_048_576), storeMegabytes: Math.round(statSync(storePath).size / 1_000_000) };
}

function measureMatching(matching: TrialMatching, repeats: number, baseline: number) {
  // Another owner each time is another vault, in which nothing was judged yet.
  const list = (owner: object = {}) => matchTrials({ ...matching, owner }, { statuses: openStatuses, phases: null, sinceImport: null, limit: 300 });
  const first = timesOf(1, () => void list());
  const { matches } = list();
  if (matches.filter(({ fit }) => fit.kind === 'disease').length !== studiesOfCase) throw new Error('the studies of the disease were not all found');
  const show = (number: number): void => {
    const stored = matching.store.find(matches[number % matches.length]?.study.id ?? '');
    if (stored !== null) matchTrial({ ...matching, owner: {} }, stored);
  };
  const matched = { studies: matches.length, criteria: matches.reduce((sum, { counts }) => sum + counts.met + counts.notMet + counts.ask, 0) };
  const figures = [
    figure('the first list, with the names of the release', first, baseline, null),
    figure('the list, with every criterion judged', timesOf(repeats, () => void list()), baseline, clickLimitMs),
    figure('the list after another study is followed', timesOf(repeats, () => void list(matching)), baseline, clickLimitMs),
    figure('one study, with its criteria', timesOf(repeats * 3, show), baseline, clickLimitMs),
  ];
  return { matched, figures };
}

/** Somebody with a confirmed diagnosis of the release and its first findings, one of them absent. */
function patientOf(knowledge: KnowledgeFile): TrialPatient {
  const disease = patientDisease(knowledge, { id: 'OMIM:154700', name: 'Marfan syndrome', standing: 'confirmed', probability: null });
  const terms = findingsOf(knowledge).slice(0, 12);
  return {
    birth: birthRange({ birthDate: '2012-04-09', ageAtLastEncounter: null, ageRecordedOn: null }, today),
    sex: 'female',
    sexNote: '',
    isDeceased: false,
    diseases: [disease],
    variants: [{ gene: 'FBN1', name: 'FBN1 c.1129C>T', classification: 'pathogenic', zygosity: 'heterozygous', isInTrans: false }],
    features: terms.map(({ id, label }, at) => ({ termId: id, label, state: at % 3 === 2 ? 'excluded' : 'observed', isResolved: false })),
    place: { latitude: 37.98, longitude: 23.73 },
  };
}

function topicsOf(knowledge: KnowledgeFile, { diseases }: TrialPatient) {
  const [disease] = diseases;
  if (disease === undefined) throw new Error('the patient has no disease');
  const otherConditions = knowledge.diseases().map(({ name }) => name).filter((name) => !/marfan/i.test(name));
  return { disease: disease.name, gene: 'FBN1', otherConditions, features: findingsOf(knowledge).map(({ label }) => label) };
}

const findingsOf = (knowledge: KnowledgeFile) => knowledge.ontology().terms.filter(({ id }) => knowledge.ancestors(id).includes('HP:0000118'));

function timesOf(count: number, work: (number: number) => void): readonly Taken[] {
  return Array.from({ length: count }, (_one, number) => {
    const [begin, began] = [performance.now(), process.cpuUsage()];
    work(number);
    return { ms: performance.now() - begin, cpuMs: cpuSince(began) };
  });
}

/** Milliseconds. */
function cpuSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1_000;
}

function must<Value, Refusal>(result: Result<Value, Refusal>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
