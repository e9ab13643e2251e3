import { Send, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import '#renderer/features/referrals/referrals-screen.css';
import { useAction } from '#renderer/app/action.ts';
import { ActionButton } from '#renderer/app/action-button.tsx';
import { useDoneToast } from '#renderer/app/undo.ts';
import { useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { Kbd } from '#renderer/components/kbd.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { Workspace } from '#renderer/components/workspace.tsx';
import { usePedigreeNumbers } from '#renderer/features/family/use-pedigree-numbers.ts';
import { dueWords } from '#renderer/features/referrals/due-words.ts';
import { LetterPanel } from '#renderer/features/referrals/letter-panel.tsx';
import { NewReferralDialog } from '#renderer/features/referrals/new-referral-dialog.tsx';
import { NextStep } from '#renderer/features/referrals/next-step.tsx';
import { ReadinessPanel } from '#renderer/features/referrals/readiness-panel.tsx';
import { ReferralInspector } from '#renderer/features/referrals/referral-inspector.tsx';
import { ReferralList } from '#renderer/features/referrals/referral-list.tsx';
import { referralsActions } from '#renderer/features/referrals/referrals-actions.ts';
import { StageRail } from '#renderer/features/referrals/stage-rail.tsx';
import { StepTimeline } from '#renderer/features/referrals/step-timeline.tsx';
import { useReferral, type ReferralHandle } from '#renderer/features/referrals/use-referral.ts';
import { personName } from '#renderer/i18n/person-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { selectReferral, showReferralPart, useSelection } from '#renderer/state/selection.ts';
import { useToday } from '#renderer/state/use-today.ts';
import type { Referral } from '#shared/casefile/referral-record.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { referralName } from '#shared/referral/destination-templates.ts';
import { isOpen } from '#shared/referral/life-cycle.ts';

/** The referrals of one case: whether each is ready to go, where it stands, and what is due. */
export function ReferralsScreen({ caseId }: { readonly caseId: string }) {
  const referrals = useQueryOf('referral.list', { caseId });
  const family = useQueryOf('family.show', { caseId });
  const failed = [referrals, family].find(({ data, error }) => data === undefined && error !== null);
  if (failed?.error) return <Workspace><ErrorState error={failed.error} onRetry={() => void failed.refetch()} /></Workspace>;
  if (referrals.data === undefined || family.data === undefined) return <Workspace><Skeleton /></Workspace>;
  return <Referrals caseId={caseId} referrals={referrals.data} family={family.data.family} />;
}

function Referrals({ caseId, referrals, family }: { readonly caseId: string; readonly referrals: readonly Referral[]; readonly family: Family }) {
  const t = useWords('referrals');
  const today = useToday();
  const [isChoosing, setChoosing] = useState(false);
  const add = useCommand('referral.add');
  const selectedId = useSelection(({ referralOfCase }) => referralOfCase[caseId] ?? null);
  const selected = referrals.find(({ id }) => id === selectedId) ?? referrals[0] ?? null;
  const choose = (): void => setChoosing(true);
  const begin = (templateId: string): void => {
    setChoosing(false);
    void add.mutateAsync({ caseId, templateId, draftedOn: today, detail: {} }).then(({ id }) => selectReferral(caseId, id), () => undefined);
  };
  const step = (by: number) => (): void => {
    const target = referrals[Math.min(Math.max(referrals.findIndex(({ id }) => id === selected?.id) + by, 0), referrals.length - 1)];
    if (target !== undefined) selectReferral(caseId, target.id);
  };
  useAction(referralsActions.new, choose);
  useAction(referralsActions.next, step(1), referrals.length > 1);
  useAction(referralsActions.previous, step(-1), referrals.length > 1);
  return (
    <>
      {selected === null ? (
        <Workspace className="referrals">
          <EmptyState icon={Send} title={t('list.emptyTitle')} text={t('list.emptyText')}><ActionButton action={referralsActions.new} variant="primary" onPress={choose} /></EmptyState>
        </Workspace>
      ) : (
        <OpenReferral caseId={caseId} referral={selected} referrals={referrals} family={family} onNew={choose} />
      )}
      {isChoosing ? <NewReferralDialog onClose={() => setChoosing(false)} onChoose={begin} /> : null}
    </>
  );
}

interface OpenReferralProps {
  readonly caseId: string;
  readonly referral: Referral;
  readonly referrals: readonly Referral[];
  readonly family: Family;
  readonly onNew: () => void;
}

function OpenReferral({ caseId, referral, referrals, family, onNew }: OpenReferralProps) {
  const t = useWords('referrals');
  const handle = useReferral(referral);
  const tellDone = useDoneToast();
  const remove = useCommand('referral.remove');
  const addTask = useCommand('task.add');
  const numberOf = usePedigreeNumbers(caseId);
  const personLabel = (id: string): string => {
    const person = family.individuals.find((individual) => individual.id === id);
    return [numberOf(id), person === undefined ? '' : personName(person)].filter((part) => part !== '').join(' ');
  };
  const { actionAsked } = handle.draft.values;
  const removeReferral = (): void => void remove.mutateAsync({ referralId: referral.id, version: handle.version() }).then(() => tellDone(t('removed', { name: referralName(referral) }), caseId), () => undefined);
  const makeTask = (): void => {
    const title = actionAsked.trim().split('\n')[0]?.slice(0, 300) ?? '';
    void addTask.mutateAsync({ caseId, detail: { title, note: actionAsked, referralId: referral.id } }).then(() => tellDone(t('taskMade', { title }), caseId), () => undefined);
  };
  useAction(referralsActions.remove, removeReferral);
  return (
    <Workspace className="referrals" inspectorLabel={t('inspector.label')} inspector={<ReferralInspector key={referral.id} referral={referral} draft={handle.draft} family={family} personLabel={personLabel} onMakeTask={makeTask} onRemove={removeReferral} />}>
      <div className="referrals-split">
        <ReferralList referrals={referrals} selectedId={referral.id} onSelect={(id) => selectReferral(caseId, id)} onNew={onNew} />
        <ReferralWork key={referral.id} referral={referral} handle={handle} />
      </div>
      <div className="foothint">
        <span className="grow" />
        <span><Kbd keys="n" /> {t('foot.new')}</span>
        <span><Kbd keys="j" /><Kbd keys="k" /> {t('foot.select')}</span>
        <span><Kbd keys="mod+s" /> {t('foot.record')}</span>
      </div>
    </Workspace>
  );
}

function ReferralWork({ referral, handle }: { readonly referral: Referral; readonly handle: ReferralHandle }) {
  const t = useWords('referrals');
  const today = useToday();
  const part = useSelection(({ referralPart }) => referralPart);
  const settings = useQueryOf('settings.read', {}).data;
  const readiness = useQueryOf('referral.readiness', { referralId: referral.id }, { keepsLast: true }).data;
  // The due day follows what is typed into the inspector, also before it is saved.
  const due = dueWords(handle.draft.values, today);
  return (
    <div className="referral-work" tabIndex={-1}>
      <header>
        <h2>{referralName(handle.draft.values)}</h2>
        {isOpen(referral) ? (
          <p className={`due ${due.isLate ? 'late' : ''}`} role="status">
            {due.isLate ? <TriangleAlert size={15} strokeWidth={2} aria-hidden /> : null}
            <span>{[due.text, due.why].filter((words) => words !== '').join(': ')}</span>
          </p>
        ) : null}
        <StageRail referral={referral} />
        <NextStep referral={referral} clinicianName={settings?.clinicianName ?? ''} isBusy={handle.isBusy || settings === undefined} onRecord={handle.editSteps} />
      </header>
      <div className="parts">
        <Segmented
          label={t('part.label')}
          value={part}
          segments={[
            { value: 'readiness', label: readiness === undefined ? t('part.readiness', { met: '…', asked: '…' }) : t('part.readiness', { met: readiness.metCount, asked: readiness.askedCount }) },
            { value: 'letter', label: t('part.letter') },
            { value: 'steps', label: t('part.steps', { count: referral.steps.length }) },
          ]}
          onChange={showReferralPart}
        />
      </div>
      {part === 'readiness' ? <ReadinessPanel referral={referral} draft={handle.draft} /> : part === 'letter' ? <LetterPanel referralId={referral.id} draft={handle.draft} /> : <StepTimeline referral={referral} onEdit={handle.editSteps} />}
    </div>
  );
}
