import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackend } from '#electron/backend/backend.ts';
import type { HostCapabilities } from '#electron/backend/host-capabilities.ts';
import { startLoopback } from '#electron/loopback/server.ts';
import { eventSchema, type BackendEvent, type WireResponse } from '#shared/contract/wire.ts';
import { callApi, cookieOf } from '#tests/builders/raw-request.ts';

/** The whole backend behind one of its hosts, on data of its own. */
export interface ContractHost {
  readonly name: string;
  readonly folder: string;
  /** Each call is made one minute after the one before it. */
  readonly call: (procedure: string, input: unknown) => Promise<WireResponse>;
  /** Every event so far, in order. */
  readonly events: readonly BackendEvent[];
  /** The event that ends the job, whether it came already or comes yet. */
  readonly endOf: (jobId: string) => Promise<BackendEvent>;
  readonly close: () => Promise<void>;
}

/** A clock that stands still until it is moved, so that two runs tell the same times. */
export function aClock(start = '2026-03-04T05:06:07.000Z') {
  let now = Date.parse(start);
  return { read: () => new Date(now).toISOString(), forward: (seconds: number) => (now += seconds * 1_000) };
}

/** The same name for both hosts, so that their answers can be compared. */
const capabilities: HostCapabilities = { name: 'direct', printToPdf: null, keychain: null };

function anEventLog() {
  const events: BackendEvent[] = [];
  const waiting = new Map<string, (event: BackendEvent) => void>();
  const ends = (event: BackendEvent): string | null => (event.kind === 'job-done' || event.kind === 'job-failed' ? event.jobId : null);
  return {
    events,
    take(event: BackendEvent) {
      events.push(event);
      const jobId = ends(event);
      if (jobId !== null) waiting.get(jobId)?.(event);
    },
    endOf(jobId: string): Promise<BackendEvent> {
      const past = events.find((event) => ends(event) === jobId);
      return past === undefined ? new Promise((resolve) => waiting.set(jobId, resolve)) : Promise.resolve(past);
    },
  };
}

/** A guess at the passphrase need not be dear here. */
const cheap = { n: 1_024, r: 8, p: 1 } as const;

function aBackend() {
  const folder = mkdtempSync(join(tmpdir(), 'nostos-contract-'));
  const clock = aClock();
  return { folder, clock, backend: createBackend({ host: capabilities, dataFolder: folder, clock: clock.read, checkOutput: true, vaultCost: cheap }) };
}

/** Called within this process, as the command line and the tests do. */
export function directHost(): ContractHost {
  const { folder, clock, backend } = aBackend();
  const log = anEventLog();
  backend.subscribe((event) => log.take(event));
  return {
    name: 'direct',
    folder,
    events: log.events,
    endOf: log.endOf,
    call: (procedure, input) => {
      clock.forward(60);
      return backend.dispatch(procedure, input);
    },
    async close() {
      await backend.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Called over real sockets: requests by POST, events by a stream that is read as a browser reads it. */
export async function httpHost(): Promise<ContractHost & { readonly origin: string; readonly cookie: string }> {
  const { folder, clock, backend } = aBackend();
  const page = join(folder, 'page');
  mkdirSync(page);
  writeFileSync(join(page, 'index.html'), '<!doctype html>');
  const server = await startLoopback({ backend, rendererFolder: page });
  const cookie = await cookieOf(server.address);
  const log = anEventLog();
  const stream = await fetch(`${server.origin}/events`, { headers: { cookie, origin: server.origin } });
  const read = readEvents(stream, log.take);
  return {
    name: 'http',
    folder,
    origin: server.origin,
    cookie,
    events: log.events,
    endOf: log.endOf,
    call: async (procedure, input) => {
      clock.forward(60);
      return JSON.parse((await callApi(server.origin, cookie, { procedure, input })).text) as WireResponse;
    },
    async close() {
      await server.close();
      await read;
      await backend.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function readEvents(response: Response, take: (event: BackendEvent) => void): Promise<void> {
  if (response.body === null) throw new Error('the event stream has no body');
  let unread = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (unread + chunk).split('\n\n');
    unread = blocks.pop() ?? '';
    for (const block of blocks) if (block.startsWith('data: ')) take(eventSchema.parse(JSON.parse(block.slice('data: '.length))));
  }
}
