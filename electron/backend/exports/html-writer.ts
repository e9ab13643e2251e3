import { documentOf } from '#electron/backend/exports/document-of.ts';
import { fontFacesFor } from '#electron/backend/exports/document-fonts.ts';
import type { ExportWriter } from '#electron/backend/exports/export-writer.ts';
import { success } from '#shared/base/result.ts';
import { documentHtml } from '#shared/interchange/documents/document-html.ts';
import type { DocumentModel } from '#shared/interchange/documents/document.ts';

/** One file that every browser shows and prints. */
export const writeHtmlExport: ExportWriter = async (source) => {
  const model = documentOf(source);
  if (!model.ok) return model;
  const html = htmlOf(model.value);
  return success({ bytes: Buffer.from(html, 'utf8'), mediaType: 'text/html', extension: 'html', preview: { kind: 'html', text: html }, losses: [] });
};

/** The document with its letters within it: what is previewed, printed and given away is this text. */
export const htmlOf = (model: DocumentModel): string => documentHtml(model, fontFacesFor(JSON.stringify(model)));
