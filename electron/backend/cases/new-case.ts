import type { CaseDetail } from '#shared/casefile/case-record.ts';
import { unknownDetail, type IndividualDetail } from '#shared/pedigree/individual.ts';

/** A case about which nothing is known yet. */
export const newCaseDetail: CaseDetail = { reference: '', status: 'intake', firstSymptomOn: null, nextAction: '', nextActionDueOn: null, note: '' };

/** A proband about whom nothing is known yet; that somebody lives is said and not supposed. */
export const newPersonDetail: IndividualDetail = { ...unknownDetail, vitalStatus: 'unknown' };
