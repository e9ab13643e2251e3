import { FileText, FolderOpen } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useJob } from '#renderer/client/use-job.ts';
import { readWireFile } from '#renderer/client/wire-files.ts';
import { Button } from '#renderer/components/button.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { InstallOutcome } from '#renderer/features/knowledge/install-outcome.tsx';
import { largestTotalBytes, likelyFiles, totalBytes } from '#renderer/features/knowledge/release-files.ts';
import { formatBytes } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';

/** A release from files that the user brings, or from a folder of this machine. */
export function InstallSection() {
  const t = useWords('knowledge');
  const job = useJob('knowledge.install');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [folder, setFolder] = useState('');
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isReading, setReading] = useState(false);

  const choose = (chosen: FileList | null): void => {
    const fitting = likelyFiles([...(chosen ?? [])]);
    job.dismiss();
    setFiles(fitting);
    setFolder('');
    setProblem(fitting.length === 0 ? t('install.noneFit') : totalBytes(fitting) > largestTotalBytes ? t('install.tooLarge', { size: formatBytes(totalBytes(fitting)) }) : null);
  };
  const install = async (): Promise<void> => {
    const chosenName = name.trim() === '' ? null : name.trim();
    setProblem(null);
    if (folder.trim() !== '') return job.start({ folder: folder.trim(), name: chosenName });
    setReading(true);
    try {
      job.start({ files: await Promise.all(files.map(readWireFile)), name: chosenName });
    } catch {
      setProblem(t('install.unreadable'));
    } finally {
      setReading(false);
    }
  };
  const isRunning = job.state.kind === 'running' || isReading;
  const isDone = job.state.kind === 'done';
  const canInstall = !isRunning && !isDone && problem === null && (folder.trim() !== '' || files.length > 0);
  return (
    <section>
      <h2>{t('install.title')}</h2>
      <p className="sub">{t('install.text')}</p>
      <div className="acts">
        <FileTrigger acceptDirectory onSelect={choose}>
          <Button icon={FolderOpen} isDisabled={isRunning}>
            {t('install.chooseFolder')}
          </Button>
        </FileTrigger>
        <FileTrigger allowsMultiple onSelect={choose}>
          <Button icon={FileText} isDisabled={isRunning}>
            {t('install.chooseFiles')}
          </Button>
        </FileTrigger>
      </div>
      <ChosenFiles files={isDone ? [] : files} />
      <div className="formgrid install-fields">
        <TextField
          label={t('install.folderPath')}
          value={isDone ? '' : folder}
          onChange={(path) => {
            job.dismiss();
            setFolder(path);
            setFiles([]);
            setProblem(null);
          }}
          autoComplete="off"
          spellCheck="false"
        />
        <TextField label={t('install.name')} hint={t('install.nameHint')} value={name} onChange={setName} maxLength={100} autoComplete="off" />
      </div>
      {problem === null ? null : (
        <p className="late sm" role="alert">
          {problem}
        </p>
      )}
      <div className="acts">
        <Button variant="primary" onPress={() => void install()} isDisabled={!canInstall}>
          {isReading ? t('install.reading') : t('install.start')}
        </Button>
      </div>
      <InstallOutcome state={job.state} onCancel={job.cancel} onClose={() => { setFiles([]); setFolder(''); job.dismiss(); }} />
    </section>
  );
}

function ChosenFiles({ files }: { readonly files: readonly File[] }) {
  const t = useWords('knowledge');
  if (files.length === 0) return null;
  return (
    <ul className="chosen-files num" aria-label={t('install.chosen')}>
      {files.map((file) => (
        <li key={file.name}>
          {file.name} <span className="muted">{formatBytes(file.size)}</span>
        </li>
      ))}
    </ul>
  );
}
