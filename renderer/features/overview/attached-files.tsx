import { File as FileIcon, FileImage, FileText, Paperclip, Trash2 } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import { asCallFailure } from '#renderer/client/call-failure.ts';
import { useClient } from '#renderer/client/queries.tsx';
import { readWireFile } from '#renderer/client/wire-files.ts';
import { useDoneToast } from '#renderer/app/undo.ts';
import { Button, IconButton } from '#renderer/components/button.tsx';
import { DocumentViewer } from '#renderer/features/overview/document-viewer.tsx';
import { formatBytes } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import { showToast } from '#renderer/state/toasts.ts';
import { largestAttachment, type AttachedDocument } from '#shared/casefile/attached-document.ts';

export interface AttachedFilesProps {
  readonly caseId: string;
  readonly documents: readonly AttachedDocument[];
  /** What new files belong to: nothing more than the case, an event or a test. */
  readonly belongsTo: { readonly eventId?: string; readonly testId?: string };
}

/** Files of a case or of one step of it: chosen or dropped, opened, taken out. */
export function AttachedFiles({ caseId, documents, belongsTo }: AttachedFilesProps) {
  const t = useWords('overview');
  const client = useClient();
  const tellDone = useDoneToast();
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [sending, setSending] = useState<string | null>(null);
  const [opened, setOpened] = useState<AttachedDocument | null>(null);

  const attach = async (files: readonly File[]): Promise<void> => {
    for (const file of files) {
      setSending(file.name);
      const problem = file.size > largestAttachment ? t('document.tooLarge', { name: file.name }) : await send(file);
      if (problem !== null) showToast({ tone: 'bad', text: problem });
    }
    setSending(null);
  };
  const send = async (file: File): Promise<string | null> => {
    const read = await readWireFile(file).catch(() => null);
    if (read === null) return t('document.unreadable', { name: file.name });
    return await client.call('document.add', { caseId, file: read, detail: belongsTo }).then(() => null, (thrown: unknown) => asCallFailure(thrown).message);
  };
  const remove = async (document: AttachedDocument): Promise<void> => {
    const done = await client.call('document.remove', { documentId: document.id, version: document.version }).catch((thrown: unknown) => showToast({ tone: 'bad', text: asCallFailure(thrown).message }));
    if (done !== undefined) tellDone(t('document.removed', { name: document.fileName }), caseId);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    void attach([...event.dataTransfer.files]);
  };
  return (
    <section
      className={`attached ${isOver ? 'is-over' : ''}`}
      aria-label={t('document.title')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h3>{t('document.title')} {documents.length === 0 ? null : <span className="n num">{documents.length}</span>}</h3>
      <ul className="panel-list">
        {documents.map((document) => (
          <li key={document.id}>
            <button type="button" aria-label={t('document.open', { name: document.fileName })} onClick={() => setOpened(document)}>
              <FileKind mediaType={document.mediaType} />
              <span className="grow trunc">{document.fileName}</span>
              <small className="num">{formatBytes(document.byteCount)}</small>
            </button>
            <IconButton icon={Trash2} label={t('document.remove', { name: document.fileName })} onPress={() => void remove(document)} />
          </li>
        ))}
      </ul>
      <p className="hint-line" aria-live="polite">{sending === null ? t('document.drop') : t('document.attaching', { name: sending })}</p>
      <Button icon={Paperclip} isDisabled={sending !== null} onPress={() => chooser.current?.click()}>{t('document.attach')}</Button>
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          // The same file can be chosen again.
          event.target.value = '';
          void attach(files);
        }}
      />
      {opened === null ? null : <DocumentViewer document={opened} onClose={() => setOpened(null)} />}
    </section>
  );
}

function FileKind({ mediaType }: { readonly mediaType: string }) {
  const Icon = mediaType.startsWith('image/') ? FileImage : mediaType === 'text/plain' || mediaType === 'application/pdf' ? FileText : FileIcon;
  return <Icon size={14} strokeWidth={1.6} aria-hidden />;
}
