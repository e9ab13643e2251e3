import { useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Tag } from '#renderer/components/tag.tsx';
import { formatInstantDay } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { openCase } from '#renderer/state/place.ts';
import { selectFinding } from '#renderer/state/selection.ts';
import { useToday } from '#renderer/state/use-today.ts';

/** Where else this vault holds the variant or its gene, and what was decided there; by reference, without names. */
export function FindingElsewhereList({ findingId }: { readonly findingId: string }) {
  const t = useWords('findings');
  const today = useToday();
  const elsewhere = useQueryOf('finding.elsewhere', { findingId }).data;
  if (elsewhere === undefined) return null;
  const show = (caseId: string, id: string): void => {
    selectFinding(caseId, id);
    openCase(caseId, 'findings');
  };
  return (
    <section className="elsewhere">
      <h3>{t('elsewhere.title')}</h3>
      {elsewhere.length === 0 ? <p className="muted">{t('elsewhere.none')}</p> : null}
      <ul>
        {elsewhere.map(({ findingId: id, caseId, reference, isSameVariant, name, decided }) => (
          <li key={id}>
            <Button variant="quiet" onPress={() => show(caseId, id)}>{reference || name}</Button> {isSameVariant ? <Tag tone="accent">{t('elsewhere.same')}</Tag> : <span>{name}</span>}
            <small>{decided === null ? t('elsewhere.undecided') : t('elsewhere.decided', { classification: t(`class.${decided.classification}`), date: formatInstantDay(decided.at, today), by: decided.by })}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
