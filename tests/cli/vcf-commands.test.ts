import { describe, expect, it, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answer } from '#tests/cli/command-line-world.ts';
import { absentNote, referenceData } from '#tests/reference-data.ts';
import type { Selection } from '#shared/variant/selection/select-variants.ts';
import { record, vcfText } from '#tests/unit/variant/vcf-builder.ts';

const folder = referenceData('vcf');

async function select(file: string, family: string, ...words: readonly string[]): Promise<Selection> {
  const { exitCode, output, complaints } = await answer(['vcf', 'select', `${folder ?? ''}/${file}`, '--pedigree', `${folder ?? ''}/${family}`, ...words, '--json']);
  expect({ exitCode, complaints }).toEqual({ exitCode: 0, complaints: [] });
  return JSON.parse(output) as Selection;
}
const places = ({ variants }: Selection): readonly string[] => variants.map(({ family, position }) => `${family} ${String(position)}`);

describe('nostos vcf check', () => {
  it('reads standard input and says what breaks the rules, with exit code 1', async () => {
    const { exitCode, output } = await answer(['vcf', 'check', '-'], vcfText({ records: [record({ qual: 'high' })] }));
    expect(exitCode).toBe(1);
    expect(output.split('\n')[0]).toBe('standard input:20: error: QUAL high is not a number [qual]');
  });

  it('reads gzip, is content with a valid file, and refuses what is not there or damaged', async () => {
    const place = mkdtempSync(join(tmpdir(), 'nostos-vcf-'));
    try {
      const packed = gzipSync(vcfText({}));
      writeFileSync(join(place, 'a.vcf.gz'), packed);
      writeFileSync(join(place, 'cut.vcf.gz'), packed.subarray(0, packed.length - 40));
      expect((await answer(['vcf', 'check', join(place, 'a.vcf.gz')])).exitCode).toBe(0);
      expect(await answer(['vcf', 'check', join(place, 'cut.vcf.gz')])).toEqual({ exitCode: 2, output: '', complaints: [`${join(place, 'cut.vcf.gz')}: the gzip file is damaged or ends too early, expected a whole one`] });
      expect((await answer(['vcf', 'check', join(place, 'none.vcf')])).exitCode).toBe(2);
    } finally {
      rmSync(place, { recursive: true });
    }
  });
});

describe.skipIf(folder === null)(`on real families (${absentNote})`, () => {
  test.each([
    ['auto_dom', 'dominant', ['2 1142208', '3 1142208', '3 1142209', '2 48003992', '3 48003992', '2 48004992', '3 48004992', '3 135336656']],
    ['auto_rec', 'recessive', ['1 1142208', '2 1142208', '1 48003992', '2 48004992', '3 135369532']],
    ['de_novo', 'denovo', ['1 1142208', '2 48003992', '3 48004992', '1 135336656', '2 135336656', '1 135369532', '2 135369532', '3 135369532']],
    ['x-linked', 'xlinked', ['1 48004992']],
  ])('test.%s gives its variants and no others', async (name, mode, expected) => {
    expect(places(await select(`test.${name}.vcf`, `test.${name}.ped`, '--mode', mode))).toEqual(expected);
  });

  it('test.comp_het gives pairs whose phase is not known, and none of the child without two variants', async () => {
    const { pairs } = await select('test.comp_het.vcf', 'test.comp_het.ped', '--mode', 'comphet');
    expect([...new Set(pairs.map(({ family, phase }) => `${family} ${phase}`))]).toEqual(['1 unknown', '3 unknown', '4 unknown']);
  });

  it('the trio gives what is new with the reads of both parents, and pairs in trans by the parents', async () => {
    const found = await select('ashk-trio.vcf.gz', 'ashk-trio.ped', '--mode', 'denovo');
    expect(found.variants.length).toBe(31);
    expect(found.variants.every(({ people }) => people['HG003']?.genotype === '0/0' && people['HG004']?.genotype === '0/0')).toBe(true);
    const { pairs } = await select('ashk-trio.vcf.gz', 'ashk-trio.ped', '--mode', 'comphet', '--genes', 'AGRN,PLEKHN1', '--pass');
    expect(pairs.some(({ phase, knownBy }) => phase === 'trans' && knownBy === 'parents')).toBe(true);
  });

  it('a single exome gives the causal variant in dominant mode by its gene', async () => {
    const place = mkdtempSync(join(tmpdir(), 'nostos-vcf-'));
    try {
      writeFileSync(join(place, 'manuel.ped'), '1 manuel 0 0 1 2\n');
      writeFileSync(join(place, 'genes.txt'), 'FGFR1\nFGFR2\nFGFR3\nTWIST1\n');
      const { output } = await answer(['vcf', 'select', `${folder ?? ''}/pfeiffer.vcf.gz`, '--pedigree', join(place, 'manuel.ped'), '--mode', 'dominant', '--genes', join(place, 'genes.txt'), '--json']);
      expect((JSON.parse(output) as Selection).variants.map(({ chromosome, position, genes }) => [chromosome, position, genes])).toEqual([['10', 123_256_215, ['FGFR2']]]);
    } finally {
      rmSync(place, { recursive: true });
    }
  });
});
