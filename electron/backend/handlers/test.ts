import { testChangeLabel, testName } from '#electron/backend/cases/casework-labels.ts';
import { brokenLink, noCase, recordsOfCase } from '#electron/backend/handlers/casework-record.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { failure } from '#shared/base/failure.ts';
import { refusal, success } from '#shared/base/result.ts';
import { withoutUndefined } from '#shared/base/without-undefined.ts';
import { bareTest } from '#shared/casefile/ordered-test.ts';

const missing = failure('not-found', 'This test is no longer there. It may have been removed or undone.');

export const testHandlers = {
  'test.list': ({ caseId }, context) => recordsOfCase(context, 'tests', caseId),
  'test.add': ({ caseId, detail }, unit) => {
    if (unit.cases.find(caseId) === null) return refusal(noCase);
    const broken = brokenLink(unit, caseId, detail);
    if (broken !== null) return refusal(broken);
    const complete = { ...bareTest, ...withoutUndefined(detail) };
    unit.describe(`Add ${testName(complete)}`, caseId);
    return success(unit.records.tests.add(caseId, complete));
  },
  'test.change': ({ testId, version, change }, unit) => {
    const test = unit.records.tests.find(testId);
    if (test === null) return refusal(missing);
    const given = withoutUndefined(change);
    const broken = brokenLink(unit, test.caseId, given);
    if (broken !== null) return refusal(broken);
    unit.describe(testChangeLabel(test, given), test.caseId);
    return unit.records.tests.change(testId, version, given);
  },
  'test.remove': ({ testId, version }, unit) => {
    const test = unit.records.tests.find(testId);
    if (test === null) return refusal(missing);
    unit.describe(`Remove ${testName(test)}`, test.caseId);
    const removed = unit.records.tests.remove(testId, version);
    return removed.ok ? success({}) : removed;
  },
} satisfies Handlers<'test'>;
