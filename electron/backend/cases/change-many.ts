import type { UnitOfWork } from '#db/unit-of-work.ts';
import { caseName, changeManyLabel } from '#electron/backend/cases/change-labels.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { CaseDetail } from '#shared/casefile/case-record.ts';
import type { InputOf, OutputOf } from '#shared/contract/contract.ts';

type ChosenCase = InputOf<'case.deleteMany'>['cases'][number];

const missing = failure('not-found', 'One of these cases is no longer there. It may have been deleted or undone. Nothing was changed.');

/** The same change of several cases: all or none. A case that reads so already is left as it is. */
export function changeMany(cases: readonly ChosenCase[], change: Partial<CaseDetail>, unit: UnitOfWork): Result<OutputOf<'case.changeMany'>, Failure> {
  let changedCount = 0;
  for (const { caseId, version } of cases) {
    const before = unit.cases.find(caseId);
    if (before === null) return refusal(missing);
    const changed = unit.cases.change(caseId, version, change);
    if (!changed.ok) return changed;
    if (changed.value.version !== before.version) changedCount += 1;
  }
  unit.describe(`${changeManyLabel(change)} of ${countOf(cases)}`, only(cases));
  return success({ changedCount });
}

export function deleteMany(cases: readonly ChosenCase[], unit: UnitOfWork): Result<OutputOf<'case.deleteMany'>, Failure> {
  const references: string[] = [];
  for (const { caseId, version } of cases) {
    const record = unit.cases.find(caseId);
    if (record === null) return refusal(missing);
    references.push(record.reference);
    const removed = unit.cases.remove(caseId, version);
    if (!removed.ok) return removed;
  }
  unit.describe(`Delete ${references.length === 1 ? caseName(references[0] ?? '') : countOf(cases)}`, only(cases));
  return success({});
}

const countOf = (cases: readonly ChosenCase[]): string => (cases.length === 1 ? 'a case' : `${String(cases.length)} cases`);

/** The history of a case tells of the change by the rows that it touched; it is named after a case only where it concerns no other. */
const only = (cases: readonly ChosenCase[]): string | null => (cases.length === 1 ? (cases[0]?.caseId ?? null) : null);
