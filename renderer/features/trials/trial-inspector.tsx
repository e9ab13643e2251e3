import { Check, FlaskConical, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useDoneToast } from '#renderer/app/undo.ts';
import { useCommand } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { phaseWords, siteWords, statusWords } from '#renderer/features/trials/trial-words.ts';
import { formatDate } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { TrialDetail } from '#shared/contract/trial-procedures.ts';
import { openStatuses } from '#shared/trial/study.ts';
import { statesWithReason, trackingStates, type TrackingState, type TrialTracking } from '#shared/trial/tracking.ts';

interface TrialInspectorProps {
  readonly detail: TrialDetail;
  readonly onFollow: () => void;
  readonly caseId: string;
}

/** How far the case is with the study, what changed about it, where it takes place and whom to call. */
export function TrialInspector({ detail, onFollow, caseId }: TrialInspectorProps) {
  const t = useWords('trials');
  const { study, tracking } = detail;
  return (
    <div className="trial-inspector">
      <header className="head"><h2>{study.id}</h2></header>
      <div className="scroll" tabIndex={-1}>
        <section>
          <h3>{t('track.title')}</h3>
          {tracking === null ? <Button icon={FlaskConical} variant="primary" onPress={onFollow}>{t('track.follow')}</Button> : <TrackingForm key={`${tracking.id}:${String(tracking.version)}`} tracking={tracking} caseId={caseId} />}
        </section>
        {tracking === null || detail.changes.length === 0 ? null : <ChangeList tracking={tracking} changes={detail.changes} />}
        <section>
          <h3>{t('about.title')}</h3>
          <dl>
            <dt>{t('about.status')}</dt><dd>{statusWords(study.status)}{study.whyStopped === '' ? '' : `: ${study.whyStopped}`}</dd>
            {study.type === null ? null : <><dt>{t('about.type')}</dt><dd>{t(`type.${study.type}`)}</dd></>}
            {study.takesHealthyVolunteers === null ? null : <><dt>{t('about.healthy')}</dt><dd>{t(study.takesHealthyVolunteers ? 'healthy.yes' : 'healthy.no')}</dd></>}
            {phaseWords(study.phases) === '' ? null : <><dt>{t('about.phase')}</dt><dd>{phaseWords(study.phases)}</dd></>}
            {study.interventions.length === 0 ? null : <><dt>{t('about.interventions')}</dt><dd>{study.interventions.map(({ name }) => name).join(', ')}</dd></>}
            {study.sponsor === '' ? null : <><dt>{t('about.sponsor')}</dt><dd>{study.sponsor}</dd></>}
            <dt>{t('about.nearest')}</dt><dd>{siteWords(detail.nearest)}{detail.nearest === null || detail.nearest.site.facility === '' ? '' : ` (${detail.nearest.site.facility})`}</dd>
            {study.sites.length === 0 ? null : <><dt>{t('about.sites')}</dt><dd className="num">{t('about.siteCount', { count: study.sites.length, open: study.sites.filter(({ status }) => status !== null && openStatuses.includes(status)).length })}</dd></>}
            {study.contacts.length === 0 ? null : <><dt>{t('about.contact')}</dt><dd>{study.contacts.map(({ name, phone, email }) => [name, phone, email].filter((part) => part !== '').join(', ')).join('; ')}</dd></>}
            <dt>{t('about.register')}</dt><dd className="address">{`https://clinicaltrials.gov/study/${study.id}`}</dd>
            <dt>{t('about.dataDate')}</dt><dd>{study.dataDate === null ? t('about.noDate') : formatDate(study.dataDate)}</dd>
          </dl>
        </section>
        {study.summary === '' ? null : <section><h3>{t('about.summary')}</h3><p className="summary">{study.summary}</p></section>}
      </div>
    </div>
  );
}

function TrackingForm({ tracking, caseId }: { readonly tracking: TrialTracking; readonly caseId: string }) {
  const t = useWords('trials');
  const change = useCommand('trial.changeTracking');
  const untrack = useCommand('trial.untrack');
  const tellDone = useDoneToast();
  const [state, setState] = useState<TrackingState>(tracking.state);
  const [reason, setReason] = useState(tracking.reason);
  const [note, setNote] = useState(tracking.note);
  const needsReason = statesWithReason.includes(state);
  const isChanged = state !== tracking.state || reason !== tracking.reason || note !== tracking.note;
  const save = (): void => void change.mutateAsync({ trackingId: tracking.id, version: tracking.version, change: { state, reason, note } }).then(() => tellDone(t('track.saved', { state: t(`state.${state}`) }), caseId), () => undefined);
  const remove = (): void => void untrack.mutateAsync({ trackingId: tracking.id, version: tracking.version }).then(() => tellDone(t('track.removed'), caseId), () => undefined);
  return (
    <div className="tracking">
      <Select label={t('track.state')} value={state} choices={trackingStates.map((value) => ({ value, label: t(`state.${value}`) }))} onChange={setState} />
      <p className="sub">{t('track.since', { date: formatDate(tracking.since) })}</p>
      {needsReason || reason !== '' ? <TextField label={t('track.reason')} value={reason} onChange={setReason} maxLength={2_000} rows={2} problem={needsReason && reason.trim() === '' ? t('track.reasonNeeded') : null} /> : null}
      <TextField label={t('track.note')} value={note} onChange={setNote} maxLength={10_000} rows={2} />
      <div className="acts">
        <Button icon={Check} variant="primary" isDisabled={!isChanged || (needsReason && reason.trim() === '') || change.isPending} onPress={save}>{t('track.save')}</Button>
        <Button icon={Trash2} variant="quiet" onPress={remove}>{t('track.remove')}</Button>
      </div>
    </div>
  );
}

function ChangeList({ tracking, changes }: { readonly tracking: TrialTracking; readonly changes: TrialDetail['changes'] }) {
  const t = useWords('trials');
  const markSeen = useCommand('trial.markSeen');
  return (
    <section className="trial-changes">
      <h3>{t('news.since')}</h3>
      <ul>
        {changes.flatMap(({ importNumber, changes: steps }) =>
          steps.map((step, at) => (
            <li key={`${String(importNumber)}:${String(at)}`}>
              <b>{t(`change.${step.kind}`)}</b>
              {step.before === '' ? null : <del>{step.before}</del>}
              {step.after === '' ? null : <ins>{step.after}</ins>}
            </li>
          )),
        )}
      </ul>
      <Button icon={Check} onPress={() => void markSeen.mutateAsync({ trackingId: tracking.id, version: tracking.version }).catch(() => undefined)}>{t('news.seen')}</Button>
    </section>
  );
}
