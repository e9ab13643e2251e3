import { Select } from '#renderer/components/select.tsx';
import type { ShownSegregation } from '#renderer/features/findings/use-finding-segregation.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { FindingSegregation } from '#shared/casefile/finding-segregation.ts';
import { inheritanceModes } from '#shared/inheritance/mode.ts';
import type { Family } from '#shared/pedigree/family.ts';

/** What the genotypes of the drawn family say for or against the variant. */
export function SegregationPanel({ family, segregation, personLabel }: { readonly family: Family; readonly segregation: ShownSegregation; readonly personLabel: (id: string) => string }) {
  const t = useWords('findings');
  return (
    <section className="segregation">
      <h3>{t('segregation.title')}</h3>
      {segregation.conditionId === null ? (
        <p className="muted">{t('segregation.noCondition')}</p>
      ) : (
        <div className="line">
          <Select label={t('segregation.condition')} hidesLabel value={segregation.conditionId} choices={family.conditions.map(({ id, name }) => ({ value: id, label: name }))} onChange={segregation.setConditionId} />
          <Select label={t('segregation.mode')} hidesLabel className="mode" value={segregation.mode} choices={inheritanceModes.map((mode) => ({ value: mode, label: mode }))} onChange={segregation.setMode} />
          <p>{segregation.answer === null ? null : segregationWords(segregation.answer, personLabel, t)}</p>
        </div>
      )}
    </section>
  );
}

function segregationWords(answer: FindingSegregation, personLabel: (id: string) => string, t: ReturnType<typeof useWords<'findings'>>): string {
  if (answer.kind === 'untold') return t(`segregation.${answer.reason}`);
  const { impossible, evidence, strength, lod, meioses } = answer.found;
  if (impossible.length > 0) return t('segregation.impossible', { people: impossible.map(personLabel).join(', ') });
  if (evidence === 'BS4') return t('segregation.against');
  const figures = { lod: lod.toFixed(2), meioses: meioses.toFixed(1) };
  return evidence === null || strength === null ? t('segregation.neither', figures) : t('segregation.for', { ...figures, evidence, strength: t(`strength.${strength}`) });
}
