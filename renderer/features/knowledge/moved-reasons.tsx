import { useQueryOf } from '#renderer/client/queries.tsx';
import { ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { formatLog10, formatProbability } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { MovedDisease, MovedTerm } from '#shared/contract/advice-procedures.ts';

/** Diseases told of, and of each the findings whose annotation changed. */
const toldDiseases = 3;
const toldTerms = 4;

/** Why a release moved a case: which disease went where, and which annotation changed. */
export function MovedReasons({ caseId }: { readonly caseId: string }) {
  const t = useWords('knowledge');
  const shown = useQueryOf('reanalysis.show', { caseId });
  if (shown.data === undefined) return shown.error === null ? <Skeleton lines={3} /> : <ErrorState error={shown.error} onRetry={() => void shown.refetch()} isSmall />;
  const { olderRelease, newerRelease, isOlderInstalled, diseases } = shown.data;
  return (
    <>
      <p className="muted sm num">{t(isOlderInstalled ? 'moved.releases' : 'moved.olderGone', { older: olderRelease, newer: newerRelease })}</p>
      {diseases.slice(0, toldDiseases).map((disease) => (
        <Disease key={disease.diseaseId} disease={disease} isExplained={isOlderInstalled} />
      ))}
    </>
  );
}

function Disease({ disease, isExplained }: { readonly disease: MovedDisease; readonly isExplained: boolean }) {
  const t = useWords('knowledge');
  const sideText = (side: MovedTerm['before']): string => {
    if (side === null || side.matchedLabel === null) return t('moved.notDescribed');
    return side.frequencyText === null ? side.matchedLabel : t('moved.described', { label: side.matchedLabel, frequency: side.frequencyText });
  };
  const standing = (place: MovedDisease['before']): string => (place === null ? t('moved.unplaced') : t('moved.place', { rank: place.rank, probability: formatProbability(place.probability) }));
  return (
    <div className="moved-disease">
      <p>
        <b>{disease.name}</b> <span className="num">{t('moved.fromTo', { before: standing(disease.before), after: standing(disease.after) })}</span>
      </p>
      {disease.isNew ? <p className="sub sm">{t('moved.isNew')}</p> : isExplained && disease.terms.length === 0 ? <p className="sub sm">{t('moved.others')}</p> : null}
      <ul>
        {disease.terms.slice(0, toldTerms).map((term) => (
          <li key={term.termId} className="num sm">
            {t('moved.term', { label: term.label, before: sideText(term.before), after: sideText(term.after), change: formatLog10((term.after?.log10LikelihoodRatio ?? 0) - (term.before?.log10LikelihoodRatio ?? 0)) })}
          </li>
        ))}
      </ul>
    </div>
  );
}
