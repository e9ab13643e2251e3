import { noCase, recordsOfCase } from '#electron/backend/handlers/casework-record.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import type { UnitOfWork } from '#db/unit-of-work.ts';
import { firstDayOf, lastDayOf } from '#shared/base/calendar-day.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success } from '#shared/base/result.ts';
import { withoutUndefined } from '#shared/base/without-undefined.ts';
import { bareConsent, type ConsentDetail } from '#shared/casefile/consent.ts';

const missing = failure('not-found', 'This consent is no longer there. It may have been removed or undone.');
const noPerson = failure('not-found', 'This person is no longer in the family. They may have been taken out or undone.');
const noDocument = failure('not-found', 'The form is no longer among the documents of this case. Attach it again.');

export const consentHandlers = {
  'consent.list': ({ caseId }, context) => recordsOfCase(context, 'consents', caseId),
  'consent.add': ({ caseId, detail }, unit) => {
    if (unit.cases.find(caseId) === null) return refusal(noCase);
    if (unit.people.find(detail.personId)?.caseId !== caseId) return refusal(noPerson);
    const complete: ConsentDetail = { ...bareConsent, on: unit.at.slice(0, 10), takenBy: unit.actor, ...withoutUndefined(detail), personId: detail.personId, purpose: detail.purpose };
    const wrong = whatIsWrong(unit, caseId, complete);
    if (wrong !== null) return refusal(wrong);
    unit.describe(`Record ${complete.isGiven ? 'consent' : 'refused consent'} to ${inWords(complete.purpose)}`, caseId);
    return success(unit.records.consents.add(caseId, complete));
  },
  'consent.change': ({ consentId, version, change }, unit) => {
    const consent = unit.records.consents.find(consentId);
    if (consent === null) return refusal(missing);
    const given = withoutUndefined(change);
    const wrong = whatIsWrong(unit, consent.caseId, { ...consent, ...given });
    if (wrong !== null) return refusal(wrong);
    unit.describe(`Change the consent to ${inWords(consent.purpose)}`, consent.caseId);
    return unit.records.consents.change(consentId, version, given);
  },
  'consent.withdraw': ({ consentId, version, on, note }, unit) => {
    const consent = unit.records.consents.find(consentId);
    if (consent === null) return refusal(missing);
    if (!consent.isGiven) return refusal(failure('rule-broken', 'This was refused, so there is nothing to withdraw.'));
    const wrong = whatIsWrong(unit, consent.caseId, { ...consent, withdrawnOn: on });
    if (wrong !== null) return refusal(wrong);
    unit.describe(`Withdraw the consent to ${inWords(consent.purpose)}`, consent.caseId);
    return unit.records.consents.change(consentId, version, { withdrawnOn: on, withdrawalNote: note });
  },
  'consent.remove': ({ consentId, version }, unit) => {
    const consent = unit.records.consents.find(consentId);
    if (consent === null) return refusal(missing);
    if (unit.records.exports.ofCase(consent.caseId).some(({ consentIds }) => consentIds.includes(consentId))) return refusal(failure('rule-broken', 'Something was exported on this consent, so it stays. Withdraw it instead.'));
    unit.describe(`Remove the consent to ${inWords(consent.purpose)}`, consent.caseId);
    const removed = unit.records.consents.remove(consentId, version);
    return removed.ok ? success({}) : removed;
  },
} satisfies Handlers<'consent'>;

function whatIsWrong(unit: UnitOfWork, caseId: string, { on, expiresOn, withdrawnOn, documentId }: ConsentDetail): Failure | null {
  if (expiresOn !== null && lastDayOf(expiresOn) < firstDayOf(on)) return failure('invalid-input', 'It would end before it begins. Check the two dates.');
  if (withdrawnOn !== null && lastDayOf(withdrawnOn) < firstDayOf(on)) return failure('invalid-input', 'It cannot be withdrawn before the day on which it was given. Check the two dates.');
  return documentId !== null && unit.records.documents.find(documentId)?.caseId !== caseId ? noDocument : null;
}

const inWords = (purpose: string): string => purpose.replaceAll('-', ' ');
