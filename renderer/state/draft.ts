import { assertNever } from '#shared/base/assert-never.ts';
import type { CallFailureKind } from '#renderer/client/call-failure.ts';

export type Changes = Readonly<Record<string, unknown>>;

/** What was typed into the fields of one record and is not yet known to be in the vault. */
export interface Draft {
  /** Typed and not saved. */
  readonly changes: Changes;
  /** The version of the record that `changes` began from. */
  readonly beganFrom: number;
  /** Saved as `settledVersion`, and shown until the screen has read that version back. */
  readonly settled: Changes;
  readonly settledVersion: number;
  readonly status: 'unsaved' | 'saving' | 'failed';
  readonly failure: { readonly kind: CallFailureKind; readonly message: string } | null;
}

export type DraftStep =
  | { readonly kind: 'typed'; readonly field: string; readonly value: unknown; readonly version: number }
  | { readonly kind: 'sent' }
  | { readonly kind: 'saved'; readonly sent: Changes; readonly version: number }
  | { readonly kind: 'refused'; readonly failure: NonNullable<Draft['failure']> }
  /** The user keeps what was typed although the record has moved on. */
  | { readonly kind: 'rebased'; readonly version: number }
  /** The screen has read the record back. */
  | { readonly kind: 'read'; readonly version: number }
  | { readonly kind: 'discarded' };

/** The next state of a draft; null when nothing is left to keep. */
export function nextDraft(draft: Draft | null, step: DraftStep): Draft | null {
  if (step.kind === 'typed') return typedInto(draft, step.field, step.value, step.version);
  if (draft === null) return null;
  switch (step.kind) {
    case 'sent':
      return { ...draft, status: 'saving', failure: null };
    case 'saved':
      return tidied({ ...draft, changes: typedSince(draft.changes, step.sent), beganFrom: step.version, settled: { ...draft.settled, ...step.sent }, settledVersion: step.version, status: 'unsaved', failure: null });
    case 'refused':
      return { ...draft, status: 'failed', failure: step.failure };
    case 'rebased':
      return { ...draft, beganFrom: step.version, status: 'unsaved', failure: null };
    case 'read':
      return step.version >= draft.settledVersion ? tidied({ ...draft, settled: {} }) : draft;
    case 'discarded':
      return tidied({ ...draft, changes: {}, status: 'unsaved', failure: null });
    default:
      return assertNever(step);
  }
}

export const hasUnsaved = (draft: Draft): boolean => Object.keys(draft.changes).length > 0;

function typedInto(draft: Draft | null, field: string, value: unknown, version: number): Draft {
  if (draft === null) return { changes: { [field]: value }, beganFrom: version, settled: {}, settledVersion: 0, status: 'unsaved', failure: null };
  const beganFrom = hasUnsaved(draft) ? draft.beganFrom : Math.max(version, draft.settledVersion);
  // A save under way goes on; a failed one is tried again with the new text, save for a conflict, which needs a decision.
  const staysFailed = draft.failure?.kind === 'conflict';
  return { ...draft, changes: { ...draft.changes, [field]: value }, beganFrom, status: draft.status === 'saving' || staysFailed ? draft.status : 'unsaved', failure: staysFailed ? draft.failure : null };
}

function typedSince(changes: Changes, sent: Changes): Changes {
  return Object.fromEntries(Object.entries(changes).filter(([field, value]) => !Object.hasOwn(sent, field) || sent[field] !== value));
}

function tidied(draft: Draft): Draft | null {
  return hasUnsaved(draft) || Object.keys(draft.settled).length > 0 ? draft : null;
}
