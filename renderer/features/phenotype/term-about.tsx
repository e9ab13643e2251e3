import { Replace } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import { goTo } from '#renderer/state/place.ts';
import type { TermCard } from '#shared/contract/knowledge-procedures.ts';

/** Narrower terms shown before asking for the rest. */
const fewLinks = 8;

/** What the term means in the installed release, and the terms that could stand in its place. */
export function TermAbout({ termId, onReplace }: { readonly termId: string; readonly onReplace: (termId: string) => void }) {
  const t = useWords('phenotype');
  const term = useQueryOf('term.show', { termId });
  if (term.error?.kind === 'not-found') return (
      <EmptyState isSmall title={t('inspector.unknownTitle')} text={t('inspector.unknownText')}>
        <Button className="btn" onPress={() => goTo({ kind: 'knowledge' })}>
          {t('inspector.openKnowledge')}
        </Button>
      </EmptyState>
    );
  if (term.error !== null) return <ErrorState isSmall error={term.error} onRetry={() => void term.refetch()} />;
  if (term.data === undefined) return <Skeleton lines={3} />;
  const { definition, comment, diseaseCount, synonyms } = term.data;
  const familyWords = synonyms.filter((synonym) => synonym.isLayperson).map((synonym) => synonym.text);
  const others = synonyms.filter((synonym) => !synonym.isLayperson).map((synonym) => synonym.text);
  return (
    <section className="term-about">
      <h3>{t('inspector.term')} <span className="n num">{t('inspector.diseaseCount', { count: diseaseCount })}</span></h3>
      {definition === null ? <NoDefinition /> : <p>{definition}</p>}
      {comment === null ? null : <p className="sub">{comment}</p>}
      {familyWords.length === 0 ? null : <p><span className="muted">{t('inspector.inFamilyWords')}:</span> {familyWords.join(', ')}</p>}
      {others.length === 0 ? null : <p><span className="muted">{t('inspector.also')}:</span> {others.join(', ')}</p>}
      <Links title={t('inspector.broader')} links={term.data.parents} onReplace={onReplace} />
      <Links title={t('inspector.narrower')} links={term.data.children} onReplace={onReplace} />
    </section>
  );
}

/** The starter catalogue has names and synonyms only; a full release has the definitions too. */
function NoDefinition() {
  const t = useWords('phenotype');
  const isStarter = useQueryOf('app.state', {}).data?.knowledge?.kind === 'starter';
  if (!isStarter) return <p className="sub">{t('tree.noDefinition')}</p>;
  return (
    <p className="sub">
      {t('inspector.starterNoDefinition')}{' '}
      <Button className="link" onPress={() => goTo({ kind: 'knowledge' })}>
        {t('inspector.starterInstall')}
      </Button>
    </p>
  );
}

function Links({ title, links, onReplace }: { readonly title: string; readonly links: TermCard['parents']; readonly onReplace: (termId: string) => void }) {
  const t = useWords('phenotype');
  const [showsAll, setShowsAll] = useState(false);
  if (links.length === 0) return null;
  const shown = showsAll ? links : links.slice(0, fewLinks);
  return (
    <div className="links">
      <h4>{title}</h4>
      <ul>
        {shown.map((link) => (
          <li key={link.id}>
            <Button className="swap" aria-label={t('inspector.replaceBy', { label: link.label })} onPress={() => onReplace(link.id)}>
              <span>{link.label}</span>
              <Replace size={13} aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ul>
      {links.length > shown.length ? <Button className="link" onPress={() => setShowsAll(true)}>{t('inspector.showMore', { count: links.length - shown.length })}</Button> : null}
    </div>
  );
}
