import { Bell } from 'lucide-react';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { selectTrial } from '#renderer/state/selection.ts';

/** What the last imports brought for this case: followed studies that changed, and new ones of its disease. */
export function TrialNewsBar({ caseId }: { readonly caseId: string }) {
  const t = useWords('trials');
  const [news] = useQueryOf('trial.news', { caseId }).data ?? [];
  if (news === undefined) return null;
  return (
    <section className="trial-news" aria-label={t('news.label')}>
      <Bell size={15} strokeWidth={1.6} aria-hidden />
      <ul>
        {news.changed.map(({ trackingId, studyId, title, changes }) => (
          <li key={trackingId}><button type="button" className="link" onClick={() => selectTrial(caseId, studyId)}>{title}</button> {[...new Set(changes.map(({ kind }) => t(`change.${kind}`)))].join(', ')}</li>
        ))}
        {news.fresh.map(({ studyId, title }) => (
          <li key={studyId}><button type="button" className="link" onClick={() => selectTrial(caseId, studyId)}>{title}</button> {t('news.fresh')}</li>
        ))}
      </ul>
    </section>
  );
}
