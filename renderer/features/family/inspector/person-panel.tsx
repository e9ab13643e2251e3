import { Circle, Diamond, Square } from 'lucide-react';
import { useState } from 'react';
import { AgeField } from '#renderer/components/age-field.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { DraftFailure } from '#renderer/components/draft-failure.tsx';
import { PartialDateField } from '#renderer/components/partial-date-field.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { ConditionStates } from '#renderer/features/family/inspector/condition-states.tsx';
import { LifeFields } from '#renderer/features/family/inspector/life-fields.tsx';
import { PersonFindings } from '#renderer/features/family/inspector/findings-list.tsx';
import { useIndividualDraft, type FieldsDraft } from '#renderer/features/family/inspector/use-individual-draft.ts';
import { formatDate } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { sexesAssignedAtBirth, vitalStatuses, type Childlessness, type Individual, type IndividualDetail } from '#shared/pedigree/individual.ts';

/** What the symbol and the text below it say. */
export function PersonPanel({ individual }: { readonly individual: Individual }) {
  const t = useWords('family');
  const draft = useIndividualDraft(individual);
  const isPerson = draft.values.life.kind === 'person';
  const isLoss = draft.values.life.kind === 'loss';
  // As it was when the person was selected: a field must not change its place under the fingers.
  const [isBirthKnown] = useState(individual.birthDate !== null && individual.vitalStatus !== 'deceased');
  return (
    <>
      <PersonFindings individualId={individual.id} />
      <section className="fields" aria-label={t('person.who')}>
        {isLoss ? null : (
          <>
            <TextField className="first-field" label={t('person.givenName')} value={draft.values.givenName} onChange={(text) => draft.set('givenName', text)} onBlur={draft.saveNow} maxLength={200} autoComplete="off" />
            {isBirthKnown || !isPerson ? <BirthDate draft={draft} /> : <AgeAtFirst draft={draft} />}
            <GenderField draft={draft} />
            <TextField label={t('person.familyName')} value={draft.values.familyName} onChange={(text) => draft.set('familyName', text)} onBlur={draft.saveNow} maxLength={200} autoComplete="off" />
            {isBirthKnown || !isPerson ? null : <BirthDate draft={draft} />}
          </>
        )}
        {isPerson ? <Select label={t('person.vital')} value={draft.values.vitalStatus} choices={vitalStatuses.map((status) => ({ value: status, label: t(`vital.${status}`) }))} onChange={(status) => draft.setNow('vitalStatus', status)} /> : null}
        <LifeFields draft={draft} />
        {draft.values.vitalStatus === 'deceased' && isPerson ? <DeathFields draft={draft} /> : null}
        <DraftFailure draft={draft} />
      </section>
      <ConditionStates individualId={individual.id} />
      <EvaluationFields draft={draft} />
      <MoreFields draft={draft} />
    </>
  );
}

type Draft = FieldsDraft<IndividualDetail>;

/** The second field that one types into: how old somebody is, or was. */
function AgeAtFirst({ draft }: { readonly draft: Draft }) {
  const t = useWords('family');
  const { today } = useFamilyView();
  const isDead = draft.values.vitalStatus === 'deceased';
  const field = isDead ? 'ageAtDeath' : 'ageAtLastEncounter';
  const setAge = (age: string | null): void => {
    draft.set(field, age);
    if (isDead) return;
    // An age that is told is told of today, of somebody who lives.
    draft.set('ageRecordedOn', age === null ? null : today);
    if (age !== null && draft.values.vitalStatus === 'unknown') draft.set('vitalStatus', 'alive');
  };
  return <AgeField key={field} label={t(isDead ? 'person.ageAtDeath' : 'person.age')} hint={draft.values.ageRecordedOn === null || isDead ? t('person.ageHint') : t('person.ageAsOf', { date: formatDate(draft.values.ageRecordedOn) })} problem={t('person.ageProblem')} value={draft.values[field]} onChange={(age) => setAge(age)} onBlur={draft.saveNow} />;
}

function GenderField({ draft }: { readonly draft: Draft }) {
  const t = useWords('family');
  const segments = [
    { value: 'man-boy', label: <><Square size={12} aria-hidden /> {t('gender.man-boy')}</> },
    { value: 'woman-girl', label: <><Circle size={12} aria-hidden /> {t('gender.woman-girl')}</> },
    { value: 'non-binary', label: <><Diamond size={12} aria-hidden /> {t('gender.non-binary')}</> },
    { value: 'unknown', label: t('gender.unknown') },
  ] as const;
  return (
    <div className="wide">
      <p className="label-line">{t('person.gender')}</p>
      <Segmented label={t('person.gender')} value={draft.values.gender} segments={segments} onChange={(gender) => draft.setNow('gender', gender)} />
    </div>
  );
}

function BirthDate({ draft }: { readonly draft: Draft }) {
  const t = useWords('family');
  return <PartialDateField label={t('person.birthDate')} value={draft.values.birthDate} onChange={(date) => draft.set('birthDate', date)} onBlur={draft.saveNow} />;
}

function DeathFields({ draft }: { readonly draft: Draft }) {
  const t = useWords('family');
  return (
    <>
      <PartialDateField label={t('person.deathDate')} value={draft.values.deathDate} onChange={(date) => draft.set('deathDate', date)} onBlur={draft.saveNow} />
      <TextField label={t('person.causeOfDeath')} value={draft.values.causeOfDeath} onChange={(text) => draft.set('causeOfDeath', text)} onBlur={draft.saveNow} maxLength={500} autoComplete="off" />
    </>
  );
}

function EvaluationFields({ draft }: { readonly draft: Draft }) {
  const t = useWords('family');
  return (
    <section className="fields" aria-label={t('person.evaluation')}>
      <h3 className="wide">{t('person.evaluation')}</h3>
      <div className="wide">
        <Checkbox isSelected={draft.values.isEvaluated} onChange={(isEvaluated) => draft.setNow('isEvaluated', isEvaluated)}>{t('person.isEvaluated')}</Checkbox>
      </div>
      <TextField className="wide" label={t('person.evaluations')} hint={t('person.evaluationsHint')} rows={2} value={draft.values.evaluations.join('\n')} onChange={(text) => draft.set('evaluations', linesOf(text))} onBlur={() => draft.setNow('evaluations', draft.values.evaluations.filter((line) => line.trim() !== ''))} />
    </section>
  );
}

const mostEvaluations = 20;
const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.split('\n').slice(0, mostEvaluations).map((line) => line.slice(0, 200)));

function MoreFields({ draft }: { readonly draft: Draft }) {
  const t = useWords('family');
  return (
    <section className="fields" aria-label={t('person.more')}>
      <h3 className="wide">{t('person.more')}</h3>
      <Select className="wide" label={t('person.sex')} value={draft.values.sexAssignedAtBirth} choices={sexesAssignedAtBirth.map((sex) => ({ value: sex, label: t(`sex.${sex}`) }))} onChange={(sex) => draft.setNow('sexAssignedAtBirth', sex)} />
      <TextField label={t('person.karyotype')} placeholder="46,XY" value={draft.values.karyotype} onChange={(text) => draft.set('karyotype', text)} onBlur={draft.saveNow} maxLength={200} autoComplete="off" />
      <div className="wide">
        <Checkbox isSelected={draft.values.isAdopted} onChange={(isAdopted) => draft.setNow('isAdopted', isAdopted)}>{t('person.isAdopted')}</Checkbox>
      </div>
      <ChildlessnessFields value={draft.values.childlessness} onChange={(childlessness) => draft.set('childlessness', childlessness)} onLeave={draft.saveNow} />
      <PartialDateField label={t('person.ageRecordedOn')} value={draft.values.ageRecordedOn} onChange={(date) => draft.set('ageRecordedOn', date)} onBlur={draft.saveNow} />
      <BirthOrder draft={draft} />
      <TextField className="wide" label={t('person.ancestry')} value={draft.values.ancestry} onChange={(text) => draft.set('ancestry', text)} onBlur={draft.saveNow} maxLength={500} autoComplete="off" />
      <TextField className="wide" label={t('person.note')} rows={2} value={draft.values.note} onChange={(text) => draft.set('note', text)} onBlur={draft.saveNow} maxLength={10_000} />
      <TextField className="wide" label={t('person.reference')} hint={t('person.referenceHint')} value={draft.values.reference} onChange={(text) => draft.set('reference', text)} onBlur={draft.saveNow} maxLength={200} autoComplete="off" />
    </section>
  );
}

function BirthOrder({ draft }: { readonly draft: Draft }) {
  const t = useWords('family');
  const { birthOrder } = draft.values;
  return (
    <TextField
      label={t('person.birthOrder')}
      value={birthOrder === null ? '' : String(birthOrder)}
      inputMode="numeric"
      maxLength={2}
      autoComplete="off"
      onChange={(text) => {
        const place = Number.parseInt(text, 10);
        draft.set('birthOrder', place >= 1 && place <= 99 ? place : null);
      }}
      onBlur={draft.saveNow}
    />
  );
}

/** Of a person, or of one couple: why there are no children. */
export function ChildlessnessFields({ value, onChange, onLeave }: { readonly value: Childlessness | null; readonly onChange: (value: Childlessness | null) => void; readonly onLeave: () => void }) {
  const t = useWords('family');
  const choices = [{ value: 'none', label: t('childless.none') }, { value: 'by-choice-or-unknown', label: t('childless.by-choice-or-unknown') }, { value: 'infertility', label: t('childless.infertility') }] as const;
  return (
    <>
      <Select
        className="wide"
        label={t('childless.label')}
        value={value?.kind ?? 'none'}
        choices={choices}
        onChange={(kind) => {
          onChange(kind === 'none' ? null : { kind, reason: value?.reason ?? '' });
          onLeave();
        }}
      />
      {value === null ? null : <TextField className="wide" label={t('childless.reason')} value={value.reason} onChange={(reason) => onChange({ ...value, reason })} onBlur={onLeave} maxLength={200} autoComplete="off" />}
    </>
  );
}
