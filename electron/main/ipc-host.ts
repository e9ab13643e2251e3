import type { IpcMain, WebContents } from 'electron';
import type { Backend } from '#electron/backend/backend.ts';
import { isTrustedSender } from '#electron/main/security/trusted-sender.ts';
import { eventChannel, requestChannel } from '#electron/preload/channels.ts';
import { packedResponse } from '#shared/contract/packed-answers.ts';
import type { WireResult } from '#shared/contract/packed-rows.ts';
import { requestSchema, type WireResponse } from '#shared/contract/wire.ts';

const strange: WireResponse = { ok: false, error: { kind: 'not-found', message: 'This request is not known.' } };

/** The contract over one channel for requests and one for events; answers with the function that ends both. */
export function serveIpc(ipc: Pick<IpcMain, 'handle' | 'removeHandler'>, backend: Pick<Backend, 'dispatch' | 'subscribe'>, page: () => Pick<WebContents, 'send' | 'isDestroyed'> | null): () => void {
  ipc.handle(requestChannel, async (event, request: unknown): Promise<WireResult> => {
    if (!isTrustedSender(event.senderFrame)) return strange;
    const parsed = requestSchema.safeParse(request);
    if (!parsed.success) return strange;
    const { procedure, input, takesPacked } = parsed.data;
    const response = await backend.dispatch(procedure, input);
    return takesPacked === true ? packedResponse(procedure, response) : response;
  });
  const unsubscribe = backend.subscribe((event) => {
    const contents = page();
    if (contents !== null && !contents.isDestroyed()) contents.send(eventChannel, event);
  });
  return () => {
    unsubscribe();
    ipc.removeHandler(requestChannel);
  };
}
