import type { FailureKind } from '#shared/base/failure.ts';
import type { Problem } from '#shared/base/problem.ts';

/** What a screen can be told: the kinds of the backend, and that the backend did not answer at all. */
export type CallFailureKind = FailureKind | 'unreachable';

/** A refused or unanswered call, as thrown by `Client.call` so that react-query sees it as an error. */
export class CallFailure extends Error {
  readonly kind: CallFailureKind;
  readonly problems: readonly Problem[];
  readonly reference: string | undefined;

  constructor(kind: CallFailureKind, message: string, problems: readonly Problem[] = [], reference?: string) {
    super(message);
    this.name = 'CallFailure';
    this.kind = kind;
    this.problems = problems;
    this.reference = reference;
  }
}

/** Gives every thrown thing the shape that screens can show. */
export function asCallFailure(thrown: unknown): CallFailure {
  if (thrown instanceof CallFailure) return thrown;
  return new CallFailure('internal', 'Something went wrong on this screen. Nothing that was saved is lost.');
}
