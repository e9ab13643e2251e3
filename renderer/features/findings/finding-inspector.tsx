import { Trash2 } from 'lucide-react';
import { useCommand } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { DraftFailure } from '#renderer/components/draft-failure.tsx';
import { EmptyState } from '#renderer/components/screen-states.tsx';
import { CascadePanel, type CascadePanelProps } from '#renderer/features/findings/cascade-panel.tsx';
import { FindingElsewhereList } from '#renderer/features/findings/finding-elsewhere-list.tsx';
import { DescentFields, PopulationFields, ReportFields, VariantFields } from '#renderer/features/findings/finding-fields.tsx';
import { MoreFields } from '#renderer/features/findings/more-fields.tsx';
import { findingsActions } from '#renderer/features/findings/findings-actions.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useRecordDraft } from '#renderer/state/use-record-draft.ts';
import { findingName, type Finding, type FindingDetail } from '#shared/casefile/finding.ts';

interface FindingInspectorProps extends Omit<CascadePanelProps, 'finding'> {
  readonly finding: Finding | null;
  readonly onRemove: (finding: Finding) => void;
}

/** Everything recorded of the selected finding; each field saves itself. */
export function FindingInspector({ finding, ...rest }: FindingInspectorProps) {
  const t = useWords('findings');
  if (finding === null) return <EmptyState icon={findingsActions.entry.icon} title={t('inspector.label')} text={t('inspector.none')} isSmall />;
  return <SelectedFinding key={finding.id} finding={finding} {...rest} />;
}

function SelectedFinding({ finding, onRemove, ...cascade }: FindingInspectorProps & { readonly finding: Finding }) {
  const t = useWords('findings');
  const change = useCommand('finding.change', { isQuiet: true });
  const draft = useRecordDraft<FindingDetail>({
    key: `finding:${finding.id}`,
    record: finding,
    version: finding.version,
    save: async (changes, version) => (await change.mutateAsync({ findingId: finding.id, version, change: changes })).version,
  });
  return (
    <div className="finding-inspector">
      <header className="head"><h2>{findingName(finding)}</h2></header>
      <div className="scroll" tabIndex={-1}>
        <DraftFailure draft={draft} />
        <CascadePanel finding={finding} {...cascade} />
        <VariantFields draft={draft} />
        <DescentFields draft={draft} others={cascade.findings.filter(({ id }) => id !== finding.id)} />
        <ReportFields draft={draft} />
        <PopulationFields draft={draft} />
        <MoreFields draft={draft} />
        <FindingElsewhereList findingId={finding.id} />
        <section className="acts-section">
          <Button icon={Trash2} variant="quiet" onPress={() => onRemove(finding)}>{t('inspector.remove')}</Button>
        </section>
      </div>
    </div>
  );
}
