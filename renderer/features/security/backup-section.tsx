import { useState } from 'react';
import { useCommand } from '#renderer/client/queries.tsx';
import { Button } from '#renderer/components/button.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import { formatBytes } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';

export function BackupSection() {
  const t = useWords('security');
  const backup = useCommand('vault.backup', { isQuiet: true });
  const [folder, setFolder] = useState('');
  return (
    <section>
      <h2>{t('screen.backupTitle')}</h2>
      <p className="sub">{t('screen.backupText')}</p>
      <form
        className="narrow-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (folder.trim() !== '') backup.mutate({ folder: folder.trim() });
        }}
      >
        <TextField label={t('screen.backupFolder')} value={folder} onChange={setFolder} problem={backup.error?.message ?? null} autoComplete="off" spellCheck="false" />
        <div>
          <Button type="submit" isDisabled={folder.trim() === '' || backup.isPending}>
            {t('screen.backup')}
          </Button>
        </div>
        {backup.data === undefined ? null : (
          <p className="good-news" role="status">
            {t('screen.backupDone', { folder: backup.data.folder, size: formatBytes(backup.data.bytes) })}
          </p>
        )}
      </form>
    </section>
  );
}
