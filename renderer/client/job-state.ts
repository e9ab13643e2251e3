import { assertNever } from '#shared/base/assert-never.ts';
import type { CallFailure } from '#renderer/client/call-failure.ts';

/** Where a piece of long work stands. `jobId` is null between the click and the backend's answer. */
export type JobState<Value> =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly jobId: string | null; readonly done: number; readonly total: number | null; readonly label: string }
  | { readonly kind: 'done'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: CallFailure }
  | { readonly kind: 'cancelled' };

export type JobStep<Value> =
  | { readonly kind: 'asked' }
  | { readonly kind: 'started'; readonly jobId: string }
  | { readonly kind: 'progressed'; readonly done: number; readonly total: number | null; readonly label: string }
  | { readonly kind: 'finished'; readonly value: Value }
  | { readonly kind: 'failed'; readonly error: CallFailure }
  | { readonly kind: 'dismissed' };

export function jobReducer<Value>(state: JobState<Value>, step: JobStep<Value>): JobState<Value> {
  switch (step.kind) {
    case 'asked':
      return { kind: 'running', jobId: null, done: 0, total: null, label: '' };
    case 'started':
      return state.kind === 'running' ? { ...state, jobId: step.jobId } : state;
    case 'progressed':
      return state.kind === 'running' ? { ...state, done: step.done, total: step.total, label: step.label } : state;
    case 'finished':
      return state.kind === 'running' ? { kind: 'done', value: step.value } : state;
    case 'failed':
      if (state.kind !== 'running') return state;
      return step.error.kind === 'cancelled' ? { kind: 'cancelled' } : { kind: 'failed', error: step.error };
    case 'dismissed':
      return state.kind === 'running' ? state : { kind: 'idle' };
    default:
      return assertNever(step);
  }
}
