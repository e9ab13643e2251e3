import { useState } from 'react';
import '#renderer/features/findings/vcf/vcf-dialog.css';
import { nameOfFile, useFileJob, type ChosenFile } from '#renderer/client/use-file-job.ts';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ProgressRow } from '#renderer/components/progress-row.tsx';
import { ErrorState } from '#renderer/components/screen-states.tsx';
import { VcfFileStep } from '#renderer/features/findings/vcf/vcf-file-step.tsx';
import { VcfFiltersForm } from '#renderer/features/findings/vcf/vcf-filters.tsx';
import { VcfPeople } from '#renderer/features/findings/vcf/vcf-people.tsx';
import { filtersOf, firstQuestion, peopleProblem, type VcfQuestion, type VcfSummary } from '#renderer/features/findings/vcf/vcf-question.ts';
import { VcfResult } from '#renderer/features/findings/vcf/vcf-result.tsx';
import { formatBytes } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { Finding } from '#shared/casefile/finding.ts';
import type { SampledPersonChoice } from '#shared/contract/vcf-procedures.ts';
import type { Family } from '#shared/pedigree/family.ts';

export interface VcfDialogProps {
  readonly caseId: string;
  readonly family: Family;
  readonly findings: readonly Finding[];
  readonly personLabel: (id: string) => string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onStored: (findingId: string) => void;
}

/** What is asked of the file that was read, as it was changed; it is kept while the dialog is closed. */
interface Asked {
  readonly ofHeader: VcfSummary;
  readonly people: readonly SampledPersonChoice[];
  readonly question: VcfQuestion;
}

/** From a file of any size to the few variants that are stored: who is who, what to look for, what was found. */
export function VcfDialog({ caseId, family, findings, personLabel, isOpen, onClose, onStored }: VcfDialogProps) {
  const t = useWords('vcfImport');
  const [chosen, setChosen] = useState<ChosenFile | null>(null);
  const [changed, setChanged] = useState<Asked | null>(null);
  const header = useFileJob('vcf.samples');
  const selecting = useFileJob('vcf.select');
  const summary = header.state.kind === 'done' ? header.state.value : null;
  const asked = summary === null ? null : changed?.ofHeader === summary ? changed : { ofHeader: summary, people: summary.people, question: firstQuestion(summary) };
  const filters = asked === null ? null : filtersOf(asked.question);
  const canSelect = asked !== null && filters !== null && peopleProblem(asked.people) === null;
  const choose = (next: ChosenFile): void => {
    setChosen(next);
    selecting.dismiss();
    header.dismiss();
    header.start(next, { caseId });
  };
  const startOver = (): void => {
    setChosen(null);
    header.dismiss();
    selecting.dismiss();
  };
  const select = (): void => {
    if (chosen !== null && canSelect) selecting.start(chosen, { caseId, people: [...asked.people], filters });
  };
  const close = (): void => {
    header.cancel();
    selecting.cancel();
    onClose();
  };
  const isAsking = summary !== null && selecting.state.kind !== 'running' && selecting.state.kind !== 'done';
  const foot = isAsking ? <Button variant="primary" isDisabled={!canSelect} onPress={select}>{t('select')}</Button> : undefined;
  if (selecting.state.kind === 'done' && chosen !== null) {
    return <VcfResult caseId={caseId} family={family} findings={findings} personLabel={personLabel} fileName={nameOfFile(chosen)} selection={selecting.state.value} mode={asked?.question.mode ?? 'dominant'} isOpen={isOpen} onBack={selecting.dismiss} onClose={close} onStored={onStored} />;
  }
  return (
    <Dialog className="vcf-import" title={t('title')} isOpen={isOpen} onClose={close} isWide {...(foot === undefined ? {} : { foot })}>
      {chosen === null || header.state.kind === 'failed' || header.state.kind === 'cancelled' ? <VcfFileStep onChoose={choose} /> : <ChosenLine chosen={chosen} summary={summary} onOther={startOver} />}
      {header.state.kind === 'running' ? <ProgressRow label={t('file.reading')} done={header.state.done} total={header.state.total} onCancel={header.cancel} /> : null}
      {header.isUnreadable || selecting.isUnreadable ? <p className="late" role="alert">{t('file.unreadable')}</p> : null}
      {header.state.kind === 'failed' ? <ErrorState isSmall error={header.state.error} /> : null}
      {selecting.state.kind === 'running' ? <ProgressRow label={t('reading')} done={selecting.state.done} total={selecting.state.total} onCancel={selecting.cancel} /> : null}
      {selecting.state.kind === 'failed' ? <ErrorState isSmall error={selecting.state.error} /> : null}
      {isAsking && asked !== null ? (
        <div className="question">
          <VcfPeople samples={asked.ofHeader.samples} people={asked.people} personLabel={personLabel} onChange={(people) => setChanged({ ...asked, people })} />
          <VcfFiltersForm caseId={caseId} question={asked.question} hasGenes={asked.ofHeader.hasGenes} hasConsequences={asked.ofHeader.hasConsequences} onChange={(question) => setChanged({ ...asked, question })} />
        </div>
      ) : null}
    </Dialog>
  );
}

function ChosenLine({ chosen, summary, onOther }: { readonly chosen: ChosenFile; readonly summary: VcfSummary | null; readonly onOther: () => void }) {
  const t = useWords('vcfImport');
  const genes = summary === null ? '' : summary.hasConsequences ? t('file.annotated') : summary.hasGenes ? t('file.genesOnly') : t('file.noGenes');
  return (
    <div className="chosen">
      <b className="trunc">{nameOfFile(chosen)}</b>
      {chosen.kind === 'file' ? <span className="muted num">{formatBytes(chosen.file.size)}</span> : null}
      {summary === null ? null : <span className="muted">{t('file.about', { count: summary.samples.length, samples: summary.samples.length, build: summary.build ?? t('file.buildUnknown'), genes })}</span>}
      <span className="grow" />
      <Button variant="quiet" onPress={onOther}>{t('file.other')}</Button>
    </div>
  );
}
