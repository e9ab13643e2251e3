import { useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { StateMark } from '#renderer/components/state-mark.tsx';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { openCase } from '#renderer/state/place.ts';
import { selectPhenotypePerson } from '#renderer/state/selection.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

/** The findings recorded of this person, and the way to the screen where they are. */
export function FeaturesPanel({ individual }: { readonly individual: Individual }) {
  const t = useWords('family');
  const { caseId } = useFamilyView();
  const shown = useQueryOf('case.show', { caseId });
  if (shown.data === undefined) return shown.error === null ? <Skeleton lines={3} /> : <ErrorState isSmall error={shown.error} onRetry={() => void shown.refetch()} />;
  const features = shown.data.features.filter(({ personId }) => personId === individual.id);
  return (
    <section>
      {features.length === 0 ? <p className="hint-line">{t('features.none')}</p> : null}
      <ul className="feature-lines">
        {features.map((feature) => (
          <li key={feature.id}>
            <StateMark state={feature.state} /> {feature.label}
          </li>
        ))}
      </ul>
      <div className="acts">
        <Button
          onPress={() => {
            selectPhenotypePerson(caseId, individual.id);
            openCase(caseId, 'phenotype');
          }}
        >
          {t('features.open')}
        </Button>
      </div>
    </section>
  );
}
