import { useEffect, useRef, useState } from 'react';
import '#renderer/features/documents/documents-screen.css';
import { useAction } from '#renderer/app/action.ts';
import { ActionButton } from '#renderer/app/action-button.tsx';
import { useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { EmptyState, ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { Segmented } from '#renderer/components/segmented.tsx';
import { Workspace } from '#renderer/components/workspace.tsx';
import { ConsentsButton } from '#renderer/features/consents/consents-dialog.tsx';
import { DocumentChoices } from '#renderer/features/documents/document-choices.tsx';
import { DocumentPreview } from '#renderer/features/documents/document-preview.tsx';
import { choiceFor, isPrinted, readers, requestOf, type DocumentChoice } from '#renderer/features/documents/document-readers.ts';
import { documentsActions } from '#renderer/features/documents/documents-actions.ts';
import { LeftBefore, WhatLeaves } from '#renderer/features/documents/what-leaves.tsx';
import { downloadBytes } from '#renderer/client/download.ts';
import { usePedigreeNumbers } from '#renderer/features/family/use-pedigree-numbers.ts';
import { personName } from '#renderer/i18n/person-words.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { useSelection, writeLetterTo } from '#renderer/state/selection.ts';
import { showToast } from '#renderer/state/toasts.ts';
import { useToday } from '#renderer/state/use-today.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { Referral } from '#shared/casefile/referral-record.ts';
import type { ExportRequest } from '#shared/interchange/export-request.ts';
import { papers } from '#shared/interchange/documents/document.ts';
import { referralName } from '#shared/referral/destination-templates.ts';

/** What leaves the clinic: for whom, how much of whom, exactly as it will be, and what left before. */
export function DocumentsScreen({ caseId }: { readonly caseId: string }) {
  const referrals = useQueryOf('referral.list', { caseId });
  const family = useQueryOf('family.show', { caseId });
  const failed = [referrals, family].find(({ data, error }) => data === undefined && error !== null);
  if (failed?.error) return <Workspace><ErrorState error={failed.error} onRetry={() => void failed.refetch()} /></Workspace>;
  if (referrals.data === undefined || family.data === undefined) return <Workspace><Skeleton /></Workspace>;
  return <Documents caseId={caseId} referrals={referrals.data} family={family.data.family} />;
}

function Documents({ caseId, referrals, family }: { readonly caseId: string; readonly referrals: readonly Referral[]; readonly family: Family }) {
  const t = useWords('documents');
  const numberOf = usePedigreeNumbers(caseId);
  const frame = useRef<HTMLIFrameElement>(null);
  const relatives = family.individuals.filter(({ isProband, life }) => !isProband && life.kind === 'person');
  const letterTo = useSelection(({ letterToOfCase }) => letterToOfCase[caseId]);
  const [choice, setChoice] = useState<DocumentChoice>(() => choiceFor(letterTo === undefined ? 'specialist' : 'relatives', { referralId: referrals.at(-1)?.id ?? null, personId: letterTo ?? relatives[0]?.id ?? null, paper: 'a4' }));
  // Asked for once: who comes back to the screen begins with the summary.
  useEffect(() => (letterTo === undefined ? undefined : () => writeLetterTo(caseId, undefined)), [caseId, letterTo]);
  const [showsDifference, setShowsDifference] = useState(false);
  const request = requestOf(choice, caseId);
  const canDiffer = choice.level !== 'full' && isPrinted(choice);
  const change = (part: Partial<DocumentChoice>): void => setChoice((before) => ({ ...before, ...part }));
  useAction(documentsActions.difference, () => setShowsDifference((shown) => !shown), canDiffer);
  useAction(documentsActions.focus, () => frame.current?.focus());
  return (
    <Workspace
      className="documents"
      inspectorLabel={t('inspector.label')}
      inspector={
        <DocumentInspector caseId={caseId} request={request}>
          <DocumentChoices
            choice={choice}
            onChange={change}
            referrals={referrals.map((referral) => ({ id: referral.id, label: referralName(referral) }))}
            relatives={relatives.map((person) => ({ id: person.id, label: [numberOf(person.id), personName(person)].filter((part) => part !== '').join(' ') }))}
          />
        </DocumentInspector>
      }
    >
      <div className="tools">
        <Segmented label={t('reader.label')} value={choice.reader} segments={readers.map((value) => ({ value, label: t(`reader.${value}`) }))} onChange={(reader) => setChoice((before) => choiceFor(reader, before))} />
        <span className="grow" />
        {canDiffer ? <ActionButton action={documentsActions.difference} variant={showsDifference ? 'primary' : 'quiet'} onPress={() => setShowsDifference(!showsDifference)} /> : null}
        {isPrinted(choice) ? <Segmented label={t('paper.label')} value={choice.paper} segments={papers.map((value) => ({ value, label: t(`paper.${value}`) }))} onChange={(paper) => change({ paper })} /> : null}
      </div>
      {request === null ? <EmptyState title={t(`nothing.${choice.reader === 'referral' ? 'referral' : 'relative'}`)} text={t('nothing.text')} /> : <Preview request={request} showsDifference={showsDifference && canDiffer} frameRef={frame} />}
    </Workspace>
  );
}

function Preview({ request, showsDifference, frameRef }: { readonly request: ExportRequest; readonly showsDifference: boolean; readonly frameRef: React.Ref<HTMLIFrameElement> }) {
  const preview = useQueryOf('export.preview', request);
  const full = useQueryOf('export.preview', { ...request, level: 'full' }, { isEnabled: showsDifference });
  if (preview.data === undefined) return preview.error === null ? <Skeleton /> : <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
  return (
    <div className="desk">
      <DocumentPreview preview={preview.data} full={showsDifference ? (full.data ?? null) : null} frameRef={frameRef} />
    </div>
  );
}

function DocumentInspector({ caseId, request, children }: { readonly caseId: string; readonly request: ExportRequest | null; readonly children: React.ReactNode }) {
  const t = useWords('documents');
  const today = useToday();
  const preview = useQueryOf('export.preview', request ?? nothing(caseId), { isEnabled: request !== null }).data;
  const exports = useQueryOf('export.list', { caseId }).data ?? [];
  const make = useCommand('export.make');
  const canExport = request !== null && preview !== undefined && preview.blocks.length === 0 && !make.isPending;
  const save = (): void => {
    if (request === null) return;
    void make.mutateAsync(request).then(
      ({ fileName, base64, mediaType }) => {
        downloadBytes(fileName, base64, mediaType);
        showToast({ tone: 'calm', text: t('made', { fileName }) });
      },
      () => undefined,
    );
  };
  useAction(documentsActions.export, save, canExport);
  return (
    <>
      <header className="head">
        <h2>{t('inspector.title')}</h2>
        <p>{preview?.fileName ?? ''}</p>
      </header>
      <div className="scroll" tabIndex={-1}>
        {children}
        <section><ConsentsButton caseId={caseId} /></section>
        {preview === undefined ? null : <WhatLeaves preview={preview} />}
        <LeftBefore exports={exports} today={today} />
      </div>
      <div className="document-go">
        <ActionButton action={documentsActions.export} variant="primary" onPress={save} isDisabled={!canExport} />
        <p>{make.isPending ? t('making') : preview !== undefined && preview.blocks.length > 0 ? t('blocked') : t('recorded')}</p>
      </div>
    </>
  );
}

/** A request that is never sent, for while there is nothing to ask for. */
const nothing = (caseId: string): ExportRequest => ({ caseId, content: { kind: 'case-summary' }, format: 'html', level: 'full', purpose: 'referral', recipient: '', paper: 'a4', shiftsDates: false });
