import type { Naming } from '#electron/backend/erasure/naming.ts';
import type { CaseloadFilter } from '#shared/casefile/caseload-filter.ts';
import type { ExportRecordDetail } from '#shared/casefile/export-record.ts';
import type { SuggestionDetail } from '#shared/casefile/suggestion.ts';
import type { RiskModel } from '#shared/inheritance/risk-model.ts';
import type { ReferralDetail } from '#shared/referral/referral.ts';

/**
 * What is left of records that are others' too. The rows and their images in the history go through the same function, so that they agree. Applied twice it changes nothing more, and what
 * holds nothing of the person comes back as it is, the same object.
 */
interface Erased {
  readonly personId: string;
  readonly isNaming: Naming;
}

/** A model reckons with what the person was tested for, and with children that they may have. */
export function erasedModel(model: RiskModel, { personId }: Erased): RiskModel {
  const { [personId]: own, ...evidence } = model.evidence;
  const pregnancies = model.pregnancies.filter((couple) => !couple.includes(personId));
  return own === undefined && pregnancies.length === model.pregnancies.length ? model : { ...model, evidence, pregnancies };
}

/** The letter as edited goes; it can be drafted again from what is left. */
export function erasedReferral<Detail extends Pick<ReferralDetail, 'personIds' | 'letter'>>(referral: Detail, { personId, isNaming }: Erased): Detail {
  const isNamed = referral.personIds.includes(personId) || (referral.letter !== null && isNaming(referral.letter));
  return isNamed ? { ...referral, personIds: referral.personIds.filter((id) => id !== personId), letter: null } : referral;
}

/** To whom what went stays told, unless it was the person or is told by their name. */
export function erasedExport<Detail extends Pick<ExportRecordDetail, 'recipient' | 'fileName'>>(record: Detail, { isNaming }: Erased): Detail {
  const [recipient, fileName] = [record.recipient, record.fileName].map((text) => (isNaming(text) ? '' : text)) as [string, string];
  return recipient === record.recipient && fileName === record.fileName ? record : { ...record, recipient, fileName };
}

/** What they said of others stays, not that it was they. */
export function erasedSuggestion<Detail extends Pick<SuggestionDetail, 'saidBy'>>(suggestion: Detail, { isNaming }: Erased): Detail {
  return isNaming(suggestion.saidBy) ? { ...suggestion, saidBy: '' } : suggestion;
}

/** Whether a filter of the caseload looks for the person. */
export const isFilterFor = (isNaming: Naming, name: string, { text }: Pick<CaseloadFilter, 'text'>): boolean => isNaming(`${name} ${text}`);
