import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import * as vite from 'vite';
import { isBuildCurrent, noteBuild, sourceHash, type BuildPart } from '#electron/build/build-state.ts';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

/** Each becomes one file beside the others in dist/electron. */
const nodeFiles = {
  main: 'electron/main/main.ts',
  worker: 'electron/backend/jobs/worker.ts',
} as const;
const sandboxedFiles = { preload: 'electron/preload/preload.ts' } as const;

/** Builds the parts that are out of date; answers which those were. */
export async function buildWhereNeeded(parts: readonly BuildPart[]): Promise<readonly BuildPart[]> {
  const stale = parts.filter((part) => !isBuildCurrent(projectRoot, part));
  await Promise.all(stale.map(build));
  return stale;
}

async function build(part: BuildPart): Promise<void> {
  const hash = sourceHash(projectRoot, part);
  await (part === 'page' ? buildPage() : buildProcesses());
  noteBuild(projectRoot, part, hash);
}

async function buildPage(): Promise<void> {
  await vite.build({ configFile: join(projectRoot, 'renderer', 'vite.config.ts'), logLevel: 'warn' });
}

/**
 * CommonJS, because a sandboxed preload script can be nothing else. `electron` is there at run time; the database binding is native
 * and stays a package. The builders are only for a checkout: what is packaged never builds.
 */
async function buildProcesses(): Promise<void> {
  const folder = join(projectRoot, 'dist', 'electron');
  await rm(folder, { recursive: true, force: true });
  const common = {
    absWorkingDir: projectRoot,
    outdir: folder,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    target: 'node22',
    logLevel: 'warning',
    legalComments: 'none',
  } as const satisfies esbuild.BuildOptions;
  await Promise.all([
    esbuild.build({
      ...common,
      entryPoints: nodeFiles,
      platform: 'node',
      external: ['electron', 'better-sqlite3-multiple-ciphers', 'vite', 'esbuild', '#electron/build/*'],
      // CommonJS has no import.meta.
      define: { 'import.meta.url': 'bundleUrl', 'import.meta.dirname': '__dirname' },
      banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
    }),
    // A sandboxed script has no Node to speak of: nothing but `electron` may be left to require.
    esbuild.build({ ...common, entryPoints: sandboxedFiles, platform: 'browser', external: ['electron'] }),
  ]);
}

/** `node electron/build/build.ts [--force]` */
async function main(): Promise<void> {
  if (process.argv.includes('--force')) await rm(join(projectRoot, 'dist', 'build'), { recursive: true, force: true });
  const started = performance.now();
  const built = await buildWhereNeeded(['page', 'processes']);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(built.length === 0 ? 'The build is current.\n' : `Built ${built.join(' and ')} in ${seconds} s.\n`);
}

const isEntry = process.argv[1] !== undefined && existsSync(process.argv[1]) && resolve(process.argv[1]) === fileURLToPath(import.meta.url);
if (isEntry) await main();
