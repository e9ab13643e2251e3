import { describe, expect, test } from 'vitest';
import { pedigreeNumbers } from '#shared/pedigree/numbering.ts';

const symbol = (individualId: string, generation: number, x: number, repeat = 1) => ({ key: repeat === 1 ? individualId : `${individualId}#${String(repeat)}`, individualId, x, y: generation * 100, generation, isRepeat: repeat > 1 });

describe('the numbers of a pedigree', () => {
  test('go from left to right in each generation', () => {
    expect([...pedigreeNumbers({ symbols: [symbol('c', 2, 300), symbol('a', 1, 200), symbol('b', 2, 100), symbol('d', 4, 0)] })]).toEqual([['c', 'II-2'], ['a', 'I-1'], ['b', 'II-1'], ['d', 'IV-1']]);
  });

  test('give somebody who is drawn twice one number, and the repeat no place', () => {
    expect([...pedigreeNumbers({ symbols: [symbol('a', 1, 0, 2), symbol('b', 1, 100), symbol('a', 1, 200)] })]).toEqual([['a#2', 'I-2'], ['b', 'I-1'], ['a', 'I-2']]);
  });

  test('count generations in Roman figures', () => {
    const symbols = [4, 8, 9, 14, 19].map((generation) => symbol(String(generation), generation, 0));
    expect([...pedigreeNumbers({ symbols }).values()]).toEqual(['IV-1', 'VIII-1', 'IX-1', 'XIV-1', 'XIX-1']);
  });
});
