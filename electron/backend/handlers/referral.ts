import { readCaseFile } from '#electron/backend/cases/read-case-file.ts';
import type { BackendContext } from '#electron/backend/context.ts';
import type { Handlers } from '#electron/backend/handlers.ts';
import { letterContext, readinessOf } from '#electron/backend/referrals/letter-of-referral.ts';
import { referralChangeLabel, stepLabel } from '#electron/backend/referrals/referral-labels.ts';
import type { Repositories } from '#db/unit-of-work.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { withoutUndefined } from '#shared/base/without-undefined.ts';
import type { CaseFile } from '#shared/casefile/case-file.ts';
import { draftReferralLetter } from '#shared/casefile/referral-letter.ts';
import type { Referral } from '#shared/casefile/referral-record.ts';
import { referralName } from '#shared/referral/destination-templates.ts';
import { referralDue } from '#shared/referral/due-rules.ts';
import { writeLetterText } from '#shared/referral/letter-text.ts';
import { editSteps, problemOfSteps, stageOf } from '#shared/referral/life-cycle.ts';
import { newReferral } from '#shared/referral/referral.ts';

const missing = failure('not-found', 'This referral is no longer there. It may have been removed or undone.');
const noCase = failure('not-found', 'This case is no longer there. It may have been deleted or undone.');
const noPerson = failure('not-found', 'This person is no longer in the family. They may have been taken out or undone.');

export const referralHandlers = {
  'referral.list': ({ caseId }, context) => {
    const { cases, records } = context.vault.repositories();
    return cases.find(caseId) === null ? refusal(noCase) : success(records.referrals.ofCase(caseId));
  },
  'referral.add': ({ caseId, templateId, draftedOn, detail }, unit) => {
    if (unit.cases.find(caseId) === null) return refusal(noCase);
    const referral = { ...newReferral(templateId, draftedOn, unit.actor), ...withoutUndefined(detail) };
    if (!areOfCase(unit, caseId, referral.personIds)) return refusal(noPerson);
    const problem = problemOfSteps(referral, latestToday(unit.at));
    if (problem !== null) return refusal(failure('rule-broken', problem));
    unit.describe(`Begin a referral to ${referralName(referral)}`, caseId);
    return success(unit.records.referrals.add(caseId, referral));
  },
  'referral.change': ({ referralId, version, change }, unit) => {
    const referral = unit.records.referrals.find(referralId);
    if (referral === null) return refusal(missing);
    const given = withoutUndefined(change);
    if (!areOfCase(unit, referral.caseId, given.personIds ?? [])) return refusal(noPerson);
    // Another kind of destination may lack a stage that was reached, such as an appointment.
    const problem = problemOfSteps({ ...referral, ...given }, latestToday(unit.at));
    if (problem !== null) return refusal(failure('rule-broken', problem));
    unit.describe(referralChangeLabel(referral, given), referral.caseId);
    return unit.records.referrals.change(referralId, version, given);
  },
  'referral.step': ({ referralId, version, edit }, unit) => {
    const referral = unit.records.referrals.find(referralId);
    if (referral === null) return refusal(missing);
    const given = edit.kind === 'correct' ? { ...edit, change: withoutUndefined(edit.change) } : edit;
    const edited = editSteps(referral, given, latestToday(unit.at));
    if (!edited.ok) return edited;
    unit.describe(stepLabel(referral, given), referral.caseId);
    const { steps, dueOn, appointmentOn, declineReason, actionAsked } = edited.value;
    return unit.records.referrals.change(referralId, version, { steps, dueOn, appointmentOn, declineReason, actionAsked });
  },
  'referral.remove': ({ referralId, version }, unit) => {
    const referral = unit.records.referrals.find(referralId);
    if (referral === null) return refusal(missing);
    unit.describe(`Remove the referral to ${referralName(referral)}`, referral.caseId);
    const removed = unit.records.referrals.remove(referralId, version);
    return removed.ok ? success({}) : removed;
  },
  'referral.readiness': ({ referralId }, context) => withCase(context, referralId, (file, referral) => readinessOf(context, file, referral)),
  'referral.draft': ({ referralId }, context) => withCase(context, referralId, (file, referral) => ({ text: writeLetterText(draftReferralLetter(file, referral, letterContext(context, file))) })),
  'referral.due': (_input, context) => {
    const { cases, records } = context.vault.repositories();
    return success(
      records.referrals.due().flatMap((referral) => {
        const due = referralDue(referral);
        const owner = cases.find(referral.caseId);
        return due === null || owner === null ? [] : [{ caseId: referral.caseId, reference: owner.reference, referralId: referral.id, destination: referralName(referral), stage: stageOf(referral), dueOn: due.on, why: due.why }];
      }),
    );
  },
} satisfies Handlers<'referral'>;

function withCase<Value>(context: BackendContext, referralId: string, work: (file: CaseFile, referral: Referral) => Value): Result<Value, Failure> {
  const repositories = context.vault.repositories();
  const referral = repositories.records.referrals.find(referralId);
  const file = referral === null ? null : readCaseFile(repositories, referral.caseId);
  return referral === null || file === null ? refusal(missing) : success(work(file, referral));
}

const areOfCase = ({ people }: Pick<Repositories, 'people'>, caseId: string, personIds: readonly string[]): boolean => personIds.every((id) => people.find(id)?.caseId === caseId);

/** UTC+14:00, where a day begins first. */
const earliestZoneHours = 14;

/** The latest day that it is anywhere: steps carry the day of the clinic's own calendar, which the backend does not know. */
const latestToday = (at: string): string => new Date(Date.parse(at) + earliestZoneHours * 3_600_000).toISOString().slice(0, 10);
