import { candidateLabel } from '#electron/backend/cases/change-labels.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { failure } from '#shared/base/failure.ts';
import { refusal, success } from '#shared/base/result.ts';

export const candidateHandlers = {
  'candidate.decide': ({ caseId, diseaseId, state, reason }, unit, context) => {
    if (unit.cases.find(caseId) === null) return refusal(failure('not-found', 'This case is no longer there. It may have been deleted or undone.'));
    const present = unit.candidates.ofDisease(caseId, diseaseId);
    const name = context.knowledge.active()?.disease(diseaseId)?.name ?? present?.diseaseName ?? diseaseId;
    unit.describe(candidateLabel(name, state), caseId);
    if (state === null) {
      if (present === null) return success(null);
      const removed = unit.candidates.remove(present.id, present.version);
      return removed.ok ? success(null) : removed;
    }
    const decision = { state, reason, decidedOn: unit.at.slice(0, 10), decidedBy: unit.actor };
    if (present === null) return success(unit.candidates.add(caseId, { id: diseaseId, name }, decision));
    return unit.candidates.change(present.id, present.version, decision);
  },
} satisfies Handlers<'candidate'>;
