import { describe, expect, test } from 'vitest';
import { movedLines } from '#renderer/features/knowledge/moved-lines.ts';
import type { MovedDisease, MovedTerm } from '#shared/contract/advice-procedures.ts';

const match = (log10LikelihoodRatio: number): NonNullable<MovedTerm['after']> => ({ match: 'exact', matchedLabel: 'Microcephaly', frequencyText: null, log10LikelihoodRatio });
const aTerm = (place: number, before: number | null, after: number | null): MovedTerm => ({ termId: `HP:000000${String(place)}`, label: `Finding ${String(place)}`, before: before === null ? null : match(before), after: after === null ? null : match(after) });
const moved = (said: Partial<MovedDisease>): MovedDisease => ({ diseaseId: 'OMIM:1', name: 'A disease', before: { rank: 2, probability: 0.2 }, after: { rank: 1, probability: 0.4 }, isNew: false, isGone: false, terms: [], change: null, ...said });
const hundredths = (value: number): number => Math.round(value * 100);

describe('the lines that say why a disease moved', () => {
  test('sum to the change of its score as shown, those beyond five findings in one line', () => {
    const terms = [1, 2, 3, 4, 5, 6, 7].map((place) => aTerm(place, 0.111, 0.111 + 0.1049 * place));
    const lines = movedLines(moved({ terms, change: { score: 3.3339, description: 0.2049, gene: 0 } }));
    expect(lines.map(({ kind }) => kind)).toEqual(['term', 'term', 'term', 'term', 'term', 'more-terms', 'description', 'rest']);
    expect(lines.reduce((sum, { change }) => sum + hundredths(change), 0)).toBe(333);
  });

  test('leave out what comes to nothing', () => {
    expect(movedLines(moved({ terms: [aTerm(1, null, 0.5)], change: { score: 0.5, description: 0, gene: 0 } }))).toEqual([{ kind: 'term', term: aTerm(1, null, 0.5), isOnlyIn: null, change: 0.5 }]);
  });

  test('tell apart a gene that the newer release no longer gives the disease', () => {
    expect(movedLines(moved({ change: { score: -3.16, description: 0.02, gene: -3.18 } })).map(({ kind, change }) => [kind, change])).toEqual([['gene', -3.18], ['description', 0.02]]);
  });

  test('of a disease that is gone tell what it was described with', () => {
    expect(movedLines(moved({ isGone: true, after: null, terms: [aTerm(1, 0.5, null)] }))).toEqual([{ kind: 'term', term: aTerm(1, 0.5, null), isOnlyIn: 'before', change: 0.5 }]);
  });
});
