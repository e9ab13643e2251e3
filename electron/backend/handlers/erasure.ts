import { erasePerson } from '#electron/backend/erasure/erase-person.ts';
import { planErasure } from '#electron/backend/erasure/erasure-plan.ts';
import { recordsOfCase } from '#electron/backend/handlers/casework-record.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { success } from '#shared/base/result.ts';

export const erasureHandlers = {
  'erasure.preview': ({ caseId, personId }, context) => {
    const planned = planErasure(context.vault.repositories(), caseId, personId);
    return planned.ok ? success(planned.value.plan) : planned;
  },
  'erasure.make': (request, context) => erasePerson(request, context),
  'erasure.list': ({ caseId }, context) => recordsOfCase(context, 'erasures', caseId),
} satisfies Handlers<'erasure'>;
