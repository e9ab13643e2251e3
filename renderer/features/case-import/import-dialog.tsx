import { CircleAlert, Copy, FileUp } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import '#renderer/features/case-import/import-dialog.css';
import { useJob } from '#renderer/client/use-job.ts';
import { readWireFile } from '#renderer/client/wire-files.ts';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ProgressRow } from '#renderer/components/progress-row.tsx';
import { ErrorState } from '#renderer/components/screen-states.tsx';
import { refuseFiles, type FileRefusal } from '#renderer/features/case-import/file-limits.ts';
import { formatBytes } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { closeOverlay, useOverlay } from '#renderer/state/overlays.ts';
import { openCase } from '#renderer/state/place.ts';
import { showToast } from '#renderer/state/toasts.ts';
import { formatProblem, type Problem } from '#shared/base/problem.ts';
import type { OutputOf } from '#shared/contract/contract.ts';

type ImportReport = OutputOf<'case.import'>;

/** Lines shown of a long list; all of them are copied. */
const mostLines = 200;

/** Brings phenopackets in as cases. What could not come in is listed with its place and reason, and keeps nothing else out. */
export function ImportDialog() {
  const isOpen = useOverlay(({ open }) => open === 'import');
  return isOpen ? <OpenDialog /> : null;
}

type Refusal = FileRefusal | { readonly kind: 'unreadable'; readonly name: string };

function OpenDialog() {
  const t = useWords('caseImport');
  const job = useJob('case.import');
  const [fileCount, setFileCount] = useState(0);
  const [refused, setRefused] = useState<Refusal | null>(null);

  const read = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    setFileCount(files.length);
    const refusal = refuseFiles(files);
    setRefused(refusal);
    if (refusal !== null) return;
    const wireFiles = [];
    for (const file of files) {
      const wireFile = await readWireFile(file).catch(() => null);
      if (wireFile === null) return setRefused({ kind: 'unreadable', name: file.name });
      wireFiles.push(wireFile);
    }
    job.start({ files: wireFiles });
  };
  const { state } = job;
  const close = (): void => {
    job.cancel();
    closeOverlay();
  };
  return (
    <Dialog className="case-import" title={t('title')} isOpen onClose={close} isWide>
      {state.kind === 'running' ? <ProgressRow label={t('reading', { count: fileCount })} done={state.done} total={state.total} onCancel={job.cancel} /> : null}
      {state.kind === 'done' ? <Report report={state.value} /> : null}
      {state.kind === 'failed' ? <ErrorState isSmall error={state.error} /> : null}
      {state.kind === 'failed' && state.error.problems.length > 0 ? <ProblemList problems={state.error.problems} /> : null}
      {state.kind === 'cancelled' ? <p role="status"><b>{t('cancelled.title')}</b> {t('cancelled.text')}</p> : null}
      {refused === null ? null : <RefusalText refusal={refused} />}
      {state.kind === 'running' ? null : <DropZone isFirst={state.kind === 'idle'} onFiles={(files) => void read(files)} />}
    </Dialog>
  );
}

function DropZone({ isFirst, onFiles }: { readonly isFirst: boolean; readonly onFiles: (files: readonly File[]) => void }) {
  const t = useWords('caseImport');
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <div
      className={`dropzone ${isOver ? 'is-over' : ''} ${isFirst ? '' : 'is-small'}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {isFirst ? <FileUp size={24} strokeWidth={1.4} aria-hidden="true" /> : null}
      <p>{isOver ? t('choose.dropNow') : t('choose.drop')}</p>
      <Button variant={isFirst ? 'primary' : 'plain'} autoFocus={isFirst} onPress={() => input.current?.click()}>{isFirst ? t('choose.button') : t('again')}</Button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept=".json,.jsonl,.ndjson,.gz,application/json"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {isFirst ? <p className="muted sm">{t('choose.text')} {t('choose.private')}</p> : null}
    </div>
  );
}

function Report({ report }: { readonly report: ImportReport }) {
  const t = useWords('caseImport');
  const { imported, refusedCount } = report;
  const isRefusal = (problem: Problem): boolean => problem.severity === 'error' && problem.wasRead !== true;
  const refusals = report.problems.filter(isRefusal);
  const others = report.problems.filter((problem) => !isRefusal(problem));
  const open = (caseId: string): void => {
    closeOverlay();
    openCase(caseId);
  };
  return (
    <>
      <section className="imported" role="status">
        <h3 className="h3">{imported.length === 0 ? t('result.none') : t('result.imported', { count: imported.length })}</h3>
        <ul>
          {imported.slice(0, mostLines).map(({ caseId, reference, featureCount }, index) => {
            const named = reference === '' ? t('result.unnamed') : reference;
            return (
              <li key={caseId}>
                <span className="grow trunc" title={named}>{named}</span>
                <span className="muted num sm">{t('result.features', { count: featureCount })}</span>
                <Button autoFocus={index === 0} aria-label={t('result.openNamed', { reference: named })} onPress={() => open(caseId)}>{t('result.open')}</Button>
              </li>
            );
          })}
        </ul>
        {imported.length > mostLines ? <p className="muted sm">{t('result.more', { count: imported.length - mostLines })}</p> : null}
      </section>
      {refusedCount === 0 && refusals.length === 0 ? null : (
        <section className="refused">
          <h3 className="h3"><CircleAlert size={14} aria-hidden="true" /> {t('result.refused', { count: refusedCount })}</h3>
          <p className="sub">{t('result.refusedText')}</p>
          <ProblemList problems={refusals} />
        </section>
      )}
      {others.length === 0 ? null : (
        <section>
          <h3 className="h3">{t('result.warnings', { count: others.length })}</h3>
          <ProblemList problems={others} />
        </section>
      )}
    </>
  );
}

/** Each line as it would stand in a terminal: file, line, place, reason. */
function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useWords('caseImport');
  const lines = problems.map(formatProblem);
  const copy = (): void => {
    navigator.clipboard.writeText(lines.join('\n')).then(
      () => showToast({ tone: 'calm', text: t('result.copied') }),
      () => showToast({ tone: 'bad', text: t('result.copyFailed') }),
    );
  };
  return (
    <>
      <ul className="problem-lines mono" tabIndex={0} aria-label={t('result.lines')}>
        {lines.slice(0, mostLines).map((line, index) => <li key={index}>{line}</li>)}
        {lines.length > mostLines ? <li>{t('result.more', { count: lines.length - mostLines })}</li> : null}
      </ul>
      <div><Button icon={Copy} onPress={copy}>{t('result.copy')}</Button></div>
    </>
  );
}

function RefusalText({ refusal }: { readonly refusal: Refusal }) {
  const t = useWords('caseImport');
  if (refusal.kind === 'unreadable') return <p role="alert" className="late">{t('unreadable.title')}. {t('unreadable.text', { name: refusal.name })}</p>;
  if (refusal.kind === 'too-many') return <p role="alert" className="late">{t('tooMany.text', { count: refusal.count, most: refusal.most })}</p>;
  return <p role="alert" className="late">{t('tooLarge.title')}. {t('tooLarge.text', { size: formatBytes(refusal.bytes), most: formatBytes(refusal.most) })}</p>;
}
