import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, watch } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../electron/cli/nostos.ts', import.meta.url));

export interface Ended {
  readonly exitCode: number | null;
  readonly output: string;
  /** Lines of standard error. */
  readonly complaints: readonly string[];
}

/** Runs `nostos` as a user does: in a process of its own, in a data folder of its own. */
export function runNostos(words: readonly string[], options: { readonly home: string; readonly input?: Uint8Array | string; readonly environment?: Readonly<Record<string, string>>; readonly closeOutput?: boolean; readonly outputTo?: string; readonly stopWhen?: (names: readonly string[]) => boolean }): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const descriptor = options.outputTo === undefined ? null : openSync(options.outputTo, 'w');
    const child = spawn(process.execPath, [entry, ...words], { stdio: ['pipe', descriptor ?? 'pipe', 'pipe'], cwd: options.home, env: { ...process.env, NOSTOS_PASSPHRASE: '', ...options.environment, NOSTOS_HOME: join(options.home, 'data') } });
    const output: Buffer[] = [];
    const complaints: Buffer[] = [];
    if (descriptor !== null) closeSync(descriptor);
    if (options.closeOutput === true) child.stdout?.destroy();
    child.stdout?.on('data', (piece: Buffer) => output.push(piece));
    child.stderr?.on('data', (piece: Buffer) => complaints.push(piece));
    child.on('error', reject);
    const stopWhen = options.stopWhen;
    if (stopWhen !== undefined) {
      // Its input stays open, so that it waits to be stopped.
      const watcher = watch(options.home, () => {
        if (stopWhen(readdirSync(options.home))) child.kill('SIGTERM');
      });
      child.on('close', () => watcher.close());
      child.stdin?.write(options.input ?? '');
    }
    child.on('close', (exitCode) => resolve({ exitCode, output: Buffer.concat(output).toString('utf8'), complaints: Buffer.concat(complaints).toString('utf8').split('\n').filter((line) => line !== '') }));
    child.stdin?.on('error', () => undefined);
    if (stopWhen === undefined) child.stdin?.end(options.input ?? '');
  });
}

export interface WorkFolder {
  readonly path: string;
  readonly remove: () => void;
}

export function makeWorkFolder(): WorkFolder {
  const path = mkdtempSync(join(tmpdir(), 'nostos-cli-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
