import type { BackendContext } from '#electron/backend/context.ts';
import { erasedConsent, erasedPerson, erasedTrialSearch, redactionOf } from '#electron/backend/erasure/erased-rows.ts';
import { planErasure, type PlannedErasure } from '#electron/backend/erasure/erasure-plan.ts';
import { erasedExport, erasedModel, erasedReferral, erasedSuggestion } from '#electron/backend/erasure/shared-records.ts';
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

function emptyRows(unit: UnitOfWork, planned: PlannedErasure, on: string): void {
  const { file, scope } = planned;
  const caseId = file.case.id;
  for (const { id, version } of file.features.filter(({ personId }) => personId === scope.personId)) expectDone(unit.features.remove(id, version));
  emptyFindings(unit, planned);
  emptyCasework(unit, planned);
  emptyWhatIsShared(unit, planned, on);
  unit.sources.removeOfCase(caseId);
  for (const { id, version } of planned.filters) expectDone(unit.savedFilters.remove(id, version));
  for (const { conditionId, model } of planned.models) unit.riskModels.put(caseId, conditionId, erasedModel(model, scope));
  if (scope.isPatient) {
    for (const { id, version } of unit.trials.ofCase(caseId)) expectDone(unit.trials.remove(id, version));
    if (unit.trials.search(caseId).id !== null) unit.trials.putSearch(caseId, erasedTrialSearch);
    expectDone(unit.cases.change(caseId, file.case.version, { reference: '', firstSymptomOn: null, nextAction: '', nextActionDueOn: null, note: '' }));
  }
  unit.families.write(caseId, withoutPerson(unit.families.ofCase(caseId), scope));
}

function emptyFindings(unit: UnitOfWork, { file, scope: { personId, keptIds } }: PlannedErasure): void {
  for (const finding of file.findings) {
    if (finding.genotypes.some((one) => one.personId === personId)) unit.findings.putGenotype(finding, personId, null);
    const now = unit.findings.find(finding.id);
    if (!keptIds.has(finding.id) && now !== null) expectDone(unit.findings.remove(now, now.version));
  }
  for (const { id, version } of file.candidates) if (!keptIds.has(id)) expectDone(unit.candidates.remove(id, version));
}

/** Steps, tasks, documents, tests and referrals: those of the person alone whole, out of those with others the person. */
function emptyCasework(unit: UnitOfWork, { file, scope }: PlannedErasure): void {
  const { personId, keptIds } = scope;
  const { events, tasks, documents, tests, referrals } = unit.records;
  for (const { id, version } of file.events) if (!keptIds.has(id)) expectDone(events.remove(id, version));
  for (const { id, version } of file.tasks) if (!keptIds.has(id)) expectDone(tasks.remove(id, version));
  for (const { id, version, eventId } of file.documents) {
    if (!keptIds.has(id)) expectDone(documents.remove(id, version));
    else if (eventId !== null && !keptIds.has(eventId)) expectDone(documents.change(id, version, { eventId: null }));
  }
  for (const { id, version, personIds } of file.tests) {
    if (!keptIds.has(id)) expectDone(tests.remove(id, version));
    else if (personIds.includes(personId)) expectDone(tests.change(id, version, { personIds: personIds.filter((one) => one !== personId) }));
  }
  for (const referral of file.referrals) {
    const erased = erasedReferral(referral, scope);
    if (!keptIds.has(referral.id)) expectDone(referrals.remove(referral.id, referral.version));
    else if (erased !== referral) expectDone(referrals.change(referral.id, referral.version, { personIds: erased.personIds, letter: erased.letter }));
  }
}

/** What the family said and agreed to, and to whom what went. */
function emptyWhatIsShared(unit: UnitOfWork, { file, suggestions, scope }: PlannedErasure, on: string): void {
  const { consents, exports, suggestions: said } = unit.records;
  for (const { id, version } of suggestions) expectDone(said.remove(id, version));
  for (const suggestion of said.ofCase(file.case.id)) {
    const erased = erasedSuggestion(suggestion, scope);
    if (erased !== suggestion) expectDone(said.change(suggestion.id, suggestion.version, { saidBy: erased.saidBy }));
  }
  for (const consent of file.consents.filter(({ personId }) => personId === scope.personId)) expectDone(consents.change(consent.id, consent.version, { ...erasedConsent, ...(consent.isGiven && consent.withdrawnOn === null ? { withdrawnOn: on } : {}) }));
  for (const record of exports.ofCase(file.case.id)) {
    const { recipient, fileName } = erasedExport(record, scope);
    if (recipient !== record.recipient || fileName !== record.fileName) expectDone(exports.change(record.id, record.version, { recipient, fileName }));
  }
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
