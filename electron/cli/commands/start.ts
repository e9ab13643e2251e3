import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dataFolder } from '#electron/backend/data-folder.ts';
import { openApplication } from '#electron/backend/open-application.ts';
import { refuse, type CliCommand, type CliIo, type ExitCode, type ParsedArguments } from '#electron/cli/cli-command.ts';
import { chooseWindow } from '#electron/cli/electron-binary.ts';
import { openBrowser } from '#electron/cli/open-browser.ts';
import { loopbackCapabilities } from '#electron/loopback/loopback-capabilities.ts';
import { startLoopback, type LoopbackHost } from '#electron/loopback/server.ts';

/** From the source three folders up, from the bundle in dist/electron two. */
const projectRoot = fileURLToPath(new URL(import.meta.url.endsWith('.cjs') ? '../..' : '../../..', import.meta.url));

export const startCommand: CliCommand = {
  path: ['start'],
  usage: '[--browser] [--port N] [--vault DIR] [--demo]',
  summary: 'opens the application in a window where Electron is present, else in the browser on 127.0.0.1; --demo opens a throw-away vault with example families',
  options: ['port', 'vault'],
  flags: ['browser', 'demo'],
  run: start,
};

async function start(args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const port = readPort(args.options['port']);
  if (port === null) return refuse(io, '--port: not a port number, expected 1 to 65535');
  if (args.positional.length > 0) return refuse(io, 'start takes no file; a vault is named by --vault DIR');
  if (args.flags.has('demo') && args.options['vault'] !== undefined) return refuse(io, '--demo has a vault of its own; leave out --vault');
  const choice = chooseWindow({
    projectRoot,
    wantsBrowser: args.flags.has('browser') || args.options['port'] !== undefined,
    platform: process.platform,
    environment: io.environment,
    isRoot: process.getuid?.() === 0,
  });
  await buildWhereNeeded(choice.kind === 'window', io);
  if (choice.kind === 'window') return await openWindow(choice.binary, args, io);
  io.print(`Nostos opens in the browser, because ${choice.why}.`);
  return await serve(port, args, io);
}

/** 0 lets the operating system choose; null where it is no port. */
function readPort(text: string | undefined): number | null {
  if (text === undefined) return 0;
  const port = Number(text);
  return /^\d{1,5}$/.test(text) && port >= 1 && port <= 65_535 ? port : null;
}

/** A checkout builds what is out of date; a packaged application has no sources and was built. */
async function buildWhereNeeded(needsProcesses: boolean, io: CliIo): Promise<void> {
  if (!existsSync(join(projectRoot, 'renderer', 'index.html'))) return;
  const { buildWhereNeeded: build } = await import('#electron/build/build.ts');
  const built = await build(needsProcesses ? ['page', 'processes'] : ['page']);
  if (built.length > 0) io.print('Built the application from its sources.');
}

async function openWindow(binary: string, args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  io.print('Nostos opens in its own window.');
  const vault = args.options['vault'];
  const launch = [projectRoot, ...(args.flags.has('demo') ? ['--demo'] : []), ...(vault === undefined ? [] : ['--vault', resolve(vault)])];
  const child = spawn(binary, launch, { stdio: 'inherit' });
  const forward = (signal: NodeJS.Signals) => child.kill(signal);
  process.on('SIGINT', forward).on('SIGTERM', forward);
  return await new Promise((ended) => {
    child.on('error', () => ended(3));
    child.on('exit', (code) => ended(code === 0 || code === null ? 0 : 3));
  });
}

async function serve(port: number, args: ParsedArguments, io: CliIo): Promise<ExitCode> {
  const stopped = stopSignal();
  const vault = args.options['vault'];
  const application = await openApplication({ host: loopbackCapabilities, dataFolder: dataFolder(io.environment), vaultFolder: vault === undefined ? null : resolve(vault), isDemo: args.flags.has('demo') });
  try {
    const host = await listen(application.backend, port);
    if (host === null) return refuse(io, `--port: ${port} is in use, expected a free one`);
    if (args.flags.has('demo')) io.print('This is a demonstration: the vault is thrown away at the end.');
    io.print(`Open this address in a browser on this machine; it works once: ${host.address}`);
    io.print('Ctrl+C ends Nostos.');
    openBrowser(host.address, process.platform, io.environment);
    await stopped;
    await host.close();
    return 0;
  } finally {
    await application.close();
  }
}

async function listen(backend: Parameters<typeof startLoopback>[0]['backend'], port: number): Promise<LoopbackHost | null> {
  try {
    return await startLoopback({ backend, port, rendererFolder: join(projectRoot, 'dist', 'renderer') });
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault && (fault.code === 'EADDRINUSE' || fault.code === 'EACCES')) return null;
    throw fault;
  }
}

/** Listens from the beginning, so that a signal while a vault is being opened still closes it. A second one ends at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
