import type { Handlers } from '#electron/backend/handlers.ts';
import type { UnitOfWork } from '#db/unit-of-work.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { suggestedChange } from '#shared/casefile/family-view/apply-suggestion.ts';
import type { Suggestion } from '#shared/casefile/suggestion.ts';

const missing = failure('not-found', 'This word of the family is no longer there. It may have been taken back or undone.');
const decided = failure('conflict', 'This was decided already. Undo the decision first.');

export const suggestionHandlers = {
  'suggestion.list': ({ caseId }, context) => {
    const all = context.vault.repositories().records.suggestions.ofCase(caseId);
    return success(all.toSorted((first, second) => Number(first.status !== 'open') - Number(second.status !== 'open') || (first.saidAt < second.saidAt ? 1 : -1)));
  },
  'suggestion.decide': ({ suggestionId, version, decision, note }, unit) => {
    const suggestion = unit.records.suggestions.find(suggestionId);
    if (suggestion === null) return refusal(missing);
    if (suggestion.status !== 'open') return refusal(decided);
    unit.describe(decision === 'accepted' ? 'Take over a word of the family' : 'Dismiss a word of the family', suggestion.caseId);
    const applied = decision === 'accepted' ? applySuggestion(unit, suggestion) : success(false);
    if (!applied.ok) return applied;
    const changed = unit.records.suggestions.change(suggestionId, version, { status: decision, decidedBy: unit.actor, decidedAt: unit.at, note });
    return changed.ok ? success({ suggestion: changed.value, isApplied: applied.value }) : changed;
  },
} satisfies Handlers<'suggestion'>;

/** Whether the record was changed: what cannot be read as a change is entered by hand. */
function applySuggestion(unit: UnitOfWork, suggestion: Suggestion): Result<boolean, Failure> {
  const change = suggestedChange(suggestion);
  const person = suggestion.personId === null ? null : unit.people.find(suggestion.personId);
  if (person === null || change.kind === 'nothing' || change.kind === 'by-hand') return success(false);
  if (change.kind === 'person') {
    const changed = unit.people.change(person.id, person.version, change.change);
    return changed.ok ? success(true) : changed;
  }
  const feature = unit.features.ofPerson(person.id).find(({ termId }) => termId === change.termId);
  if (feature === undefined) return success(false);
  const changed = unit.features.change(feature.id, feature.version, { state: change.state });
  return changed.ok ? success(true) : changed;
}
