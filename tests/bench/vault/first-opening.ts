import { parentPort, workerData } from 'node:worker_threads';
import { createBackend } from '#electron/backend/backend.ts';
import { packedResponse } from '#shared/contract/packed-answers.ts';
import { unpackedResponse, type WireResult } from '#shared/contract/packed-rows.ts';
import type { Taken } from '#tests/bench/vault/timing.ts';

/** The caseload as it is opened first after an unlock, in a thread that has run nothing of it before: the vault unread, the program cold. */
const { dataFolder, passphrase } = workerData as { readonly dataFolder: string; readonly passphrase: string };
const backend = createBackend({ host: { name: 'direct', printToPdf: null, keychain: null }, dataFolder });
try {
  const unlocked = await backend.dispatch('vault.unlock', { passphrase });
  if (!unlocked.ok) throw new Error(unlocked.error.message);
  await backend.dispatch('reanalysis.pause', { isPaused: true });
  const begin = performance.now();
  const used = process.threadCpuUsage();
  const travelled = unpackedResponse(JSON.parse(JSON.stringify(packedResponse('case.list', await backend.dispatch('case.list', {})))) as WireResult);
  const { user, system } = process.threadCpuUsage(used);
  if (!travelled.ok) throw new Error(travelled.error.message);
  parentPort?.postMessage({ ms: performance.now() - begin, cpuMs: (user + system) / 1_000 } satisfies Taken);
} finally {
  await backend.close();
}
