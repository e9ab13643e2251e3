import type { UnitOfWork } from '#db/unit-of-work.ts';
import type { BackendContext } from '#electron/backend/context.ts';
import type { RecordKind, RecordReaders } from '#db/repositories/case-records.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

export const noCase = failure('not-found', 'This case is no longer there. It may have been deleted or undone.');
const noPerson = failure('not-found', 'This person is no longer in the family. They may have been taken out or undone.');
const noLink = failure('not-found', 'What this belongs to is no longer there. It may have been removed or undone.');

/** All records of one kind of a case; refused where there is no such case. */
export function recordsOfCase<Kind extends RecordKind>(context: BackendContext, kind: Kind, caseId: string): Result<ReturnType<RecordReaders[Kind]['ofCase']>, Failure> {
  const { cases, records } = context.vault.repositories();
  if (cases.find(caseId) === null) return refusal(noCase);
  return success(records[kind].ofCase(caseId) as ReturnType<RecordReaders[Kind]['ofCase']>);
}

/** What a record names besides itself; undefined and null name nothing. */
export interface RecordLinks {
  readonly personIds?: readonly string[] | undefined;
  readonly eventId?: string | null | undefined;
  readonly testId?: string | null | undefined;
  readonly referralId?: string | null | undefined;
  readonly findingId?: string | null | undefined;
}

/** Why the links of a record cannot be: they must lead to records of its own case. Null where they can. */
export function brokenLink(unit: UnitOfWork, caseId: string, links: RecordLinks): Failure | null {
  if (links.personIds?.some((id) => unit.people.find(id)?.caseId !== caseId) === true) return noPerson;
  const targets = [
    [links.eventId, unit.records.events],
    [links.testId, unit.records.tests],
    [links.referralId, unit.records.referrals],
    [links.findingId, unit.findings],
  ] as const;
  const isBroken = targets.some(([id, reader]) => id !== undefined && id !== null && reader.find(id)?.caseId !== caseId);
  return isBroken ? noLink : null;
}
