import { useState } from 'react';
import { Segmented } from '#renderer/components/segmented.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { DraftFailure } from '#renderer/components/draft-failure.tsx';
import { AboutPopover } from '#renderer/features/family-risk/about-popover.tsx';
import { penetranceTableText, readPenetranceTable } from '#renderer/features/family-risk/penetrance-text.ts';
import { ProbabilityField } from '#renderer/features/family-risk/probability-field.tsx';
import type { RiskModelDraft } from '#renderer/features/family-risk/use-risk-model.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { alleleFrequencyFrom, carrierFrequency } from '#shared/inheritance/carrier-frequency.ts';
import type { InheritanceMode, ModeParameters } from '#shared/inheritance/mode.ts';
import type { RiskModel } from '#shared/inheritance/risk-model.ts';

interface ModelProps {
  readonly mode: InheritanceMode;
  readonly parameters: ModeParameters;
  readonly draft: RiskModelDraft;
}

/** Of a parent with a mosaic germ line, until somebody knows better. */
const usualMosaicShare = 0.1;

/** The numbers that are reckoned with, each of which can be changed. */
export function ModelSection({ mode, parameters, draft }: ModelProps) {
  const t = useWords('risk');
  const { values, setNow } = draft;
  const share = (field: 'phenocopyRate' | 'mutationRate', label: string) => (
    <ProbabilityField label={label} value={values[field]} onChange={(value) => { if (value !== null) setNow(field, value); }} />
  );
  const mosaicism = values.germlineMosaicism;
  return (
    <section className="model" aria-label={t('model.title')}>
      <h3>
        {t('model.title')}
        <span className="n"><AboutPopover title={t('model.title')} text={t('model.about')} /></span>
      </h3>
      <div className="fields">
        <ProbabilityField label={t('model.alleleFrequency')} value={parameters.alleleFrequency} onChange={(value) => setNow('alleleFrequency', value)} mayBeEmpty />
        <ProbabilityField
          label={t(`model.carrierFrequency.${mode}`)}
          writes="fraction"
          value={carrierFrequency(mode, parameters.alleleFrequency)}
          onChange={(carriers) => setNow('alleleFrequency', carriers === null ? null : alleleFrequencyFrom(mode, carriers))}
          mayBeEmpty
        />
        {values.alleleFrequency === null ? <p className="hint-line wide">{t('model.usualFrequency')}</p> : null}
        <PenetranceField key={values.penetrance?.kind ?? 'constant'} penetrance={values.penetrance} parameters={parameters} onChange={(penetrance) => setNow('penetrance', penetrance)} />
        {share('phenocopyRate', t('model.phenocopies'))}
        {share('mutationRate', t('model.mutation'))}
        <ProbabilityField
          label={t('model.mosaicism')}
          value={mosaicism?.probability ?? 0}
          onChange={(probability) => setNow('germlineMosaicism', probability === null || probability === 0 ? null : { probability, transmittedShare: mosaicism?.transmittedShare ?? usualMosaicShare })}
        />
        {mosaicism === null ? null : <ProbabilityField label={t('model.mosaicShare')} value={mosaicism.transmittedShare} onChange={(transmittedShare) => { if (transmittedShare !== null) setNow('germlineMosaicism', { ...mosaicism, transmittedShare }); }} />}
      </div>
      <DraftFailure draft={draft} />
    </section>
  );
}

interface PenetranceProps {
  readonly penetrance: RiskModel['penetrance'];
  readonly parameters: ModeParameters;
  readonly onChange: (penetrance: RiskModel['penetrance']) => void;
}

/** As good as any to begin from, and to be replaced. */
const firstTable = [{ ageInYears: 30, cumulative: 0.1 }, { ageInYears: 50, cumulative: 0.5 }, { ageInYears: 70, cumulative: 0.8 }] as const;

function PenetranceField({ penetrance, parameters, onChange }: PenetranceProps) {
  const t = useWords('risk');
  const [typed, setTyped] = useState<string | null>(null);
  const kind = penetrance?.kind ?? 'constant';
  const constant = parameters.penetrance.kind === 'constant' ? parameters.penetrance.probability : 1;
  const take = (): void => {
    const points = typed === null ? null : readPenetranceTable(typed);
    if (points === null) return;
    setTyped(null);
    onChange({ kind: 'table', points });
  };
  return (
    <div className="wide penetrance">
      <div className="penetrance-head">
        <span className="label-line">{t('model.penetrance')}</span>
        <Segmented label={t('model.penetranceKind')} value={kind} segments={[{ value: 'constant', label: t('model.penetrance.constant') }, { value: 'table', label: t('model.penetrance.table') }]} onChange={(next) => onChange(next === 'constant' ? null : { kind: 'table', points: firstTable })} />
      </div>
      {penetrance?.kind === 'table' ? (
        <TextField label={t('model.penetranceTable')} hint={t('model.penetranceTableHint')} rows={4} value={typed ?? penetranceTableText(penetrance.points)} onChange={setTyped} onBlur={take} problem={typed !== null && readPenetranceTable(typed) === null ? t('model.penetranceProblem') : null} maxLength={1_000} />
      ) : (
        <ProbabilityField className="bare" label={t('model.penetrance')} value={constant} onChange={(probability) => onChange(probability === null ? null : { kind: 'constant', probability })} mayBeEmpty />
      )}
    </div>
  );
}
