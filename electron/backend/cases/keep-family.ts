import type { UnitOfWork } from '#db/unit-of-work.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { FamilyChange } from '#shared/contract/family-procedures.ts';
import type { FamilyEdit } from '#shared/pedigree/edit.ts';
import { brokenInvariants, invariantSentences } from '#shared/pedigree/family-invariants.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { renameRows } from '#shared/pedigree/rename-rows.ts';

/** Writes what differs and answers the family as it is now kept. Refused where it breaks a rule of families or leaves the case without a proband. */
export function keepFamily(unit: UnitOfWork, caseId: string, change: Pick<FamilyChange, 'family' | 'createdIds' | 'label'>): Result<FamilyChange, Failure> {
  const [broken] = brokenInvariants(change.family);
  if (broken !== undefined) return refusal(failure('rule-broken', invariantSentences[broken.rule]));
  if (!change.family.individuals.some(({ isProband }) => isProband)) return refusal(failure('rule-broken', 'A case has a proband. Make somebody else the proband first.'));
  unit.describe(change.label, caseId);
  unit.families.write(caseId, change.family);
  return success({ family: unit.families.ofCase(caseId), createdIds: change.createdIds, label: change.label, revision: unit.families.nextRevision(caseId) });
}

/**
 * The family under ids of this vault. An id that a row of this family has or had stays, so that an earlier version can be brought back; any other
 * becomes a new one, also a UUID, because it may be that of another case whose deletion could then not be undone.
 */
export function withOwnIds(unit: UnitOfWork, caseId: string, family: Family): Family {
  const own = unit.families.rowIds(caseId);
  const names = new Map<string, string>();
  return renameRows(family, (list, id) => {
    if (own.has(id)) return id;
    const key = `${list} ${id}`;
    const name = names.get(key) ?? unit.newId();
    names.set(key, name);
    return name;
  });
}

/** When two symbols turn out to be one person, the findings of both are theirs; of a term recorded twice, that of the one who is kept. */
export function bringFindingsTogether(unit: UnitOfWork, edits: readonly FamilyEdit[]): void {
  for (const edit of edits) {
    if (edit.kind !== 'merge-individuals') continue;
    const recorded = new Set(unit.features.ofPerson(edit.keptId).map(({ termId }) => termId));
    for (const { id, version, termId } of unit.features.ofPerson(edit.mergedId)) {
      if (!recorded.has(termId)) unit.features.moveTo(edit.keptId, id, version);
    }
    unit.findings.moveGenotypes(edit.mergedId, edit.keptId);
  }
}
