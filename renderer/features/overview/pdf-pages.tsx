import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { bytesOf } from '#renderer/client/download.ts';
import { IconButton } from '#renderer/components/button.tsx';
import { Skeleton } from '#renderer/components/screen-states.tsx';
import type { PdfAnswer, PdfFailure, PdfQuestion } from '#renderer/features/overview/pdf-messages.ts';
import { useWords } from '#renderer/i18n/words.ts';

type Reading =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly reason: PdfFailure }
  | { readonly kind: 'open'; readonly pageCount: number; readonly hasUndrawnPictures: boolean };
type Drawn = Extract<PdfAnswer, { readonly kind: 'drawn' }>;

/** A page that takes longer is given up, with the thread that draws it. */
const longestWaitMs = 30_000;
const zooms = [1, 1.5, 2] as const;

/** The pages of a PDF as pictures, one at a time, drawn beside the page (see pdf-worker.ts). */
export function PdfPages({ name, base64 }: { readonly name: string; readonly base64: string }) {
  const t = useWords('overview');
  const [pageNumber, setPageNumber] = useState(1);
  const [zoom, setZoom] = useState(0);
  const frame = useRef<HTMLDivElement>(null);
  const { reading, drawn, draw } = usePdf(base64);
  const pageCount = reading.kind === 'open' ? reading.pageCount : 0;
  useEffect(() => {
    const width = frame.current?.clientWidth ?? 0;
    if (pageCount > 0 && width > 0) draw(pageNumber, Math.round(width * (zooms[zoom] ?? 1) * window.devicePixelRatio));
  }, [draw, pageCount, pageNumber, zoom]);

  if (reading.kind === 'failed') return <p className="sub">{t(`document.pdf.${reading.reason}`)}</p>;
  const go = (by: number) => (): void => setPageNumber((page) => Math.min(Math.max(page + by, 1), pageCount));
  return (
    <div className="pdf-pages">
      <div className="pdf-tools">
        <IconButton icon={ChevronLeft} label={t('document.pdf.previous')} isDisabled={pageNumber <= 1} onPress={go(-1)} />
        <span className="num" role="status">{pageCount === 0 ? t('document.pdf.opening') : t('document.pdf.page', { page: pageNumber, count: pageCount })}</span>
        <IconButton icon={ChevronRight} label={t('document.pdf.next')} isDisabled={pageNumber >= pageCount} onPress={go(1)} />
        <span className="grow" />
        <IconButton icon={ZoomOut} label={t('document.pdf.smaller')} isDisabled={zoom === 0} onPress={() => setZoom(zoom - 1)} />
        <IconButton icon={ZoomIn} label={t('document.pdf.larger')} isDisabled={zoom === zooms.length - 1} onPress={() => setZoom(zoom + 1)} />
      </div>
      {reading.kind === 'open' && reading.hasUndrawnPictures ? <p className="pdf-lacks" role="alert">{t('document.pdf.lacksPictures')}</p> : null}
      <div className="pdf-frame" ref={frame} tabIndex={0} role="region" aria-label={name}>
        {drawn === null ? <Skeleton lines={8} /> : <PageCanvas key={drawn.pageNumber} drawn={drawn} zoom={zooms[zoom] ?? 1} label={t('document.pdf.page', { page: drawn.pageNumber, count: pageCount })} />}
      </div>
    </div>
  );
}

function PageCanvas({ drawn, zoom, label }: { readonly drawn: Drawn; readonly zoom: number; readonly label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const shown = canvas.current;
    if (shown === null) return;
    shown.width = drawn.picture.width;
    shown.height = drawn.picture.height;
    shown.getContext('2d')?.drawImage(drawn.picture, 0, 0);
  }, [drawn]);
  return (
    <>
      <canvas ref={canvas} role="img" aria-label={label} style={{ width: `${String(zoom * 100)}%` }} />
      {/* The same words for who hears the page. */}
      <div className="vh">{drawn.text}</div>
    </>
  );
}

interface PdfReading {
  readonly reading: Reading;
  readonly drawn: Drawn | null;
  readonly draw: (pageNumber: number, width: number) => void;
}

/** Reads the bytes in a thread of their own, which ends with the view of them or when it takes too long. */
function usePdf(base64: string): PdfReading {
  const [reading, setReading] = useState<Reading>({ kind: 'opening' });
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const ask = useRef<(question: PdfQuestion) => void>(() => undefined);
  useEffect(() => {
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' });
    let deadline: ReturnType<typeof setTimeout> | undefined;
    const fail = (reason: PdfFailure): void => {
      clearTimeout(deadline);
      worker.terminate();
      setReading({ kind: 'failed', reason });
    };
    ask.current = (question) => {
      clearTimeout(deadline);
      deadline = setTimeout(() => fail('too-slow'), longestWaitMs);
      worker.postMessage(question, question.kind === 'open' ? [question.bytes.buffer] : []);
    };
    worker.onerror = () => fail('unreadable');
    worker.onmessage = ({ data }: MessageEvent<PdfAnswer>) => {
      // pdf.js says something of its own, that it is ready to be spoken to, which has no kind.
      if (data.kind === 'failed') fail(data.reason);
      else if (data.kind === 'opened') setReading({ ...data, kind: 'open' });
      else if (data.kind === 'drawn') setDrawn(data);
      else return;
      clearTimeout(deadline);
    };
    ask.current({ kind: 'open', bytes: bytesOf(base64) });
    return () => {
      clearTimeout(deadline);
      worker.terminate();
    };
  }, [base64]);
  const [draw] = useState(() => (pageNumber: number, width: number): void => ask.current({ kind: 'draw', pageNumber, width }));
  return { reading, drawn, draw };
}
