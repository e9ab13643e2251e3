import { ListTodo, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { DraftFailure } from '#renderer/components/draft-failure.tsx';
import { PartialDateField } from '#renderer/components/partial-date-field.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { fieldElementId, type ReferralField } from '#renderer/features/referrals/requirement-place.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { RecordDraft } from '#renderer/state/use-record-draft.ts';
import type { Referral } from '#shared/casefile/referral-record.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { destinationTemplates } from '#shared/referral/destination-templates.ts';
import { isOpen } from '#shared/referral/life-cycle.ts';
import { referralUrgencies, type ReferralDetail } from '#shared/referral/referral.ts';

interface ReferralInspectorProps {
  readonly referral: Referral;
  readonly draft: RecordDraft<ReferralDetail>;
  readonly family: Family;
  readonly personLabel: (id: string) => string;
  readonly onMakeTask: () => void;
  readonly onRemove: () => void;
}

/** Everything that is recorded of a referral besides its steps and its letter; each field saves itself. */
export function ReferralInspector({ referral, draft, family, personLabel, onMakeTask, onRemove }: ReferralInspectorProps) {
  const t = useWords('referrals');
  return (
    <div className="referral-inspector">
      <header className="head"><h2>{t('inspector.title')}</h2></header>
      <div className="scroll" tabIndex={-1}>
        <DraftFailure draft={draft} />
        <RequestFields draft={draft} />
        <DestinationFields draft={draft} />
        <AnswerFields referral={referral} draft={draft} onMakeTask={onMakeTask} />
        <PeopleFields draft={draft} family={family} personLabel={personLabel} />
        <section>
          <Checkbox isSelected={draft.values.isPrivate} onChange={(value) => setNow(draft, 'isPrivate', value)}>{t('inspector.private')}</Checkbox>
          <Button icon={Trash2} variant="quiet" onPress={onRemove}>{t('inspector.remove')}</Button>
        </section>
      </div>
    </div>
  );
}

interface FieldsProps {
  readonly draft: RecordDraft<ReferralDetail>;
}

function setNow<Field extends keyof ReferralDetail>(draft: RecordDraft<ReferralDetail>, field: Field, value: ReferralDetail[Field]): void {
  draft.set(field, value);
  draft.saveNow();
}

/** So that a link from the list of requirements finds the field. */
function Findable({ field, className = '', children }: { readonly field: ReferralField; readonly className?: string; readonly children: ReactNode }) {
  return <div id={fieldElementId(field)} className={className}>{children}</div>;
}

function RequestFields({ draft }: FieldsProps) {
  const t = useWords('referrals');
  const { values, saveNow } = draft;
  return (
    <section className="referral-fields" aria-label={t('inspector.request')}>
      <Findable field="question" className="wide">
        <TextField label={t('inspector.question')} hint={t('inspector.questionHint')} rows={3} value={values.question} maxLength={5_000} onBlur={saveNow} onChange={(text) => draft.set('question', text)} />
      </Findable>
      <Select label={t('inspector.urgency')} value={values.urgency} choices={referralUrgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))} onChange={(value) => setNow(draft, 'urgency', value)} />
      <PartialDateField label={t('inspector.dueOn')} value={values.dueOn} onBlur={saveNow} onChange={(date) => draft.set('dueOn', date)} />
      <Findable field="impression" className="wide">
        <TextField label={t('inspector.impression')} rows={3} value={values.impression} maxLength={10_000} onBlur={saveNow} onChange={(text) => draft.set('impression', text)} />
      </Findable>
    </section>
  );
}

function DestinationFields({ draft }: FieldsProps) {
  const t = useWords('referrals');
  const { values, saveNow } = draft;
  const { destination } = values;
  const set = (change: Partial<ReferralDetail['destination']>): void => draft.set('destination', { ...destination, ...change });
  return (
    <section className="referral-fields" aria-label={t('inspector.destination')}>
      <h3>{t('inspector.destination')}</h3>
      <div className="wide"><Select label={t('inspector.template')} value={values.templateId} choices={destinationTemplates.map(({ id, name }) => ({ value: id as string, label: name }))} onChange={(value) => setNow(draft, 'templateId', value)} /></div>
      <Findable field="name" className="wide">
        <TextField label={t('inspector.name')} value={destination.name} maxLength={300} onBlur={saveNow} onChange={(name) => set({ name })} />
      </Findable>
      <TextField label={t('inspector.department')} value={destination.department} maxLength={300} onBlur={saveNow} onChange={(department) => set({ department })} />
      <TextField label={t('inspector.clinician')} value={destination.clinician} maxLength={200} onBlur={saveNow} onChange={(clinician) => set({ clinician })} />
      <TextField className="wide" label={t('inspector.address')} rows={2} value={destination.address} maxLength={1_000} onBlur={saveNow} onChange={(address) => set({ address })} />
      <TextField label={t('inspector.email')} value={destination.email} maxLength={300} onBlur={saveNow} onChange={(email) => set({ email })} />
      <TextField label={t('inspector.phone')} value={destination.phone} maxLength={100} onBlur={saveNow} onChange={(phone) => set({ phone })} />
    </section>
  );
}

function AnswerFields({ referral, draft, onMakeTask }: FieldsProps & { readonly referral: Referral; readonly onMakeTask: () => void }) {
  const t = useWords('referrals');
  const documents = useQueryOf('document.list', { caseId: referral.caseId }).data?.filter(({ referralId }) => referralId === referral.id) ?? [];
  const { values, saveNow } = draft;
  return (
    <section className="referral-fields" aria-label={t('inspector.answer')}>
      <h3>{t('inspector.answer')}</h3>
      <PartialDateField label={t('inspector.appointmentOn')} value={values.appointmentOn} onBlur={saveNow} onChange={(date) => draft.set('appointmentOn', date)} />
      <TextField className="wide" label={t('inspector.actionAsked')} rows={3} value={values.actionAsked} maxLength={5_000} onBlur={saveNow} onChange={(text) => draft.set('actionAsked', text)} />
      {values.actionAsked.trim() === '' || !isOpen(referral) ? null : <div className="wide"><Button icon={ListTodo} onPress={onMakeTask}>{t('inspector.makeTask')}</Button></div>}
      <p className="wide muted sm">{documents.length === 0 ? t('inspector.noDocuments') : documents.map(({ fileName }) => fileName).join(', ')}</p>
    </section>
  );
}

function PeopleFields({ draft, family, personLabel }: FieldsProps & { readonly family: Family; readonly personLabel: (id: string) => string }) {
  const t = useWords('referrals');
  const { personIds } = draft.values;
  const people = family.individuals.filter(({ life }) => life.kind === 'person');
  const isReferred = (id: string, isProband: boolean): boolean => (personIds.length === 0 ? isProband : personIds.includes(id));
  const toggle = (id: string, isIn: boolean): void => {
    const chosen = people.filter((person) => (person.id === id ? isIn : isReferred(person.id, person.isProband))).map((person) => person.id);
    setNow(draft, 'personIds', chosen);
  };
  return (
    <section aria-label={t('inspector.people')}>
      <h3>{t('inspector.people')}</h3>
      <ul className="referred">
        {people.map(({ id, isProband }) => (
          <li key={id}><Checkbox isSelected={isReferred(id, isProband)} onChange={(isIn) => toggle(id, isIn)}>{personLabel(id)}</Checkbox></li>
        ))}
      </ul>
    </section>
  );
}
