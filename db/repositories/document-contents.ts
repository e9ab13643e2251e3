import { createHash } from 'node:crypto';
import type { Connection } from '#db/connection.ts';

/** The bytes of attached documents, each once under its hash. They stay while the change log may bring a document back. */
export interface DocumentContentReader {
  readonly read: (sha256: string) => Uint8Array | null;
}

export interface DocumentContentWriter {
  /** Answers the hash under which the bytes now stand. */
  readonly keep: (bytes: Uint8Array) => string;
}

export function createDocumentContents(database: Connection): DocumentContentReader & DocumentContentWriter {
  const find = database.prepare<[string], { readonly bytes: Uint8Array }>('SELECT bytes FROM document_content WHERE sha256 = ?');
  const insert = database.prepare<[string, Uint8Array]>('INSERT INTO document_content (sha256, bytes) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING');
  return {
    read: (sha256) => find.get(sha256)?.bytes ?? null,
    keep: (bytes) => {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      insert.run(sha256, bytes);
      return sha256;
    },
  };
}
