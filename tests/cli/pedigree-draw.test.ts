import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { answer } from '#tests/cli/command-line-world.ts';
import { readXml } from '#tests/unit/pedigree/drawing/read-xml.ts';
import { absentNote, referenceData } from '#tests/reference-data.ts';

const folder = mkdtempSync(join(tmpdir(), 'nostos-draw-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const trio = 'F1 father 0 0 1 1\nF1 mother 0 0 2 1\nF1 child father mother 1 2\n';
const draw = (...words: string[]) => answer(['pedigree', 'draw', '--today', '2026-11-23', ...words], trio);
const textsOf = (svg: string): readonly string[] => [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, content]) => (content ?? '').replace(/<\/?tspan[^>]*>/g, ''));

describe('nostos pedigree draw', () => {
  test('draws a family as well-formed SVG with numbers, what the file calls people, and a key', async () => {
    const { exitCode, output, complaints } = await draw('-');
    expect([exitCode, complaints]).toEqual([0, []]);
    expect(readXml(output)[0]?.name).toBe('svg');
    expect(textsOf(output)).toEqual(expect.arrayContaining(['F1', 'I', 'II', 'I-1 father', 'I-2 mother', 'II-1 child', 'Affected']));
  });

  test.each([['a4', 'width="210mm" height="297mm"', 'width="297mm" height="210mm"'], ['letter', 'width="215.9mm" height="279.4mm"', 'width="279.4mm" height="215.9mm"']])('draws on %s, upright or across', async (paper, upright, across) => {
    const { output } = await draw('--paper', paper, '-');
    expect([upright, across].filter((size) => output.includes(size))).toHaveLength(1);
  });

  test('tells neither what the file calls people nor the family below full identification', async () => {
    for (const level of ['pseudonymised', 'deidentified']) {
      const { output } = await draw('--level', level, '-');
      expect(textsOf(output).filter((text) => /father|mother|child|F1/.test(text))).toEqual([]);
      expect(output).toContain('I-1');
    }
  });

  test('is black and white where a fax asks for it', async () => {
    const { output } = await draw('--theme', 'black-and-white', '-');
    expect(new Set(output.match(/#[0-9A-Fa-f]{6}/g))).toEqual(new Set(['#000000', '#444444', '#FFFFFF']));
  });

  test('refuses unknown choices and dates, and writes nothing', async () => {
    expect(await draw('--paper', 'a5', '-')).toEqual({ exitCode: 2, output: '', complaints: ['nostos pedigree draw: --paper expected one of fit, a4, letter. Did you mean a4?'] });
    expect((await answer(['pedigree', 'draw', '--today', '2026-13-01', '-'], trio)).exitCode).toBe(2);
    expect((await answer(['pedigree', 'draw', '--family', 'F9', '-'], trio)).exitCode).toBe(2);
    const path = join(folder, 'broken.ped');
    writeFileSync(path, 'F1 father\n');
    expect((await answer(['pedigree', 'draw', path])).output).toBe('');
  });

  const many = referenceData('pedigrees/ped/haemophilia.ped');
  test.skipIf(many === null)(`draws a real family (${absentNote})`, async () => {
    const { exitCode, output } = await answer(['pedigree', 'draw', '--paper', 'a4', many ?? '']);
    expect(exitCode).toBe(0);
    expect(readXml(output).length).toBeGreaterThan(50);
  });
});
