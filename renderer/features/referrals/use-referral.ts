import { useDoneToast } from '#renderer/app/undo.ts';
import { useCommand } from '#renderer/client/queries.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { saveDraft, useDrafts } from '#renderer/state/drafts.ts';
import { forgetStep } from '#renderer/state/selection.ts';
import { useRecordDraft, type RecordDraft } from '#renderer/state/use-record-draft.ts';
import { showToast } from '#renderer/state/toasts.ts';
import type { Referral } from '#shared/casefile/referral-record.ts';
import { referralName } from '#shared/referral/destination-templates.ts';
import type { StepEdit } from '#shared/referral/life-cycle.ts';
import type { ReferralDetail } from '#shared/referral/referral.ts';

export interface ReferralHandle {
  readonly draft: RecordDraft<ReferralDetail>;
  /** The newest version that is known, also of what was saved and not read back yet. */
  readonly version: () => number;
  readonly isBusy: boolean;
  readonly editSteps: (edit: StepEdit) => void;
}

/** The fields of a referral as one draft, letter and judgements included, and its steps. What was typed is saved before a step is taken. */
export function useReferral(referral: Referral): ReferralHandle {
  const t = useWords('referrals');
  const change = useCommand('referral.change', { isQuiet: true });
  const step = useCommand('referral.step');
  const tellDone = useDoneToast();
  const key = `referral:${referral.id}`;
  const draft = useRecordDraft<ReferralDetail>({
    key,
    record: referral,
    version: referral.version,
    save: async (changes, version) => (await change.mutateAsync({ referralId: referral.id, version, change: changes })).version,
  });
  const version = (): number => Math.max(referral.version, useDrafts.getState().byRecord[key]?.settledVersion ?? 0);
  const editSteps = async (edit: StepEdit): Promise<void> => {
    if (!(await saveDraft(key))) return showToast({ tone: 'bad', text: t('notSaved') });
    // A refusal by a rule of the life cycle is shown as a toast by the client, and what was typed stays.
    const stepped = await step.mutateAsync({ referralId: referral.id, version: version(), edit }).catch(() => null);
    if (stepped === null || edit.kind !== 'take') return;
    forgetStep(referral.id);
    tellDone(t('recorded', { name: referralName(stepped), stage: t(`stage.${edit.step.stage}`).toLowerCase() }), referral.caseId);
  };
  return { draft, version, isBusy: step.isPending, editSteps: (edit) => void editSteps(edit) };
}
