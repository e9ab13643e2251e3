import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { asCallFailure, type CallFailure } from '#renderer/client/call-failure.ts';
import type { Client } from '#renderer/client/client.ts';
import { dependsOn } from '#renderer/client/topics.ts';
import { showToast } from '#renderer/state/toasts.ts';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: CallFailure;
    /** `isQuiet`: the caller shows the failure itself, beside what failed. */
    mutationMeta: { readonly isQuiet?: boolean };
  }
}

/** How often an unanswered question is asked again before the screen says so. */
const unreachableRetries = 2;

/**
 * Records stay until the backend says that they changed. `networkMode: always`, because the backend is on this machine and a laptop
 * without network would otherwise hold back every question.
 */
export function createQueryClient(): QueryClient {
  const queryClient: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => noticeLock(queryClient, error) }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        noticeLock(queryClient, error);
        if (mutation.meta?.isQuiet !== true) showToast({ tone: 'bad', text: asCallFailure(error).message });
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Infinity,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (count, error) => error.kind === 'unreachable' && count < unreachableRetries,
        retryDelay: 400,
      },
      // What was sent holds names and passphrases: nothing of it is kept once the screen that sent it is gone.
      mutations: { networkMode: 'always', retry: false, gcTime: 0 },
    },
  });
  return queryClient;
}

/** Asks again what changed, and everything after a lost connection, since events may have been missed. Answers with how to stop. */
export function keepUpToDate(client: Client, queryClient: QueryClient): () => void {
  const stopEvents = client.onEvent((event) => {
    if (event.kind !== 'changed') return;
    void queryClient.invalidateQueries({ predicate: (query) => dependsOn(query.queryKey[0], event.topics) });
  });
  const stopConnection = client.onConnection((connection) => {
    if (connection === 'connected') void queryClient.invalidateQueries();
  });
  return () => {
    stopEvents();
    stopConnection();
  };
}

/** A refusal because of the lock means that the vault was locked elsewhere: the gate has to look again. */
function noticeLock(queryClient: QueryClient, error: CallFailure): void {
  if (error.kind === 'locked') void queryClient.invalidateQueries({ queryKey: ['app.state'] });
}
