import type { BackendContext } from '#electron/backend/context.ts';
import { erasedConsent, erasedPerson, redactionOf } from '#electron/backend/erasure/erased-rows.ts';
import { planErasure, type PlannedErasure } from '#electron/backend/erasure/erasure-plan.ts';
import type { UnitOfWork } from '#db/unit-of-work.ts';
import type { Failure } from '#shared/base/failure.ts';
import { success, type Result } from '#shared/base/result.ts';
import type { Erasure } from '#shared/casefile/erasure.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import { emptyHeader } from '#shared/pedigree/family.ts';
import { unknownProvenance } from '#shared/pedigree/individual.ts';

/**
 * Takes one person's data out of the vault: out of the rows and the history in one transaction, then the bytes that were freed out of the file. When it answers, nothing of it can be read
 * from the file with the key.
 */
export function erasePerson(request: InputOf<'erasure.make'>, context: BackendContext): Result<Erasure, Failure> {
  const erased = context.vault.command(
    'erasure.make',
    (unit) => {
      const planned = planErasure(unit, request.caseId, request.personId);
      if (!planned.ok) return planned;
      const { plan, scope } = planned.value;
      unit.describe(`Erase the data of ${plan.pedigreeNumber} on request`, request.caseId, ['documents', 'rankings']);
      emptyRows(unit, planned.value, request.requestedOn);
      const historyHead = unit.redactHistory(request.caseId, redactionOf(scope));
      return success(unit.records.erasures.add(request.caseId, { ...plan, requestedOn: request.requestedOn, requestedBy: request.requestedBy, by: unit.actor, historyHead }));
    },
    { isUndoable: false },
  );
  if (erased.ok) context.vault.overwriteFreedSpace();
  return erased;
}

function emptyRows(unit: UnitOfWork, { file, scope }: PlannedErasure, on: string): void {
  const { personId, isPatient, removedIds } = scope;
  const caseId = file.case.id;
  for (const { id, version } of file.features.filter((feature) => feature.personId === personId)) expectDone(unit.features.remove(id, version));
  for (const finding of file.findings) {
    if (finding.genotypes.some((one) => one.personId === personId)) unit.findings.putGenotype(finding, personId, null);
    const now = unit.findings.find(finding.id);
    if (removedIds.has(finding.id) && now !== null) expectDone(unit.findings.remove(now, now.version));
  }
  const { tests, referrals, documents, consents, events, tasks, suggestions } = unit.records;
  for (const { id, version } of file.documents.filter((one) => removedIds.has(one.id))) expectDone(documents.remove(id, version));
  for (const { id, version, personIds } of file.tests) {
    if (removedIds.has(id)) expectDone(tests.remove(id, version));
    else if (personIds.includes(personId)) expectDone(tests.change(id, version, { personIds: personIds.filter((one) => one !== personId) }));
  }
  for (const { id, version, personIds } of file.referrals) {
    if (removedIds.has(id)) expectDone(referrals.remove(id, version));
    else if (personIds.includes(personId)) expectDone(referrals.change(id, version, { personIds: personIds.filter((one) => one !== personId) }));
  }
  for (const { id, version } of suggestions.ofCase(caseId).filter((one) => one.personId === personId)) expectDone(suggestions.remove(id, version));
  for (const consent of file.consents.filter((one) => one.personId === personId)) expectDone(consents.change(consent.id, consent.version, { ...erasedConsent, ...(consent.isGiven && consent.withdrawnOn === null ? { withdrawnOn: on } : {}) }));
  if (isPatient) {
    for (const { id, version } of file.events) expectDone(events.remove(id, version));
    for (const { id, version } of file.tasks) expectDone(tasks.remove(id, version));
    for (const { id, version } of file.candidates) expectDone(unit.candidates.remove(id, version));
    unit.sources.removeOfCase(caseId);
    expectDone(unit.cases.change(caseId, file.case.version, { reference: '', firstSymptomOn: null, nextAction: '', nextActionDueOn: null, note: '' }));
  }
  unit.families.write(caseId, withoutPerson(unit.families.ofCase(caseId), scope));
}

function withoutPerson(family: ReturnType<UnitOfWork['families']['ofCase']>, { personId, isPatient }: PlannedErasure['scope']): typeof family {
  return {
    ...family,
    header: isPatient ? { ...emptyHeader, consanguinityAsked: family.header.consanguinityAsked } : family.header,
    individuals: family.individuals.map((one) => (one.id === personId ? { ...one, ...erasedPerson } : one)),
    parentEdges: family.parentEdges.map((edge) => (edge.childId === personId || edge.parentId === personId ? { ...edge, provenance: unknownProvenance } : edge)),
    partnerships: family.partnerships.map((one) => (one.partnerIds.includes(personId) ? { ...one, childlessness: null, provenance: unknownProvenance } : one)),
    individualConditions: family.individualConditions.filter(({ individualId }) => individualId !== personId),
  };
}

/** Nothing can have moved on: the rows were read within this transaction. */
function expectDone(result: Result<unknown, Failure>): void {
  if (!result.ok) throw new Error('a row moved on within its transaction');
}
