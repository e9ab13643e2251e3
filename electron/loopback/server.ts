import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Backend } from '#electron/backend/backend.ts';
import { readPageFile } from '#electron/backend/page/page-files.ts';
import { pageHeaders } from '#electron/backend/page/page-policy.ts';
import { createEventStreams, type EventStreams } from '#electron/loopback/event-stream.ts';
import { readLimitedBody } from '#electron/loopback/security/limited-body.ts';
import { refuseForeignCaller, refuseForeignEmbedding, refuseForeignHost } from '#electron/loopback/security/request-guard.ts';
import { createLoopbackSession, type LoopbackSession } from '#electron/loopback/security/session-cookie.ts';
import type { FailureKind } from '#shared/base/failure.ts';
import { packedResponse } from '#shared/contract/packed-answers.ts';
import type { WireResult } from '#shared/contract/packed-rows.ts';
import { requestSchema } from '#shared/contract/wire.ts';

export interface LoopbackOptions {
  readonly backend: Pick<Backend, 'dispatch' | 'subscribe'>;
  /** The built page. */
  readonly rendererFolder: string;
  /** 0 or absent: a free port chosen by the operating system. */
  readonly port?: number;
  readonly largestBodyBytes?: number;
  /** How long a request may take to arrive; shorter only in tests. */
  readonly patience?: Patience;
}

export interface LoopbackHost {
  readonly origin: string;
  /** With the one-time token: opens the application in one browser, once. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

export interface Patience {
  readonly headersMilliseconds: number;
  readonly requestMilliseconds: number;
  readonly checkEveryMilliseconds: number;
}

/**
 * Stops any program on this machine, which needs no cookie to connect, from taking all connections by requests that it never
 * finishes. The largest upload takes seconds here. Events are an answer and not a request, so they go on.
 */
const standardPatience: Patience = { headersMilliseconds: 10_000, requestMilliseconds: 120_000, checkEveryMilliseconds: 5_000 };

/** Room for a large upload of phenopackets in base64. */
const defaultLargestBodyBytes = 300 * 1024 * 1024;

interface Listening {
  readonly options: LoopbackOptions;
  readonly host: string;
  readonly origin: string;
  readonly session: LoopbackSession;
  readonly events: EventStreams;
}

/** Serves the application to a browser on this machine. Rejects where the port is taken. */
export async function startLoopback(options: LoopbackOptions): Promise<LoopbackHost> {
  const patience = options.patience ?? standardPatience;
  const server = createServer({ headersTimeout: patience.headersMilliseconds, requestTimeout: patience.requestMilliseconds, connectionsCheckingInterval: patience.checkEveryMilliseconds });
  const port = await listen(server, options.port ?? 0);
  const host = `127.0.0.1:${port}`;
  const listening: Listening = { options, host, origin: `http://${host}`, session: createLoopbackSession(port), events: createEventStreams() };
  server.on('request', (request, response) => {
    // A fault here is one of this file: the answer must still come, and says nothing of its cause.
    answer(listening, request, response).catch(() => refuse(response, 500, 'internal', 'Something went wrong inside Nostos. Nothing was changed.'));
  });
  const unsubscribe = options.backend.subscribe(listening.events.send);
  return {
    origin: listening.origin,
    address: `${listening.origin}/?token=${listening.session.token}`,
    async close() {
      unsubscribe();
      listening.events.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    // Never 0.0.0.0 or ::, which the network can reach.
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

async function answer(listening: Listening, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const foreignHost = refuseForeignHost(request, listening.host);
  if (foreignHost !== null) return refuse(response, 421, 'not-found', foreignHost);
  const url = URL.parse(request.url ?? '/', listening.origin);
  // The path as it was sent: URL.parse already folds away `..`, which is fine for the routes but not for what reads files.
  const path = (request.url ?? '/').split(/[?#]/, 1)[0] ?? '/';
  if (url === null || url.origin !== listening.origin) return refuse(response, 400, 'invalid-input', 'This address cannot be read.');
  switch (path) {
    case '/api':
      return await answerRequest(listening, request, response);
    case '/events':
      return answerEvents(listening, request, response);
    default:
      return await answerPage(listening, request, response, path, url.searchParams.get('token'));
  }
}

async function answerRequest(listening: Listening, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'POST') return refuse(response, 405, 'not-found', 'Only POST is answered here.');
  const stranger = refuseStranger(listening, request);
  if (stranger !== null) return refuse(response, stranger.status, 'not-found', stranger.why);
  // A form of another site cannot send JSON without a preflight, which is never granted.
  if (!/^application\/json(;|$)/.test(request.headers['content-type'] ?? '')) return refuse(response, 415, 'invalid-input', 'A request must be JSON.');
  const body = await readLimitedBody(request, listening.options.largestBodyBytes ?? defaultLargestBodyBytes);
  if (body.kind === 'broken-off') return;
  if (body.kind === 'too-large') return refuse(response, 413, 'invalid-input', 'This is too large to take in at once. Choose fewer or smaller files.');
  const parsed = requestSchema.safeParse(readJson(body.bytes));
  if (!parsed.success) return refuse(response, 400, 'invalid-input', 'A request must be JSON with a procedure and its input.');
  const { procedure, input, takesPacked } = parsed.data;
  const result = await listening.options.backend.dispatch(procedure, input);
  sendJson(response, 200, takesPacked === true ? packedResponse(procedure, result) : result);
}

function answerEvents(listening: Listening, request: IncomingMessage, response: ServerResponse): void {
  if (request.method !== 'GET') return refuse(response, 405, 'not-found', 'Only GET is answered here.');
  const stranger = refuseStranger(listening, request);
  if (stranger !== null) return refuse(response, stranger.status, 'not-found', stranger.why);
  listening.events.open(request, response);
}

function refuseStranger(listening: Listening, request: IncomingMessage): { readonly status: number; readonly why: string } | null {
  const foreign = refuseForeignCaller(request, listening.origin);
  if (foreign !== null) return { status: 403, why: foreign };
  return listening.session.isKnown(request) ? null : { status: 401, why: 'Open Nostos by the address that it printed when it started.' };
}

async function answerPage(listening: Listening, request: IncomingMessage, response: ServerResponse, path: string, token: string | null): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'not-found', 'Only GET is answered here.');
  const foreign = refuseForeignEmbedding(request);
  if (foreign !== null) return refuse(response, 403, 'not-found', foreign);
  if (token !== null && path === '/') return enter(listening, request, response, token);
  if (!listening.session.isKnown(request)) return sendText(response, 401, 'Open Nostos by the address that it printed when it started. Each address opens one browser, once.');
  const file = await readPageFile(listening.options.rendererFolder, path);
  if (file === null) return sendText(response, 404, 'There is nothing at this address.');
  response.writeHead(200, {
    ...pageHeaders,
    'Content-Type': file.contentType,
    'Content-Length': file.bytes.length,
    'Cache-Control': file.isImmutable ? 'private, max-age=31536000, immutable' : 'no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : file.bytes);
}

/** Turns the token into the cookie and leads to the address without it. A browser that is already in goes on. */
function enter(listening: Listening, request: IncomingMessage, response: ServerResponse, token: string): void {
  const cookie = listening.session.isKnown(request) ? undefined : listening.session.exchange(token);
  if (cookie === null) return sendText(response, 403, 'This address was already used, or is not of this start. Start Nostos again for a new one.');
  response.writeHead(303, { ...pageHeaders, Location: '/', 'Cache-Control': 'no-store', 'Content-Length': 0, ...(cookie === undefined ? {} : { 'Set-Cookie': cookie }) });
  response.end();
}

function readJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    // The message of the parser quotes its input.
    return undefined;
  }
}

function refuse(response: ServerResponse, status: number, kind: FailureKind, message: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  sendJson(response, status, { ok: false, error: { kind, message } });
}

function sendJson(response: ServerResponse, status: number, body: WireResult): void {
  const bytes = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { ...pageHeaders, 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': bytes.length, 'Cache-Control': 'no-store' });
  response.end(bytes);
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { ...pageHeaders, 'Content-Type': 'text/plain; charset=utf-8', 'Content-Length': Buffer.byteLength(text), 'Cache-Control': 'no-store' });
  response.end(text);
}
