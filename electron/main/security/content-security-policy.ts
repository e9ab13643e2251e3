import { pageHeaders } from '#electron/backend/page/page-policy.ts';

/*
 * Stops: a script that slipped into the page from running or sending anything away (see page-policy.ts). A header is set here on
 * every answer, so that no file of the page can come without it.
 */
export function withPageHeaders(status: number, contentType: string, body: Uint8Array | string): Response {
  return new Response(Buffer.from(body), { status, headers: { ...pageHeaders, 'Content-Type': contentType, 'Cache-Control': 'no-store' } });
}
