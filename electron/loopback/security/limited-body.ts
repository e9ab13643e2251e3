import type { IncomingMessage } from 'node:http';

/*
 * Stops: a request so large that it fills the memory. The length that a request announces is checked before anything is read,
 * and what arrives is counted while it arrives, since an announced length may be absent or a lie.
 */

export type LimitedBody = { readonly kind: 'whole'; readonly bytes: Buffer } | { readonly kind: 'too-large' } | { readonly kind: 'broken-off' };

/** What lies beyond the limit is left to Node, which throws it away unread, so that the sender still gets its answer. */
export function readLimitedBody(request: IncomingMessage, limitBytes: number): Promise<LimitedBody> {
  if (Number(request.headers['content-length'] ?? 0) > limitBytes) return Promise.resolve({ kind: 'too-large' });
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limitBytes) chunks.push(chunk);
      else end({ kind: 'too-large' });
    };
    const whole = () => end({ kind: 'whole', bytes: Buffer.concat(chunks) });
    const brokenOff = () => end({ kind: 'broken-off' });
    const end = (body: LimitedBody) => {
      request.off('data', take).off('end', whole).off('close', brokenOff);
      resolve(body);
    };
    request.on('data', take).on('end', whole).on('close', brokenOff);
    request.on('error', brokenOff);
  });
}
