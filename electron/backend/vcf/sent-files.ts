import { randomUUID } from 'node:crypto';
import { MessageChannel, type MessagePort } from 'node:worker_threads';

/**
 * Files that the page sends piece by piece to the thread that reads them, without a copy on the disk, where the data of patients would lie unencrypted, and
 * without holding them: a piece is answered once the reader has taken it.
 */
export interface SentFiles {
  /** A name for a file that is about to be sent. */
  readonly open: () => string;
  /** Answers false where nobody wants more of it: its reader has what it needs, or was cancelled. */
  readonly send: (fileId: string, piece: Uint8Array, isLast: boolean) => Promise<boolean>;
  /** The end by which a thread asks for the pieces; null where no such file was opened, or it is being read. */
  readonly read: (fileId: string) => MessagePort | null;
  readonly close: (fileId: string) => void;
}

interface SentFile {
  readonly waiting: { readonly piece: Uint8Array | null; readonly taken: (isWanted: boolean) => void }[];
  port: MessagePort | null;
  isWanted: boolean;
}

/** Files that were opened and forgotten, by a page that was closed, give way to newer ones. */
const mostOpen = 8;

export function createSentFiles(): SentFiles {
  const files = new Map<string, SentFile>();
  const deliver = (file: SentFile): void => {
    const next = file.isWanted && file.port !== null ? file.waiting.shift() : undefined;
    if (next === undefined) return;
    file.isWanted = false;
    file.port?.postMessage(next.piece);
    next.taken(true);
  };
  const close = (fileId: string): void => {
    const file = files.get(fileId);
    files.delete(fileId);
    file?.port?.close();
    for (const { taken } of file?.waiting.splice(0) ?? []) taken(false);
  };
  return {
    open() {
      const [oldest] = files.keys();
      if (files.size >= mostOpen && oldest !== undefined) close(oldest);
      const fileId = randomUUID();
      files.set(fileId, { waiting: [], port: null, isWanted: false });
      return fileId;
    },
    send(fileId, piece, isLast) {
      const file = files.get(fileId);
      if (file === undefined) return Promise.resolve(false);
      return new Promise((taken) => {
        file.waiting.push({ piece, taken });
        if (isLast) file.waiting.push({ piece: null, taken: () => undefined });
        deliver(file);
      });
    },
    read(fileId) {
      const file = files.get(fileId);
      if (file === undefined || file.port !== null) return null;
      const { port1, port2 } = new MessageChannel();
      file.port = port1;
      port1.on('message', () => {
        file.isWanted = true;
        deliver(file);
      });
      return port2;
    },
    close,
  };
}
