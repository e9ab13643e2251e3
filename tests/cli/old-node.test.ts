import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

test('a Node that cannot read TypeScript says what to do, whatever was asked', () => {
  // As an older Node, which knows no types, would begin.
  const ended = spawnSync(process.execPath, ['--no-experimental-strip-types', 'electron/cli/nostos.js', 'start'], { cwd: projectRoot, encoding: 'utf8' });
  expect([ended.status, ended.stdout, ended.stderr.trimEnd().split('\n').length]).toEqual([2, '', 1]);
  expect(ended.stderr).toMatch(/^nostos: Node \S+ is too old, expected 22\.18 or newer\. Install it from https:\/\/nodejs\.org/);
});

test('npm start and npm run nostos begin with what every Node can read', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { scripts: Record<string, string> };
  expect([scripts['start'], scripts['nostos']]).toEqual(['node electron/cli/nostos.js start', 'node electron/cli/nostos.js']);
});
