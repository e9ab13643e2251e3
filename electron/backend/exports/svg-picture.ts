import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { fontFiles } from '#electron/backend/exports/document-fonts.ts';

const require = createRequire(import.meta.url);
let ready: Promise<void> | null = null;

/**
 * A drawing as pixels, for word processors that know no vectors. It is drawn within this process, without a browser: nothing leaves, and it works where none
 * is installed. Letters that Inter does not have (Chinese, Arabic, ...) are boxes in it; the vector drawing beside it has them.
 */
export async function svgPicture(svg: string, width: number): Promise<Uint8Array> {
  ready ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  await ready;
  const drawn = new Resvg(svg, { fitTo: { mode: 'width', value: Math.round(width * pixelsPerCssPixel) }, background: '#FFFFFF', font: { fontBuffers: [...fontFiles()], defaultFontFamily: 'Inter', sansSerifFamily: 'Inter' } });
  try {
    const image = drawn.render();
    const png = image.asPng();
    image.free();
    return png;
  } finally {
    drawn.free();
  }
}

/** 192 dots an inch: letters of a pedigree stay readable in print. */
const pixelsPerCssPixel = 2;
