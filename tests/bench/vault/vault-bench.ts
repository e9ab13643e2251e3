import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIdSource } from '#db/id.ts';
import { createRankingStore } from '#db/repositories/ranking-snapshots.ts';
import { createRepositories, runCommand } from '#db/run-command.ts';
import { closeVault, createVault, databasePath, unlockVault, type OpenVault } from '#db/vault.ts';
import { verifyVault } from '#db/verify-vault.ts';
import { keepFamily } from '#electron/backend/cases/keep-family.ts';
import { newCaseDetail, newPersonDetail } from '#electron/backend/cases/new-case.ts';
import type { Failure } from '#shared/base/failure.ts';
import { success, type Result } from '#shared/base/result.ts';
import { applyFamilyEdits } from '#shared/pedigree/edits/apply-family-edits.ts';
import { emptyFamily, newIndividual, type Family, type ParentEdge } from '#shared/pedigree/family.ts';
import { unknownProvenance } from '#shared/pedigree/individual.ts';
import { bareDetail } from '#shared/phenotype/feature.ts';
import type { Bench, BenchReport } from '#tests/bench/bench.ts';

interface Figure {
  readonly name: string;
  readonly medianMs: number;
  /** How many times the baseline: the figure to compare between machines. */
  readonly timesBaseline: number;
  /** What the design allows. */
  readonly limitMs: number | null;
}

const passphrase = 'a passphrase for the benchmark';
const featuresPerCase = 15;
const peoplePerFamily = 20;
const peopleOfLargeFamily = 2_000;
const createdAt = '2026-03-01T08:00:00.000Z';

/** What a counsellor waits for: opening the vault, saving a change, seeing the caseload, opening a case, editing a family. */
export const vaultBench: Bench = {
  name: 'vault',
  run: async ({ quick }) => {
    const folder = mkdtempSync(join(tmpdir(), 'nostos-bench-'));
    try {
      return await measure(join(folder, 'vault'), quick ? 200 : 10_000, quick ? 3 : 9);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measure(folder: string, caseCount: number, repeats: number): Promise<BenchReport> {
  const baseline = median(await times(repeats, hashSomething));
  const { vault } = must(await createVault({ folder, passphrase, createdAt }));
  const caseIds = fill(vault, caseCount);
  closeVault(vault);
  const unlocking = await times(Math.min(repeats, 5), async () => closeVault(must(await unlockVault({ folder, secret: { kind: 'passphrase', passphrase } }))));
  const open = must(await unlockVault({ folder, secret: { kind: 'passphrase', passphrase } }));
  const read = createRepositories(open.database);
  const newId = createIdSource();
  const figures: readonly Figure[] = [
    figure('unlock with the passphrase', unlocking, baseline, 1_500),
    figure('one command (a note), saved to disk', await times(repeats * 5, (number) => void changeNote(open, newId, caseIds[number % caseIds.length] ?? '', `note ${String(number)}`)), baseline, 100),
    figure(`caseload of ${String(caseCount)} cases`, await times(repeats, () => void read.cases.list()), baseline, 100),
    figure('open a case', await times(repeats * 5, (number) => void openCase(read, caseIds[(number * 97) % caseIds.length] ?? '')), baseline, 100),
    figure(`edit a family of ${String(peoplePerFamily)}, saved to disk`, await times(repeats * 5, (number) => void editFamily(open, newId, caseIds[(number * 31) % caseIds.length] ?? '')), baseline, 100),
    ...(await largeFamilyFigures(open, newId, caseIds[0] ?? '', repeats, baseline)),
    figure('last 50 entries of the history', await times(repeats * 5, () => void read.history.page(null, 50, null)), baseline, 100),
    figure('verify everything', await times(1, () => void must(verifyVault(open.database))), baseline, null),
  ];
  closeVault(open);
  const megabytes = statSync(databasePath(folder)).size / 1_000_000;
  return { table: tableOf(figures, baseline, megabytes), json: { caseCount, featuresPerCase, peoplePerFamily, baselineMs: baseline, databaseMegabytes: megabytes, figures } };
}

/** Cases as an import makes them, 500 a command, each with a ranking. */
function fill(vault: OpenVault, caseCount: number): readonly string[] {
  const newId = createIdSource();
  const rankings = createRankingStore(vault.database);
  const ids: string[] = [];
  for (let first = 0; first < caseCount; first += 500) {
    must(
      runCommand({ database: vault.database, procedure: 'case.import', at: createdAt, newId }, (unit) => {
        for (let number = first; number < Math.min(caseCount, first + 500); number += 1) {
          const { id } = unit.cases.add({ ...newCaseDetail, reference: `NRG-${String(number)}` });
          const proband = unit.people.add(id, true, { ...newPersonDetail, givenName: 'Ada', familyName: `Family ${String(number)}` });
          for (let feature = 0; feature < featuresPerCase; feature += 1) {
            unit.features.add({ caseId: id, personId: proband.id, termId: `HP:${String(1_000 + feature).padStart(7, '0')}`, label: 'A finding', detail: bareDetail(feature % 4 === 0 ? 'excluded' : 'observed') });
          }
          unit.families.write(id, chainOf(peoplePerFamily, proband.id, unit.newId));
          if (number % 5 === 0) unit.candidates.add(id, { id: 'OMIM:154700', name: 'Marfan syndrome' }, { state: 'working', reason: '', decidedOn: '2026-03-01', decidedBy: 'Dr A' });
          ids.push(id);
        }
        unit.describe('Import cases', null);
        return success(null);
      }),
    );
  }
  const candidates = Array.from({ length: 50 }, (_, rank) => ({ diseaseId: `OMIM:${String(100_000 + rank)}`, name: 'A disease with a name of usual length', probability: 1 / (rank + 2) }));
  vault.database.transaction(() => {
    for (const caseId of ids) rankings.keep({ caseId, release: 'starter', algorithm: '1', excludedMode: 'absence', featuresFingerprint: 'x', at: createdAt, candidates });
  })();
  return ids;
}

/** One child after another of the two before it, so that every row of a family is there to be read. */
function chainOf(size: number, probandId: string, newId: () => string): Family {
  const individuals = Array.from({ length: size }, (_, index) => newIndividual(index === 0 ? probandId : newId(), { givenName: `Name ${String(index)}`, isProband: index === 0 }));
  const parentEdges = individuals.slice(2).flatMap((child, index) =>
    individuals.slice(index, index + 2).map((parent): ParentEdge => ({ id: newId(), childId: child.id, parentId: parent.id, roles: ['genetic'], isDonor: false, undrawnPartner: 0, provenance: unknownProvenance })),
  );
  return { ...emptyFamily, individuals, parentEdges };
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
      unit.families.write(caseId, chainOf(peopleOfLargeFamily, read.people.proband(caseId)?.id ?? '', unit.newId));
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

function openCase(read: ReturnType<typeof createRepositories>, caseId: string): readonly unknown[] {
  return [read.cases.find(caseId), read.people.ofCase(caseId), read.features.ofCase(caseId), read.candidates.ofCase(caseId), read.sources.ofCase(caseId), read.history.page(caseId, 50, null)];
}

/** A fixed piece of work that every machine can do, to measure the others by: SHA-256 of 32 MiB. */
function hashSomething(): void {
  createHash('sha256').update(Buffer.alloc(32 * 1024 * 1024, 1)).digest();
}

async function times(count: number, work: (number: number) => void | Promise<void>): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let number = 0; number < count; number += 1) {
    const begin = performance.now();
    await work(number);
    taken.push(performance.now() - begin);
  }
  return taken;
}

function figure(name: string, taken: readonly number[], baseline: number, limitMs: number | null): Figure {
  const medianMs = median(taken);
  return { name, medianMs, timesBaseline: medianMs / baseline, limitMs };
}

function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

function tableOf(figures: readonly Figure[], baseline: number, megabytes: number): string {
  const lines = figures.map(({ name, medianMs, timesBaseline, limitMs }) => `${name.padEnd(40)} ${medianMs.toFixed(1).padStart(9)} ms  ${timesBaseline.toFixed(2).padStart(7)} × baseline${limitMs === null ? '' : `  (limit ${String(limitMs)} ms)`}`);
  return [`Vault: ${megabytes.toFixed(0)} MB; baseline (SHA-256 of 32 MiB) ${baseline.toFixed(1)} ms; medians`, ...lines].join('\n');
}

function must<Value>(result: Result<Value, Failure>): Value {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
