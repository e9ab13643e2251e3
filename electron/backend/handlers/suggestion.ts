import { readCaseFile } from '#electron/backend/cases/read-case-file.ts';
import type { BackendContext } from '#electron/backend/context.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { termReader } from '#electron/backend/knowledge/term-reader.ts';
import type { UnitOfWork } from '#db/unit-of-work.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { suggestedChange } from '#shared/casefile/family-view/apply-suggestion.ts';
import { familyView } from '#shared/casefile/family-view/family-view.ts';
import type { Suggestion } from '#shared/casefile/suggestion.ts';

const missing = failure('not-found', 'This word of the family is no longer there. It may have been taken back or undone.');
const decided = failure('conflict', 'This was decided already. Undo the decision first.');

export const suggestionHandlers = {
  'suggestion.list': ({ caseId }, context) => {
    const all = context.vault.repositories().records.suggestions.ofCase(caseId);
    const wordsNow = all.some(({ status }) => status === 'open') ? factsNow(caseId, context) : null;
    const told = all.map((suggestion) => ({ ...suggestion, shownNow: wordsNow === null ? null : shownNow(suggestion, wordsNow) }));
    return success(told.toSorted((first, second) => Number(first.status !== 'open') - Number(second.status !== 'open') || (first.saidAt < second.saidAt ? 1 : -1)));
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

type FactsNow = ReadonlyMap<string, string>;
const keyOf = (personId: string | null, fact: string): string => `${personId ?? ''} ${fact}`;

/** Each fact of each person in the words in which the family is shown it. */
function factsNow(caseId: string, context: BackendContext): FactsNow {
  const file = readCaseFile(context.vault.repositories(), caseId);
  if (file === null) return new Map();
  const { people } = familyView(file, { scope: 'everyone', termOf: termReader(context) });
  return new Map(people.flatMap(({ personId, facts }) => facts.map(({ fact, words }) => [keyOf(personId, fact), words] as const)));
}

function shownNow({ status, answer, personId, fact, shown }: Suggestion, wordsNow: FactsNow): string | null {
  if (status !== 'open' || answer === 'addition' || shown === '') return null;
  const words = wordsNow.get(keyOf(personId, fact)) ?? '';
  return words === shown ? null : words;
}

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
