import { caseSections, goTo, openCase, type CaseSection } from '#renderer/state/place.ts';
import { showReferralPart } from '#renderer/state/selection.ts';
import type { RequirementId, RequirementPlace } from '#shared/referral/requirements.ts';

/** Which field of the inspector a requirement is entered in; the others are of the letter. */
const fieldOfRequirement: Readonly<Partial<Record<RequirementId, ReferralField>>> = { question: 'question', destination: 'name', impression: 'impression' };
export type ReferralField = 'question' | 'name' | 'impression';

/** Leads to where what is missing is entered: another screen, or the field beside the list. */
export function goToPlace(place: RequirementPlace, caseId: string, requirementId: RequirementId): void {
  if (place === 'settings') goTo({ kind: 'settings' });
  else if (place === 'referral') enterHere(requirementId);
  else openCase(caseId, isSection(place) ? place : 'overview');
}

/** The id of the element around a field, so that it can be found. */
export const fieldElementId = (field: ReferralField): string => `referral-field-${field}`;

function enterHere(requirementId: RequirementId): void {
  const field = fieldOfRequirement[requirementId];
  if (field === undefined) showReferralPart('letter');
  else document.getElementById(fieldElementId(field))?.querySelector<HTMLElement>('input, textarea')?.focus();
}

function isSection(place: string): place is CaseSection {
  const sections: readonly string[] = caseSections;
  return sections.includes(place);
}
