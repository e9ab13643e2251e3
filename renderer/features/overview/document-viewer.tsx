import { Button } from '#renderer/components/button.tsx';
import { Dialog } from '#renderer/components/dialog.tsx';
import { ErrorState, Skeleton } from '#renderer/components/screen-states.tsx';
import { bytesOf, downloadBytes } from '#renderer/client/download.ts';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { PdfPages } from '#renderer/features/overview/pdf-pages.tsx';
import { formatBytes } from '#renderer/i18n/format.ts';
import { useWords } from '#renderer/i18n/words.ts';
import type { AttachedDocument } from '#shared/casefile/attached-document.ts';

/*
 * Stops: an attached file that is a page in disguise. A letter saved as HTML, an SVG from a laboratory or a crafted "picture" could carry a script, and a
 * script in this page could ask the backend for every family in the vault. Nothing here is ever given to the browser as a page: there is no frame, no
 * object and no link to the bytes. A picture goes into `img`, which runs no script, under the type that the backend read from its first bytes, and that
 * list holds no SVG. Text goes into the page as text, so that markup is shown and not obeyed. A PDF never meets the viewer of the browser, a program that
 * runs the scripts of the file: it is drawn in a thread apart, and pictures of its pages come back (pdf-worker.ts). Everything else leaves as a download
 * under `application/octet-stream`, which no browser opens in place.
 */

const shownPictures: readonly string[] = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
/** A page of text, not a data set: more would only make the window slow. */
const mostCharacters = 500_000;

export function DocumentViewer({ document, onClose }: { readonly document: AttachedDocument; readonly onClose: () => void }) {
  const t = useWords('overview');
  const read = useQueryOf('document.read', { documentId: document.id });
  return (
    <Dialog
      className="document-viewer"
      title={document.fileName}
      isOpen
      isWide
      onClose={onClose}
      foot={
        <>
          <span className="muted grow sm num">{formatBytes(document.byteCount)}. {t('document.saveNote')}</span>
          <Button isDisabled={read.data === undefined} onPress={() => read.data !== undefined && downloadBytes(document.fileName, read.data.base64, 'application/octet-stream')}>{t('document.save')}</Button>
          <Button variant="primary" onPress={onClose}>{t('document.close')}</Button>
        </>
      }
    >
      {read.data === undefined ? read.error === null ? <Skeleton /> : <ErrorState error={read.error} isSmall /> : <Shown {...read.data} />}
    </Dialog>
  );
}

function Shown({ fileName, mediaType, base64 }: { readonly fileName: string; readonly mediaType: string; readonly base64: string }) {
  const t = useWords('overview');
  if (shownPictures.includes(mediaType)) return <img src={`data:${mediaType};base64,${base64}`} alt={fileName} />;
  if (mediaType === 'application/pdf') return <PdfPages name={fileName} base64={base64} />;
  if (mediaType !== 'text/plain') return <p className="sub">{t('document.notShown')}</p>;
  return (
    <>
      <p className="muted sm">{t('document.asText')}</p>
      <pre tabIndex={0} aria-label={fileName}>{new TextDecoder().decode(bytesOf(base64)).slice(0, mostCharacters)}</pre>
    </>
  );
}
