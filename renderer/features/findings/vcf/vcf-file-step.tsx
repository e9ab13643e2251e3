import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import type { ChosenFile } from '#renderer/client/use-file-job.ts';
import { useWords } from '#renderer/i18n/words.ts';

/** A file of any size: chosen, or named by its path, by which it is read where it lies. */
export function VcfFileStep({ onChoose }: { readonly onChoose: (chosen: ChosenFile) => void }) {
  const t = useWords('vcfImport');
  const input = useRef<HTMLInputElement>(null);
  const [path, setPath] = useState('');
  const choosePath = (): void => (path.trim() === '' ? undefined : onChoose({ kind: 'path', path: path.trim() }));
  return (
    <form
      className="file-step"
      onSubmit={(event) => {
        event.preventDefault();
        choosePath();
      }}
    >
      <Button variant="primary" icon={FileUp} autoFocus onPress={() => input.current?.click()}>{t('file.choose')}</Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".vcf,.gz,.bgz,.txt"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) onChoose({ kind: 'file', file });
          event.target.value = '';
        }}
      />
      <TextField label={t('file.path')} className="grow" value={path} onChange={setPath} hint={t('file.pathHint')} autoComplete="off" spellCheck="false" />
      <Button type="submit" isDisabled={path.trim() === ''}>{t('file.read')}</Button>
    </form>
  );
}
