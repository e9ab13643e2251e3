import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/*
 * Stops: another program or user of this machine, who can reach any port of 127.0.0.1, from talking to the backend. The address
 * that is printed holds a token that works once; it is exchanged for a cookie that page scripts cannot read and other sites cannot
 * send. After that the address is worthless: in the browser's history, in a process list, over a shoulder.
 * Limit: browsers give a cookie of 127.0.0.1 to every port of it, so a server that the user opens in the same browser on this
 * machine could see it. It ends with this process.
 */

export interface LoopbackSession {
  readonly token: string;
  /** The header value that starts the session, once, for the right token; else null. */
  readonly exchange: (token: string) => string | null;
  readonly isKnown: (request: IncomingMessage) => boolean;
}

export function createLoopbackSession(port: number): LoopbackSession {
  const token = randomBytes(32).toString('base64url');
  const secret = randomBytes(32).toString('base64url');
  // The port is part of the name, so that two running applications do not overwrite each other's cookie.
  const cookieName = `nostos-${port}`;
  let isTokenSpent = false;
  return {
    token,
    exchange(offered) {
      if (isTokenSpent || !isSame(offered, token)) return null;
      isTokenSpent = true;
      return `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/`;
    },
    isKnown(request) {
      const cookies = (request.headers.cookie ?? '').split(';').map((part) => part.trim());
      const prefix = `${cookieName}=`;
      return cookies.some((cookie) => cookie.startsWith(prefix) && isSame(cookie.slice(prefix.length), secret));
    },
  };
}

/** Takes the same time whatever was offered; the hash gives both the same length. */
function isSame(offered: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(offered), digest(expected));
}
