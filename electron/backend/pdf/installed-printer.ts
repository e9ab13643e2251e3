import type { PrintToPdf } from '#electron/backend/host-capabilities.ts';
import { findChromium } from '#electron/backend/pdf/find-chromium.ts';
import { chromiumPrinter } from '#electron/backend/pdf/print-by-chromium.ts';

/** Prints by the Chromium, Chrome or Edge of this machine, for hosts that are no browser themselves; null where none is installed. */
export function installedPrinter(): PrintToPdf | null {
  const executable = findChromium();
  return executable === null ? null : chromiumPrinter(executable);
}

/** What to do where nothing prints: the HTML is the same document. */
export const howToPrintWithoutPrinter = 'PDF files are made by Chromium, Chrome or Edge, and none was found on this machine. Export the document as HTML instead, open that file in any browser and print it to PDF from there, or install one of the three.';
