import { AnnotationMode, getDocument, type PDFDocumentProxy } from 'unpdf/pdfjs';
import type { PdfAnswer, PdfFailure, PdfQuestion } from '#renderer/features/overview/pdf-messages.ts';
import { hasUndrawnPictures } from '#renderer/features/overview/pdf-undrawn.ts';

/*
 * Stops: a crafted PDF from reaching the families in the vault. It is read by a program written in JavaScript (pdf.js), never by the viewer of the browser, and in a
 * thread of its own that has no page and no client of the backend. Before the first byte is read the thread gives away every means of asking anything of anybody. What
 * the file carries of scripts, forms, links and attachments is not read at all: nothing comes back but pictures of pages and their plain text. The page's policy allows no
 * code made of text, here too. Who opened it ends the thread when it takes too long. The bytes come and stay in memory: there is no address of them and no file.
 */

const means = ['fetch', 'XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'WebTransport', 'EventSource', 'BroadcastChannel', 'Worker', 'SharedWorker', 'importScripts', 'indexedDB', 'caches', 'cookieStore'] as const;
for (const name of means) Object.defineProperty(globalThis, name, { value: undefined, writable: false, configurable: false });

/** A page of a poster may be larger than any screen; four times a laptop's is enough to read. */
const mostPixels = 16_000_000;
/** What a screen reader is given of one page. */
const mostLetters = 20_000;

let opened: PDFDocumentProxy | null = null;

addEventListener('message', ({ data }: MessageEvent<PdfQuestion>) => {
  void (data.kind === 'open' ? open(data.bytes) : draw(data.pageNumber, data.width)).catch((fault: unknown) => answer({ kind: 'failed', reason: failureOf(fault) }));
});

async function open(bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  // pdf.js takes the bytes away.
  const isWithout = hasUndrawnPictures(bytes);
  opened = await getDocument({
    data: bytes,
    CanvasFactory: OffscreenCanvases,
    FilterFactory: NoFilters,
    ownerDocument: { fonts: (globalThis as unknown as { readonly fonts: FontFaceSet }).fonts } as unknown as HTMLDocument,
    enableXfa: false,
    isOffscreenCanvasSupported: true,
    useSystemFonts: true,
    useWasm: false,
    useWorkerFetch: false,
    verbosity: 0,
  }).promise;
  answer({ kind: 'opened', pageCount: opened.numPages, hasUndrawnPictures: isWithout });
}

async function draw(pageNumber: number, width: number): Promise<void> {
  if (opened === null) return;
  const page = await opened.getPage(pageNumber);
  const natural = page.getViewport({ scale: 1 });
  const scale = Math.min(width / natural.width, Math.sqrt(mostPixels / (natural.width * natural.height)));
  const viewport = page.getViewport({ scale });
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(viewport.width)), Math.max(1, Math.round(viewport.height)));
  await page.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport, annotationMode: AnnotationMode.ENABLE }).promise;
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
  const picture = canvas.transferToImageBitmap();
  answer({ kind: 'drawn', pageNumber, width, picture, text: text.slice(0, mostLetters) }, [picture]);
}

const answer = (told: PdfAnswer, handedOver: readonly Transferable[] = []): void => postMessage(told, { transfer: [...handedOver] });

const failureOf = (fault: unknown): PdfFailure => (fault instanceof Error && fault.name === 'PasswordException' ? 'password' : 'unreadable');

interface CanvasAndContext {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

/** Asked for by pdf.js as a class: the thread has no document that could make a canvas. */
class OffscreenCanvases {
  create(width: number, height: number): CanvasAndContext {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d') };
  }
  reset({ canvas }: CanvasAndContext, width: number, height: number): void {
    if (canvas === null) return;
    canvas.width = width;
    canvas.height = height;
  }
  destroy(made: CanvasAndContext): void {
    made.canvas = null;
    made.context = null;
  }
}

/** Filters of SVG need a document; a page without them is a little paler, and can be read. */
class NoFilters {
  addFilter = (): string => 'none';
  addHCMFilter = (): string => 'none';
  addAlphaFilter = (): string => 'none';
  addLuminosityFilter = (): string => 'none';
  addKnockoutFilter = (): string => 'none';
  addHighlightHCMFilter = (): string => 'none';
  destroy(): void {
    // Nothing was made.
  }
}
