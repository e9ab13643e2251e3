import type { IncomingMessage, ServerResponse } from 'node:http';
import { pageHeaders } from '#electron/backend/page/page-policy.ts';
import type { BackendEvent } from '#shared/contract/wire.ts';

export interface EventStreams {
  readonly open: (request: IncomingMessage, response: ServerResponse) => void;
  readonly send: (event: BackendEvent) => void;
  readonly close: () => void;
}

/** Shows both ends that the other is still there. */
const heartbeatMilliseconds = 15_000;
/** A page that reads no longer, such as a sleeping tab, is cut off before its unread events fill the memory; the browser connects anew. */
const largestUnreadBytes = 64 * 1024 * 1024;

/** The backend's events as server-sent events, to every page that listens. */
export function createEventStreams(): EventStreams {
  const listeners = new Set<ServerResponse>();
  const write = (text: string) => {
    for (const listener of listeners) {
      listener.write(text);
      if (listener.writableLength > largestUnreadBytes) listener.destroy();
    }
  };
  const heartbeat = setInterval(() => write(':\n\n'), heartbeatMilliseconds);
  heartbeat.unref();
  return {
    open(_request, response) {
      response.writeHead(200, { ...pageHeaders, 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store' });
      response.write('retry: 1000\n\n');
      listeners.add(response);
      response.on('close', () => listeners.delete(response));
    },
    send: (event) => write(`data: ${JSON.stringify(event)}\n\n`),
    close() {
      clearInterval(heartbeat);
      for (const listener of listeners) listener.end();
      listeners.clear();
    },
  };
}
