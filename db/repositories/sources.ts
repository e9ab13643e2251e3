import { createHash } from 'node:crypto';
import type { Connection } from '#db/connection.ts';
import type { RowWriter } from '#db/row-writer.ts';
import type { Row } from '#db/tables.ts';

/** A document from which a case was imported, without its text. */
export interface SourceDocument {
  readonly id: string;
  readonly caseId: string;
  readonly fileName: string;
  /** Such as `phenopacket`. */
  readonly format: string;
  readonly importedAt: string;
}

export interface SourceReader {
  readonly ofCase: (caseId: string) => readonly SourceDocument[];
  /** The text exactly as it was imported. */
  readonly content: (sourceId: string) => string | null;
  /** The document with exactly this text, where it has been imported before and its case still stands. */
  readonly withContent: (content: string) => SourceDocument | null;
}

export interface SourceWriter {
  /** Takes out every document of a case. */
  readonly removeOfCase: (caseId: string) => void;
  readonly add: (source: { readonly caseId: string; readonly fileName: string; readonly format: string; readonly content: string }) => SourceDocument;
}

export function createSourceReader(database: Connection): SourceReader {
  const columns = 'id, case_id, file_name, format, imported_at';
  const ofCase = database.prepare<[string], Row>(`SELECT ${columns} FROM source_document WHERE case_id = ? ORDER BY id`);
  const content = database.prepare<[string], Row>('SELECT content FROM source_document WHERE id = ?');
  const withHash = database.prepare<[string], Row>(`SELECT ${columns} FROM source_document WHERE sha256 = ? LIMIT 1`);
  return {
    ofCase: (caseId) => ofCase.all(caseId).map(sourceFromRow),
    content: (sourceId) => (content.get(sourceId)?.['content'] ?? null) as string | null,
    withContent: (text) => {
      const row = withHash.get(sha256(text));
      return row === undefined ? null : sourceFromRow(row);
    },
  };
}

export function createSourceWriter(rows: RowWriter, reader: SourceReader): SourceWriter {
  return {
    removeOfCase: (caseId) => {
      // No imported document was ever changed, so each is in its first version.
      for (const { id } of reader.ofCase(caseId)) if (!rows.remove('source_document', id, 1).ok) throw new Error('an imported document moved on within its transaction');
    },
    add: ({ caseId, fileName, format, content }) => {
      const id = rows.add('source_document', { case_id: caseId, file_name: fileName, format, imported_at: rows.at, sha256: sha256(content), content });
      return { id, caseId, fileName, format, importedAt: rows.at };
    },
  };
}

function sourceFromRow(row: Row): SourceDocument {
  return { id: row.id, caseId: String(row['case_id']), fileName: String(row['file_name']), format: String(row['format']), importedAt: String(row['imported_at']) };
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
