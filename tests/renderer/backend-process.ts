import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackend } from '#electron/backend/backend.ts';
import type { WireRequest } from '#shared/contract/wire.ts';

/**
 * A whole backend in a process of its own, since the page of a test (jsdom) replaces things that Node needs. Started by
 * `open-screen.tsx`, which sends `{ id, request }` and gets `{ id, response }` and `{ event }`; ends when the parent lets go.
 */
const folder = mkdtempSync(join(tmpdir(), 'nostos-screen-'));
/** Cheap to guess, so that a test does not wait for a key. */
const vaultCost = { n: 2 ** 4, r: 8, p: 1 };
const backend = createBackend({ host: { name: 'direct', printToPdf: null, keychain: null }, dataFolder: folder, checkOutput: true, vaultCost });

backend.subscribe((event) => process.send?.({ event }));
process.on('message', (message: { readonly id: number; readonly request: WireRequest }) => {
  void backend.dispatch(message.request.procedure, message.request.input).then((response) => process.send?.({ id: message.id, response }));
});
process.on('disconnect', () => {
  void backend.close().finally(() => {
    rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  });
});
