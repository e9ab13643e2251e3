import { useClient } from '#renderer/client/queries.tsx';
import { DraftFailure } from '#renderer/components/draft-failure.tsx';
import { PartialDateField } from '#renderer/components/partial-date-field.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { useRecordDraft } from '#renderer/state/use-record-draft.ts';
import { caseStatuses, type CaseDetail, type CaseRecord } from '#shared/casefile/case-record.ts';

export function CaseFacts({ record }: { readonly record: CaseRecord }) {
  const t = useWords('overview');
  const tField = useWords('field');
  const client = useClient();
  const draft = useRecordDraft<CaseDetail>({
    key: `case:${record.id}`,
    record,
    version: record.version,
    save: async (change, version) => (await client.call('case.change', { caseId: record.id, version, change })).version,
  });
  const { values, set, saveNow } = draft;
  return (
    <section>
      <h2>{t('case.title')}</h2>
      <div className="formgrid">
        <TextField label={t('case.reference')} value={values.reference} onChange={(text) => set('reference', text)} onBlur={saveNow} maxLength={100} autoComplete="off" />
        <Select label={t('case.status')} value={values.status} choices={caseStatuses.map((status) => ({ value: status, label: tField(`status.${status}`) }))} onChange={(status) => set('status', status)} />
        <TextField className="wide" label={t('case.nextAction')} value={values.nextAction} onChange={(text) => set('nextAction', text)} onBlur={saveNow} maxLength={500} autoComplete="off" />
        <PartialDateField label={t('case.due')} value={values.nextActionDueOn} onChange={(date) => set('nextActionDueOn', date)} onBlur={saveNow} />
        <div data-field="first-symptom">
          <PartialDateField label={t('case.firstSymptom')} value={values.firstSymptomOn} onChange={(date) => set('firstSymptomOn', date)} onBlur={saveNow} />
        </div>
        <TextField className="wide" label={t('case.note')} hint={t('case.noteHint')} rows={6} value={values.note} onChange={(text) => set('note', text)} onBlur={saveNow} maxLength={50_000} />
      </div>
      <DraftFailure draft={draft} />
    </section>
  );
}
