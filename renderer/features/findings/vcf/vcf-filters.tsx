import { ListPlus } from 'lucide-react';
import { useClient } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Select } from '#renderer/components/select.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { readLimit, type VcfQuestion } from '#renderer/features/findings/vcf/vcf-question.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { selectionModes } from '#shared/variant/selection/fit-mode.ts';
import { leastEffects } from '#shared/variant/vcf/consequence-terms.ts';

interface VcfFiltersProps {
  readonly caseId: string;
  readonly question: VcfQuestion;
  readonly hasGenes: boolean;
  readonly hasConsequences: boolean;
  readonly onChange: (question: VcfQuestion) => void;
}

const candidateCount = 50;

/** How it is inherited, and what narrows it down. */
export function VcfFiltersForm({ caseId, question, hasGenes, hasConsequences, onChange }: VcfFiltersProps) {
  const t = useWords('vcfImport');
  const client = useClient();
  const set = (change: Partial<VcfQuestion>): void => onChange({ ...question, ...change });
  const takeCandidates = async (): Promise<void> => {
    const { excludedMode } = await client.call('settings.read', {});
    const { candidates } = await client.call('ranking.rank', { caseId, excludedMode, limit: candidateCount });
    set({ genes: [...new Set(candidates.flatMap(({ genes }) => genes))].join(' ') });
  };
  const numberField = (field: 'frequency' | 'quality' | 'genotypeQuality', most: number, example: string) => (
    <TextField label={t(`filters.${field}`)} value={question[field]} onChange={(text) => set({ [field]: text })} problem={readLimit(question[field], most) === null ? t('filters.number', { example }) : null} autoComplete="off" inputMode="decimal" />
  );
  return (
    <section className="vcf-filters" aria-label={t('filters.title')}>
      <h3 className="h3">{t('filters.title')}</h3>
      <div className="row">
        <Select label={t('filters.mode')} value={question.mode} choices={selectionModes.map((value) => ({ value, label: t(`mode.${value}`) }))} onChange={(mode) => set({ mode })} />
        <Select label={t('filters.effect')} value={question.leastEffect} isDisabled={!hasConsequences} choices={leastEffects.map((value) => ({ value, label: t(`effect.${value}`) }))} onChange={(leastEffect) => set({ leastEffect })} />
      </div>
      <div className="row">
        {numberField('frequency', 1, '0.001')}
        {numberField('quality', Infinity, '30')}
        {numberField('genotypeQuality', Infinity, '20')}
      </div>
      <TextField label={t('filters.genes')} rows={2} value={question.genes} onChange={(genes) => set({ genes })} hint={t('filters.genesHint')} isDisabled={!hasGenes} spellCheck="false" />
      <div><Button icon={ListPlus} isDisabled={!hasGenes} onPress={() => void takeCandidates().catch(() => undefined)}>{t('filters.candidates')}</Button></div>
      <TextField label={t('filters.regions')} value={question.regions} onChange={(regions) => set({ regions })} hint={t('filters.regionsHint')} autoComplete="off" spellCheck="false" />
      <Checkbox isSelected={question.passOnly} onChange={(passOnly) => set({ passOnly })}>{t('filters.pass')}</Checkbox>
      {question.mode === 'dominant' || question.mode === 'xlinked' ? <Checkbox isSelected={question.reducedPenetrance} onChange={(reducedPenetrance) => set({ reducedPenetrance })}>{t('filters.penetrance')}</Checkbox> : null}
      {question.mode === 'denovo' ? <Checkbox isSelected={question.includeUncalled} onChange={(includeUncalled) => set({ includeUncalled })}>{t('filters.uncalled')}</Checkbox> : null}
    </section>
  );
}
