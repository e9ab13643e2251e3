import { create } from 'zustand';
import type { InputOf } from '#shared/contract/contract.ts';
import type { CaseDetail } from '#shared/casefile/case-record.ts';
import type { IndividualDetail } from '#shared/pedigree/individual.ts';

/** What the dialog asks for. */
export interface NewCase {
  readonly reference: CaseDetail['reference'];
  readonly status: CaseDetail['status'];
  readonly firstSymptomOn: CaseDetail['firstSymptomOn'];
  readonly givenName: IndividualDetail['givenName'];
  readonly familyName: IndividualDetail['familyName'];
  readonly sexAssignedAtBirth: IndividualDetail['sexAssignedAtBirth'];
  readonly birthDate: IndividualDetail['birthDate'];
  readonly ageAtLastEncounter: IndividualDetail['ageAtLastEncounter'];
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
