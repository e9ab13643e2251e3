import { roundToSum } from '#shared/base/round-to-sum.ts';
import type { MovedDisease, MovedTerm } from '#shared/contract/advice-procedures.ts';

/** What moved the score of a disease, with its change of the log10 likelihood ratio as it is shown. */
export type MovedLine = { readonly change: number } & (
  | { readonly kind: 'term'; readonly term: MovedTerm; /** The only side whose release knows the disease. */ readonly isOnlyIn: 'before' | 'after' | null }
  | { readonly kind: 'more-terms'; readonly count: number }
  | { readonly kind: 'gene' }
  | { readonly kind: 'description' }
  | { readonly kind: 'rest' }
);

/** Findings told one by one; those beyond stand together in one line. */
const toldTerms = 5;

/**
 * The lines that say why a disease moved. Where both releases know it they sum to the change of its score as it is shown; lines that come to nothing are
 * left out. Where one does not, what the other describes it with.
 */
export function movedLines({ terms, change, isNew }: MovedDisease): readonly MovedLine[] {
  const told = terms.slice(0, toldTerms);
  const more = terms.length - told.length;
  const ratioOf = (side: MovedTerm['after']): number => side?.log10LikelihoodRatio ?? 0;
  if (change === null) {
    const isOnlyIn = isNew ? 'after' : 'before';
    const lines = told.map((term): MovedLine => ({ kind: 'term', term, isOnlyIn, change: ratioOf(term[isOnlyIn]) }));
    return more === 0 ? lines : [...lines, { kind: 'more-terms', count: more, change: sumOf(terms.slice(toldTerms).map((term) => ratioOf(term[isOnlyIn]))) }];
  }
  const changes = terms.map(({ before, after }) => ratioOf(after) - ratioOf(before));
  const rest = change.score - change.gene - change.description - sumOf(changes);
  const exact = [...changes.slice(0, toldTerms), sumOf(changes.slice(toldTerms)), change.gene, change.description, rest];
  const shown = roundToSum(exact, change.score, 2);
  const at = (place: number): number => shown[place] ?? 0;
  const lines: readonly MovedLine[] = [
    ...told.map((term, i): MovedLine => ({ kind: 'term', term, isOnlyIn: null, change: at(i) })),
    ...(more === 0 ? [] : [{ kind: 'more-terms' as const, count: more, change: at(told.length) }]),
    { kind: 'gene', change: at(told.length + 1) },
    { kind: 'description', change: at(told.length + 2) },
    { kind: 'rest', change: at(told.length + 3) },
  ];
  return lines.filter((line) => line.kind === 'term' || line.change !== 0);
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
