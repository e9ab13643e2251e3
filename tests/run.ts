import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, howToGetChromium } from '#electron/backend/pdf/find-chromium.ts';

/*
 * `npm test`: everything that must hold, in the order in which a fault is cheapest to find. Each check runs, whatever became of the
 * one before it; nothing of their output is hidden. The last line is `N passed, N failed`, with `, N skipped` where tests were.
 */

interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const projectRoot = fileURLToPath(new URL('..', import.meta.url));
const resultFile = join(projectRoot, 'test-results', 'vitest.json');
const folders = ['shared', 'db', 'electron', 'renderer', 'tests'];

/** Each is a program of a package, run by the Node that runs this. */
const checks = [
  { title: 'Types', program: 'typescript/bin/tsc', args: ['-b'] },
  { title: 'Lint', program: 'eslint/bin/eslint.js', args: ['.', '--max-warnings', '0'] },
  { title: 'Import rules', program: 'dependency-cruiser/bin/dependency-cruiser.mjs', args: ['--config', '.dependency-cruiser.cjs', ...folders] },
] as const;

async function main(): Promise<number> {
  if (!isNodeNewEnough()) return finish([{ passed: 0, failed: 1, skipped: 0 }]);
  const hasChromium = ensureChromium();
  const tallies: Tally[] = [hasChromium ? { passed: 0, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }];
  for (const check of checks) {
    heading(check.title);
    tallies.push(tallyOf(await runNode([join('node_modules', check.program), ...check.args])));
  }
  heading('Build');
  tallies.push(tallyOf(await runNode(['electron/build/build.ts'])));
  heading('Tests');
  tallies.push(await runTests(hasChromium ? [] : ['--project', '!e2e']));
  return finish(tallies);
}

/** The native database binding ends the process on an older Node without a word. */
function isNodeNewEnough(): boolean {
  const isEnough = Number(process.versions['napi'] ?? 0) >= 10;
  if (!isEnough) say(`Node ${process.versions.node} is too old: 22.18 or newer is needed (nodejs.org). On Linux x64 \`npm ci\` brings its own, which \`npm test\` uses.`);
  return isEnough;
}

/** In a bare Debian container, where root may, it is installed; elsewhere a machine is never changed unasked. */
function ensureChromium(): boolean {
  if (findChromium() !== null) return true;
  const mayInstall = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && process.env['CHROME_PATH'] === undefined;
  if (mayInstall) {
    heading('Chromium, which the tests of the screens need');
    for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
      spawnSync('apt-get', args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
    }
  }
  const found = findChromium();
  if (found === null) say(howToGetChromium);
  return found !== null;
}

async function runTests(choice: readonly string[]): Promise<Tally> {
  rmSync(resultFile, { force: true });
  mkdirSync(join(projectRoot, 'test-results'), { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${resultFile}`];
  const exitCode = await runNode(['node_modules/vitest/vitest.mjs', 'run', '--config', 'tests/vitest.config.ts', ...reporters, ...choice, ...process.argv.slice(2)]);
  const tally = existsSync(resultFile) ? readTally() : { passed: 0, failed: 0, skipped: 0 };
  // A fault outside any test, such as a rejected promise that nobody waited for, fails the run too.
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

interface VitestSummary {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[];
}

/** A file that fails as a whole, because it does not load, counts as one. */
function readTally(): Tally {
  const summary = JSON.parse(readFileSync(resultFile, 'utf8')) as VitestSummary;
  const brokenFiles = summary.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')).length;
  return { passed: summary.numPassedTests, failed: summary.numFailedTests + brokenFiles, skipped: summary.numPendingTests + summary.numTodoTests };
}

function tallyOf(exitCode: number): Tally {
  return exitCode === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

function runNode(args: readonly string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function finish(tallies: readonly Tally[]): number {
  const sum = (key: keyof Tally) => tallies.reduce((total, tally) => total + tally[key], 0);
  const skipped = sum('skipped');
  say(`\n${sum('passed')} passed, ${sum('failed')} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`);
  return sum('failed') === 0 ? 0 : 1;
}

function heading(title: string): void {
  say(`\n${title}`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

process.exitCode = await main();
