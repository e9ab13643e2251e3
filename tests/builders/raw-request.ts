import { request } from 'node:http';
import { Socket } from 'node:net';

export interface RawRequest {
  readonly method?: string;
  /** Sent as it is: no client tidies it first. */
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
}

/** One HTTP request over a real socket with exactly the given path and headers, unlike fetch, which forbids some of them. */
export function sendRaw(origin: string, { method = 'GET', path = '/', headers = {}, body }: RawRequest = {}): Promise<RawAnswer> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const outgoing = request({ hostname, port, method, path, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }));
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** Bytes on the wire, for requests that no HTTP client would make; yields all that comes back until the other side closes. */
export function sendBytes(origin: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = new Socket();
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString('latin1')));
    socket.on('error', reject);
    socket.on('close', () => resolve(text));
    socket.connect(Number(port), hostname, () => socket.write(bytes));
  });
}

/** Exchanges the one-time address for the session's cookie, as a browser does when it opens the address. */
export async function cookieOf(address: string): Promise<string> {
  const { origin, pathname, search } = new URL(address);
  const answer = await sendRaw(origin, { path: pathname + search });
  const cookie = answer.headers['set-cookie']?.[0]?.split(';')[0];
  if (cookie === undefined) throw new Error(`no cookie came with ${answer.status}`);
  return cookie;
}

/** One request of the contract, as the page makes it. */
export function callApi(origin: string, cookie: string, body: unknown): Promise<RawAnswer> {
  return sendRaw(origin, { method: 'POST', path: '/api', headers: { cookie, origin, 'content-type': 'application/json' }, body: JSON.stringify(body) });
}
