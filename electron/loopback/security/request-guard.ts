import type { IncomingMessage } from 'node:http';

/*
 * Stops two attacks by a web page that the user visits while Nostos runs.
 * DNS rebinding: the page's own name is pointed at 127.0.0.1, so the browser thinks it talks to its own origin. The Host header
 * still carries that name, so anything but our own address is refused.
 * Cross-site request forgery: the page sends requests to 127.0.0.1 and the browser may add the cookie. Such a request carries a
 * foreign Origin or says by Sec-Fetch-Site that it comes from elsewhere. There is no CORS: no answer is ever readable from another origin.
 */

/** Null where the request may go on; else why it may not. */
export function refuseForeignHost(request: IncomingMessage, host: string): string | null {
  return request.headers.host === host ? null : 'This address is not served here.';
}

/** For requests that read or change data: they come from our own page or from a program that names our origin. */
export function refuseForeignCaller(request: IncomingMessage, origin: string): string | null {
  const refusal = 'Requests from another site are refused.';
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return refusal;
  const from = request.headers.origin;
  if (from !== undefined && from !== origin) return refusal;
  // A browser sends Origin with every POST. Whoever sends none must at least be known to be our page.
  return from === undefined && site === undefined ? refusal : null;
}

/** For the page and its files: typed into the address bar, followed as a link, or loaded by the page itself, never embedded elsewhere. */
export function refuseForeignEmbedding(request: IncomingMessage): string | null {
  const site = request.headers['sec-fetch-site'];
  if (site === undefined || site === 'same-origin' || site === 'none') return null;
  const isPageVisit = request.headers['sec-fetch-mode'] === 'navigate' && request.headers['sec-fetch-dest'] === 'document';
  return isPageVisit ? null : 'Requests from another site are refused.';
}
