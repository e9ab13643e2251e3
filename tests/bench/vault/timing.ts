import { createHash } from 'node:crypto';

/** What one run took: by the clock, and of the processor, which other work on the machine does not lengthen. */
export interface Taken {
  readonly ms: number;
  readonly cpuMs: number;
}

export interface Figure {
  readonly name: string;
  readonly medianMs: number;
  /** 95 of 100 take no longer. */
  readonly p95Ms: number;
  readonly medianCpuMs: number;
  /** How many times the baseline: the figure to compare between machines. */
  readonly timesBaseline: number;
  /** What the design allows. */
  readonly limitMs: number | null;
  /** Whether the median keeps to it; null where nothing is asked. */
  readonly verdict: Verdict | null;
}

/** `pass-by-processor`: only that of the processor does, since the disk or other work on the machine took the rest. */
export type Verdict = 'pass' | 'pass-by-processor' | 'FAIL';

/** A fixed piece of work that every machine can do, to measure the others by: SHA-256 of 32 MiB. */
export function hashSomething(): void {
  createHash('sha256').update(Buffer.alloc(32 * 1024 * 1024, 1)).digest();
}

/** What each run of the work took, after what has to be done before it and is not measured. */
export async function times(count: number, work: (number: number) => void | Promise<void>, before: (number: number) => void | Promise<void> = () => undefined): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  for (let number = 0; number < count; number += 1) {
    await before(number);
    taken.push(await measured(() => work(number)));
  }
  return taken;
}

export async function measured(work: () => void | Promise<void>): Promise<Taken> {
  const begin = performance.now();
  const used = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(used);
  return { ms: performance.now() - begin, cpuMs: (user + system) / 1_000 };
}

/** `baseline`: what the fixed piece of work takes. */
export function figure(name: string, taken: readonly Taken[], baseline: number, limitMs: number | null): Figure {
  const byClock = taken.map(({ ms }) => ms);
  const [middle, ofProcessor] = [median(byClock), median(taken.map(({ cpuMs }) => cpuMs))];
  const verdict = limitMs === null ? null : middle <= limitMs ? 'pass' : ofProcessor <= limitMs ? 'pass-by-processor' : 'FAIL';
  return { name, medianMs: middle, p95Ms: quantile(byClock, 0.95), medianCpuMs: ofProcessor, timesBaseline: middle / baseline, limitMs, verdict };
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);
export const medianMs = (taken: readonly Taken[]): number => median(taken.map(({ ms }) => ms));

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function tableOf(note: string, figures: readonly Figure[], baseline: number): string {
  const lines = figures.map(
    ({ name, medianMs: middle, p95Ms, medianCpuMs, timesBaseline, limitMs, verdict }) =>
      `${name.padEnd(44)} ${[middle, p95Ms, medianCpuMs].map((ms) => ms.toFixed(1).padStart(9)).join(' ')} ms  ${timesBaseline.toFixed(2).padStart(7)} × baseline${limitMs === null ? '' : `  ${verdict ?? ''} (limit ${String(limitMs)} ms)`}`,
  );
  const asked = figures.filter(({ verdict }) => verdict !== null);
  const kept = asked.filter(({ verdict }) => verdict !== 'FAIL');
  return [note, `Median and 95th of 100 by the clock, median of the processor; baseline (SHA-256 of 32 MiB) ${baseline.toFixed(1)} ms`, ...lines, `${String(kept.length)} of ${String(asked.length)} limits kept`].join('\n');
}
