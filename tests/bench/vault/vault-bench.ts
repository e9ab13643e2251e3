import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { createIdSource } from '#db/id.ts';
import { readSourceFolder } from '#db/knowledge/source-files.ts';
import { createRepositories, runCommand } from '#db/run-command.ts';
import { rebuildCaseLines } from '#db/search/case-lines.ts';
import { gatherWords } from '#db/search/gather-words.ts';
import { closeVault, createVault, databasePath, unlockVault, type OpenVault } from '#db/vault.ts';
import { verifyVault } from '#db/verify-vault.ts';
import { createBackend, type Backend } from '#electron/backend/backend.ts';
import { keepFamily } from '#electron/backend/cases/keep-family.ts';
import { createKnowledgeSession } from '#electron/backend/knowledge/knowledge-session.ts';
import type { Failure } from '#shared/base/failure.ts';
import { success, type Result } from '#shared/base/result.ts';
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts';
import { packedResponse } from '#shared/contract/packed-answers.ts';
import { unpackedResponse, type WireResult } from '#shared/contract/packed-rows.ts';
import { applyFamilyEdits } from '#shared/pedigree/edits/apply-family-edits.ts';
import type { Bench, BenchReport } from '#tests/bench/bench.ts';
import { chainOf, createdAt, fillVault, poolOf, sizeOfCase } from '#tests/bench/vault/fill-vault.ts';
import { figure, hashSomething, measured, medianMs, tableOf, times, type Figure, type Taken } from '#tests/bench/vault/timing.ts';
import { referenceData } from '#tests/reference-data.ts';

const passphrase = 'a passphrase for the benchmark';
const peopleOfLargeFamily = 2_000;

/** What a counsellor waits for: opening the vault, seeing the caseload, finding a word, opening a case, saving a change, editing a family. */
export const vaultBench: Bench = {
  name: 'vault',
  run: async ({ quick }) => {
    const folder = mkdtempSync(join(tmpdir(), 'nostos-bench-'));
    try {
      return await measure(folder, quick ? 200 : 10_000, quick ? 3 : 9);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(dataFolder: string, caseCount: number, repeats: number): Promise<BenchReport> {
  const baseline = medianMs(await times(repeats, hashSomething));
  const folder = join(dataFolder, 'vault');
  const written = await writeVault(dataFolder, folder, caseCount);
  const unlocking = await times(Math.min(repeats, 5), async () => closeVault(must(await unlockVault({ folder, secret: { kind: 'passphrase', passphrase } }))));
  const firstOpenings = await firstOpeningsOf(dataFolder, Math.min(repeats, 5));
  const throughContract = await contractFigures(dataFolder, written.caseIds, repeats, baseline);
  const open = must(await unlockVault({ folder, secret: { kind: 'passphrase', passphrase } }));
  const figures: readonly Figure[] = [
    figure('unlock with the passphrase', unlocking, baseline, 1_500),
    figure('caseload, first time after an unlock', firstOpenings, baseline, 300),
    ...throughContract,
    ...(await databaseFigures(open, written.caseIds, repeats, baseline)),
  ];
  closeVault(open);
  const megabytes = statSync(databasePath(folder)).size / 1_000_000;
  const note = `Vault of ${String(caseCount)} cases (${Object.entries(sizeOfCase).map(([what, count]) => `${String(count)} ${what}`).join(', ')} each), release ${written.release}: ${megabytes.toFixed(0)} MB, of which the words ${written.searchMegabytes.toFixed(0)} MB; written in ${written.seconds.toFixed(0)} s`;
  return { table: tableOf(note, figures, baseline), json: { caseCount, sizeOfCase, release: written.release, baselineMs: baseline, databaseMegabytes: megabytes, searchMegabytes: written.searchMegabytes, secondsToWrite: written.seconds, figures } };
}

interface WrittenVault {
  readonly caseIds: readonly string[];
  readonly release: string;
  readonly seconds: number;
  readonly searchMegabytes: number;
}

/** With the terms of the reference release where it is there, else with those of the starter. */
async function writeVault(dataFolder: string, folder: string, caseCount: number): Promise<WrittenVault> {
  const session = createKnowledgeSession({ folder: join(dataFolder, 'knowledge') });
  const annotations = referenceData('knowledge/2025-05-06/phenotype.hpoa.gz');
  if (annotations !== null) must(session.install({ sources: must(readSourceFolder(dirname(annotations))), name: '2025-05-06' }));
  const knowledge = session.active();
  if (knowledge === null) throw new Error('no release is in use');
  const pool = poolOf(knowledge);
  const release = knowledge.release.name;
  const { vault } = must(await createVault({ folder, passphrase, createdAt }));
  const begin = performance.now();
  const caseIds = fillVault(vault, pool, release, caseCount);
  const seconds = (performance.now() - begin) / 1_000;
  const pages = vault.database.prepare<[], { readonly bytes: number }>("SELECT sum(pgsize) AS bytes FROM dbstat WHERE name LIKE 'search_%'").get();
  closeVault(vault);
  session.close();
  return { caseIds, release, seconds, searchMegabytes: (pages?.bytes ?? 0) / 1_000_000 };
}

/** As a screen asks: through the contract, with the answer put into words for the wire and read again. */
async function contractFigures(dataFolder: string, caseIds: readonly string[], repeats: number, baseline: number): Promise<readonly Figure[]> {
  const backend = createBackend({ host: { name: 'direct', printToPdf: null, keychain: null }, dataFolder });
  const caseAt = (number: number): string => caseIds[(number * 97) % caseIds.length] ?? '';
  try {
    await ask(backend, 'vault.unlock', { passphrase });
    await ask(backend, 'reanalysis.pause', { isPaused: true });
    const caseload = await caseloadFigures(backend, caseAt(0), `caseload of ${String(caseIds.length)} cases`, repeats, baseline);
    const searching = await times(repeats * searches.length, async (number) => void (await ask(backend, 'search.find', { text: searches[number % searches.length] ?? '', limit: shownFound })));
    const opening = await times(repeats * 5, async (number) => void (await openCase(backend, caseAt(number))));
    return [
      ...caseload,
      figure('search while typing', searching, baseline, 50),
      figure('open a case', opening, baseline, 200),
    ];
  } finally {
    await backend.close();
  }
}

/** As a screen opens it after a change: the list read, packed, put into JSON, read from it and unpacked; then the parts of that, and what a visit of a case costs. */
async function caseloadFigures(backend: Backend, caseId: string, name: string, repeats: number, baseline: number): Promise<readonly Figure[]> {
  const list = async (): Promise<WireResult> => packedResponse('case.list', await backend.dispatch('case.list', {}));
  const travel = (packed: WireResult): void => void unpackedResponse(JSON.parse(JSON.stringify(packed)) as WireResult);
  const changeSomething = async (): Promise<void> => {
    const { case: record } = await ask(backend, 'case.show', { caseId });
    await ask(backend, 'case.change', { caseId, version: record.version, change: { note: `${record.note}.` } });
  };
  const packed = await list();
  return [
    figure(name, await times(repeats, async () => travel(await list()), changeSomething), baseline, 300),
    figure('  of which its JSON', await times(repeats, () => travel(packed)), baseline, null),
    figure('  after a visit of a case', await times(repeats, async () => travel(await list()), async () => void (await ask(backend, 'case.see', { caseId }))), baseline, 300),
  ];
}

/** Cases that the palette shows with where the words stand. */
const shownFound = 6;

/** As they are typed: rare and frequent words, one and several, beginnings and whole words, a number, a name and nothing that is there. */
const searches = ['se', 'sei', 'seizure', 'NRG-00412', 'micro', 'walking became slower', 'dr cor', 'cerebellum small', 'hearing eye', 'x', 'delro', 'nowhere-to-be-found', 'the', 'vitamin physiotherapy consent'] as const;

async function openCase(backend: Backend, caseId: string): Promise<void> {
  await ask(backend, 'case.see', { caseId });
  await ask(backend, 'case.show', { caseId });
  await ask(backend, 'family.show', { caseId });
  await ask(backend, 'finding.list', { caseId });
  await ask(backend, 'case.due', { caseId });
  await ask(backend, 'history.list', { caseId, limit: 50, before: null });
}

async function ask<Name extends ProcedureName>(backend: Backend, name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  const response = await backend.dispatch(name, input);
  if (!response.ok) throw new Error(response.error.message);
  return JSON.parse(JSON.stringify(response.value)) as OutputOf<Name>;
}

async function databaseFigures(vault: OpenVault, caseIds: readonly string[], repeats: number, baseline: number): Promise<readonly Figure[]> {
  const read = createRepositories(vault.database);
  const newId = createIdSource();
  const caseAt = (number: number): string => caseIds[(number * 31) % caseIds.length] ?? '';
  return [
    figure('one command (a note), saved to disk', await times(repeats * 5, (number) => void changeNote(vault, newId, caseAt(number), `note ${String(number)}`)), baseline, 100),
    figure(`edit a family of ${String(sizeOfCase.people)}, saved to disk`, await times(repeats * 5, (number) => void editFamily(vault, newId, caseAt(number))), baseline, 100),
    ...(await largeFamilyFigures(vault, newId, caseIds[0] ?? '', repeats, baseline)),
    figure('last 50 entries of the history', await times(repeats * 5, () => void read.history.page(null, 50, null)), baseline, 100),
    figure('lines of the caseload made anew', await times(1, () => vault.database.transaction(() => rebuildCaseLines(vault.database))()), baseline, null),
    ...(await gatheringFigures(vault, baseline)),
    figure('verify everything', await times(1, () => void must(verifyVault(vault.database))), baseline, null),
  ];
}

/** What follows an update that takes other words: all of it in the background, and the longest that anybody waits for an answer meanwhile. */
async function gatheringFigures(vault: OpenVault, baseline: number): Promise<readonly Figure[]> {
  vault.database.exec('UPDATE search_state SET rules = 0');
  const steps = gatherWords(vault.database);
  const taken: Taken[] = [];
  for (let isDone = false; !isDone; ) taken.push(await measured(() => void (isDone = steps.next().done === true)));
  const sum = { ms: taken.reduce((total, { ms }) => total + ms, 0), cpuMs: taken.reduce((total, { cpuMs }) => total + cpuMs, 0) };
  return [figure('words of all cases gathered anew', [sum], baseline, null), figure('  one step of it', taken.slice(1), baseline, 100)];
}

/** Each in a thread of its own. */
async function firstOpeningsOf(dataFolder: string, count: number): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  for (let number = 0; number < count; number += 1) {
    const worker = new Worker(new URL('./first-opening.ts', import.meta.url), { workerData: { dataFolder, passphrase } });
    taken.push(await new Promise<Taken>((resolve, reject) => worker.once('message', resolve).once('error', reject)));
    await once(worker, 'exit');
  }
  return taken;
}

function editFamily(vault: OpenVault, newId: () => string, caseId: string): void {
  must(
    runCommand({ database: vault.database, procedure: 'family.edit', at: new Date().toISOString(), newId }, (unit) => {
      const family = unit.families.ofCase(caseId);
      const edited = applyFamilyEdits(family, [{ kind: 'add-partner', individualId: family.individuals[5]?.id ?? '', detail: {} }], unit.newId);
      return edited.ok ? keepFamily(unit, caseId, edited.value) : edited;
    }),
  );
}

async function largeFamilyFigures(vault: OpenVault, newId: () => string, caseId: string, repeats: number, baseline: number): Promise<readonly Figure[]> {
  const read = createRepositories(vault.database);
  must(
    runCommand({ database: vault.database, procedure: 'family.save', at: createdAt, newId }, (unit) => {
      unit.describe('Draw the family', caseId);
      unit.families.write(caseId, chainOf(peopleOfLargeFamily, { id: read.people.proband(caseId)?.id ?? '' }, unit.newId));
      return success(null);
    }),
  );
  const size = `a family of ${String(peopleOfLargeFamily)}`;
  return [
    figure(`read ${size}`, await times(repeats * 3, () => void read.families.ofCase(caseId)), baseline, 50),
    figure(`read ${size} as it was`, await times(repeats, () => void read.families.asOf(caseId, read.families.revision(caseId))), baseline, null),
    figure(`edit ${size}, saved to disk`, await times(repeats * 3, () => void editFamily(vault, newId, caseId)), baseline, null),
  ];
}

function changeNote(vault: OpenVault, newId: () => string, caseId: string, note: string): void {
  must(
    runCommand({ database: vault.database, procedure: 'case.change', at: new Date().toISOString(), newId }, (unit) => {
      unit.describe('Change note', caseId);
      return unit.cases.change(caseId, unit.cases.find(caseId)?.version ?? 0, { note });
    }),
  );
}

function must<Value>(result: Result<Value, Failure>): Value {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
