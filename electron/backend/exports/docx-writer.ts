import { documentOf } from '#electron/backend/exports/document-of.ts';
import type { ExportWriter } from '#electron/backend/exports/export-writer.ts';
import { htmlOf } from '#electron/backend/exports/html-writer.ts';
import { success } from '#shared/base/result.ts';

/** The same document for a word processor, to be edited before it goes. The preview is its HTML: content and order are the same, pages may break elsewhere. */
export const writeDocxExport: ExportWriter = async (source, want) => {
  const model = documentOf(source);
  if (!model.ok) return model;
  const bytes = want === 'preview' ? new Uint8Array() : await (await wordFiles()).docxOf(model.value);
  return success({ bytes, mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extension: 'docx', preview: { kind: 'html', text: htmlOf(model.value) }, losses: [] });
};

/** Loaded when the first Word file is written: starting Nostos is not to wait for it. */
const wordFiles = () => import('#electron/backend/exports/docx-file.ts');
