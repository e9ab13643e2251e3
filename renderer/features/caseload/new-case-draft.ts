import { create } from 'zustand';
import type { InputOf } from '#shared/contract/contract.ts';
import type { CaseDetail, PersonDetail } from '#shared/casefile/case-record.ts';

/** What the dialog asks for. */
export interface NewCase {
  readonly reference: CaseDetail['reference'];
  readonly status: CaseDetail['status'];
  readonly firstSymptomOn: CaseDetail['firstSymptomOn'];
  readonly givenName: PersonDetail['givenName'];
  readonly familyName: PersonDetail['familyName'];
  readonly sexAssignedAtBirth: PersonDetail['sexAssignedAtBirth'];
  readonly birthDate: PersonDetail['birthDate'];
  readonly ageAtLastEncounter: PersonDetail['ageAtLastEncounter'];
}

export const emptyCase: NewCase = { reference: '', status: 'referred-in', firstSymptomOn: null, givenName: '', familyName: '', sexAssignedAtBirth: 'unknown', birthDate: null, ageAtLastEncounter: null };

/** What was typed stays when the dialog is closed by an interruption, until the case is made or the vault is locked. */
export const useNewCase = create<NewCase>(() => emptyCase);

export const typeNewCase = (change: Partial<NewCase>): void => useNewCase.setState(change);
export const forgetNewCase = (): void => useNewCase.setState(emptyCase, true);

export const isUntouched = (typed: NewCase): boolean => Object.entries(emptyCase).every(([field, value]) => typed[field as keyof NewCase] === value);

export function createInput(typed: NewCase): InputOf<'case.create'> {
  const { reference, status, firstSymptomOn, ...proband } = typed;
  return { case: { reference: reference.trim(), status, firstSymptomOn }, proband: { ...proband, givenName: proband.givenName.trim(), familyName: proband.familyName.trim() } };
}
