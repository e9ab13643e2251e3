import { Segmented } from '#renderer/components/segmented.tsx';
import { conflictWords, type Names } from '#renderer/features/family/dialogs/conflict-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { MergeConflict } from '#shared/pedigree/merge/combine-families.ts';

interface MergeChoicesProps {
  readonly conflicts: readonly MergeConflict[];
  readonly names: Names;
  readonly taken: readonly string[];
  readonly onChange: (taken: readonly string[]) => void;
}

/** One line for each thing that the two families say differently; what is here stays unless the file is chosen. */
export function MergeChoicesList({ conflicts, names, taken, onChange }: MergeChoicesProps) {
  const t = useWords('family');
  return (
    <section>
      <h3 className="h3">{t('import.conflicts')}</h3>
      <ul className="merge-choices">
        {conflicts.map((conflict) => {
          const { what, existing, incoming } = conflictWords(conflict, names);
          return (
            <li key={conflict.key}>
              <span className="grow">{what}</span>
              <Segmented
                label={what}
                value={taken.includes(conflict.key) ? 'incoming' : 'existing'}
                segments={[
                  { value: 'existing', label: t('import.keepOwn', { value: existing }) },
                  { value: 'incoming', label: t('import.takeTheirs', { value: incoming }) },
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
