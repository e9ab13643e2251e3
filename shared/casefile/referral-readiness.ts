import type { CaseFile } from '#shared/casefile/case-file.ts';
import { requirementChecks, type ReadinessContext, type RequirementState } from '#shared/casefile/referral-requirement-checks.ts';
import { templateOf } from '#shared/referral/destination-templates.ts';
import type { ReferralDetail } from '#shared/referral/referral.ts';
import { requirements, type RequirementId, type RequirementPlace } from '#shared/referral/requirements.ts';

export interface ReadinessItem {
  readonly id: RequirementId;
  readonly label: string;
  readonly why: string;
  readonly place: RequirementPlace;
  readonly state: RequirementState;
  /** What a person judged, which goes before what the case says. */
  readonly judged: { readonly isMet: boolean; readonly note: string } | null;
}

export interface Readiness {
  readonly items: readonly ReadinessItem[];
  /** Of those that apply. */
  readonly metCount: number;
  readonly askedCount: number;
}

/** Holds the case against what the destination asks for, item by item, in the order of its list. */
export function referralReadiness(file: CaseFile, referral: ReferralDetail & { readonly id: string }, context: ReadinessContext): Readiness {
  const proband = file.people.find(({ isProband }) => isProband) ?? null;
  const facts = { file, referral, context, proband, own: file.features.filter(({ personId }) => personId === proband?.id) };
  const items = templateOf(referral.templateId).requirements.map((id): ReadinessItem => ({ id, ...requirements[id], state: requirementChecks[id](facts), judged: referral.judged[id] ?? null }));
  const asked = items.filter(isAsked);
  return { items, metCount: asked.filter(isMet).length, askedCount: asked.length };
}

/** A judgement by hand also brings back what the case thinks does not apply. */
export const isAsked = ({ state, judged }: ReadinessItem): boolean => judged !== null || state.kind !== 'not-applicable';
export const isMet = ({ state, judged }: ReadinessItem): boolean => (judged === null ? state.kind === 'met' : judged.isMet);
