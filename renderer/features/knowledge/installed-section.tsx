import { BookOpen } from 'lucide-react';
import { useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { Tag } from '#renderer/components/tag.tsx';
import { formatDate, formatNumber } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { showToast } from '#renderer/state/toasts.ts';
import type { KnowledgeRelease } from '#shared/contract/app-procedures.ts';

export function InstalledSection() {
  const t = useWords('knowledge');
  const list = useQueryOf('knowledge.list', {});
  return (
    <section>
      <h2>{t('installed.title')}</h2>
      <p className="sub">{t('installed.text')}</p>
      {list.data === undefined ? (
        list.error === null ? <Skeleton lines={3} /> : <ErrorState error={list.error} onRetry={() => void list.refetch()} isSmall />
      ) : list.data.length === 0 ? (
        <EmptyState icon={BookOpen} title={t('installed.empty')} isSmall />
      ) : (
        <ul className="releases">
          {list.data.map((release) => (
            <ReleaseRow key={release.name} release={release} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ReleaseRow({ release }: { readonly release: KnowledgeRelease }) {
  const t = useWords('knowledge');
  const activate = useCommand('knowledge.activate');
  const verify = useQueryOf('knowledge.verify', { name: release.name }, { isEnabled: false });
  const isStarter = release.kind === 'starter';
  const title = isStarter ? t('release.starterTitle') : t('release.title', { version: release.ontologyVersion });
  const numbers = { diseases: formatNumber(release.diseaseCount), terms: formatNumber(release.termCount), annotations: formatNumber(release.annotationCount), version: release.annotationVersion };
  const use = (): void => activate.mutate({ name: release.name }, { onSuccess: () => showToast({ tone: 'calm', text: t('release.used', { name: title }) }) });
  return (
    <li className={release.isActive ? 'is-active' : ''}>
      <div className="release-head">
        <b>{title}</b>
        {release.isActive ? <Tag tone="accent">{t('release.active')}</Tag> : null}
        <span className="muted sm">{isStarter || release.name === release.ontologyVersion ? '' : release.name}</span>
      </div>
      <p className="sub num">{isStarter ? t('release.starterText', numbers) : t('release.text', numbers)}</p>
      {isStarter ? null : <Supplements supplements={release.supplements ?? []} />}
      {release.installedAt === null || isStarter ? null : <p className="muted sm num">{t('release.installedOn', { date: formatDate(release.installedAt.slice(0, 10)) })}</p>}
      <div className="acts">
        {release.isActive ? null : (
          <Button onPress={use} isDisabled={activate.isPending}>
            {t('release.use')}
          </Button>
        )}
        <Button onPress={() => void verify.refetch()} isDisabled={verify.isFetching}>
          {t(verify.isFetching ? 'release.verifying' : 'release.verify')}
        </Button>
        <span role="status" className="release-verdict">
          {verify.isFetching ? null : verify.error !== null ? <Tag tone="bad">{verify.error.message}</Tag> : verify.data === undefined ? null : verify.data.isIntact ? <Tag tone="good">{t('release.intact')}</Tag> : <Tag tone="bad">{t('release.damaged')}</Tag>}
        </span>
      </div>
      {verify.data?.isIntact === false ? (
        <ul className="problems">
          {verify.data.findings.map((finding) => (
            <li key={finding}>{finding}</li>
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** What the release holds beyond the HPO's own files, each with its terms of use. */
function Supplements({ supplements }: { readonly supplements: NonNullable<KnowledgeRelease['supplements']> }) {
  const t = useWords('knowledge');
  if (supplements.length === 0) return <p className="muted sm">{t('release.noSupplements')}</p>;
  const notices = [...new Set(supplements.map(({ notice }) => notice))];
  return (
    <>
      <p className="sub num">
        {t('release.supplements')}: {supplements.map(({ kind, name, count }) => t(`release.${kind}`, { count, formatted: formatNumber(count), name: kind === 'translation' ? languageName(name) : name })).join(' · ')}
      </p>
      {notices.map((notice) => (
        <p key={notice} className="muted sm">
          {notice}
        </p>
      ))}
    </>
  );
}

/** `de` as German. */
const languageName = (tag: string): string => languageNames.of(tag) ?? tag;
const languageNames = new Intl.DisplayNames(['en'], { type: 'language' });
