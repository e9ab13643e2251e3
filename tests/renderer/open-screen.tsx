import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render } from '@testing-library/react';
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { ReactElement } from 'react';
import { afterAll, beforeAll } from 'vitest';
import { createClient } from '#renderer/client/client.ts';
import { ClientProvider } from '#renderer/client/queries.tsx';
import { createQueryClient, keepUpToDate } from '#renderer/client/query-client.ts';
import { ToastRegion } from '#renderer/components/toast-region.tsx';
import { dropAllDrafts } from '#renderer/state/drafts.ts';
import { forgetSelection } from '#renderer/state/selection.ts';
import { dismissAllToasts } from '#renderer/state/toasts.ts';
import type { AnswerOf, InputOf, ProcedureName } from '#shared/contract/contract.ts';
import type { BackendEvent, WireRequest, WireResponse } from '#shared/contract/wire.ts';
import type { FeatureState } from '#shared/phenotype/feature.ts';

/** Holds a request back until the test lets it go on; undefined lets it pass at once. */
export type Gate = (request: WireRequest) => Promise<void> | undefined;

/** A screen on a real backend, with the starter catalogue and a case of its own. */
export interface OpenedScreen {
  readonly caseId: string;
  readonly probandId: string;
  /** What the backend itself says, past the screen. */
  readonly ask: <Name extends ProcedureName>(name: Name, input: InputOf<Name>) => Promise<AnswerOf<Name>>;
  readonly close: () => void;
}

export interface ScreenOptions {
  readonly findings?: readonly (readonly [termId: string, state: FeatureState])[];
  readonly gate?: Gate;
  readonly screen: (caseId: string) => ReactElement;
}

export async function openScreen({ findings = [], gate, screen }: ScreenOptions): Promise<OpenedScreen> {
  const { caseId, probandId } = await ask('case.create', { case: { reference: 'NRG-0412' }, proband: { givenName: 'Mira' } });
  for (const [termId, state] of findings) await ask('feature.add', { personId: probandId, termId, detail: { state } });

  const client = createClient({
    request: async (request) => {
      await gate?.(request);
      return send(request);
    },
    subscribe: (onEvent) => {
      listeners.add(onEvent);
      return () => listeners.delete(onEvent);
    },
  });
  const queryClient = createQueryClient();
  const stop = keepUpToDate(client, queryClient);
  render(
    <ClientProvider client={client}>
      <QueryClientProvider client={queryClient}>
        {screen(caseId)}
        <ToastRegion />
      </QueryClientProvider>
    </ClientProvider>,
  );
  return {
    caseId,
    probandId,
    ask,
    close: () => {
      cleanup();
      stop();
      client.close();
      queryClient.clear();
      dropAllDrafts();
      dismissAllToasts();
      forgetSelection();
    },
  };
}

/** A slow machine is not a failure: what a test waits for comes, or the whole test runs out of time. */
configure({ asyncUtilTimeout: 8_000 });

/** One backend for the tests of a file; each opens a case of its own. */
let backend: ChildProcess | null = null;
let lastId = 0;
const waiting = new Map<number, (response: WireResponse) => void>();
const listeners = new Set<(event: BackendEvent) => void>();

beforeAll(async () => {
  backend = fork(join(import.meta.dirname, 'backend-process.ts'), { execArgv: [] });
  backend.on('message', (message: { readonly event: BackendEvent } | { readonly id: number; readonly response: WireResponse }) => {
    if ('event' in message) listeners.forEach((listener) => listener(message.event));
    else waiting.get(message.id)?.(message.response);
  });
  await ask('vault.create', { passphrase: 'a passphrase for a test', clinicianName: 'H. Lund' });
}, 60_000);

afterAll(() => {
  backend?.disconnect();
});

function send(request: WireRequest): Promise<WireResponse> {
  const id = ++lastId;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    backend?.send({ id, request });
  });
}

async function ask<Name extends ProcedureName>(name: Name, input: InputOf<Name>): Promise<AnswerOf<Name>> {
  const answer = await send({ procedure: name, input });
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`);
  return answer.value as AnswerOf<Name>;
}
