import type { Handlers } from '#electron/backend/handlers.ts';
import { personChangeLabel } from '#electron/backend/cases/change-labels.ts';
import { failure } from '#shared/base/failure.ts';
import { refusal } from '#shared/base/result.ts';
import { withoutUndefined } from '#shared/base/without-undefined.ts';

export const personHandlers = {
  'person.change': ({ personId, version, change }, unit) => {
    const person = unit.people.find(personId);
    if (person === null) return refusal(failure('not-found', 'This person is no longer there. The case may have been deleted or undone.'));
    const given = withoutUndefined(change);
    unit.describe(personChangeLabel(person, given), person.caseId);
    return unit.people.change(personId, version, given);
  },
} satisfies Handlers<'person'>;
