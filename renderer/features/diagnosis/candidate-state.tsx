import { Button } from '#renderer/components/button.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useClient } from '#renderer/client/queries.tsx';
import { asCallFailure } from '#renderer/client/call-failure.ts';
import { DraftFailure } from '#renderer/components/draft-failure.tsx';
import { formatNearDate } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { saveDraft } from '#renderer/state/drafts.ts';
import { showToast } from '#renderer/state/toasts.ts';
import { useRecordDraft } from '#renderer/state/use-record-draft.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { candidateStates, type Candidate, type CandidateState } from '#shared/casefile/case-record.ts';

interface CandidateStateProps {
  readonly caseId: string;
  readonly diseaseId: string;
  /** What was decided; null while the disease is merely ranked. */
  readonly candidate: Candidate | null;
}

/** What the clinic thinks of this disease, and what speaks for that. */
export function CandidateStateChooser({ caseId, diseaseId, candidate }: CandidateStateProps) {
  const t = useWords('diagnosis');
  const client = useClient();
  const today = useToday();
  const decide = async (state: CandidateState | null): Promise<void> => {
    if (candidate !== null) await saveDraft(draftKey(candidate));
    await client.call('candidate.decide', { caseId, diseaseId, state, reason: candidate?.reason ?? '' }).catch((thrown: unknown) => showToast({ tone: 'bad', text: asCallFailure(thrown).message }));
  };
  return (
    <div className="state">
      <Segmented label={t('state.label')} value={candidate?.state ?? null} segments={candidateStates.map((state) => ({ value: state, label: t(`state.${state}`) }))} onChange={(state) => void decide(state)} />
      {candidate === null ? null : (
        <>
          <Button variant="quiet" onPress={() => void decide(null)}>{t('state.clear')}</Button>
          <Reason key={candidate.id} candidate={candidate} by={t('state.by', { who: candidate.decidedBy, when: formatNearDate(candidate.decidedOn, today) }).replace(/^, /, '')} />
        </>
      )}
    </div>
  );
}

const draftKey = (candidate: Candidate): string => `candidate:${candidate.id}`;

/** Saved as it is typed, with the state that it speaks for. */
function Reason({ candidate, by }: { readonly candidate: Candidate; /** Who decided, and when. */ readonly by: string }) {
  const t = useWords('diagnosis');
  const client = useClient();
  const { caseId, diseaseId, state, version } = candidate;
  const draft = useRecordDraft<Pick<Candidate, 'reason'>>({
    key: draftKey(candidate),
    record: candidate,
    version,
    save: async (changes, from) => (await client.call('candidate.decide', { caseId, diseaseId, state, reason: changes.reason ?? candidate.reason }))?.version ?? from,
  });
  return (
    <div className="reason">
      <span className="by muted sm num trunc">{by}</span>
      <TextField label={state === 'ruled-out' ? t('state.reasonRuledOut') : t('state.reason')} placeholder={t('state.reasonPlaceholder')} maxLength={5_000} value={draft.values.reason} onChange={(reason) => draft.set('reason', reason)} onBlur={draft.saveNow} />
      <DraftFailure draft={draft} />
    </div>
  );
}
