import { QueryObserver } from '@tanstack/react-query';
import { describe, expect, test, vi } from 'vitest';
import { createClient } from '#renderer/client/client.ts';
import { createQueryClient, keepUpToDate } from '#renderer/client/query-client.ts';
import { aWire } from '#tests/renderer/shell/a-client.tsx';

describe('what the backend says changed', () => {
  test('is asked again once for a burst of changes, and again after the last of them', async () => {
    const wire = aWire({ 'case.list': () => [] });
    const client = createClient(wire.transport);
    const queryClient = createQueryClient();
    const stop = keepUpToDate(client, queryClient);
    const observer = new QueryObserver(queryClient, { queryKey: ['case.list', {}], queryFn: () => client.call('case.list', {}) });
    const leave = observer.subscribe(() => undefined);
    await vi.waitFor(() => expect(observer.getCurrentResult().data).toEqual([]));
    for (let change = 0; change < 1_000; change += 1) wire.emit({ kind: 'changed', topics: ['cases'] });
    // The first, one while it was answered, and one for all that came meanwhile.
    await vi.waitFor(() => expect(wire.requests.length).toBe(3));
    wire.emit({ kind: 'changed', topics: ['risk'] });
    await vi.waitFor(() => expect(queryClient.isFetching()).toBe(0));
    expect(wire.requests.length).toBe(3);
    leave();
    stop();
  });

  test('is asked again where it changed while its first answer was on its way', async () => {
    const wire = aWire({ 'case.list': () => [] });
    const client = createClient(wire.transport);
    const queryClient = createQueryClient();
    const stop = keepUpToDate(client, queryClient);
    let answerFirst: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (answerFirst = resolve));
    const observer = new QueryObserver(queryClient, { queryKey: ['case.list', {}], queryFn: async () => (wire.requests.length === 0 ? await first.then(() => client.call('case.list', {})) : await client.call('case.list', {})) });
    const leave = observer.subscribe(() => undefined);
    wire.emit({ kind: 'changed', topics: ['cases'] });
    answerFirst();
    await vi.waitFor(() => expect(wire.requests.length).toBe(2));
    leave();
    stop();
  });
});
