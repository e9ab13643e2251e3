import { useQueryOf } from '#renderer/client/queries.tsx';
import { ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { Workspace } from '#renderer/components/workspace.tsx';
import { CaseFacts } from '#renderer/features/overview/case-facts.tsx';
import { CaseGlance } from '#renderer/features/overview/case-glance.tsx';
import { PersonFacts } from '#renderer/features/overview/person-facts.tsx';
import { formatInstant } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { OutputOf } from '#shared/contract/contract.ts';

/** The facts of a case, which save themselves. */
export function OverviewScreen({ caseId }: { readonly caseId: string }) {
  const t = useWords('overview');
  const shown = useQueryOf('case.show', { caseId });
  if (shown.data === undefined) return <Workspace>{shown.error === null ? <Skeleton /> : <ErrorState error={shown.error} onRetry={() => void shown.refetch()} />}</Workspace>;
  const proband = shown.data.people.find((person) => person.isProband);
  return (
    <Workspace inspector={<CaseGlance shown={shown.data} />} inspectorLabel={t('inspector')}>
      <div className="page">
        <CaseFacts record={shown.data.case} />
        {proband === undefined ? null : <PersonFacts person={proband} />}
        <Sources sources={shown.data.sources} />
      </div>
    </Workspace>
  );
}

function Sources({ sources }: { readonly sources: OutputOf<'case.show'>['sources'] }) {
  const t = useWords('overview');
  return (
    <section>
      <h2>{t('sources.title')}</h2>
      {sources.length === 0 ? (
        <p className="sub">{t('sources.empty')}</p>
      ) : (
        <ul>
          {sources.map((source) => (
            <li key={source.id} className="num">
              {t('sources.file', { name: source.fileName, format: source.format })} <span className="muted">{formatInstant(source.importedAt)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
