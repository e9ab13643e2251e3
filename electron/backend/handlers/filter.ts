import type { Handlers } from '#electron/backend/handlers.ts';
import { failure } from '#shared/base/failure.ts';
import { refusal, success } from '#shared/base/result.ts';

const missing = failure('not-found', 'This filter is no longer there. It may have been removed or undone.');

/** Filters of the caseload that were saved under a name. */
export const filterHandlers = {
  'filter.list': (_input, context) => success(context.vault.repositories().savedFilters.all()),
  'filter.save': ({ name, filter }, unit) => {
    unit.describe(`Save the filter “${name}”`, null);
    return success({ id: unit.savedFilters.save(name, filter) });
  },
  'filter.remove': ({ filterId, version }, unit) => {
    const saved = unit.savedFilters.all().find(({ id }) => id === filterId);
    if (saved === undefined) return refusal(missing);
    unit.describe(`Remove the filter “${saved.name}”`, null);
    const removed = unit.savedFilters.remove(filterId, version);
    return removed.ok ? success({}) : removed;
  },
} satisfies Handlers<'filter'>;
