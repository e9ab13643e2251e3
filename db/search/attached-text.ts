import type { Connection } from '#db/connection.ts';
import type { Row } from '#db/tables.ts';
import type { AttachedDocumentDetail } from '#shared/casefile/attached-document.ts';

/** More of one document than a letter of two hundred pages is not looked through: a list of variants or a log would fill the index. */
const longestText = 400_000;

/** What an attached document says, where it is a text that can be read without a program for it; else nothing. */
export function attachedText(database: Connection): (row: Row) => string {
  const find = database.prepare<[number, string], { readonly bytes: Uint8Array }>('SELECT substr(bytes, 1, ?) AS bytes FROM document_content WHERE sha256 = ?');
  return (row) => {
    const { mediaType = '' } = JSON.parse(String(row['detail'])) as Partial<AttachedDocumentDetail>;
    const kind = mediaType.split(';')[0]?.trim().toLowerCase() ?? '';
    if (!isText(kind)) return '';
    const text = new TextDecoder('utf-8').decode(find.get(longestText, String(row['sha256']))?.bytes ?? new Uint8Array(0));
    return isMarkup(kind) ? text.replace(/<[^>]*>/g, ' ') : text;
  };
}

const isText = (kind: string): boolean => kind.startsWith('text/') || kind === 'application/json' || kind.endsWith('+json') || kind === 'application/xml' || kind.endsWith('+xml');
const isMarkup = (kind: string): boolean => kind === 'text/html' || kind.endsWith('xml');
