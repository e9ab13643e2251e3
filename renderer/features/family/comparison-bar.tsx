import { GitCompareArrows, X } from 'lucide-react';
import { useState } from 'react';
import { Button, IconButton } from '#renderer/components/button.tsx';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import type { Comparison } from '#renderer/features/family/use-comparison.ts';
import { PersonLink } from '#renderer/features/family/person-link.tsx';
import { formatInstant } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';

/** Says with which version is compared and what is different; the drawing and the list mark who it is about. */
export function ComparisonBar({ comparison }: { readonly comparison: Comparison }) {
  const t = useWords('family');
  const { individualOf } = useFamilyView();
  const [isOpen, setOpen] = useState(false);
  const { version, all, choose } = comparison;
  if (version === null) return null;
  const people = [...(all?.byPerson ?? [])].filter(([id]) => individualOf(id) !== undefined);
  return (
    <div className="comparison" role="region" aria-label={t('compare.label')}>
      <div className="comparison-line">
        <GitCompareArrows size={16} strokeWidth={1.6} aria-hidden />
        <span className="grow num">
          {t('compare.since', { when: formatInstant(version.at), label: version.label })}{' '}
          {all === null ? null : <b>{t('compare.counts', { added: all.addedCount, changed: all.changedCount, removed: all.removed.length })}</b>}
        </span>
        <Button variant="quiet" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>{isOpen ? t('compare.hide') : t('compare.show')}</Button>
        <IconButton icon={X} label={t('compare.end')} onPress={() => choose(null)} />
      </div>
      {!isOpen || all === null ? null : (
        <ul className="comparison-list">
          {people.map(([id, change]) => (
            <li key={id}>
              <PersonLink individualId={id} /> {change.said.join('; ')}
            </li>
          ))}
          {all.removed.map((said) => <li key={said}>{said}</li>)}
          {all.others.map((said) => <li key={said}>{said}</li>)}
        </ul>
      )}
    </div>
  );
}
