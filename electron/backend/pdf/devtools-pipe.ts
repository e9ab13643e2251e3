import type { Readable, Writable } from 'node:stream';

/** One command of the DevTools protocol and its answer; a session is one page. Rejects where the browser refuses it or ends. */
export interface DevtoolsPipe {
  readonly send: (method: string, parameters?: Readonly<Record<string, unknown>>, sessionId?: string) => Promise<Readonly<Record<string, unknown>>>;
  readonly close: () => void;
}

interface Waiting {
  readonly resolve: (result: Readonly<Record<string, unknown>>) => void;
  readonly reject: (why: Error) => void;
}

interface Message {
  readonly id?: number;
  readonly result?: Readonly<Record<string, unknown>>;
  readonly error?: { readonly message?: string };
}

/** Speaks with a browser over the two pipes of `--remote-debugging-pipe`: JSON, each message ended by a NUL. */
export function devtoolsPipe(toBrowser: Writable, fromBrowser: Readable): DevtoolsPipe {
  const waiting = new Map<number, Waiting>();
  const unread: Buffer[] = [];
  let lastId = 0;
  const end = (): void => {
    for (const { reject } of waiting.values()) reject(new Error('the browser has ended'));
    waiting.clear();
  };
  fromBrowser.on('data', (chunk: Buffer) => {
    let rest = chunk;
    for (let at = rest.indexOf(0); at !== -1; at = rest.indexOf(0)) {
      unread.push(rest.subarray(0, at));
      settle(waiting, Buffer.concat(unread.splice(0)).toString('utf8'));
      rest = rest.subarray(at + 1);
    }
    unread.push(rest);
  });
  fromBrowser.once('close', end);
  // A browser that is gone is told of by the pipe from it; what could no longer be written is of no interest.
  for (const pipe of [toBrowser, fromBrowser]) pipe.on('error', () => undefined);
  return {
    send: (method, parameters = {}, sessionId) =>
      new Promise((resolve, reject) => {
        if (fromBrowser.destroyed) return reject(new Error('the browser has ended'));
        const id = ++lastId;
        waiting.set(id, { resolve, reject });
        toBrowser.write(`${JSON.stringify({ id, method, params: parameters, ...(sessionId === undefined ? {} : { sessionId }) })}\0`);
      }),
    close: end,
  };
}

/** Events, which have no id, are of no interest here. */
function settle(waiting: Map<number, Waiting>, text: string): void {
  const { id, result, error } = JSON.parse(text) as Message;
  if (id === undefined) return;
  const asked = waiting.get(id);
  waiting.delete(id);
  if (error === undefined) asked?.resolve(result ?? {});
  else asked?.reject(new Error(error.message ?? 'the browser refused a command'));
}
