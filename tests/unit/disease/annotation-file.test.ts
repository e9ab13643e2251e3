import { describe, expect, test } from 'vitest';
import { smallAnnotationRows, smallAnnotations } from '#tests/builders/release-files.ts';
import { parseAnnotationFile } from '#shared/disease/annotation-file.ts';

const replaced: Readonly<Record<string, string>> = { 'HP:0002391': 'HP:0001250', 'HP:0009901': 'HP:0001250' };
const resolveTerm = (id: string): string | null => (id === 'HP:0009902' ? null : (replaced[id] ?? id));
const read = (text: string) => parseAnnotationFile({ name: 'phenotype.hpoa', text }, { resolveTerm });
const plain = { isNegated: false, evidence: 'TAS', onsetTermId: null, sex: null, modifierIds: [], references: ['ORPHA:900002'] } as const;

const expected = {
  ok: true,
  value: {
    version: '2030-01-03',
    rowCount: 9,
    diseases: [
      {
        id: 'OMIM:900001',
        name: 'Ithaca syndrome',
        annotations: [
          { ...plain, termId: 'HP:0001250', frequency: { kind: 'counts', observed: 3, examined: 7 }, references: ['PMID:11', 'PMID:12'], evidence: 'PCS' },
          { ...plain, termId: 'HP:0000252', frequency: { kind: 'class', termId: 'HP:0040281' }, references: ['OMIM:900001'], onsetTermId: 'HP:0003593', sex: 'male', modifierIds: ['HP:0012828'] },
          { ...plain, termId: 'HP:0001252', isNegated: true, frequency: { kind: 'unstated' }, references: ['PMID:11'], evidence: 'PCS' },
        ],
        inheritanceIds: ['HP:0000007'],
        courseIds: ['HP:0003593'],
      },
      {
        id: 'ORPHA:900002',
        name: 'Scylla disease',
        annotations: [
          { ...plain, termId: 'HP:0001250', frequency: { kind: 'percent', percent: 45 } },
          { ...plain, termId: 'HP:0001250', frequency: { kind: 'unstated' }, evidence: 'IEA' },
        ],
        inheritanceIds: [],
        courseIds: [],
      },
    ],
  },
};
const skipped = (firstRow: number) => [
  { reason: 'merged or obsolete term, replaced by its live one (kept)', count: 2, example: `phenotype.hpoa:${String(firstRow + 5)}` },
  { reason: 'frequency not understood, taken as not stated (kept)', count: 1, example: `phenotype.hpoa:${String(firstRow + 6)}` },
  { reason: 'term unknown to the ontology', count: 1, example: `phenotype.hpoa:${String(firstRow + 7)}` },
  { reason: 'modifier of the whole disease (aspect M)', count: 1, example: `phenotype.hpoa:${String(firstRow + 8)}` },
];

describe('the reader of disease annotations', () => {
  test('reads the dialect of today, and counts every row that it leaves out or changes, by reason', () => {
    expect(read(smallAnnotations('new'))).toEqual({ ...expected, value: { ...expected.value, skipped: skipped(4) } });
  });

  test('reads the dialect before 2023 the same', () => {
    expect(read(smallAnnotations('old'))).toEqual({ ...expected, value: { ...expected.value, skipped: skipped(4) } });
  });

  test('reads files with the line ends of Windows', () => {
    expect(read(smallAnnotations('new').replaceAll('\n', '\r\n'))).toEqual(read(smallAnnotations('new')));
  });

  test('passes over rows that it cannot use and goes on', () => {
    const good = smallAnnotationRows[0] ?? [];
    const withCell = (at: number, value: string): string[] => good.map((cell, column) => (column === at ? value : cell));
    const result = read(smallAnnotations('new', [['OMIM:900001', 'too short'], withCell(0, 'nonsense'), withCell(2, 'MAYBE'), withCell(10, 'X'), [...withCell(10, 'I').slice(0, 2), 'NOT', ...withCell(10, 'I').slice(3)], [...good]]));
    expect(result.ok && result.value.skipped.map((skip) => [skip.reason, skip.count, skip.example])).toEqual([
      ['row with missing columns', 1, 'phenotype.hpoa:4'],
      ['disease id not understood', 1, 'phenotype.hpoa:5'],
      ['qualifier not understood', 1, 'phenotype.hpoa:6'],
      ['aspect not understood', 1, 'phenotype.hpoa:7'],
      ['negated mode of inheritance', 1, 'phenotype.hpoa:8'],
    ]);
    expect(result.ok && result.value.diseases.map((disease) => disease.annotations.length)).toEqual([1]);
  });

  test('names each source and modifier once, and leaves out an onset that the ontology has not got', () => {
    const row = ['OMIM:900001', 'Ithaca syndrome', '', 'HP:0001250', 'PMID:1; PMID:2;PMID:1', 'PCS', 'HP:0009902', '', '', 'HP:0012828;HP:0012828;HP:0009902', 'P', ''];
    const result = read(smallAnnotations('new', [row]));
    expect(result.ok && [result.value.diseases[0]?.annotations, result.value.skipped]).toEqual([
      [{ ...plain, termId: 'HP:0001250', frequency: { kind: 'unstated' }, references: ['PMID:1', 'PMID:2'], evidence: 'PCS', modifierIds: ['HP:0012828'] }],
      [{ reason: 'onset term unknown to the ontology, left out (row kept)', count: 1, example: 'phenotype.hpoa:4' }],
    ]);
  });

  test('refuses a text without the header line', () => {
    expect([read(''), read('OMIM:1\tx\n')].map((result) => !result.ok && result.error.map((problem) => [problem.rule, problem.line]))).toEqual([[['not-annotations', 1]], [['not-annotations', 1]]]);
  });
});
