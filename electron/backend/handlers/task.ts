import { taskChangeLabel, taskName } from '#electron/backend/cases/casework-labels.ts';
import { brokenLink, noCase, recordsOfCase } from '#electron/backend/handlers/casework-record.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { failure } from '#shared/base/failure.ts';
import { refusal, success } from '#shared/base/result.ts';
import { withoutUndefined } from '#shared/base/without-undefined.ts';
import { bareTask } from '#shared/casefile/task.ts';

const missing = failure('not-found', 'This task is no longer there. It may have been removed or undone.');

export const taskHandlers = {
  'task.list': ({ caseId }, context) => recordsOfCase(context, 'tasks', caseId),
  'task.add': ({ caseId, detail }, unit) => {
    if (unit.cases.find(caseId) === null) return refusal(noCase);
    const broken = brokenLink(unit, caseId, detail);
    if (broken !== null) return refusal(broken);
    const complete = { ...bareTask, ...withoutUndefined(detail) };
    unit.describe(`Add ${taskName(complete)}`, caseId);
    return success(unit.records.tasks.add(caseId, complete));
  },
  'task.change': ({ taskId, version, change }, unit) => {
    const task = unit.records.tasks.find(taskId);
    if (task === null) return refusal(missing);
    const given = withoutUndefined(change);
    const broken = brokenLink(unit, task.caseId, given);
    if (broken !== null) return refusal(broken);
    unit.describe(taskChangeLabel(task, given), task.caseId);
    return unit.records.tasks.change(taskId, version, given);
  },
  'task.remove': ({ taskId, version }, unit) => {
    const task = unit.records.tasks.find(taskId);
    if (task === null) return refusal(missing);
    unit.describe(`Remove ${taskName(task)}`, task.caseId);
    const removed = unit.records.tasks.remove(taskId, version);
    return removed.ok ? success({}) : removed;
  },
} satisfies Handlers<'task'>;
