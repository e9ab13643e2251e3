import { failure, type Failure } from '#shared/base/failure.ts';
import type { Problem } from '#shared/base/problem.ts';
import type { ConsentBlock } from '#shared/interchange/export-request.ts';

/** The pedigree number and never the name: a message may be seen by others. */
const sentenceOf = ({ pedigreeNumber, purpose, why }: ConsentBlock): string => `${pedigreeNumber}: consent to ${purpose} is ${why}`;

export const consentProblems = (blocks: readonly ConsentBlock[]): readonly Problem[] => blocks.map((block) => ({ severity: 'error', rule: `consent-${block.why}`, message: sentenceOf(block) }));

/** Everything that stands against an export at once, consents first: who has asked a family for theirs must not learn only then that the file cannot be written. */
export function withConsentProblems(blocks: readonly ConsentBlock[], { kind, message, problems }: Failure): Failure {
  if (blocks.length === 0) return failure(kind, message, problems);
  return failure(kind, `${blocks.map(sentenceOf).join('. ')}. ${message}`, [...consentProblems(blocks), ...(problems ?? [{ severity: 'error', rule: 'not-written', message }])]);
}
