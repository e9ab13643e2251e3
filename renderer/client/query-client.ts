import { MutationCache, QueryCache, QueryClient, type Query } from '@tanstack/react-query';
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
  const asking = askAgainOneByOne(queryClient);
  const stopEvents = client.onEvent((event) => {
    if (event.kind !== 'changed') return;
    queryClient
      .getQueryCache()
      .findAll({ predicate: (query) => dependsOn(query.queryKey[0], event.topics) })
      .forEach(asking.ask);
  });
  const stopConnection = client.onConnection((connection) => {
    if (connection === 'connected') void queryClient.invalidateQueries();
  });
  return () => {
    stopEvents();
    stopConnection();
    asking.stop();
  };
}

/** After an answer that took long, this many times as long passes before the same is asked again. */
const restFactor = 3;
const longestRestMilliseconds = 4_000;

/**
 * Asks each question again when it has to be, but never a second time while the first is on its way, and a slow one not without a
 * rest: a release that re-ranks ten thousand cases tells of each of them, and the list of all cases takes half a second to answer.
 * The last change is always followed by a question.
 */
function askAgainOneByOne(queryClient: QueryClient): { readonly ask: (query: Query) => void; readonly stop: () => void } {
  const busy = new Set<string>();
  const isDueAgain = new Set<string>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  const rest = (query: Query, milliseconds: number): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      busy.delete(query.queryHash);
      if (isDueAgain.delete(query.queryHash)) ask(query);
    }, milliseconds);
    timers.add(timer);
  };
  const ask = (query: Query): void => {
    if (busy.has(query.queryHash)) return void isDueAgain.add(query.queryHash);
    busy.add(query.queryHash);
    // Asked while its first answer is on its way, a query is not asked anew but given that answer, which may have been made before the change.
    if (query.state.data === undefined && query.state.fetchStatus === 'fetching') isDueAgain.add(query.queryHash);
    const begin = performance.now();
    // One that no screen shows is only marked, which takes no time.
    void queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true }).finally(() => rest(query, Math.min(longestRestMilliseconds, (performance.now() - begin) * restFactor)));
  };
  return { ask, stop: () => timers.forEach((timer) => clearTimeout(timer)) };
}

/** A refusal because of the lock means that the vault was locked elsewhere: the gate has to look again. */
function noticeLock(queryClient: QueryClient, error: CallFailure): void {
  if (error.kind === 'locked') void queryClient.invalidateQueries({ queryKey: ['app.state'] });
}
