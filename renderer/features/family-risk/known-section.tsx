import { Plus, Trash2 } from 'lucide-react';
import { Button, IconButton } from '#renderer/components/button.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { Select } from '#renderer/components/select.tsx';
import { ProbabilityField } from '#renderer/features/family-risk/probability-field.tsx';
import type { RiskModelDraft } from '#renderer/features/family-risk/use-risk-model.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { alleleFrequencyFrom, carrierFrequency } from '#shared/inheritance/carrier-frequency.ts';
import type { InheritanceMode } from '#shared/inheritance/mode.ts';
import { nothingKnown, type PersonEvidence } from '#shared/inheritance/risk-model.ts';

/** A test as most are reported: it misses some, and who has not the variant is not told so. */
const usualTest = { result: 'negative', sensitivity: 0.9, specificity: 1 } as const;
const mostTests = 5;

interface KnownProps {
  readonly individualId: string;
  readonly name: string;
  readonly isFounder: boolean;
  readonly mode: InheritanceMode;
  readonly draft: RiskModelDraft;
}

/** What is known of a person besides the pedigree: a genotype, test results, another population. */
export function KnownSection({ individualId, name, isFounder, mode, draft }: KnownProps) {
  const t = useWords('risk');
  const known = draft.values.evidence[individualId] ?? nothingKnown;
  const change = (part: Partial<PersonEvidence>): void => draft.setNow('evidence', withEvidence(draft.values.evidence, individualId, { ...known, ...part }));
  const { tests } = known;
  const changeTest = (index: number, part: Partial<PersonEvidence['tests'][number]>): void => change({ tests: tests.map((test, place) => (place === index ? { ...test, ...part } : test)) });
  const genotypes = ['unknown', '0', '1', '2'] as const;
  return (
    <section aria-label={t('known.title', { name })}>
      <h3>{t('known.title', { name })}</h3>
      <div className="fields">
        <Select
          className="wide"
          label={t('known.genotype')}
          value={known.copies === null ? 'unknown' : (String(known.copies) as '0' | '1' | '2')}
          choices={genotypes.map((value) => ({ value, label: value === 'unknown' ? t('known.unknown') : t(`known.copies${value}`) }))}
          onChange={(value) => change({ copies: value === 'unknown' ? null : (Number(value) as 0 | 1 | 2) })}
        />
        {tests.map((test, index) => (
          <div key={index} className="wide test" role="group" aria-label={t('known.test', { number: index + 1 })}>
            <div className="test-head">
              <Segmented label={t('known.result', { number: index + 1 })} value={test.result} segments={[{ value: 'negative', label: t('known.negative') }, { value: 'positive', label: t('known.positive') }]} onChange={(result) => changeTest(index, { result })} />
              <IconButton icon={Trash2} label={t('known.removeTest', { number: index + 1 })} onPress={() => change({ tests: tests.filter((_, place) => place !== index) })} />
            </div>
            <div className="fields">
              <ProbabilityField label={t('known.sensitivity')} value={test.sensitivity} onChange={(sensitivity) => { if (sensitivity !== null) changeTest(index, { sensitivity }); }} />
              <ProbabilityField label={t('known.specificity')} value={test.specificity} onChange={(specificity) => { if (specificity !== null) changeTest(index, { specificity }); }} />
            </div>
          </div>
        ))}
        {tests.length === 0 ? null : <p className="hint-line wide">{t('known.testHint')}</p>}
        <div className="wide acts">
          <Button icon={Plus} isDisabled={tests.length >= mostTests} onPress={() => change({ tests: [...tests, usualTest] })}>{t('known.addTest')}</Button>
        </div>
        {isFounder ? (
          <ProbabilityField
            className="wide"
            label={t('known.frequency')}
            hint={t('known.frequencyHint')}
            writes="fraction"
            mayBeEmpty
            value={known.alleleFrequency === null ? null : carrierFrequency(mode, known.alleleFrequency)}
            onChange={(carriers) => change({ alleleFrequency: carriers === null ? null : alleleFrequencyFrom(mode, carriers) })}
          />
        ) : null}
      </div>
    </section>
  );
}

/** Of whom nothing is known there is no entry. */
function withEvidence(evidence: Readonly<Record<string, PersonEvidence>>, id: string, known: PersonEvidence): Readonly<Record<string, PersonEvidence>> {
  const others = Object.fromEntries(Object.entries(evidence).filter(([other]) => other !== id));
  return known.copies === null && known.tests.length === 0 && known.alleleFrequency === null ? others : { ...others, [id]: known };
}
