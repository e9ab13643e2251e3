import { useQueryOf } from '#renderer/client/queries.tsx';
import { Workspace } from '#renderer/components/workspace.tsx';
import { DownloadSection } from '#renderer/features/knowledge/download-section.tsx';
import { WatchSection } from '#renderer/features/findings/watch-section.tsx';
import { InstallSection } from '#renderer/features/knowledge/install-section.tsx';
import { InstalledSection } from '#renderer/features/knowledge/installed-section.tsx';
import { ReanalysisSection } from '#renderer/features/knowledge/reanalysis-section.tsx';
import { useWords } from '#renderer/i18n/words.ts';
import '#renderer/features/knowledge/knowledge.css';

/** Which release of the ontology and its annotations the differential is made with, and how to install another. */
export function KnowledgeScreen() {
  return (
    <Workspace className="knowledge">
      <div className="page">
        <InstalledSection />
        <InstallSection />
        <ReanalysisSection />
        <WatchSection />
        <DownloadSection />
        <Attribution />
      </div>
    </Workspace>
  );
}

function Attribution() {
  const t = useWords('knowledge');
  const active = useQueryOf('app.state', {}).data?.knowledge ?? null;
  return (
    <section>
      <h2>{t('attribution.title')}</h2>
      <p className="sub">{active === null || active.kind === 'starter' ? t('attribution.starter') : t('attribution.hpo', { version: active.ontologyVersion })}</p>
    </section>
  );
}
