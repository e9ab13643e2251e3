import type { CaseDetail, PersonDetail } from '#shared/casefile/case-record.ts';

/** A case about which nothing is known yet. */
export const newCaseDetail: CaseDetail = { reference: '', status: 'intake', firstSymptomOn: null, nextAction: '', nextActionDueOn: null, note: '' };

/** A person about whom nothing is known yet. */
export const newPersonDetail: PersonDetail = {
  givenName: '',
  familyName: '',
  sexAssignedAtBirth: 'unknown',
  gender: 'unknown',
  karyotype: '',
  birthDate: null,
  ageAtLastEncounter: null,
  vitalStatus: 'unknown',
};
