import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createFaultLog, withoutValues } from '#electron/backend/fault-log.ts';

const at = '2026-03-04T05:06:07.890Z';
let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'nostos-log-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Faults as they come from libraries, each quoting a patient in another place. */
function faultsAboutPatient(): unknown[] {
  const named = new Error('one');
  named.name = 'Odysseus';
  const coded = Object.assign(new Error('no such row: Odysseus'), { code: 'Odysseus of Ithaca' });
  const caused = new Error('Odysseus', { cause: new Error('Odysseus\n    at Odysseus (born 1200)') });
  const many = new Error('first line\n    at Odysseus of Ithaca, age 40:1:1\n    at /home/Odysseus:1:1');
  let parsed: unknown;
  try {
    JSON.parse('{"name": Odysseus}');
  } catch (fault) {
    parsed = fault;
  }
  return [coded, caused, many, parsed, 'Odysseus', { patient: 'Odysseus' }, null, undefined, named];
}

describe('the fault log', () => {
  test('keeps where and what kind, under the number that the user is shown', () => {
    const logFault = createFaultLog(folder, () => at);
    const reference = logFault('case.show', Object.assign(new RangeError('secret'), { code: 'SQLITE_FULL' }));
    const entry = JSON.parse(readFileSync(join(folder, 'faults.log'), 'utf8')) as { frames: string[] };
    expect(reference).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
    expect(entry).toEqual({ reference, at, procedure: 'case.show', name: 'RangeError', code: 'SQLITE_FULL', frames: entry.frames });
    expect(entry.frames[0]).toMatch(/fault-log\.test\.ts:\d+:\d+\)?$/);
  });

  test('never holds what a fault was about', () => {
    const logFault = createFaultLog(folder, () => at);
    const faults = faultsAboutPatient();
    for (const fault of faults) logFault('case.show', fault);
    const text = readFileSync(join(folder, 'faults.log'), 'utf8');
    expect(text.trim().split('\n')).toHaveLength(faults.length);
    expect(text).not.toMatch(/Odysseus|Ithaca|born|secret|first line/);
  });

  test('is readable by its owner only', () => {
    createFaultLog(join(folder, 'logs'), () => at)('app.state', new Error('x'));
    const modes = [join(folder, 'logs'), join(folder, 'logs', 'faults.log')].map((path) => statSync(path).mode & 0o777);
    expect(process.platform === 'win32' ? [0o700, 0o600] : modes).toEqual([0o700, 0o600]);
  });

  test('is rotated, and what is older than three logs goes', () => {
    const logFault = createFaultLog(folder, () => at);
    for (let turn = 1; turn <= 5; turn += 1) {
      writeFileSync(join(folder, 'faults.log'), `${turn}`.padEnd(300_000, '.'));
      logFault('app.state', new Error('x'));
    }
    expect(readdirSync(folder).sort()).toEqual(['faults.1.log', 'faults.2.log', 'faults.3.log', 'faults.log']);
    expect(readFileSync(join(folder, 'faults.3.log'), 'utf8').charAt(0)).toBe('3');
    expect(statSync(join(folder, 'faults.log')).size).toBeLessThan(10_000);
  });

  test('that cannot be written still gives a number and does not throw', () => {
    writeFileSync(join(folder, 'file'), '');
    expect(createFaultLog(join(folder, 'file', 'logs'), () => at)('app.state', new Error('x'))).toMatch(/^\S{9}$/);
  });

  test('follows a cause and goes no further than its kind', () => {
    expect(withoutValues(new TypeError('a', { cause: new RangeError('b') }))).toMatchObject({ name: 'TypeError', cause: { name: 'RangeError' } });
  });
});
