import { ListChecks, Users } from 'lucide-react';
import { useState } from 'react';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { ProbabilityBar } from '#renderer/components/probability-bar.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { VirtualTable, type Column } from '#renderer/components/virtual-table.tsx';
import { Workspace } from '#renderer/components/workspace.tsx';
import { SimilarInspector } from '#renderer/features/caseload/similar-inspector.tsx';
import { formatNumber, formatProbability } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { openCase } from '#renderer/state/place.ts';
import type { SimilarCase } from '#shared/contract/similar-procedures.ts';
import '#renderer/features/caseload/similar.css';

const shownCases = 50;
/** Two lines of text, as in the caseload on wide screens. */
const rowHeight = 52;

/** The other cases of the vault with the most similar findings, and the selected one of them side by side with this one. */
export function SimilarScreen({ caseId }: { readonly caseId: string }) {
  const t = useWords('similar');
  const answer = useQueryOf('case.similar', { caseId, limit: shownCases });
  const [chosenId, setChosenId] = useState<string | null>(null);
  const columns = useColumns();
  const cases = answer.data?.similar ?? [];
  const chosen = cases.find((one) => one.caseId === chosenId) ?? cases[0] ?? null;
  return (
    <Workspace className="similar" inspector={chosen === null ? null : <SimilarInspector key={chosen.caseId} caseId={caseId} otherId={chosen.caseId} />} inspectorLabel={t('inspector.label')}>
      <header className="similar-head">
        <h2>{t('title')}</h2>
        <p className="sub sm">{t('about')}</p>
      </header>
      {answer.data === undefined ? (
        answer.error === null ? <Skeleton lines={8} /> : <ErrorState error={answer.error} onRetry={() => void answer.refetch()} />
      ) : answer.data.observedCount === 0 ? (
        <EmptyState icon={ListChecks} title={t('empty.title')} text={t('empty.text')}>
          <Button variant="primary" onPress={() => openCase(caseId, 'phenotype')}>
            {t('empty.go')}
          </Button>
        </EmptyState>
      ) : cases.length === 0 ? (
        <EmptyState icon={Users} title={t('none.title')} text={t('none.text')} />
      ) : (
        <>
          <VirtualTable label={t('label')} columns={columns} rows={cases} keyOf={(row) => row.caseId} rowHeight={rowHeight} selectedKey={chosen?.caseId ?? null} onSelect={setChosenId} onOpen={(id) => openCase(id, 'overview')} hasAutoFocus />
          <p className="muted sm num similar-foot">{t('measured', { compared: formatNumber(answer.data.comparedCount), release: answer.data.release })}</p>
        </>
      )}
    </Workspace>
  );
}

function useColumns(): readonly Column<SimilarCase>[] {
  const t = useWords('similar');
  const tField = useWords('field');
  return [
    { id: 'case', title: t('column.case'), track: 'minmax(0, 16fr)', render: ({ reference }) => <b className="trunc num">{reference || t('noReference')}</b> },
    {
      id: 'score',
      title: t('column.score'),
      track: 'minmax(0, 12fr)',
      render: ({ score }) => (
        <div className="alike">
          <ProbabilityBar probability={score} />
          <span className="num">{formatProbability(score)}</span>
        </div>
      ),
    },
    {
      id: 'shared',
      title: t('column.shared'),
      track: 'minmax(0, 46fr)',
      render: ({ shared, genes }) => {
        const labels = shared.map(({ label }) => label).join(', ');
        return (
          <>
            <span className="trunc" title={labels}>
              {labels === '' ? t('nothingTelling') : labels}
            </span>
            {genes.length === 0 ? null : <small>{t('genes', { genes: genes.join(', ') })}</small>}
          </>
        );
      },
    },
    {
      id: 'diagnosis',
      title: t('column.diagnosis'),
      track: 'minmax(0, 26fr)',
      render: ({ decided }) =>
        decided === null ? (
          <span className="muted">{t('noDiagnosis')}</span>
        ) : (
          <>
            <span className="trunc" title={decided.name}>
              {decided.name}
            </span>
            <small>{tField(`candidate.${decided.state}`)}</small>
          </>
        ),
    },
  ];
}
