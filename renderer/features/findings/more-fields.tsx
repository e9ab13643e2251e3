import { Plus, X } from 'lucide-react';
import { Button, IconButton } from '#renderer/components/button.tsx';
import { PartialDateField } from '#renderer/components/partial-date-field.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { HgvsField } from '#renderer/features/findings/hgvs-field.tsx';
import { LocationFields } from '#renderer/features/findings/location-fields.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { RecordDraft } from '#renderer/state/use-record-draft.ts';
import type { FindingDetail } from '#shared/casefile/finding.ts';
import { variantClasses } from '#shared/variant/acmg/classify.ts';

type Predictor = FindingDetail['predictors'][number];
type Assertion = FindingDetail['assertions'][number];

const none = 'none';

/** What few findings need: where it is on the genome, the RNA, predictions, and every public assertion. Closed until it is wanted. */
export function MoreFields({ draft }: { readonly draft: RecordDraft<FindingDetail> }) {
  const t = useWords('findings');
  const { values } = draft;
  const setNow = <Field extends keyof FindingDetail>(field: Field, value: FindingDetail[Field]): void => {
    draft.set(field, value);
    draft.saveNow();
  };
  return (
    <details className="more-fields">
      <summary>{t('more.title')}</summary>
      <section className="finding-fields" aria-label={t('more.place')}>
        <HgvsField label={t('more.rna')} levels={['r']} value={values.hgvsRna} onChange={(text) => draft.set('hgvsRna', text)} onBlur={draft.saveNow} />
        <LocationFields location={values.location} onChange={(location) => setNow('location', location)} />
      </section>
      <Predictors predictors={values.predictors} onChange={(predictors) => draft.set('predictors', predictors)} onSave={draft.saveNow} />
      <Assertions assertions={values.assertions} onChange={(assertions) => draft.set('assertions', assertions)} onSave={draft.saveNow} />
    </details>
  );
}

interface ListProps<Item> {
  readonly onChange: (items: readonly Item[]) => void;
  readonly onSave: () => void;
}

const replaced = <Item,>(items: readonly Item[], place: number, change: Partial<Item>): readonly Item[] => items.map((item, index) => (index === place ? { ...item, ...change } : item));

function Predictors({ predictors, onChange, onSave }: ListProps<Predictor> & { readonly predictors: readonly Predictor[] }) {
  const t = useWords('findings');
  return (
    <section className="finding-fields" aria-label={t('more.predictors')}>
      <h3>{t('more.predictors')}</h3>
      {predictors.map(({ name, score, verdict }, place) => (
        <div className="wide row" key={place}>
          <TextField label={t('more.predictor')} value={name} maxLength={100} onBlur={onSave} onChange={(text) => (text === '' ? undefined : onChange(replaced(predictors, place, { name: text })))} />
          <TextField label={t('more.verdict')} value={[score === null ? '' : String(score), verdict].filter((part) => part !== '').join(' ')} maxLength={200} onBlur={onSave} onChange={(text) => onChange(replaced(predictors, place, readVerdict(text)))} />
          <IconButton
            icon={X}
            label={t('more.drop', { name })}
            onPress={() => {
              onChange(predictors.filter((_, index) => index !== place));
              onSave();
            }}
          />
        </div>
      ))}
      <div className="wide"><Button icon={Plus} isDisabled={predictors.length >= 30} onPress={() => onChange([...predictors, { name: 'REVEL', score: null, verdict: '' }])}>{t('more.addPredictor')}</Button></div>
    </section>
  );
}

/** `0.91 deleterious`: the number at the beginning is the score. */
function readVerdict(text: string): Pick<Predictor, 'score' | 'verdict'> {
  const [, score = '', verdict = ''] = /^(-?\d+(?:\.\d+)?)(?:\s+(.*))?$/s.exec(text) ?? [];
  return score === '' || text.endsWith('.') ? { score: null, verdict: text } : { score: Number(score), verdict };
}

function Assertions({ assertions, onChange, onSave }: ListProps<Assertion> & { readonly assertions: readonly Assertion[] }) {
  const t = useWords('findings');
  const blank: Assertion = { source: 'ClinVar', accession: '', classification: null, wording: '', reviewStatus: '', date: null };
  return (
    <section className="finding-fields" aria-label={t('more.assertions')}>
      <h3>{t('more.assertions')}</h3>
      {assertions.map((assertion, place) => (
        <div className="wide finding-fields assertion" key={place}>
          <TextField label={t('more.source')} value={assertion.source} maxLength={200} onBlur={onSave} onChange={(source) => onChange(replaced(assertions, place, { source }))} />
          <TextField label={t('inspector.accession')} value={assertion.accession} maxLength={200} onBlur={onSave} onChange={(accession) => onChange(replaced(assertions, place, { accession }))} />
          <Select label={t('more.says')} value={assertion.classification ?? none} choices={[{ value: none, label: assertion.wording === '' ? t('inspector.notStated') : assertion.wording }, ...variantClasses.map((value) => ({ value, label: t(`class.${value}`) }))]} onChange={(value) => onChange(replaced(assertions, place, { classification: value === none ? null : value }))} />
          <PartialDateField label={t('inspector.assertionDate')} value={assertion.date} onBlur={onSave} onChange={(date) => onChange(replaced(assertions, place, { date }))} />
          <div className="wide"><Button variant="quiet" icon={X} onPress={() => { onChange(assertions.filter((_, index) => index !== place)); onSave(); }}>{t('more.drop', { name: `${assertion.source} ${assertion.accession}`.trim() })}</Button></div>
        </div>
      ))}
      <div className="wide"><Button icon={Plus} isDisabled={assertions.length >= 30} onPress={() => onChange([...assertions, blank])}>{t('more.addAssertion')}</Button></div>
    </section>
  );
}
