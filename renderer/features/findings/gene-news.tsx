import { Check } from 'lucide-react';
import { useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ClassTag } from '#renderer/features/findings/class-tag.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import type { Finding } from '#shared/casefile/finding.ts';
import type { GeneNews } from '#shared/contract/finding-procedures.ts';

/** Findings of every case in whose gene the release in use sees other diseases than the one before, and who would have to be told. */
export function GeneNewsList({ onShow }: { readonly onShow: (caseId: string, findingId: string) => void }) {
  const t = useWords('findings');
  const news = useQueryOf('finding.geneNews', {}).data ?? [];
  const [first] = news;
  if (first === undefined) return null;
  const label = t('news.list', { count: news.length, release: first.newerRelease });
  return (
    <>
      <h3>{label}</h3>
      <ul className="watched" aria-label={label}>
        {news.map((item) => (
          <li key={item.findingId}>
            <div className="what"><Button variant="quiet" onPress={() => onShow(item.caseId, item.findingId)}>{item.name}</Button> <span className="muted">{item.reference}</span> <ClassTag classification={item.classification} /></div>
            <GeneChanges news={item} />
            <p className="muted">{item.carriers.length === 0 ? t('watch.nobody') : t('watch.carriers', { people: item.carriers.map(({ name, isProband }) => name || (isProband ? t('watch.proband') : t('watch.relative'))).join(', ') })}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The same for the finding on the screen, until somebody says that its class stays or records another. */
export function GeneNewsOfFinding({ finding, personLabel }: { readonly finding: Finding; readonly personLabel: (id: string) => string }) {
  const t = useWords('findings');
  const weigh = useCommand('finding.weighGeneNews');
  const news = useQueryOf('finding.geneNews', {}).data?.find(({ findingId }) => findingId === finding.id);
  if (news === undefined) return null;
  const { gene, newerRelease, carriers } = news;
  return (
    <section className="assertion-watch" aria-label={t('news.here', { gene })}>
      <h2>{t('news.here', { gene })}</h2>
      <p className="muted">{t('news.since', { newer: newerRelease, older: news.olderRelease })}</p>
      <GeneChanges news={news} />
      <p>{carriers.length === 0 ? t('watch.nobody') : t('watch.carriers', { people: carriers.map(({ personId }) => personLabel(personId)).join(', ') })}</p>
      <div><Button icon={Check} isDisabled={weigh.isPending} onPress={() => weigh.mutate({ findingId: finding.id, version: finding.version, release: newerRelease })}>{t('watch.stays')}</Button> <span className="muted">{t('watch.orClassify')}</span></div>
    </section>
  );
}

function GeneChanges({ news: { gained, lost, inheritance } }: { readonly news: GeneNews }) {
  const t = useWords('findings');
  const modes = (names: readonly string[]): string => (names.length === 0 ? t('news.noMode') : names.join(', '));
  return (
    <ul className="gene-changes">
      {gained.map(({ id, name, inheritance: of }) => <li key={id}><b>{t('news.gained')}</b> {name} <span className="muted">{[id, ...of].join(', ')}</span></li>)}
      {lost.map(({ id, name }) => <li key={id}><b>{t('news.lost')}</b> {name} <span className="muted">{id}</span></li>)}
      {inheritance.map(({ id, name, before, inheritance: after }) => <li key={id}><b>{t('news.mode')}</b> {name}: {modes(before)} <span aria-hidden="true">→</span> {modes(after)} <span className="muted">{id}</span></li>)}
    </ul>
  );
}
