import { TriangleAlert } from 'lucide-react';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { Feature } from '#shared/phenotype/feature.ts';

export type FeatureCheck = OutputOf<'term.check'>[number];

interface FeatureChecksProps {
  readonly checks: readonly FeatureCheck[];
  readonly feature: Feature;
  readonly onReplace: (termId: string) => void;
  readonly onShow: (featureId: string) => void;
}

/** What does not fit about the finding, each with the way to put it right. */
export function FeatureChecks({ checks, feature, onReplace, onShow }: FeatureChecksProps) {
  const t = useWords('phenotype');
  if (checks.length === 0) return null;
  return (
    <section className="checks">
      <h3><TriangleAlert size={14} aria-hidden="true" /> {t('check.title')}</h3>
      <ul>
        {checks.map((check) => {
          const other = check.featureIds.find((featureId) => featureId !== feature.id);
          return (
            <li key={`${check.rule} ${check.featureIds.join(' ')}`}>
              <p>{check.message}</p>
              {check.replacementId === null ? null : <ReplaceButton termId={check.replacementId} onReplace={onReplace} />}
              {other === undefined ? null : <Button variant="quiet" onPress={() => onShow(other)}>{t('check.show')}</Button>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function ReplaceButton({ termId, onReplace }: { readonly termId: string; readonly onReplace: (termId: string) => void }) {
  const t = useWords('phenotype');
  const label = useQueryOf('term.show', { termId }).data?.label;
  return <Button onPress={() => onReplace(termId)}>{label === undefined ? t('check.replace', { id: termId }) : t('inspector.replaceBy', { label })}</Button>;
}
