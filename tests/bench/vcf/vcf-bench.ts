import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInWorker } from '#electron/backend/jobs/in-worker.ts';
import type { SelectionInFile } from '#electron/backend/vcf/select-in-file.ts';
import { checkFile, selectInFile } from '#electron/backend/vcf/select-in-file.ts';
import { readFamilies } from '#shared/pedigree/formats/read-families.ts';
import type { Bench, BenchReport } from '#tests/bench/bench.ts';
import { writeSyntheticVcf } from '#tests/bench/vcf/synthetic-vcf.ts';

const records = 2_000_000;
const quickRecords = 100_000;

/** Reading, selecting and checking a file of three samples: records a second of processor time, memory, and how soon a cancelled job is gone. */
export const vcfBench: Bench = {
  name: 'vcf',
  run: async ({ quick }): Promise<BenchReport> => {
    const folder = mkdtempSync(join(tmpdir(), 'nostos-bench-vcf-'));
    try {
      const path = join(folder, 'trio.vcf');
      const count = quick ? quickRecords : records;
      writeSyntheticVcf(path, count);
      const size = statSync(path).size;
      const question = questionOf(path);
      const selecting = await measured(() => selectInFile(question, () => undefined));
      const checking = await measured(() => checkFile({ path }, () => undefined));
      const cancelled = await cancelTime(question);
      const perSecond = (milliseconds: number): number => Math.round((count / milliseconds) * 1_000);
      const json = { records: count, bytes: size, selectRecordsPerSecond: perSecond(selecting.cpu), selectSeconds: selecting.elapsed / 1_000, peakMemoryMb: selecting.memory, fits: selecting.value.ok ? selecting.value.value.variants.length : null, checkRecordsPerSecond: perSecond(checking.cpu), cancelMilliseconds: cancelled };
      return { json, table: Object.entries(json).map(([name, value]) => `${name.padEnd(24)} ${String(value)}`).join('\n') };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

const pedigree = 'trio child father mother 1 2\ntrio father 0 0 1 1\ntrio mother 0 0 2 1\n';

function questionOf(path: string): SelectionInFile {
  const read = readFamilies({ fileName: 'trio.ped', content: new TextEncoder().encode(pedigree) });
  if (!read.ok) throw new Error(read.error.message);
  const filters = { mode: 'recessive', genes: null, regions: null, maxFrequency: 0.01, minQuality: 100, minGenotypeQuality: 20, passOnly: true, leastEffect: 'any', reducedPenetrance: false, includeUncalled: false } as const;
  return { path, families: read.value.families.map(({ name, family }) => ({ name, family, conditionId: null })), filters };
}

interface Measured<Value> {
  readonly value: Value;
  /** Milliseconds of processor time, of all threads. */
  readonly cpu: number;
  readonly elapsed: number;
  /** Greatest resident memory meanwhile, in MB. */
  readonly memory: number;
}

async function measured<Value>(work: () => Promise<Value>): Promise<Measured<Value>> {
  let memory = 0;
  const watch = setInterval(() => (memory = Math.max(memory, process.memoryUsage.rss())), 20);
  const began = process.cpuUsage();
  const start = performance.now();
  const value = await work();
  const { user, system } = process.cpuUsage(began);
  clearInterval(watch);
  return { value, cpu: (user + system) / 1_000, elapsed: performance.now() - start, memory: Math.round(Math.max(memory, process.memoryUsage.rss()) / 1024 / 1024) };
}

/** From the wish to cancel, in the middle of the work, to the end of its thread. */
async function cancelTime(input: SelectionInFile): Promise<number> {
  const controller = new AbortController();
  let asked = 0;
  const worker = new URL('../../../electron/backend/jobs/worker.ts', import.meta.url);
  await runInWorker(worker, { name: 'vcf.select', input }, controller.signal, () => {
    if (asked > 0) return;
    asked = performance.now();
    controller.abort();
  });
  return Math.round(performance.now() - asked);
}
