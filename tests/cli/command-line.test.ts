import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { parseArguments, readCount, readWord } from '#electron/cli/parse-arguments.ts';
import { commandEntries, commandsToCome } from '#electron/cli/registry.ts';
import { fileOutput, heldOutput } from '#electron/cli/result-output.ts';
import { nearestName } from '#electron/cli/suggestion.ts';
import { printable } from '#electron/cli/terminal.ts';
import { answer } from '#tests/cli/command-line-world.ts';
import { makeWorkFolder } from '#tests/cli/nostos-process.ts';

const folder = makeWorkFolder();
afterEach(() => folder.remove());

const run = (...words: readonly string[]) => answer(words);

describe('the command line', () => {
  test.each<[readonly string[], string]>([
    [['rnak'], 'nostos: unknown command rnak. Did you mean nostos rank? See nostos --help.'],
    [['hpo', 'serch', 'x'], 'nostos: unknown command hpo serch. Did you mean nostos hpo search? See nostos --help.'],
    [['vault'], 'nostos vault: a word is missing, expected one of create, verify, backup, restore, export-history.'],
    [['rank', '--knowlege', 'x'], 'nostos rank: unknown option --knowlege. Did you mean --knowledge? See nostos rank --help.'],
    [['rank', '--knowledge'], 'nostos rank: --knowledge has no value, expected one after it. See nostos rank --help.'],
    [['rank', 'x.json'], 'nostos rank: --knowledge is missing, expected the name of a release or a folder.'],
    [['rank', '--knowledge', 'starter'], 'nostos rank: no case is given, expected files of phenopackets or - for standard input.'],
    [['rank', '--knowledge', 'starter', '--top', '0', 'x'], 'nostos rank: --top: not a number that can be used, expected 1 to 100000.'],
    [['rank', '--knowledge', 'starter', '--excluded', 'absense', 'x'], 'nostos rank: --excluded: not a word that is known, expected one of absence, mention, ignore. Did you mean absence?'],
    [['rank', '--knowledge', 'starter', '/nowhere/x.json'], '/nowhere/x.json: cannot be opened, expected a file'],
    [['phenopacket', 'check', '/'], '/: is a folder, expected a file'],
    [['phenopacket', 'check', '--out', '/', '-'], '/: is a folder, expected the name of a file'],
    [['rank', '--knowledge', 'starter', '--inheritance', 'AR', 'x'], 'nostos rank: --inheritance is "AR", expected one of AD, AR, XL, XLD, XLR, YL, MT and the ratio by which it changes the odds, such as AR=3.'],
    [['explain', '--knowledge', 'starter', 'x'], 'nostos explain: --disease is missing, expected an id such as OMIM:154700.'],
    [['bench', 'rankng'], 'nostos bench: there is no such benchmark, expected one of canvas, documents, extract, inheritance, knowledge, layout, question, ranking, reanalysis, similar, trials, vault, vcf. Did you mean ranking?'],
  ])('%j is refused with what was expected', async (words, complaint) => {
    expect(await run(...words)).toEqual({ exitCode: 2, output: '', complaints: [complaint] });
  });

  test('says of every command that is still to come that it is not there yet', async () => {
    for (const path of commandsToCome) expect(await run(...path, 'x', '--some-option')).toEqual({ exitCode: 2, output: '', complaints: [`nostos ${path.join(' ')}: not available yet`] });
  });

  test('helps with all commands, with a group and with each one', async () => {
    const all = await run('--help');
    expect(all).toMatchObject({ exitCode: 0, complaints: [] });
    for (const { path } of commandEntries) {
      const one = await run(...path, '--help');
      expect(one).toMatchObject({ exitCode: 0, complaints: [] });
      expect(one.output.startsWith(`usage: nostos ${path.join(' ')}`)).toBe(true);
      expect(all.output).toContain(`  ${path.join(' ')}`);
    }
    expect((await run('hpo', '--help')).output).not.toContain('vault create');
  });

  test('registers each command under the words that it carries itself', async () => {
    for (const entry of commandEntries) expect((await entry.load()).path).toEqual(entry.path);
  });

  test('gives one object to another program as JSON, and text to a person at a terminal', async () => {
    const classified = { classification: 'likely-pathogenic', points: 9 };
    expect(JSON.parse((await run('acmg', 'PVS1', 'PM2')).output)).toMatchObject(classified);
    const atTerminal = await answer(['acmg', 'PVS1', 'PM2'], '', true);
    expect(atTerminal.output).toBe('likely-pathogenic  9 points  probability 0.988\n+8  PVS1  very-strong\n+1  PM2  supporting\n');
    expect(JSON.parse((await answer(['acmg', '--json', 'PVS1', 'PM2'], '', true)).output)).toMatchObject(classified);
  });

  test('refuses criteria that do not exist, and counts what excludes itself once', async () => {
    expect(await run('acmg', 'PM2', 'PX1')).toMatchObject({ exitCode: 2, output: '', complaints: ['nostos acmg: PX1: not a criterion, expected one such as PVS1, PM2 or PS3:moderate.'] });
    const twice = await run('acmg', 'PM2', 'BS1');
    expect(twice.exitCode).toBe(1);
    expect(JSON.parse(twice.output)).toMatchObject({ classification: 'likely-benign', points: -4, warnings: [expect.stringContaining('PM2 is not counted')] });
  });

  test('tells its version', async () => {
    expect(await run('--version')).toEqual({ exitCode: 0, output: '1.2.3\n', complaints: [] });
  });
});

describe('arguments', () => {
  const known = { options: ['knowledge', 'top'], flags: ['no-genes'] };
  const parse = (...words: readonly string[]) => parseArguments(known, words);

  test('are options with values, flags and files in any order', () => {
    const parsed = parse('a', '--top', '5', '--no-genes', '--knowledge=x=y', '-', '--', '--json', '-h');
    expect(parsed).toEqual({ ok: true, value: { positional: ['a', '-', '--json', '-h'], options: { top: '5', knowledge: 'x=y' }, flags: new Set(['no-genes']) } });
  });

  test.each<[readonly string[], string]>([
    [['--no-genes=1'], '--no-genes takes no value.'],
    [['--top', '1', '--top', '2'], '--top is given twice, expected once.'],
    [['--top', '--no-genes'], '--top has no value, expected one after it.'],
    [['-x'], 'unknown option -x.'],
    [['--constructor'], 'unknown option --constructor.'],
  ])('%j are refused', (words, error) => {
    expect(parse(...words)).toEqual({ ok: false, error });
  });

  test('are never lost or invented, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (words) => {
        const parsed = parse('--', ...words);
        expect(parsed).toEqual({ ok: true, value: { positional: words, options: {}, flags: new Set() } });
      }),
    );
  });

  test('that are to be numbers or known words are read as such', () => {
    const args = { positional: [], options: { top: '12', mode: 'b' }, flags: new Set<string>() };
    expect([readCount(args, 'top', 1, { least: 1, most: 20 }), readCount(args, 'other', 7, { least: 1, most: 20 }), readWord(args, 'mode', 'a', ['a', 'b'])]).toEqual([
      { ok: true, value: 12 },
      { ok: true, value: 7 },
      { ok: true, value: 'b' },
    ]);
    expect(readCount({ ...args, options: { top: '1e3' } }, 'top', 1, { least: 1, most: 2_000 })).toMatchObject({ ok: false });
  });
});

describe('results', () => {
  test('are held back until the command has ended well', async () => {
    const seen: string[] = [];
    const write = async (bytes: Uint8Array) => void seen.push(Buffer.from(bytes).toString('utf8'));
    for (const exitCode of [0, 1, 2, 3] as const) {
      const output = heldOutput(write);
      output.print(`ended with ${exitCode}`);
      expect(seen).toEqual(seen.filter((line) => !line.includes(String(exitCode))));
      await output.finish(exitCode);
    }
    expect(seen).toEqual(['ended with 0\n', 'ended with 1\n']);
  });

  test('take the name of their file only when the command has ended well, and keep what a link leads to', async () => {
    mkdirSync(folder.path, { recursive: true });
    const [target, link] = [join(folder.path, 'target'), join(folder.path, 'link')];
    writeFileSync(target, 'older');
    symlinkSync(target, link);
    for (const [exitCode, expected] of [[2, 'older'], [3, 'older'], [1, 'new 1\n'], [0, 'new 0\n']] as const) {
      const output = fileOutput(link);
      if (!output.ok) throw new Error(output.error);
      output.value.print(`new ${exitCode}`);
      await output.value.finish(exitCode);
      expect([exitCode, readFileSync(target, 'utf8'), readdirSync(folder.path).sort()]).toEqual([exitCode, expected, ['link', 'target']]);
    }
  });

  test('are never written through a link that leads nowhere, behind which another user may wait for them', async () => {
    mkdirSync(folder.path, { recursive: true });
    const link = join(folder.path, 'link');
    symlinkSync(join(folder.path, 'elsewhere'), link);
    expect(await run('hpo', 'search', 'seizure', '--knowledge', 'starter', '--out', link)).toEqual({ exitCode: 2, output: '', complaints: [`${link}: is a link that leads nowhere, expected the name of a file`] });
    expect(readdirSync(folder.path)).toEqual(['link']);
  });

  test.skipIf(process.platform !== 'linux')('for which the disk has no room are missed in words, and are no fault of the program', async () => {
    expect(await run('hpo', 'search', 'seizure', '--knowledge', 'starter', '--out', '/dev/full')).toEqual({ exitCode: 2, output: '', complaints: ['nostos hpo search: the results cannot be written, because the disk is full.'] });
  });

  test('for a device are written to it, and the device stays one', async () => {
    const output = fileOutput('/dev/null');
    if (!output.ok) throw new Error(output.error);
    output.value.print('x');
    await output.value.finish(0);
    expect(readFileSync('/dev/null', 'utf8')).toBe('');
  });
});

test('a suggestion is near enough to be meant', () => {
  expect([nearestName('--knowlege', ['--knowledge', '--top']), nearestName('know', ['knowledge list', 'rank']), nearestName('zzz', ['rank', 'hpo'])]).toEqual(['--knowledge', 'knowledge list', null]);
});

test('a line for the terminal can neither steer it nor pretend to be two', () => {
  expect(printable('a\u001B[2J\nb\u202Ec')).toBe('a?[2J?b?c');
});
