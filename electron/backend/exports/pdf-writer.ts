import { documentOf } from '#electron/backend/exports/document-of.ts';
import type { ExportWriter } from '#electron/backend/exports/export-writer.ts';
import { htmlOf } from '#electron/backend/exports/html-writer.ts';
import { howToPrintWithoutPrinter } from '#electron/backend/pdf/installed-printer.ts';
import { failure } from '#shared/base/failure.ts';
import { refusal, success } from '#shared/base/result.ts';

/** Printed from the very HTML that is previewed, so that what was looked at is what leaves. */
export const writePdfExport: ExportWriter = async (source, want) => {
  const model = documentOf(source);
  if (!model.ok) return model;
  const html = htmlOf(model.value);
  const asFile = (bytes: Uint8Array) => success({ bytes, mediaType: 'application/pdf', extension: 'pdf', preview: { kind: 'html', text: html }, losses: [] } as const);
  if (want === 'preview') return asFile(new Uint8Array());
  const print = source.context.host.printToPdf;
  if (print === null) return refusal(failure('rule-broken', howToPrintWithoutPrinter));
  const printed = await print(html);
  return printed.ok ? asFile(printed.value) : printed;
};
