import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWhereNeeded, projectRoot } from '#electron/build/build.ts';
import type { WorkerMessage } from '#electron/backend/jobs/worker-message.ts';

/** The files of a packaged application, run by Node in the place of Electron: no source, and no package but the native binding. */
let folder: string;

beforeAll(async () => {
  await buildWhereNeeded(['page', 'processes']);
  folder = mkdtempSync(join(tmpdir(), 'nostos-bundle-'));
  cpSync(join(projectRoot, 'package.json'), join(folder, 'package.json'));
  for (const part of ['electron', 'renderer']) cpSync(join(projectRoot, 'dist', part), join(folder, 'dist', part), { recursive: true });
  mkdirSync(join(folder, 'node_modules', 'electron'), { recursive: true });
  const binding = 'better-sqlite3-multiple-ciphers';
  symlinkSync(join(projectRoot, 'node_modules', binding), join(folder, 'node_modules', binding), 'junction');
  writeFileSync(join(folder, 'node_modules', 'electron', 'index.js'), 'module.exports = { app: { isPackaged: false } };');
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(words: readonly string[]): Promise<{ readonly code: number; readonly output: string; readonly errors: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(folder, 'dist', 'electron', 'main.cjs'), ...words], { cwd: folder, env: { ...process.env, NOSTOS_HOME: join(folder, 'home') } }, (fault, output, errors) => {
      resolve({ code: typeof fault?.code === 'number' ? fault.code : 0, output, errors });
    });
  });
}

describe('the bundle', () => {
  test('answers the command line: finds its version, its knowledge and its database without any source', async () => {
    const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as { version: string };
    expect(await run(['--version'])).toEqual({ code: 0, output: `${version}\n`, errors: '' });
    const found = await run(['hpo', 'search', '--json', 'seizure']);
    expect(found).toMatchObject({ code: 0, errors: '' });
    expect(found.output).toContain('HP:0001250');
    expect((await run(['--help'])).output).toContain('vault restore');
    const packet = { id: 'P-1', subject: { id: 'p' }, phenotypicFeatures: [{ type: { id: 'HP:0001083', label: 'Ectopia lentis' } }], metaData: { created: '2024-01-01T00:00:00Z', createdBy: 'x', resources: [{ id: 'hp', name: 'Human Phenotype Ontology', url: 'http://purl.obolibrary.org/obo/hp.owl', version: '2024-01-16', namespacePrefix: 'HP', iriPrefix: 'http://purl.obolibrary.org/obo/HP_' }], phenopacketSchemaVersion: '2.0' } };
    writeFileSync(join(folder, 'packet.json'), JSON.stringify(packet));
    const ranked = await run(['rank', '--knowledge', 'starter', '--top', '3', 'packet.json']);
    expect([ranked.code, ranked.errors, (JSON.parse(ranked.output) as { candidates: unknown[] }).candidates.length]).toEqual([0, '', 3]);
  });

  test('does long work in the worker’s own bundle', async () => {
    const order = { name: 'phenopacket.read', input: { fileName: 'a.json', bytes: Buffer.from('{"id": 7}'), knowledgePath: null } };
    const worker = new Worker(pathToFileURL(join(folder, 'dist', 'electron', 'worker.cjs')), { workerData: order, execArgv: [] });
    const messages: WorkerMessage[] = [];
    worker.on('message', (message: WorkerMessage) => messages.push(message));
    await new Promise((resolve, reject) => worker.on('exit', resolve).on('error', reject));
    expect(messages.at(-1)).toMatchObject({ kind: 'result', result: { ok: true, value: { packets: [] } } });
  });

  test('of the preload script needs nothing but Electron, as a sandboxed script must', () => {
    const required = [...readFileSync(join(folder, 'dist', 'electron', 'preload.cjs'), 'utf8').matchAll(/require\(["']([^"']+)["']\)/g)].map((match) => match[1]);
    expect(required).toEqual(['electron']);
  });

  test('of the page has nothing inline and nothing from elsewhere', () => {
    const page = readFileSync(join(folder, 'dist', 'renderer', 'index.html'), 'utf8');
    expect(page).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\son\w+=/);
    expect([...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]).filter((address) => address?.startsWith('/assets/') !== true)).toEqual(['data:,']);
  });
});
