import { ClassTag } from '#renderer/features/findings/class-tag.tsx';
import { formatInstantDay } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useToday } from '#renderer/state/use-today.ts';
import type { Finding } from '#shared/casefile/finding.ts';
import { criteria as published } from '#shared/variant/acmg/criteria.ts';
import type { ClassificationEntry } from '#shared/variant/variant.ts';

/** Who classified it when, by what and why, newest first. */
export function ClassificationHistory({ finding }: { readonly finding: Finding }) {
  const t = useWords('findings');
  const today = useToday();
  if (finding.classifications.length === 0) return null;
  return (
    <section className="class-history">
      <h3>{t('history.title')}</h3>
      <ol>
        {finding.classifications.toReversed().map((entry, place) => (
          <li key={`${entry.at} ${String(place)}`}>
            <ClassTag classification={entry.classification} />
            <span className="num">{criteriaWords(entry)}</span>
            <span className="muted">{t('history.line', { date: formatInstantDay(entry.at, today), by: entry.by })}</span>
            {entry.why === '' ? null : <p>{entry.why}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** `PM2, PS3_moderate`, as laboratories write it. */
const criteriaWords = ({ criteria }: ClassificationEntry): string => criteria.map(({ code, strength }) => (published[code].strength === strength ? code : `${code}_${strength}`)).join(', ');
