import { createHash } from 'node:crypto';
import type { Connection } from '#db/connection.ts';

/** The bytes of attached documents, each once under its hash. They stay while the change log may bring a document back. */
export interface DocumentContentReader {
  readonly read: (sha256: string) => Uint8Array | null;
}

export interface DocumentContentWriter {
  /** Answers the hash under which the bytes now stand. */
  readonly keep: (bytes: Uint8Array) => string;
  /**
   * Takes out the bytes that nothing names any more, neither a document nor an image of the change log, from which an undo would bring a document back.
   * The log is kept for ever, so there are some only after a case was erased with its history: whoever erases sweeps. Answers how many contents went.
   */
  readonly sweep: () => number;
}

export function createDocumentContents(database: Connection): DocumentContentReader & DocumentContentWriter {
  const find = database.prepare<[string], { readonly bytes: Uint8Array }>('SELECT bytes FROM document_content WHERE sha256 = ?');
  const insert = database.prepare<[string, Uint8Array]>('INSERT INTO document_content (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING');
  const sweep = database.prepare<[]>(`
    DELETE FROM document_content WHERE sha256 NOT IN (
      SELECT sha256 FROM attached_document
      UNION SELECT json_extract(before, '$.sha256') FROM change_image WHERE table_name = 'attached_document' AND json_extract(before, '$.sha256') IS NOT NULL
      UNION SELECT json_extract(after, '$.sha256') FROM change_image WHERE table_name = 'attached_document' AND json_extract(after, '$.sha256') IS NOT NULL
    )`);
  return {
    read: (sha256) => find.get(sha256)?.bytes ?? null,
    keep: (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      insert.run(sha256, bytes);
      return sha256;
    },
    sweep: () => sweep.run().changes,
  };
}
