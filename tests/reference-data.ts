import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../shared/data/', import.meta.url));

/** Path of a file of the reference data beside the checkout, or null where it is absent: then the test is skipped and says so. */
export function referenceData(relative: string): string | null {
  const path = folder + relative;
  return existsSync(path) ? path : null;
}

/** Words for a skipped test's title. */
export const absentNote = 'skipped where the reference data is absent';
