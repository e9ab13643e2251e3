import type { Problem } from '#shared/base/problem.ts';

/** Why a request was not carried out. The list is closed: every host and every screen can treat each kind. */
export const failureKinds = [
  'invalid-input',
  'not-found',
  'conflict',
  'rule-broken',
  'locked',
  'storage',
  'cancelled',
  'internal',
] as const;
export type FailureKind = (typeof failureKinds)[number];

/** `message` is one plain sentence that names what to do next and never holds a patient's data. */
export interface Failure {
  readonly kind: FailureKind;
  readonly message: string;
  /** Single findings behind the message, each with its place in the input. */
  readonly problems?: readonly Problem[] | undefined;
  /** For `internal`: the number under which the fault stands in the log. */
  readonly reference?: string | undefined;
}

export const failure = (kind: FailureKind, message: string, problems?: readonly Problem[]): Failure =>
  problems === undefined ? { kind, message } : { kind, message, problems };
