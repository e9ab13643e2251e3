import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createIdSource } from '#db/id.ts';
import { readSourceFolder } from '#db/knowledge/source-files.ts';
import { runCommand } from '#db/run-command.ts';
import { closeVault, createVault, type OpenVault } from '#db/vault.ts';
import { createBackend, type Backend } from '#electron/backend/backend.ts';
import { newCaseDetail, newPersonDetail } from '#electron/backend/cases/new-case.ts';
import { createKnowledgeSession } from '#electron/backend/knowledge/knowledge-session.ts';
import type { Failure } from '#shared/base/failure.ts';
import { success, type Result } from '#shared/base/result.ts';
import type { InputOf, OutputOf, ProcedureName } from '#shared/contract/contract.ts';
import { bareDetail } from '#shared/phenotype/feature.ts';
import type { RankingCase } from '#shared/ranking/ranking-case.ts';
import type { Bench, BenchReport } from '#tests/bench/bench.ts';
import { readReferenceKnowledge } from '#tests/bench/ranking/reference-knowledge.ts';
import { readSolvedCases } from '#tests/bench/ranking/solved-cases.ts';
import { absentNote, referenceData } from '#tests/reference-data.ts';

/** How long a caseload takes to be ranked again after a full release was put in use, in the background of a running backend. */
export const reanalysisBench: Bench = {
  name: 'reanalysis',
  run: async ({ quick }) => {
    const annotations = referenceData('knowledge/2025-05-06/phenotype.hpoa.gz');
    const knowledge = readReferenceKnowledge('R1');
    const solved = knowledge === null ? null : readSolvedCases(knowledge);
    if (annotations === null || solved === null) return { table: `reanalysis: ${absentNote}`, json: null };
    const folder = mkdtempSync(join(tmpdir(), 'nostos-bench-'));
    try {
      return await measure(folder, dirname(annotations), solved.map(({ patient }) => patient), quick ? 500 : 10_000);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const passphrase = 'a passphrase for the benchmark';
const createdAt = '2026-03-01T08:00:00.000Z';
const releaseName = 'full';

async function measure(folder: string, sources: string, patients: readonly RankingCase[], caseCount: number): Promise<BenchReport> {
  const session = createKnowledgeSession({ folder: join(folder, 'knowledge') });
  must(session.install({ sources: must(readSourceFolder(sources)), name: releaseName }));
  must(session.activate('starter'));
  session.close();
  const { vault } = must(await createVault({ folder: join(folder, 'vault'), passphrase, createdAt }));
  fill(vault, patients, caseCount);
  closeVault(vault);
  const backend = createBackend({ host: { name: 'direct', printToPdf: null, keychain: null }, dataFolder: folder });
  try {
    await ask(backend, 'vault.unlock', { passphrase });
    await settled(backend);
    const begin = performance.now();
    const used = process.cpuUsage();
    await ask(backend, 'knowledge.activate', { name: releaseName });
    const { longest } = await settled(backend);
    const seconds = (performance.now() - begin) / 1_000;
    const { user, system } = process.cpuUsage(used);
    const processorSeconds = (user + system) / 1e6;
    const listing = performance.now();
    await ask(backend, 'reanalysis.list', {});
    const listMilliseconds = performance.now() - listing;
    const table = `${String(caseCount)} cases ranked again in ${seconds.toFixed(1)} s (${processorSeconds.toFixed(1)} s of processor time, limit 60 s); a question meanwhile waited ${longest.toFixed(0)} ms at most; the list of moved cases took ${listMilliseconds.toFixed(0)} ms`;
    return { table, json: { caseCount, seconds, processorSeconds, longestWaitMs: longest, listMilliseconds } };
  } finally {
    await backend.close();
  }
}

/** Cases as an import makes them, with the findings of published patients, 500 a command. */
function fill(vault: OpenVault, patients: readonly RankingCase[], caseCount: number): void {
  const newId = createIdSource();
  for (let first = 0; first < caseCount; first += 500) {
    must(
      runCommand({ database: vault.database, procedure: 'case.import', at: createdAt, newId }, (unit) => {
        for (let number = first; number < Math.min(caseCount, first + 500); number += 1) {
          const { id } = unit.cases.add({ ...newCaseDetail, reference: `NRG-${String(number)}` });
          const proband = unit.people.add(id, true, { ...newPersonDetail, givenName: 'Ada' });
          const { observed, excluded } = patients[number % patients.length] as RankingCase;
          for (const [terms, state] of [[observed, 'observed'], [excluded, 'excluded']] as const) {
            for (const termId of new Set(terms)) unit.features.add({ caseId: id, personId: proband.id, termId, label: 'A finding', detail: bareDetail(state) });
          }
        }
        unit.describe('Import cases', null);
        return success(null);
      }),
    );
  }
}

/** Asks as a screen would, four times a second, until every case is ranked; answers the longest time that it had to wait. */
async function settled(backend: Backend): Promise<{ readonly longest: number }> {
  for (let longest = 0; ; ) {
    const begin = performance.now();
    const { waiting } = await ask(backend, 'reanalysis.list', {});
    longest = Math.max(longest, performance.now() - begin);
    if (waiting === 0) return { longest };
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function ask<Name extends ProcedureName>(backend: Backend, name: Name, input: InputOf<Name>): Promise<OutputOf<Name>> {
  const response = await backend.dispatch(name, input);
  if (!response.ok) throw new Error(response.error.message);
  return response.value as OutputOf<Name>;
}

function must<Value>(result: Result<Value, Failure>): Value {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
