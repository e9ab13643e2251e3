/** What a benchmark of this folder exports, as `nostos bench NAME` runs it. */
export type { Bench, BenchOptions, BenchReport } from '#electron/cli/bench.ts';
