import { Download, FileUp } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { useJob, type Job } from '#renderer/client/use-job.ts';
import { readWireFile } from '#renderer/client/wire-files.ts';
import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ProgressRow } from '#renderer/components/progress-row.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { refuseFiles } from '#renderer/features/case-import/file-limits.ts';
import { formatDate, formatNumber } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { formatProblem } from '#shared/base/problem.ts';
import type { TrialImportAnswer } from '#shared/contract/trial-procedures.ts';

/** Lines shown of a long list. */
const mostLines = 100;

interface TrialImportDialogProps {
  readonly caseId: string;
  readonly onClose: () => void;
}

/** Brings studies in from files, or asks the register where that is allowed. */
export function TrialImportDialog({ caseId, onClose }: TrialImportDialogProps) {
  const t = useWords('trials');
  const load = useJob('trial.import');
  const fetched = useJob('trial.fetch');
  const [path, setPath] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const isRunning = [load, fetched].some(({ state }) => state.kind === 'running');
  const choose = (chosen: FileList | null): void => {
    const files = [...(chosen ?? [])];
    if (files.length === 0) return;
    if (refuseFiles(files) !== null) return setProblem(t('import.tooLarge'));
    setProblem(null);
    Promise.all(files.map(readWireFile)).then((sent) => load.start({ files: sent }), () => setProblem(t('import.unreadable')));
  };
  return (
    <Dialog className="trial-dialog" title={t('import.title')} isOpen isWide onClose={onClose} foot={<Button variant="primary" onPress={onClose}>{t('import.close')}</Button>}>
      <p>{t('import.text')}</p>
      <div className="acts">
        <FileTrigger allowsMultiple acceptedFileTypes={['.json', '.jsonl', '.ndjson', '.gz', '.zip']} onSelect={choose}>
          <Button icon={FileUp} isDisabled={isRunning}>{t('import.choose')}</Button>
        </FileTrigger>
      </div>
      <div className="frompath">
        <TextField label={t('import.path')} value={path} onChange={setPath} autoComplete="off" spellCheck="false" maxLength={4_000} />
        <Button isDisabled={isRunning || path.trim() === ''} onPress={() => load.start({ paths: [path.trim()] })}>{t('import.fromPath')}</Button>
      </div>
      {problem === null ? null : <p className="late sm" role="alert">{problem}</p>}
      <FetchPart caseId={caseId} isRunning={isRunning} onFetch={(diseaseId) => fetched.start({ diseaseId })} />
      <Outcome job={load} />
      <Outcome job={fetched} />
    </Dialog>
  );
}

/** The question to the register is shown before it is asked; off until it is allowed in the settings. */
function FetchPart({ caseId, isRunning, onFetch }: { readonly caseId: string; readonly isRunning: boolean; readonly onFetch: (diseaseId: string) => void }) {
  const t = useWords('trials');
  const [disease] = useQueryOf('trial.diseases', { caseId }).data ?? [];
  const preview = useQueryOf('trial.fetchPreview', { diseaseId: disease?.id ?? 'none:0' }, { isEnabled: disease !== undefined }).data;
  if (disease === undefined || preview === undefined) return null;
  return (
    <section className="fetch">
      <h3>{t('fetch.title')}</h3>
      <p className="sub">{preview.isAllowed ? t('fetch.text', { name: preview.condition }) : t('fetch.off')}</p>
      <code>{preview.address}</code>
      <Button icon={Download} isDisabled={isRunning || !preview.isAllowed} onPress={() => onFetch(disease.id)}>{t('fetch.start')}</Button>
    </section>
  );
}

function Outcome({ job }: { readonly job: Pick<Job<'trial.import' | 'trial.fetch'>, 'state' | 'cancel'> }) {
  const t = useWords('trials');
  const { state } = job;
  switch (state.kind) {
    case 'idle':
      return null;
    case 'running':
      return <ProgressRow label={state.label} done={state.done} total={state.total} onCancel={job.cancel} />;
    case 'failed':
      return (
        <div className="outcome" role="alert">
          <p className="late">{state.error.message}</p>
          <ProblemList problems={state.error.problems} />
        </div>
      );
    case 'done':
      return <Report report={state.value} title={t('import.done')} />;
  }
}

function Report({ report, title }: { readonly report: TrialImportAnswer; readonly title: string }) {
  const t = useWords('trials');
  const count = (value: number): string => formatNumber(value);
  return (
    <div className="outcome" role="status">
      <h3>{title}</h3>
      <p className="num">{t('import.counts', { added: count(report.added), changed: count(report.changed), unchanged: count(report.unchanged), older: count(report.older), refused: count(report.refusedCount) })}</p>
      <p className="num">{t('import.atHand', { count: report.studyCount, date: report.dataDate === null ? t('about.noDate') : formatDate(report.dataDate) })}</p>
      <ProblemList problems={report.problems} />
    </div>
  );
}

function ProblemList({ problems }: { readonly problems: TrialImportAnswer['problems'] }) {
  const t = useWords('trials');
  if (problems.length === 0) return null;
  return (
    <details>
      <summary>{t('import.odd', { count: problems.length })}</summary>
      <ul className="problems">{problems.slice(0, mostLines).map((problem, at) => <li key={`${String(at)}:${problem.message}`}>{formatProblem(problem)}</li>)}</ul>
    </details>
  );
}
