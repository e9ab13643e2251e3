import { unpackedResponse, type WireResult } from '#shared/contract/packed-rows.ts';
import type { BackendEvent, WireRequest, WireResponse } from '#shared/contract/wire.ts';

export type Connection = 'connected' | 'lost';

/** How a screen reaches the backend; the rest of the renderer does not know which host it runs in. */
export interface Transport {
  /** Rejects only when the backend could not be reached. */
  readonly request: (request: WireRequest) => Promise<WireResponse>;
  /** Calls back for every event and for every change of the connection; answers with how to stop. */
  readonly subscribe: (onEvent: (event: BackendEvent) => void, onConnection: (connection: Connection) => void) => () => void;
}

/** What the preload script of the Electron host puts on the window. */
export interface NostosBridge {
  readonly invoke: (request: WireRequest) => Promise<WireResult>;
  readonly subscribe: (listener: (event: BackendEvent) => void) => () => void;
}

declare global {
  interface Window {
    readonly nostos?: NostosBridge;
  }
}

export function pickTransport(): Transport {
  return window.nostos === undefined ? httpTransport() : bridgeTransport(window.nostos);
}

export function bridgeTransport(bridge: NostosBridge): Transport {
  return {
    request: async (request) => unpackedResponse(await bridge.invoke({ ...request, takesPacked: true })),
    subscribe: (onEvent, onConnection) => {
      onConnection('connected');
      return bridge.subscribe(onEvent);
    },
  };
}

/** How long to wait before asking again for the stream of events; the last one is repeated. */
const reconnectMilliseconds = [500, 1_000, 2_000, 5_000] as const;

export function httpTransport(): Transport {
  return {
    request: async (request) => {
      const response = await fetch('/api', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ ...request, takesPacked: true } satisfies WireRequest), credentials: 'same-origin' });
      if (!response.headers.get('content-type')?.startsWith('application/json')) throw new Error(`unexpected answer ${String(response.status)}`);
      return unpackedResponse((await response.json()) as WireResult);
    },
    subscribe: (onEvent, onConnection) => {
      let attempt = 0;
      let source: EventSource | null = null;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const connect = (): void => {
        source = new EventSource('/events');
        source.onopen = () => {
          attempt = 0;
          onConnection('connected');
        };
        source.onmessage = (message: MessageEvent<string>) => onEvent(JSON.parse(message.data) as BackendEvent);
        source.onerror = () => {
          source?.close();
          onConnection('lost');
          timer = setTimeout(connect, reconnectMilliseconds[Math.min(attempt++, reconnectMilliseconds.length - 1)]);
        };
      };
      connect();
      return () => {
        clearTimeout(timer);
        source?.close();
      };
    },
  };
}
