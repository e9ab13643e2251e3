/** What the page asks of the thread that reads a PDF. The bytes come first. */
export type PdfQuestion =
  | { readonly kind: 'open'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** `width` in device pixels. */
  | { readonly kind: 'draw'; readonly pageNumber: number; readonly width: number };

export type PdfAnswer =
  | { readonly kind: 'opened'; readonly pageCount: number; readonly hasUndrawnPictures: boolean }
  | { readonly kind: 'drawn'; readonly pageNumber: number; readonly width: number; readonly picture: ImageBitmap; readonly text: string }
  | { readonly kind: 'failed'; readonly reason: PdfFailure };

export type PdfFailure = 'password' | 'unreadable' | 'too-slow';
