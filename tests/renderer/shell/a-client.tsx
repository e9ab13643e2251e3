import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createClient } from '#renderer/client/client.ts';
import { ClientProvider } from '#renderer/client/queries.tsx';
import { createQueryClient, keepUpToDate } from '#renderer/client/query-client.ts';
import type { Connection, Transport } from '#renderer/client/transport.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import type { AnswerOf, InputOf, ProcedureName } from '#shared/contract/contract.ts';
import type { BackendEvent, WireRequest } from '#shared/contract/wire.ts';

export type Answers = { readonly [Name in ProcedureName]?: (input: InputOf<Name>) => AnswerOf<Name> | Failure | 'gone' };

/** The other end of the wire in memory: the real client, query cache and wire format, without a process behind it. */
export interface Wire {
  readonly transport: Transport;
  readonly requests: WireRequest[];
  readonly emit: (event: BackendEvent) => void;
  readonly connect: (connection: Connection) => void;
}

export function aWire(answers: Answers): Wire {
  const requests: WireRequest[] = [];
  let onEvent: (event: BackendEvent) => void = () => undefined;
  let onConnection: (connection: Connection) => void = () => undefined;
  return {
    requests,
    emit: (event) => onEvent(event),
    connect: (connection) => onConnection(connection),
    transport: {
      request: (request) => {
        requests.push(request);
        const answer = (answers as Readonly<Record<string, (input: unknown) => unknown>>)[request.procedure];
        const given = answer === undefined ? failure('not-found', `no answer is written for ${request.procedure}`) : answer(request.input);
        if (given === 'gone') return Promise.reject(new Error('gone'));
        return Promise.resolve(isFailure(given) ? { ok: false, error: { kind: given.kind, message: given.message } } : { ok: true, value: JSON.parse(JSON.stringify(given)) as unknown });
      },
      subscribe: (eventListener, connectionListener) => {
        onEvent = eventListener;
        onConnection = connectionListener;
        return () => undefined;
      },
    },
  };
}

/** Shows what a screen would show with this backend behind it. */
export function show(content: ReactNode, wire: Wire): RenderResult & { readonly queryClient: QueryClient } {
  const client = createClient(wire.transport);
  const queryClient = createQueryClient();
  keepUpToDate(client, queryClient);
  const shown = render(
    <ClientProvider client={client}>
      <QueryClientProvider client={queryClient}>{content}</QueryClientProvider>
    </ClientProvider>,
  );
  return { ...shown, queryClient };
}

function isFailure(given: unknown): given is Failure {
  return typeof given === 'object' && given !== null && 'kind' in given && 'message' in given && Object.keys(given).length === 2;
}
