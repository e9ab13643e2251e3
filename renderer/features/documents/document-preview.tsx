import { useMemo, type Ref } from 'react';
import { markDifference } from '#renderer/features/documents/mark-difference.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { ExportPreview } from '#shared/contract/export-procedures.ts';

/*
 * Stops: what stands in a document (a name, a note, an imported file) from acting on the page around it, should it ever get through the escaping. The frame
 * is sandboxed with no right at all: no scripts, no forms, no windows, no navigation of the page, and an origin of its own, from which neither the
 * page nor its requests can be reached. Besides that the document forbids itself scripts and connections, and the page's own policy holds in it.
 */

interface DocumentPreviewProps {
  readonly preview: ExportPreview;
  /** The same document at the full level; null where no difference is to be shown. */
  readonly full: ExportPreview | null;
  readonly frameRef: Ref<HTMLIFrameElement>;
}

/** Exactly what would leave: a document as it is printed, a file for programs as its text. */
export function DocumentPreview({ preview, full, frameRef }: DocumentPreviewProps) {
  const t = useWords('documents');
  const { html } = preview;
  const shown = useMemo(() => (html === null || full === null || full.html === null ? html : markDifference(full.html, html)), [html, full]);
  // Each document has a frame of its own: Chromium drops a text that is given to a frame while the one before it is still on its way, and goes on showing that.
  if (shown !== null) return <iframe key={shown} ref={frameRef} className="document-frame" sandbox="" srcDoc={shown} title={t('preview.title')} tabIndex={0} />;
  return (
    <pre className="document-text" tabIndex={0} aria-label={t('preview.text')}>
      {preview.text ?? ''}
    </pre>
  );
}
