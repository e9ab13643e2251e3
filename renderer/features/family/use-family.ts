import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { asCallFailure, type CallFailure } from '#renderer/client/call-failure.ts';
import { useClient, useQueryOf } from '#renderer/client/queries.tsx';
import { createFamilyStore, type FamilyNow, type FamilyStore } from '#renderer/features/family/family-store.ts';
import { createRowIds } from '#renderer/features/family/row-id.ts';
import { showToast } from '#renderer/state/toasts.ts';

export interface FamilyHandle {
  readonly store: FamilyStore;
  /** Null until it was read. */
  readonly now: FamilyNow | null;
  readonly error: CallFailure | null;
  readonly retry: () => void;
}

/** The family of a case as it is on screen, and the way to change it. */
export function useFamily(caseId: string): FamilyHandle {
  const client = useClient();
  const queryClient = useQueryClient();
  const query = useQueryOf('family.show', { caseId });
  const [store] = useState(() =>
    createFamilyStore({
      send: (edits, newIds) => client.call('family.edit', { caseId, edits, newIds }),
      reread: () => client.call('family.show', { caseId }),
      newId: createRowIds(),
      onRefused: (thrown) => showToast({ tone: 'bad', text: asCallFailure(thrown).message }),
      onSettled: (answer) => queryClient.setQueryData(['family.show', { caseId }], answer),
    }),
  );
  useEffect(() => {
    if (query.data !== undefined) store.take(query.data);
  }, [store, query.data]);
  const now = useSyncExternalStore(store.subscribe, store.now);
  return { store, now, error: query.error, retry: () => void query.refetch() };
}
