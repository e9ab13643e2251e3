import { useEffect, useRef } from 'react';
import { Tag } from '#renderer/components/tag.tsx';
import { countWords, fitWords, phaseWords, siteWords, statusWords } from '#renderer/features/trials/trial-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { TrialMatchRow } from '#shared/contract/trial-procedures.ts';

interface TrialListProps {
  readonly matches: readonly TrialMatchRow[];
  readonly selectedId: string | null;
  readonly onSelect: (studyId: string) => void;
}

/** The studies that may concern the case, best first. */
export function TrialList({ matches, selectedId, onSelect }: TrialListProps) {
  const t = useWords('trials');
  const current = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which is no clean-up.
    void current.current?.scrollIntoView({ block: 'nearest' });
  }, [selectedId]);
  return (
    <ul className="trial-list" aria-label={t('list.label')}>
      {matches.map((match) => (
        <li key={match.studyId}>
          <button type="button" ref={match.studyId === selectedId ? current : null} aria-current={match.studyId === selectedId} onClick={() => onSelect(match.studyId)}>
            <span className="tags">
              <b>{statusWords(match.status)}</b>
              {match.state === null ? null : <Tag tone="accent">{t(`state.${match.state}`)}</Tag>}
              {match.isNew ? <Tag tone="warn">{t('list.new')}</Tag> : null}
            </span>
            <span className="title">{match.title}</span>
            <small className={match.counts.notMet > 0 ? 'num has-against' : 'num'}>{countWords(match.counts)}</small>
            <small>{[phaseWords(match.phases), siteWords(match.nearest)].filter((part) => part !== '').join(' · ')}</small>
            <small>{fitWords(match.fit)}</small>
          </button>
        </li>
      ))}
    </ul>
  );
}
