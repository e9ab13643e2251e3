import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/*
 * Stops: path traversal. A request such as /../../.ssh/id_rsa, the same percent-encoded once or twice, with backslashes or a
 * NUL, or through a link inside the folder, must never yield a file from outside the folder of the built page.
 */

export interface PageFile {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** Named by the hash of its content, so it may be kept for good. */
  readonly isImmutable: boolean;
}

/** Whatever has no entry here is not part of the page and is not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** The file of the built page for the path of a URL, still encoded; `/` is index.html. Null where there is none. */
export async function readPageFile(folder: string, urlPath: string): Promise<PageFile | null> {
  const relative = safeRelativePath(urlPath);
  if (relative === null) return null;
  const contentType = contentTypes[extname(relative)];
  if (contentType === undefined) return null;
  try {
    const root = await realpath(folder);
    const path = await realpath(join(root, relative));
    if (!path.startsWith(root + sep)) return null;
    return { bytes: await readFile(path), contentType, isImmutable: relative.startsWith('assets/') };
  } catch {
    return null;
  }
}

/** Each part must be a plain name: allowing what is known to be harmless instead of listing what is known to harm. */
function safeRelativePath(urlPath: string): string | null {
  if (urlPath === '/') return 'index.html';
  const parts = urlPath.split('/').slice(1);
  const isPlain = urlPath.startsWith('/') && parts.every((part) => /^[A-Za-z0-9_-][A-Za-z0-9._-]*$/.test(part));
  return isPlain ? parts.join('/') : null;
}
