import { isInEveryCopy, type Call, type SelectionMember } from '#shared/variant/selection/family-members.ts';
import type { InheritedAs } from '#shared/variant/selection/genome-region.ts';

/** What the genotypes say against who a sample is said to be from. */
export type SampleDoubt =
  | { readonly kind: 'sex'; readonly personId: string; readonly drawn: 'female' | 'male'; readonly heterozygous: number; readonly compared: number }
  | { readonly kind: 'parentage'; readonly personId: string; readonly parentId: string; readonly opposite: number; readonly compared: number };

/** Takes the calls of the family at places with one alternate allele. */
export interface SampleChecks {
  /** To be asked of each place once, so that only the calls that are wanted are read. */
  readonly wants: (as: InheritedAs) => boolean;
  readonly take: (call: (id: string) => Call, as: InheritedAs) => void;
  readonly doubts: () => readonly SampleDoubt[];
}

/**
 * Below these numbers of places nothing is said. Of a person with two X about half of the places on X outside the pseudo-autosomal ends where they differ from
 * the reference are heterozygous, of one with one X none but errors; the gap between the two bounds is left open, as PLINK's sex check does (Purcell et al.
 * 2007, doi 10.1086/519795).
 */
const leastOnX = 30;
const oneX = 0.1;
const twoX = 0.3;

/**
 * A parent and a child share an allele at every place, so opposite homozygotes are errors and new mutations, below one in a hundred; of unrelated people and
 * of second-degree relatives they are several in a hundred of the places where either has the allele.
 */
const leastCompared = 200;
const mostOpposite = 0.02;

/** Of the autosomal places every so many; enough of them are left in any exome. */
const everyPlaces = 4;

export function createSampleChecks(members: readonly SelectionMember[]): SampleChecks {
  const sampled = new Set(members.flatMap(({ id, column }) => (column === null ? [] : [id])));
  const sexed = members.filter(({ id, sex }) => sampled.has(id) && sex !== 'unknown').map(({ id, sex }) => ({ personId: id, drawn: sex === 'male' ? ('male' as const) : ('female' as const), heterozygous: 0, compared: 0 }));
  const pairs = members.flatMap(({ id, fatherId, motherId }) =>
    [fatherId, motherId].flatMap((parentId) => (parentId !== null && sampled.has(id) && sampled.has(parentId) ? [{ personId: id, parentId, opposite: 0, compared: 0 }] : [])),
  );
  let places = 0;
  return {
    wants(as) {
      if (as !== 'autosomal') return as === 'x' && sexed.length > 0;
      places += 1;
      return pairs.length > 0 && places % everyPlaces === 0;
    },
    take(call, as) {
      if (as === 'x') {
        for (const one of sexed) {
          const own = call(one.personId);
          if (own.kind !== 'carrier') continue;
          one.compared += 1;
          if (!isInEveryCopy(own)) one.heterozygous += 1;
        }
      } else for (const pair of pairs) comparePair(pair, call);
    },
    doubts: () => [
      ...sexed.filter(({ drawn, heterozygous, compared }) => compared >= leastOnX && (drawn === 'male' ? heterozygous > twoX * compared : heterozygous < oneX * compared)).map((one) => ({ kind: 'sex' as const, ...one })),
      ...pairs.filter(({ opposite, compared }) => compared >= leastCompared && opposite > mostOpposite * compared).map((pair) => ({ kind: 'parentage' as const, ...pair })),
    ],
  };
}

function comparePair(pair: { readonly personId: string; readonly parentId: string; opposite: number; compared: number }, call: (id: string) => Call): void {
  const child = call(pair.personId);
  const parent = call(pair.parentId);
  if (child.kind === 'uncalled' || parent.kind === 'uncalled' || (child.kind === 'absent' && parent.kind === 'absent')) return;
  pair.compared += 1;
  if ((child.kind === 'absent' && isInEveryCopy(parent)) || (parent.kind === 'absent' && isInEveryCopy(child))) pair.opposite += 1;
}
