import { createHash } from 'node:crypto';

export interface Figure {
  readonly name: string;
  readonly medianMs: number;
  /** 95 of 100 take no longer. */
  readonly p95Ms: number;
  /** How many times the baseline: the figure to compare between machines. */
  readonly timesBaseline: number;
  /** What the design allows. */
  readonly limitMs: number | null;
}

/** A fixed piece of work that every machine can do, to measure the others by: SHA-256 of 32 MiB. */
export function hashSomething(): void {
  createHash('sha256').update(Buffer.alloc(32 * 1024 * 1024, 1)).digest();
}

/** Milliseconds that each run of the work took, after what has to be done before it and is not measured. */
export async function times(count: number, work: (number: number) => void | Promise<void>, before: (number: number) => void | Promise<void> = () => undefined): Promise<readonly number[]> {
  const taken: number[] = [];
  for (let number = 0; number < count; number += 1) {
    await before(number);
    const begin = performance.now();
    await work(number);
    taken.push(performance.now() - begin);
  }
  return taken;
}

export function figure(name: string, taken: readonly number[], baseline: number, limitMs: number | null): Figure {
  const medianMs = median(taken);
  return { name, medianMs, p95Ms: quantile(taken, 0.95), timesBaseline: medianMs / baseline, limitMs };
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export function tableOf(note: string, figures: readonly Figure[], baseline: number): string {
  const lines = figures.map(
    ({ name, medianMs, p95Ms, timesBaseline, limitMs }) => `${name.padEnd(44)} ${medianMs.toFixed(1).padStart(9)} ${p95Ms.toFixed(1).padStart(9)} ms  ${timesBaseline.toFixed(2).padStart(7)} × baseline${limitMs === null ? '' : `  (limit ${String(limitMs)} ms)`}`,
  );
  return [note, `Median and 95th of 100; baseline (SHA-256 of 32 MiB) ${baseline.toFixed(1)} ms`, ...lines].join('\n');
}
