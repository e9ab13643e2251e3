import { describe, expect, it, test } from 'vitest';
import { createVariantSelection, type Selection, type SelectionQuestion } from '#shared/variant/selection/select-variants.ts';
import type { SelectionMember } from '#shared/variant/selection/family-members.ts';
import { createHeaderReader } from '#shared/variant/vcf/header.ts';

const header = [
  '##fileformat=VCFv4.2',
  '##INFO=<ID=CSQ,Number=.,Type=String,Description="Format: Allele|Consequence|SYMBOL|gnomAD_AF">',
  '##contig=<ID=1,length=249250621>',
  '#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tchild\tfather\tmother\tsib',
];
const member = (id: string, column: number, sex: SelectionMember['sex'], status: SelectionMember['status'], isChild = false): SelectionMember => ({ id, column, sex, status, fatherId: isChild ? 'father' : null, motherId: isChild ? 'mother' : null });
const trio = [member('child', 0, 'male', 'affected', true), member('father', 1, 'male', 'unaffected'), member('mother', 2, 'female', 'unaffected')];
const withSib = [...trio, member('sib', 3, 'female', 'unaffected', true)];
const sickFather = [member('child', 0, 'male', 'affected', true), member('father', 1, 'male', 'affected'), member('mother', 2, 'female', 'unaffected')];

function select(records: readonly string[], question: Partial<SelectionQuestion> & Pick<SelectionQuestion, 'mode'>, members: readonly SelectionMember[] = trio): Selection {
  const reader = createHeaderReader();
  for (const line of header) reader.line(line);
  const selection = createVariantSelection({ families: [{ name: 'F', members }], genes: null, regions: null, maxFrequency: null, minQuality: null, minGenotypeQuality: null, passOnly: false, leastEffect: 'any', reducedPenetrance: false, includeUncalled: false, ...question }, reader.header());
  for (const [index, line] of records.entries()) selection.line(line, header.length + index + 1);
  return selection.end();
}
const at = (place: string, genotypes: string, info = 'CSQ=G|missense|GENE1|0.001', alt = 'G', format = 'GT'): string => {
  const [chromosome = '', position = ''] = place.split(':');
  return [chromosome, position, '.', 'A', alt, '50', 'PASS', info, format, ...genotypes.split(' ')].join('\t');
};

describe('a variant is selected by the way it goes through the family', () => {
  test.each([
    ['dominant from an affected father', 'dominant', '1:9', '0/1 0/1 0/0 0/0', sickFather, ['dominant']],
    ['dominant, and the healthy mother has it', 'dominant', '1:9', '0/1 0/1 0/1 0/0', sickFather, []],
    ['dominant, and the affected father lacks it', 'dominant', '1:9', '0/1 0/0 0/0 0/0', sickFather, []],
    ['dominant, twice in the child of one affected parent', 'dominant', '1:9', '1/1 0/1 0/0 0/0', sickFather, []],
    ['recessive from two carriers', 'recessive', '1:9', '1/1 0/1 0/1 0/1', withSib, ['recessive']],
    ['recessive, and the healthy sib has it twice', 'recessive', '1:9', '1/1 0/1 0/1 1/1', withSib, []],
    ['recessive, once in the child', 'recessive', '1:9', '0/1 0/1 0/1 0/0', withSib, []],
    ['new in the child', 'denovo', '1:9', '0/1 0/0 0/0 0/0', withSib, ['new']],
    ['new in the child, and in the healthy sib', 'denovo', '1:9', '0/1 0/0 0/0 0/1', withSib, []],
    ['new on X: the father’s does not matter', 'denovo', 'X:5000000', '1 . 0/0 0/0', withSib, ['new']],
    ['on X from a carrier mother', 'xlinked', 'chrX:5000000', '1 0 0/1 0/1', withSib, ['X-linked recessive']],
    ['on X, the healthy father has it', 'xlinked', 'X:5000000', '1 1 0/1 0/0', withSib, []],
    ['in the shared end of X it is not X-linked', 'xlinked', 'X:100000', '1/1 0/1 0/1 0/0', withSib, []],
    ['in the shared end of X it is as elsewhere', 'recessive', 'X:100000', '1/1 0/1 0/1 0/0', withSib, ['recessive']],
    ['mitochondrial from the mother', 'mito', 'MT:3243', '1 0 1 0', withSib, ['mitochondrial']],
    ['mitochondrial, and the father has it too', 'mito', 'chrM:3243', '1 1 1 1', withSib, []],
  ] as const)('%s', (_, mode, place, genotypes, members, patterns) => {
    expect(select([at(place, genotypes)], { mode }, members).variants.map(({ pattern }) => pattern)).toEqual(patterns);
  });

  it('counts with the reason what nearly fits', () => {
    const aside = (mode: SelectionQuestion['mode'], genotypes: string) => select([at('1:9', genotypes)], { mode }).setAside;
    expect([aside('dominant', '0/1 0/0 0/0 0/0'), aside('recessive', '1/1 0/1 0/0 0/0'), aside('denovo', '1/1 0/0 0/0 0/0'), aside('denovo', '0/1 ./. 0/0 0/0')]).toEqual([{ 'new-in-child': 1 }, { 'parent-lacks-it': 1 }, { 'homozygous-new': 1 }, { 'parent-uncalled': 1 }]);
  });

  it('names who was not called, and excludes nothing for it', () => {
    expect(select([at('1:9', '1/1 ./. 0/1 0/0')], { mode: 'recessive' }).variants[0]?.notes[0]).toBe('father father not called');
    expect(select([at('1:9', '0/1 ./. 0/0 0/0')], { mode: 'denovo', includeUncalled: true }).variants[0]?.notes).toEqual(['father not called: not shown to be new']);
  });

  it('allows healthy carriers of a dominant variant when asked', () => {
    const lines = [at('1:9', '0/1 0/1 0/0 0/0')];
    expect(select(lines, { mode: 'dominant' }).variants).toEqual([]);
    expect(select(lines, { mode: 'dominant', reducedPenetrance: true }).variants[0]?.notes).toEqual(['father carries it and is unaffected']);
  });

  it('looks at each allele of a site for itself, with its own annotation', () => {
    const found = select([at('1:9', '1/2 0/1 0/2 0/0', 'CSQ=G|missense|GENE1|0.2,T|stop_gained|GENE1|0.0001', 'G,T')], { mode: 'comphet', maxFrequency: 0.01 });
    expect(found.pairs).toEqual([]);
    const both = select([at('1:9', '1/2 0/1 0/2 0/0', 'CSQ=G|missense|GENE1|0.002,T|stop_gained|GENE1|0.0001', 'G,T')], { mode: 'comphet', maxFrequency: 0.01 });
    expect(both.pairs.map(({ phase, variants }) => [phase, ...variants.map(({ alternate, consequences }) => `${alternate} ${consequences.join()}`)])).toEqual([['trans', 'G missense', 'T stop_gained']]);
  });

  it('filters by gene, frequency, quality and region, and keeps what has no frequency', () => {
    const lines = [at('1:9', '1/1 0/1 0/1 0/0'), at('1:20', '1/1 0/1 0/1 0/0', 'CSQ=G|missense|GENE2|0.3'), at('1:30', '1/1 0/1 0/1 0/0', 'CSQ=G|missense|GENE2|')];
    const positions = (question: Partial<SelectionQuestion>) => select(lines, { mode: 'recessive', ...question }).variants.map(({ position }) => position);
    expect([positions({ genes: new Set(['GENE2']) }), positions({ maxFrequency: 0.01 }), positions({ minQuality: 60 }), positions({ regions: [{ chromosome: '1', from: 10, to: 25 }] })]).toEqual([[20, 30], [9, 30], [], [20]]);
  });

  it('reports lines that are no record and goes on', () => {
    const found = select(['1\tten\t.', at('1:9', '1/1 0/1 0/1 0/0')], { mode: 'recessive' });
    expect({ unreadable: found.unreadable, variants: found.variants.length }).toEqual({ unreadable: { count: 1, first: { line: 5, problem: 'fewer than eight columns, expected them with tabs between' }, lines: [{ line: 5, problem: 'fewer than eight columns, expected them with tabs between' }] }, variants: 1 });
  });
});

describe('a compound heterozygous pair', () => {
  const pair = (first: string, second: string, members = trio, format = 'GT') => select([at('1:9', first, undefined, 'G', format), at('1:20', second, undefined, 'G', format)], { mode: 'comphet' }, members).pairs.map(({ phase, knownBy }) => [phase, knownBy]);
  test.each([
    ['one from each parent is in trans', '0/1 0/1 0/0 0/0', '0/1 0/0 0/1 0/0', [['trans', 'parents']]],
    ['both from one parent is none', '0/1 0/1 0/0 0/0', '0/1 0/1 0/0 0/0', []],
    ['one new and one inherited has no known phase', '0/1 0/0 0/0 0/0', '0/1 0/0 0/1 0/0', [['unknown', null]]],
    ['with parents who were not called has no known phase', '0/1 ./. ./. 0/0', '0/1 ./. ./. 0/0', [['unknown', null]]],
  ] as const)('%s', (_, first, second, expected) => {
    expect(pair(first, second)).toEqual(expected);
  });

  it('on X is one of a female alone: an unaffected male with either excludes it, an affected male needs one', () => {
    const girl = { ...member('child', 0, 'female', 'affected', true) };
    const onX = (first: string, second: string, father: SelectionMember['status']) => select([at('X:5000000', first), at('X:5000100', second)], { mode: 'comphet' }, [girl, member('father', 1, 'male', father), member('mother', 2, 'female', 'unaffected')]).pairs.map(({ phase }) => phase);
    expect([onX('0/1 1 0/0 0/0', '0/1 0 0/1 0/0', 'affected'), onX('0/1 1 0/0 0/0', '0/1 0 0/1 0/0', 'unaffected'), onX('0/1 0 0/0 0/0', '0/1 0 0/1 0/0', 'affected'), onX('0/1 0 0/0 0/0', '0/1 0 0/1 0/0', 'unaffected')]).toEqual([['trans'], [], [], ['unknown']]);
    const boy = select([at('X:5000000', '1 0 0/1 0/0'), at('X:5000100', '1 0 0/1 0/0')], { mode: 'comphet' }).pairs;
    expect(boy).toEqual([]);
  });

  it('is phased by reads within a phase set', () => {
    const alone = [{ ...member('child', 0, 'male', 'affected') }];
    expect(pair('0|1:7 . . .', '1|0:7 . . .', alone, 'GT:PS')).toEqual([['trans', 'reads']]);
    expect(pair('0|1:7 . . .', '0|1:7 . . .', alone, 'GT:PS')).toEqual([]);
    expect(pair('0|1:7 . . .', '1|0:8 . . .', alone, 'GT:PS')).toEqual([['unknown', null]]);
  });

  it('is none where a healthy sib has both', () => {
    expect(pair('0/1 0/1 0/0 0/1', '0/1 0/0 0/1 0/1', withSib)).toEqual([]);
  });
});
