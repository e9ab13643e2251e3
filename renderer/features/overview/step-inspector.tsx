import { Trash2, X } from 'lucide-react';
import { Button, IconButton } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { DraftFailure } from '#renderer/components/draft-failure.tsx';
import { MomentField } from '#renderer/components/moment-field.tsx';
import { PartialDateField } from '#renderer/components/partial-date-field.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useClient } from '#renderer/client/queries.tsx';
import { AttachedFiles } from '#renderer/features/overview/attached-files.tsx';
import { overviewActions } from '#renderer/features/overview/overview-actions.ts';
import { KindIcon } from '#renderer/features/overview/kind-icon.tsx';
import type { Odyssey } from '#renderer/features/overview/use-odyssey.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { personName } from '#renderer/i18n/person-words.ts';
import { useRecordDraft } from '#renderer/state/use-record-draft.ts';
import type { ReactNode } from 'react';
import { eventKinds, type EventKind, type OdysseyEvent, type OdysseyEventDetail } from '#shared/casefile/odyssey-event.ts';
import { testKinds, testResults, testStatuses, type OrderedTest, type OrderedTestDetail } from '#shared/casefile/ordered-test.ts';
import type { Task, TaskDetail } from '#shared/casefile/task.ts';

interface InspectorProps {
  readonly odyssey: Odyssey;
  readonly onRemove: () => void;
  readonly onClose: () => void;
}

/** Stands for "none" among the choices. */
const none = 'none';

function Head({ kind, title, onRemove, onClose }: { readonly kind: EventKind | null; readonly title: string; readonly onRemove: () => void; readonly onClose: () => void }) {
  const t = useWords('overview');
  return (
    <div className="head step-head">
      <h2>{kind === null ? null : <KindIcon kind={kind} size={16} />} <span>{title}</span></h2>
      <IconButton icon={X} label={t('step.close')} onPress={onClose} />
      <div className="acts">
        <Button icon={Trash2} shortcut={overviewActions.remove.shortcut} onPress={onRemove}>{t('step.remove')}</Button>
      </div>
    </div>
  );
}

export function EventInspector({ event, odyssey, onRemove, onClose }: InspectorProps & { readonly event: OdysseyEvent }) {
  const t = useWords('overview');
  const client = useClient();
  const draft = useRecordDraft<OdysseyEventDetail>({ key: `event:${event.id}`, record: event, version: event.version, save: async (change, version) => (await client.call('event.change', { eventId: event.id, version, change })).version });
  const { values, set, saveNow } = draft;
  const setNow = <Field extends keyof OdysseyEventDetail>(field: Field, value: OdysseyEventDetail[Field]): void => {
    set(field, value);
    saveNow();
  };
  return (
    <>
      <Head kind={values.kind} title={values.title === '' ? t(`kind.${values.kind}`) : values.title} onRemove={onRemove} onClose={onClose} />
      <div className="scroll">
        <section className="step-fields">
          <TextField className="wide" label={t('step.title')} value={values.title} maxLength={300} onBlur={saveNow} onChange={(text) => set('title', text)} />
          <Select className="wide" label={t('step.kind')} value={values.kind} choices={eventKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} onChange={(kind) => setNow('kind', kind)} />
          <MomentField className="wide" label={t('step.when')} value={values.when} birthDate={odyssey.birthDate} onBlur={saveNow} onChange={(when) => set('when', when)} />
          {values.isOngoing ? null : <MomentField className="wide" label={t('step.until')} value={values.until} birthDate={odyssey.birthDate} onBlur={saveNow} onChange={(until) => set('until', until)} />}
          <div className="wide"><Checkbox isSelected={values.isOngoing} onChange={(value) => setNow('isOngoing', value)}>{t('step.ongoing')}</Checkbox></div>
          <TextField label={t('step.clinician')} value={values.clinician} maxLength={200} onBlur={saveNow} onChange={(text) => set('clinician', text)} />
          <TextField label={t('step.place')} value={values.place} maxLength={200} onBlur={saveNow} onChange={(text) => set('place', text)} />
          <TextField className="wide" label={t('step.note')} rows={4} value={values.note} maxLength={20_000} onBlur={saveNow} onChange={(text) => set('note', text)} />
          <div className="wide"><Checkbox isSelected={values.isPrivate} onChange={(value) => setNow('isPrivate', value)}>{t('step.private')}</Checkbox></div>
          <Failure><DraftFailure draft={draft} /></Failure>
        </section>
        <AttachedFiles caseId={event.caseId} documents={odyssey.documents.filter(({ eventId }) => eventId === event.id)} belongsTo={{ eventId: event.id }} />
      </div>
    </>
  );
}

export function TestInspector({ test, odyssey, onRemove, onClose }: InspectorProps & { readonly test: OrderedTest }) {
  const t = useWords('overview');
  const client = useClient();
  const draft = useRecordDraft<OrderedTestDetail>({ key: `test:${test.id}`, record: test, version: test.version, save: async (change, version) => (await client.call('test.change', { testId: test.id, version, change })).version });
  const { values, set, saveNow } = draft;
  const setNow = <Field extends keyof OrderedTestDetail>(field: Field, value: OrderedTestDetail[Field]): void => {
    set(field, value);
    saveNow();
  };
  const date = (field: 'orderedOn' | 'sampleOn' | 'expectedOn' | 'reportedOn'): ReactNode => <PartialDateField label={t(`test.${field}`)} value={values[field]} onBlur={saveNow} onChange={(value) => set(field, value)} />;
  return (
    <>
      <Head kind="test" title={values.name === '' ? t(`testKind.${values.kind}`) : values.name} onRemove={onRemove} onClose={onClose} />
      <div className="scroll">
        <section className="step-fields">
          <TextField className="wide" label={t('test.name')} value={values.name} maxLength={300} onBlur={saveNow} onChange={(text) => set('name', text)} />
          <Select label={t('test.kind')} value={values.kind} choices={testKinds.map((kind) => ({ value: kind, label: t(`testKind.${kind}`) }))} onChange={(kind) => setNow('kind', kind)} />
          <Select label={t('test.status')} value={values.status} choices={testStatuses.map((status) => ({ value: status, label: t(`testStatus.${status}`) }))} onChange={(status) => setNow('status', status)} />
          {date('orderedOn')}
          {date('sampleOn')}
          {date('expectedOn')}
          {date('reportedOn')}
          <Select className="wide" label={t('test.result')} value={values.result ?? none} choices={[{ value: none, label: t('test.noResult') }, ...testResults.map((result) => ({ value: result, label: t(`testResult.${result}`) }))]} onChange={(result) => setNow('result', result === none ? null : result)} />
          <TextField className="wide" label={t('test.summary')} rows={3} value={values.summary} maxLength={10_000} onBlur={saveNow} onChange={(text) => set('summary', text)} />
          <TextField className="wide" label={t('test.limits')} hint={t('test.limitsHint')} rows={3} value={values.limits} maxLength={5_000} onBlur={saveNow} onChange={(text) => set('limits', text)} />
          <TextField label={t('test.laboratory')} value={values.laboratory} maxLength={200} onBlur={saveNow} onChange={(text) => set('laboratory', text)} />
          <TextField label={t('test.accession')} value={values.accession} maxLength={200} onBlur={saveNow} onChange={(text) => set('accession', text)} />
          <TextField label={t('test.method')} value={values.method} maxLength={500} onBlur={saveNow} onChange={(text) => set('method', text)} />
          <TextField label={t('test.orderedBy')} value={values.orderedBy} maxLength={200} onBlur={saveNow} onChange={(text) => set('orderedBy', text)} />
          <PeopleTested personIds={values.personIds} odyssey={odyssey} onChange={(ids) => setNow('personIds', ids)} />
          <div className="wide"><Checkbox isSelected={values.isPrivate} onChange={(value) => setNow('isPrivate', value)}>{t('step.private')}</Checkbox></div>
          <Failure><DraftFailure draft={draft} /></Failure>
        </section>
        <AttachedFiles caseId={test.caseId} documents={odyssey.documents.filter(({ testId }) => testId === test.id)} belongsTo={{ testId: test.id }} />
      </div>
    </>
  );
}

/** The named members of the family; a trio is three of them. */
function PeopleTested({ personIds, odyssey, onChange }: { readonly personIds: readonly string[]; readonly odyssey: Odyssey; readonly onChange: (ids: readonly string[]) => void }) {
  const t = useWords('overview');
  const named = odyssey.shown.people.filter((person) => person.isProband || personIds.includes(person.id) || person.givenName !== '');
  return (
    <fieldset className="wide people-tested">
      <legend>{t('test.people')}</legend>
      {named.map((person) => (
        <Checkbox key={person.id} isSelected={personIds.includes(person.id)} onChange={(isTested) => onChange(isTested ? [...personIds, person.id] : personIds.filter((id) => id !== person.id))}>
          {personName(person)}
        </Checkbox>
      ))}
    </fieldset>
  );
}

export function TaskInspector({ task, odyssey, onRemove, onClose }: InspectorProps & { readonly task: Task }) {
  const t = useWords('overview');
  const client = useClient();
  const draft = useRecordDraft<TaskDetail>({ key: `task:${task.id}`, record: task, version: task.version, save: async (change, version) => (await client.call('task.change', { taskId: task.id, version, change })).version });
  const { values, set, saveNow } = draft;
  return (
    <>
      <Head kind={null} title={values.title === '' ? t('tasks.untitled') : values.title} onRemove={onRemove} onClose={onClose} />
      <div className="scroll">
        <section className="step-fields">
          <TextField className="wide" label={t('task.title')} value={values.title} maxLength={300} autoFocus={task.title === ''} onBlur={saveNow} onChange={(text) => set('title', text)} />
          <PartialDateField label={t('task.due')} value={values.dueOn} onBlur={saveNow} onChange={(date) => set('dueOn', date)} />
          <PartialDateField label={t('task.done')} value={values.doneOn} onBlur={saveNow} onChange={(date) => set('doneOn', date)} />
          <Select
            className="wide"
            label={t('task.about')}
            value={odyssey.tests.some(({ id }) => id === values.testId) ? (values.testId ?? none) : none}
            choices={[{ value: none, label: t('task.aboutNone') }, ...odyssey.tests.map((test) => ({ value: test.id, label: test.name === '' ? t(`testKind.${test.kind}`) : test.name }))]}
            onChange={(id) => {
              set('testId', id === none ? null : id);
              saveNow();
            }}
          />
          <TextField className="wide" label={t('task.note')} rows={4} value={values.note} maxLength={5_000} onBlur={saveNow} onChange={(text) => set('note', text)} />
          <Failure><DraftFailure draft={draft} /></Failure>
        </section>
      </div>
    </>
  );
}

const Failure = ({ children }: { readonly children: ReactNode }) => <div className="wide">{children}</div>;
