import { useState } from 'react';
import { useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { useJob } from '#renderer/client/use-job.ts';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { InstallOutcome } from '#renderer/features/knowledge/install-outcome.tsx';
import { useWords } from '#renderer/i18n/words.ts';

/** The only use of the network there is, off until somebody switches it on. */
export function DownloadSection() {
  const t = useWords('knowledge');
  const settings = useQueryOf('settings.read', {}).data;
  const change = useCommand('settings.change');
  const job = useJob('knowledge.download');
  const [release, setRelease] = useState('');
  const isAllowed = settings?.isDownloadAllowed ?? false;
  return (
    <section>
      <h2>{t('download.title')}</h2>
      <p className="sub">{t('download.text')}</p>
      <Checkbox isSelected={isAllowed} isDisabled={settings === undefined || change.isPending} onChange={(isDownloadAllowed) => change.mutate({ isDownloadAllowed })}>
        {t('download.allow')}
      </Checkbox>
      {isAllowed ? (
        <div className="download-row">
          <TextField label={t('download.release')} hint={t('download.releaseHint')} value={release} onChange={setRelease} maxLength={100} autoComplete="off" />
          <Button onPress={() => job.start({ release: release.trim() === '' ? null : release.trim() })} isDisabled={job.state.kind === 'running'}>
            {t('download.start')}
          </Button>
        </div>
      ) : null}
      <InstallOutcome state={job.state} onCancel={job.cancel} onClose={job.dismiss} />
    </section>
  );
}
