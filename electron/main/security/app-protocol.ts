import type { CustomScheme, Protocol } from 'electron';
import { readPageFile } from '#electron/backend/page/page-files.ts';
import { isPageUrl, pageAddress, pageScheme } from '#electron/main/page-address.ts';
import { withPageHeaders } from '#electron/main/security/content-security-policy.ts';

/*
 * Stops: the page from reading files of the machine. It is served under a scheme of its own whose only content is the folder of
 * the built page; file:// is never opened. Which paths are served, page-files.ts decides, as for every host.
 */

/** To be registered before Electron is ready. Standard and secure, so that the page has an origin of its own; no rights beyond. */
export const appScheme = { scheme: pageScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } } as const satisfies CustomScheme;

export function serveApp(protocol: Pick<Protocol, 'handle'>, rendererFolder: string): void {
  protocol.handle(pageScheme, (request) => answerPageRequest(rendererFolder, request));
}

export async function answerPageRequest(rendererFolder: string, request: Pick<Request, 'url' | 'method'>): Promise<Response> {
  if (request.method !== 'GET' || !isPageUrl(request.url)) return nothingHere();
  // The path as it was sent, since parsing would fold `..` away before it is looked at.
  const path = `/${request.url.slice(pageAddress.length).split(/[?#]/, 1)[0] ?? ''}`;
  const file = await readPageFile(rendererFolder, path);
  return file === null ? nothingHere() : withPageHeaders(200, file.contentType, file.bytes);
}

function nothingHere(): Response {
  return withPageHeaders(404, 'text/plain; charset=utf-8', 'There is nothing at this address.');
}
