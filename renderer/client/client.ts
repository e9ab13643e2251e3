import { CallFailure } from '#renderer/client/call-failure.ts';
import type { Connection, Transport } from '#renderer/client/transport.ts';
import type { AnswerOf, InputOf, ProcedureName } from '#shared/contract/contract.ts';
import type { BackendEvent } from '#shared/contract/wire.ts';

/** The backend as the screens see it. */
export interface Client {
  /** Answers with the output of the procedure, or throws a `CallFailure`. */
  readonly call: <Name extends ProcedureName>(name: Name, input: InputOf<Name>) => Promise<AnswerOf<Name>>;
  readonly onEvent: (listener: (event: BackendEvent) => void) => () => void;
  readonly connection: () => Connection;
  readonly onConnection: (listener: (connection: Connection) => void) => () => void;
  readonly close: () => void;
}

const unreachableMessage = 'Nostos does not answer. What you typed is kept here; nothing is lost. Start Nostos again if this stays.';

export function createClient(transport: Transport): Client {
  const eventListeners = new Set<(event: BackendEvent) => void>();
  const connectionListeners = new Set<(connection: Connection) => void>();
  let connection: Connection = 'connected';
  const close = transport.subscribe(
    (event) => eventListeners.forEach((listener) => listener(event)),
    (next) => {
      if (next === connection) return;
      connection = next;
      connectionListeners.forEach((listener) => listener(next));
    },
  );
  return {
    call: async (name, input) => {
      const response = await transport.request({ procedure: name, input }).catch(() => {
        throw new CallFailure('unreachable', unreachableMessage);
      });
      if (response.ok) return response.value as AnswerOf<typeof name>;
      const { kind, message, problems, reference } = response.error;
      throw new CallFailure(kind, message, problems ?? [], reference);
    },
    onEvent: (listener) => listenOn(eventListeners, listener),
    connection: () => connection,
    onConnection: (listener) => listenOn(connectionListeners, listener),
    close,
  };
}

function listenOn<Listener>(listeners: Set<Listener>, listener: Listener): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}
