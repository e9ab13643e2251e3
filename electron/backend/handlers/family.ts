import { bringFindingsTogether, keepFamily, withOwnIds } from '#electron/backend/cases/keep-family.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { failure } from '#shared/base/failure.ts';
import { refusal, success } from '#shared/base/result.ts';
import { applyFamilyEdits } from '#shared/pedigree/edits/apply-family-edits.ts';

const missing = failure('not-found', 'This case is no longer there. It may have been deleted or undone.');

export const familyHandlers = {
  'family.show': ({ caseId }, context) => {
    const { cases, families } = context.vault.repositories();
    return cases.find(caseId) === null ? refusal(missing) : success({ family: families.ofCase(caseId), revision: families.revision(caseId) });
  },
  'family.edit': ({ caseId, edits, newIds = [] }, unit) => {
    if (unit.cases.find(caseId) === null) return refusal(missing);
    if (newIds.some(unit.families.isIdTaken)) return refusal(failure('conflict', 'A row of the vault has one of these ids already. Make the change again.'));
    const applied = applyFamilyEdits(unit.families.ofCase(caseId), edits, givenIdsFirst(newIds, unit.newId));
    if (!applied.ok) return applied;
    bringFindingsTogether(unit, edits);
    return keepFamily(unit, caseId, applied.value);
  },
  'family.save': ({ caseId, family, basedOnRevision, label }, unit) => {
    if (unit.cases.find(caseId) === null) return refusal(missing);
    if (unit.families.revision(caseId) !== basedOnRevision) return refusal(failure('conflict', 'The family was changed since you opened it. Look at it as it is now and make your change again.'));
    const present = unit.families.ofCase(caseId);
    const before = new Set([...present.individuals, ...present.conditions].map(({ id }) => id));
    const own = withOwnIds(unit, caseId, family);
    const createdIds = [...own.individuals, ...own.conditions].map(({ id }) => id).filter((id) => !before.has(id));
    return keepFamily(unit, caseId, { family: own, createdIds, label });
  },
  'family.versions': ({ caseId }, context) => {
    const { cases, families } = context.vault.repositories();
    return cases.find(caseId) === null ? refusal(missing) : success(families.versions(caseId));
  },
  'family.asOf': ({ caseId, entryId }, context) => {
    const { cases, families } = context.vault.repositories();
    if (cases.find(caseId) === null) return refusal(missing);
    const family = families.asOf(caseId, entryId);
    return family === null ? refusal(failure('not-found', 'The history has no such entry, or this family was not recorded yet when it was made.')) : success({ family });
  },
} satisfies Handlers<'family'>;

function givenIdsFirst(given: readonly string[], newId: () => string): () => string {
  const left = given.values();
  return () => left.next().value ?? newId();
}
