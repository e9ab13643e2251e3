import { Check } from 'lucide-react';
import { useCommand } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ClassTag } from '#renderer/features/findings/class-tag.tsx';
import { assertionSource } from '#renderer/features/findings/assertion-source.ts';
import { formatInstantDay } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useToday } from '#renderer/state/use-today.ts';
import { isCarried, type Finding } from '#shared/casefile/finding.ts';

/** What a public list says of this finding and nobody has looked at yet, and who has the variant: they would have to be told. */
export function AssertionWatch({ finding, personLabel }: { readonly finding: Finding; readonly personLabel: (id: string) => string }) {
  const t = useWords('findings');
  const today = useToday();
  const review = useCommand('finding.reviewAssertion');
  const open = finding.assertions.filter(({ importedAt, reviewedAt }) => importedAt !== undefined && reviewedAt === undefined);
  if (open.length === 0) return null;
  const carriers = finding.genotypes.filter(isCarried).map(({ personId }) => personLabel(personId));
  return (
    <section className="assertion-watch" aria-label={t('watch.here')}>
      <h2>{t('watch.here')}</h2>
      <ul>
        {open.map((assertion) => (
          <li key={`${assertion.source} ${assertion.accession}`}>
            {assertion.classification === null ? <b>{assertion.wording}</b> : <ClassTag classification={assertion.classification} />} <span>{assertionSource(assertion, today)}</span>
            {assertion.importedAt === undefined ? null : <small>{t('watch.imported', { date: formatInstantDay(assertion.importedAt, today) })}</small>}
          </li>
        ))}
      </ul>
      <p>{carriers.length === 0 ? t('watch.nobody') : t('watch.carriers', { people: carriers.join(', ') })}</p>
      <div><Button icon={Check} isDisabled={review.isPending} onPress={() => review.mutate({ findingId: finding.id, version: finding.version })}>{t('watch.stays')}</Button> <span className="muted">{t('watch.orClassify')}</span></div>
    </section>
  );
}
