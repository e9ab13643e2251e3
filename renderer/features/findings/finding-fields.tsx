import { Checkbox } from '#renderer/components/checkbox.tsx';
import { PartialDateField } from '#renderer/components/partial-date-field.tsx';
import { Select, type Choice } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { GeneField } from '#renderer/features/findings/gene-field.tsx';
import { HgvsField } from '#renderer/features/findings/hgvs-field.tsx';
import { ShareField } from '#renderer/features/findings/share-field.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { RecordDraft } from '#renderer/state/use-record-draft.ts';
import { findingName, type Finding, type FindingDetail } from '#shared/casefile/finding.ts';
import { variantClasses } from '#shared/variant/acmg/classify.ts';
import { consequenceNames, variantInheritances } from '#shared/variant/variant.ts';

interface FieldsProps {
  readonly draft: RecordDraft<FindingDetail>;
}

/** Stands for "not stated" among the choices. */
const none = 'none';

function useFields({ draft }: FieldsProps) {
  const t = useWords('findings');
  const setNow = <Field extends keyof FindingDetail>(field: Field, value: FindingDetail[Field]): void => {
    draft.set(field, value);
    draft.saveNow();
  };
  return { t, values: draft.values, setNow, notStated: { value: none, label: t('inspector.notStated') } as const };
}

export function VariantFields({ draft }: FieldsProps) {
  const { t, values, setNow, notStated } = useFields({ draft });
  const onBlur = draft.saveNow;
  return (
    <section className="finding-fields variant-fields" aria-label={t('inspector.variant')}>
      <GeneField gene={values.gene} onChange={(gene) => draft.set('gene', gene)} onBlur={onBlur} />
      <TextField label={t('inspector.transcript')} value={values.transcript} maxLength={200} onBlur={onBlur} onChange={(text) => draft.set('transcript', text)} />
      <HgvsField label={t('inspector.coding')} levels={['c', 'n']} value={values.hgvsCoding} onChange={(text) => draft.set('hgvsCoding', text)} onBlur={onBlur} />
      <HgvsField label={t('inspector.protein')} levels={['p']} value={values.hgvsProtein} onChange={(text) => draft.set('hgvsProtein', text)} onBlur={onBlur} />
      <HgvsField label={t('inspector.genomic')} levels={['g', 'm']} value={values.hgvsGenomic} onChange={(text) => draft.set('hgvsGenomic', text)} onBlur={onBlur} />
      <Select label={t('inspector.consequence')} value={values.consequence ?? none} choices={[notStated, ...consequenceNames.map((value) => ({ value, label: value.replaceAll('-', ' ') }))]} onChange={(value) => setNow('consequence', value === none ? null : value)} />
      <TextField className="exon" label={t('inspector.exon')} value={values.exon} maxLength={200} onBlur={onBlur} onChange={(text) => draft.set('exon', text)} />
      <TextField className="wide" label={t('inspector.wording')} value={values.wording} maxLength={1_000} onBlur={onBlur} onChange={(text) => draft.set('wording', text)} />
    </section>
  );
}

export function DescentFields({ draft, others }: FieldsProps & { readonly others: readonly Finding[] }) {
  const { t, values, setNow } = useFields({ draft });
  const phase = values.phase ?? { kind: 'unknown', otherFindingId: null, knownBy: 'unknown' };
  const otherId = others.find(({ id }) => id === phase.otherFindingId)?.id ?? none;
  return (
    <section className="finding-fields" aria-label={t('inspector.descent')}>
      <h3>{t('inspector.descent')}</h3>
      <Select label={t('inspector.inheritance')} value={values.inheritance} choices={variantInheritances.map((value) => ({ value, label: t(`inheritance.${value}`) }))} onChange={(value) => setNow('inheritance', value)} />
      <Select label={t('inspector.phase')} value={phase.kind} choices={(['cis', 'trans', 'unknown'] as const).map((value) => ({ value, label: t(`phase.${value}`) }))} onChange={(kind) => setNow('phase', { ...phase, kind })} />
      <div className="wide"><Checkbox isSelected={values.isParentageConfirmed} onChange={(value) => setNow('isParentageConfirmed', value)}>{t('inspector.parentage')}</Checkbox></div>
      {others.length === 0 ? null : (
        <>
          <Select label={t('inspector.phaseTo')} value={otherId} choices={[{ value: none, label: t('inspector.notStated') }, ...others.map((other) => ({ value: other.id, label: findingName(other) }))]} onChange={(value) => setNow('phase', { ...phase, otherFindingId: value === none ? null : value })} />
          <Select label={t('inspector.phaseBy')} value={phase.knownBy} choices={(['parents', 'reads', 'statistical', 'cloning', 'unknown'] as const).map((value) => ({ value, label: t(`phaseBy.${value}`) }))} onChange={(knownBy) => setNow('phase', { ...phase, knownBy })} />
        </>
      )}
    </section>
  );
}

export function ReportFields({ draft }: FieldsProps) {
  const { t, values, setNow, notStated } = useFields({ draft });
  const { report } = values;
  const set = (change: Partial<FindingDetail['report']>): void => draft.set('report', { ...report, ...change });
  const confirmed: readonly Choice<typeof none | 'yes' | 'no'>[] = [notStated, { value: 'yes', label: t('inspector.yes') }, { value: 'no', label: t('inspector.no') }];
  return (
    <section className="finding-fields" aria-label={t('inspector.test')}>
      <h3>{t('inspector.test')}</h3>
      <TextField label={t('inspector.laboratory')} value={report.laboratory} maxLength={200} onBlur={draft.saveNow} onChange={(laboratory) => set({ laboratory })} />
      <TextField label={t('inspector.accession')} value={report.accession} maxLength={200} onBlur={draft.saveNow} onChange={(accession) => set({ accession })} />
      <TextField className="wide" label={t('inspector.testName')} value={report.test} maxLength={500} onBlur={draft.saveNow} onChange={(test) => set({ test })} />
      <TextField className="wide" label={t('inspector.limits')} rows={3} value={report.limits} maxLength={2_000} onBlur={draft.saveNow} onChange={(limits) => set({ limits })} />
      <PartialDateField label={t('inspector.reportDate')} value={report.date} onBlur={draft.saveNow} onChange={(date) => set({ date })} />
      <Select label={t('inspector.confirmed')} value={values.isConfirmed === null ? none : values.isConfirmed ? 'yes' : 'no'} choices={confirmed} onChange={(value) => setNow('isConfirmed', value === none ? null : value === 'yes')} />
      <PartialDateField label={t('inspector.reviewOn')} value={values.nextReviewOn} onBlur={draft.saveNow} onChange={(date) => draft.set('nextReviewOn', date)} />
      <TextField className="wide" label={t('inspector.note')} rows={2} value={values.note} maxLength={50_000} onBlur={draft.saveNow} onChange={(text) => draft.set('note', text)} />
    </section>
  );
}

const noFrequency = { frequency: null, homozygotes: null, source: '' } as const;
const noAssertion = { source: 'ClinVar', accession: '', classification: null, wording: '', reviewStatus: '', date: null } as const;

/** The first of each list; what an import brought besides stays as it is. */
export function PopulationFields({ draft }: FieldsProps) {
  const { t, values, setNow, notStated } = useFields({ draft });
  const [frequency = noFrequency, ...frequencies] = values.frequencies;
  const [assertion = noAssertion, ...assertions] = values.assertions;
  const setFrequency = (change: Partial<typeof frequency>): void => draft.set('frequencies', [{ ...frequency, ...change }, ...frequencies]);
  const asserted = (change: Partial<typeof assertion>): FindingDetail['assertions'] => [{ ...assertion, ...change }, ...assertions];
  return (
    <section className="finding-fields" aria-label={t('inspector.population')}>
      <h3>{t('inspector.population')}</h3>
      <ShareField label={t('inspector.frequency')} value={frequency.frequency} onChange={(share) => setFrequency({ frequency: share })} onBlur={draft.saveNow} />
      <TextField label={t('inspector.frequencySource')} placeholder="gnomAD v4.1" value={frequency.source} maxLength={200} onBlur={draft.saveNow} onChange={(source) => setFrequency({ source })} />
      <Select label={t('inspector.assertion')} value={assertion.classification ?? none} choices={[notStated, ...variantClasses.map((value) => ({ value, label: t(`class.${value}`) }))]} onChange={(value) => setNow('assertions', asserted({ classification: value === none ? null : value }))} />
      <PartialDateField label={t('inspector.assertionDate')} value={assertion.date} onBlur={draft.saveNow} onChange={(date) => draft.set('assertions', asserted({ date }))} />
    </section>
  );
}
