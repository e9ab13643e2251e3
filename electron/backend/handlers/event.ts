import { eventChangeLabel, eventName } from '#electron/backend/cases/casework-labels.ts';
import { noCase, recordsOfCase } from '#electron/backend/handlers/casework-record.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { failure } from '#shared/base/failure.ts';
import { refusal, success } from '#shared/base/result.ts';
import { withoutUndefined } from '#shared/base/without-undefined.ts';
import { bareEvent } from '#shared/casefile/odyssey-event.ts';

const missing = failure('not-found', 'This step of the odyssey is no longer there. It may have been removed or undone.');

export const eventHandlers = {
  'event.list': ({ caseId }, context) => recordsOfCase(context, 'events', caseId),
  'event.add': ({ caseId, detail }, unit) => {
    if (unit.cases.find(caseId) === null) return refusal(noCase);
    const complete = { ...bareEvent, ...withoutUndefined(detail) };
    unit.describe(`Add ${eventName(complete)}`, caseId);
    return success(unit.records.events.add(caseId, complete));
  },
  'event.change': ({ eventId, version, change }, unit) => {
    const event = unit.records.events.find(eventId);
    if (event === null) return refusal(missing);
    const given = withoutUndefined(change);
    unit.describe(eventChangeLabel(event, given), event.caseId);
    return unit.records.events.change(eventId, version, given);
  },
  'event.remove': ({ eventId, version }, unit) => {
    const event = unit.records.events.find(eventId);
    if (event === null) return refusal(missing);
    unit.describe(`Remove ${eventName(event)}`, event.caseId);
    const removed = unit.records.events.remove(eventId, version);
    return removed.ok ? success({}) : removed;
  },
} satisfies Handlers<'event'>;
