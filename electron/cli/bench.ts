/** One benchmark of the project, run by `nostos bench NAME`. */
export interface Bench {
  /** Such as `ranking`. */
  readonly name: string;
  readonly run: (options: BenchOptions) => Promise<BenchReport>;
}

export interface BenchOptions {
  /** A short run, to see that it works; its figures are not to be quoted. */
  readonly quick: boolean;
}

export interface BenchReport {
  /** Plain text, for a terminal. */
  readonly table: string;
  /** The same figures as data. */
  readonly json: unknown;
}
