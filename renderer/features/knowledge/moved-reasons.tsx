import { useQueryOf } from '#renderer/client/queries.tsx';
import { ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { movedLines, type MovedLine } from '#renderer/features/knowledge/moved-lines.ts';
import { formatLog10, formatNumber, formatProbability } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { MovedDisease, MovedTerm } from '#shared/contract/advice-procedures.ts';

/** A sum that changed by less moves a probability by a quarter at most: the move came from the others. log10 likelihood ratio. */
const hardlyChanged = 0.1;

/** Why a release moved a case: which disease went where, and which annotation changed. */
export function MovedReasons({ caseId }: { readonly caseId: string }) {
  const t = useWords('knowledge');
  const shown = useQueryOf('reanalysis.show', { caseId });
  if (shown.data === undefined) return shown.error === null ? <Skeleton lines={3} /> : <ErrorState error={shown.error} onRetry={() => void shown.refetch()} isSmall />;
  const { olderRelease, newerRelease, isOlderInstalled, noneOfThese, diseases } = shown.data;
  return (
    <>
      <p className="muted sm num">{t(isOlderInstalled ? 'moved.releases' : 'moved.olderGone', { older: olderRelease, newer: newerRelease })}</p>
      {diseases.length === 0 ? <p className="sub sm">{t('moved.nothing')}</p> : null}
      {diseases.map((disease) => (
        <Disease key={disease.diseaseId} disease={disease} isExplained={isOlderInstalled} />
      ))}
      {noneOfThese === null ? null : <p className="sub num">{t('moved.noneOfThese', { before: formatProbability(noneOfThese.before), after: formatProbability(noneOfThese.after) })}</p>}
    </>
  );
}

function Disease({ disease, isExplained }: { readonly disease: MovedDisease; readonly isExplained: boolean }) {
  const t = useWords('knowledge');
  const { name, before, after, isNew, isGone, change, terms } = disease;
  const standing = (place: MovedDisease['before'], isUnknown: boolean): string => {
    if (isUnknown) return t('moved.unknown');
    return place === null ? t('moved.unplaced') : t('moved.place', { rank: formatNumber(place.rank), probability: formatProbability(place.probability) });
  };
  return (
    <div className="moved-disease">
      <p>
        <b>{name}</b> <span className="num">{t('moved.fromTo', { before: standing(before, isNew), after: standing(after, isGone) })}</span>
      </p>
      {!isExplained ? null : (
        <>
          {isNew || isGone ? <p className="sub sm">{t(isNew ? 'moved.isNew' : 'moved.isGone')}</p> : null}
          {change === null ? null : <p className="sub sm num">{terms.length === 0 ? t('moved.sameAnnotations') : null} {Math.abs(change.score) < hardlyChanged ? t('moved.others') : null} {t('moved.change', { change: formatLog10(change.score) })}</p>}
          <ul>
            {movedLines(disease).map((line) => (
              <li key={line.kind === 'term' ? line.term.termId : line.kind} className="num sm"><LineText line={line} /> <b>{formatLog10(line.change)}</b></li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function LineText({ line }: { readonly line: MovedLine }) {
  const t = useWords('knowledge');
  const sideText = (side: MovedTerm['before']): string => {
    if (side === null || side.matchedLabel === null) return t('moved.notDescribed');
    return side.frequencyText === null ? side.matchedLabel : t('moved.described', { label: side.matchedLabel, frequency: side.frequencyText });
  };
  switch (line.kind) {
    case 'term':
      return line.isOnlyIn === null ? t('moved.term', { label: line.term.label, before: sideText(line.term.before), after: sideText(line.term.after) }) : t('moved.termOnly', { label: line.term.label, described: sideText(line.term[line.isOnlyIn]) });
    case 'more-terms':
      return t('moved.moreTerms', { count: line.count, formatted: formatNumber(line.count) });
    case 'gene':
      return t('moved.gene');
    case 'description':
      return t('moved.description');
    case 'rest':
      return t('moved.rest');
  }
}
