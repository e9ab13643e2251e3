import { keepPreviousData, useMutation, useQuery, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { createContext, useContext, useRef, useSyncExternalStore, type ReactNode } from 'react';
import type { CallFailure } from '#renderer/client/call-failure.ts';
import type { Client } from '#renderer/client/client.ts';
import type { QueryName } from '#renderer/client/topics.ts';
import type { Connection } from '#renderer/client/transport.ts';
import type { AnswerOf, InputOf, NamesOfKind } from '#shared/contract/contract.ts';

const ClientContext = createContext<Client | null>(null);

export function ClientProvider({ client, children }: { readonly client: Client; readonly children: ReactNode }) {
  return <ClientContext value={client}>{children}</ClientContext>;
}

export function useClient(): Client {
  const client = useContext(ClientContext);
  if (client === null) throw new Error('useClient needs a ClientProvider above it');
  return client;
}

export interface QueryChoice {
  /** False: do not ask yet. */
  readonly isEnabled?: boolean;
  /** While a new question is being answered, go on showing the answer to the last one. */
  readonly keepsLast?: boolean;
}

/** The answer to a query, asked again whenever the backend says that it changed. */
export function useQueryOf<Name extends QueryName>(name: Name, input: InputOf<Name>, choice: QueryChoice = {}): UseQueryResult<AnswerOf<Name>, CallFailure> {
  const client = useClient();
  return useQuery<AnswerOf<Name>, CallFailure>({
    queryKey: [name, input],
    queryFn: () => client.call(name, input),
    enabled: choice.isEnabled ?? true,
    ...(choice.keepsLast === true ? { placeholderData: keepPreviousData as never } : {}),
  });
}

export type CommandName = NamesOfKind<'command'> | NamesOfKind<'action'>;

/** What is meant anew each time, though it is said in the same words. */
const meantEachTime: readonly CommandName[] = ['history.undo', 'history.redo'];

/**
 * Something that changes the vault or the application. A failure is shown as a toast unless `isQuiet`, where the caller shows it. Asked again in the same words before
 * the answer is there, as by a double click, it is done once.
 */
export function useCommand<Name extends CommandName>(name: Name, choice: { readonly isQuiet?: boolean } = {}): UseMutationResult<AnswerOf<Name>, CallFailure, InputOf<Name>> {
  const client = useClient();
  const onItsWay = useRef<{ readonly said: string; readonly answer: Promise<AnswerOf<Name>> } | null>(null);
  return useMutation<AnswerOf<Name>, CallFailure, InputOf<Name>>({
    mutationKey: [name],
    mutationFn: (input) => {
      if (meantEachTime.includes(name)) return client.call(name, input);
      const said = JSON.stringify(input);
      if (onItsWay.current?.said === said) return onItsWay.current.answer;
      const answer = client.call(name, input).finally(() => {
        if (onItsWay.current?.answer === answer) onItsWay.current = null;
      });
      onItsWay.current = { said, answer };
      return answer;
    },
    meta: { isQuiet: choice.isQuiet ?? false },
  });
}

export function useConnection(): Connection {
  const client = useClient();
  return useSyncExternalStore(client.onConnection, client.connection);
}
