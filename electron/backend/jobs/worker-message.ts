import type { Failure } from '#shared/base/failure.ts';
import type { Result } from '#shared/base/result.ts';

/** What is handed to a worker thread when it starts. */
export interface WorkerOrder {
  readonly name: string;
  readonly input: unknown;
}

/** What a worker thread says back. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number | null; readonly label: string }
  | { readonly kind: 'result'; readonly result: Result<unknown, Failure> };
