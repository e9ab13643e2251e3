import { useState } from 'react';
import { useClient } from '#renderer/client/queries.tsx';
import { sendFile } from '#renderer/client/send-file.ts';
import { useJob, type Job, type JobName } from '#renderer/client/use-job.ts';
import type { InputOf } from '#shared/contract/contract.ts';
import type { LargeFile } from '#shared/contract/vcf-procedures.ts';

/** A file chosen in the browser, or the path of one on this machine. */
export type ChosenFile = { readonly kind: 'file'; readonly file: File } | { readonly kind: 'path'; readonly path: string };

type FileJobName = { [Name in JobName]: InputOf<Name> extends { readonly file: LargeFile } ? Name : never }[JobName];

export interface FileJob<Name extends FileJobName> extends Omit<Job<Name>, 'start'> {
  readonly start: (chosen: ChosenFile, input: Omit<InputOf<Name>, 'file'>) => void;
  /** The chosen file could not be read while it was sent. */
  readonly isUnreadable: boolean;
}

/** Long work on a file of any size: read where it lies by its path, or sent piece by piece while the work asks for it. */
export function useFileJob<Name extends FileJobName>(name: Name): FileJob<Name> {
  const client = useClient();
  const job = useJob(name);
  const [isUnreadable, setUnreadable] = useState(false);
  const begin = (file: LargeFile, input: Omit<InputOf<Name>, 'file'>): void => job.start({ ...input, file } as InputOf<Name>);
  const fail = (): void => {
    setUnreadable(true);
    job.cancel();
  };
  return {
    ...job,
    isUnreadable,
    start(chosen, input) {
      setUnreadable(false);
      if (chosen.kind === 'path') return begin({ path: chosen.path }, input);
      client.call('file.open', {}).then(({ fileId }) => {
        begin({ fileId, size: chosen.file.size }, input);
        sendFile(client, fileId, chosen.file).catch(fail);
      }, fail);
    },
  };
}

export const nameOfFile = (chosen: ChosenFile): string => (chosen.kind === 'file' ? chosen.file.name : (chosen.path.split(/[\\/]/).at(-1) ?? chosen.path));
