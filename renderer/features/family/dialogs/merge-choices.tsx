import { Segmented } from '#renderer/components/segmented.tsx';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { individualName } from '#renderer/features/family/individual-words.ts';
import { saidValue } from '#renderer/features/family/version-changes.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { MergeConflict } from '#shared/pedigree/merge/combine-families.ts';

/** One line for each thing that the two families say differently; what is here stays unless the file is chosen. */
export function MergeChoicesList({ conflicts, taken, onChange }: { readonly conflicts: readonly MergeConflict[]; readonly taken: readonly string[]; readonly onChange: (taken: readonly string[]) => void }) {
  const t = useWords('family');
  const { individualOf, numberOf } = useFamilyView();
  return (
    <section>
      <h3 className="h3">{t('import.conflicts')}</h3>
      <ul className="merge-choices">
        {conflicts.map((conflict) => {
          const individual = individualOf(conflict.individualId);
          const who = individual === undefined ? '' : `${individualName(individual)} ${numberOf(individual.id)}`;
          const what = `${who} ${factWords(conflict.fact)}`.trim();
          return (
            <li key={conflict.key}>
              <span className="grow">{what}</span>
              <Segmented
                label={what}
                value={taken.includes(conflict.key) ? 'incoming' : 'existing'}
                segments={[
                  { value: 'existing', label: t('import.keepOwn', { value: saidValue(conflict.existing) }) },
                  { value: 'incoming', label: t('import.takeTheirs', { value: saidValue(conflict.incoming) }) },
                ]}
                onChange={(chosen) => onChange(chosen === 'incoming' ? [...taken, conflict.key] : taken.filter((key) => key !== conflict.key))}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** `ageAtDeath` as `age at death`: fields are named by the words of the field. */
const factWords = (fact: string): string => fact.replaceAll(/([A-Z])/g, ' $1').toLowerCase();
