import { useClient } from '#renderer/client/queries.tsx';
import { AgeField } from '#renderer/components/age-field.tsx';
import { DraftFailure } from '#renderer/components/draft-failure.tsx';
import { PartialDateField } from '#renderer/components/partial-date-field.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useRecordDraft } from '#renderer/state/use-record-draft.ts';
import type { Person } from '#shared/casefile/case-record.ts';
import { genders, sexesAssignedAtBirth, vitalStatuses, type IndividualDetail } from '#shared/pedigree/individual.ts';

export function PersonFacts({ person }: { readonly person: Person }) {
  const t = useWords('overview');
  const tField = useWords('field');
  const client = useClient();
  const draft = useRecordDraft<IndividualDetail>({
    key: `person:${person.id}`,
    record: person,
    version: person.version,
    save: async (change, version) => (await client.call('person.change', { personId: person.id, version, change })).version,
  });
  const { values, set, saveNow } = draft;
  return (
    <section>
      <h2>{t('proband.title')}</h2>
      <div className="formgrid">
        <TextField label={t('person.givenName')} value={values.givenName} onChange={(text) => set('givenName', text)} onBlur={saveNow} maxLength={200} autoComplete="off" />
        <TextField label={t('person.familyName')} value={values.familyName} onChange={(text) => set('familyName', text)} onBlur={saveNow} maxLength={200} autoComplete="off" />
        <PartialDateField label={t('person.birthDate')} value={values.birthDate} onChange={(date) => set('birthDate', date)} onBlur={saveNow} />
        <AgeField label={t('person.age')} hint={t('person.ageHint')} problem={t('person.ageProblem')} value={values.ageAtLastEncounter} onChange={(age) => set('ageAtLastEncounter', age)} onBlur={saveNow} />
        <Select label={t('person.sex')} value={values.sexAssignedAtBirth} choices={sexesAssignedAtBirth.map((sex) => ({ value: sex, label: tField(`sex.${sex}`) }))} onChange={(sex) => set('sexAssignedAtBirth', sex)} />
        <Select label={t('person.gender')} value={values.gender} choices={genders.map((gender) => ({ value: gender, label: tField(`gender.${gender}`) }))} onChange={(gender) => set('gender', gender)} />
        <TextField label={t('person.karyotype')} hint={t('person.karyotypeHint')} value={values.karyotype} onChange={(text) => set('karyotype', text)} onBlur={saveNow} maxLength={200} autoComplete="off" />
        <Select label={t('person.vital')} value={values.vitalStatus} choices={vitalStatuses.map((status) => ({ value: status, label: tField(`vital.${status}`) }))} onChange={(status) => set('vitalStatus', status)} />
      </div>
      <DraftFailure draft={draft} />
    </section>
  );
}
