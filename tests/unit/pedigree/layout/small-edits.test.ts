import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Family } from '#shared/pedigree/family.ts';
import { layoutPedigree } from '#shared/pedigree/layout/layout-pedigree.ts';
import { builderOf } from '#tests/builders/a-pedigree.ts';
import { families } from '#tests/builders/arbitrary-family.ts';
import { grownFamily } from '#tests/bench/layout/grown-family.ts';

/** Pairs of neighbours of one generation whose order a change turned round, of all pairs that were neighbours before. */
function turned(before: Family, after: Family): { readonly turned: number; readonly pairs: number } {
  const rows = new Map<number, { readonly key: string; readonly x: number }[]>();
  for (const symbol of layoutPedigree(before).symbols) rows.set(symbol.generation, [...(rows.get(symbol.generation) ?? []), symbol]);
  const placed = new Map(layoutPedigree(after).symbols.map((symbol) => [symbol.key, symbol]));
  let [count, pairs] = [0, 0];
  for (const row of rows.values()) {
    const sorted = row.toSorted((one, other) => one.x - other.x);
    for (const [at, left] of sorted.slice(0, -1).entries()) {
      const [one, other] = [placed.get(left.key), placed.get(sorted[at + 1]?.key ?? '')];
      if (one === undefined || other === undefined || one.generation !== other.generation) continue;
      pairs += 1;
      if (one.x > other.x) count += 1;
    }
  }
  return { turned: count, pairs };
}

/** A child of the person and the first partner, or of the person alone. */
function withChild(family: Family, personId: string): Family {
  const partner = family.partnerships.find(({ partnerIds }) => partnerIds.includes(personId))?.partnerIds.find((id) => id !== personId);
  return builderOf(family).person('new').childOf('new', ...(partner === undefined ? [personId] : [personId, partner])).build();
}

function someone({ individuals }: Family, who: number): string {
  const people = individuals.filter(({ life }) => life.kind === 'person');
  return people[who % people.length]?.id ?? '';
}

function share(edits: readonly { readonly family: Family; readonly who: number }[]): number {
  const changes = edits.map(({ family, who }) => turned(family, withChild(family, someone(family, who))));
  return changes.reduce((sum, change) => sum + change.turned, 0) / changes.reduce((sum, change) => sum + change.pairs, 0);
}

describe('a small edit', () => {
  it('leaves everybody in their order: a child of anybody who descends from one couple or married in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(), (seed, who) => {
        const family = grownFamily(30, seed, { hasInLaws: false });
        expect(turned(family, withChild(family, someone(family, who))).turned).toBe(0);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('turns round one pair of neighbours in fifty at most where partners have families of their own, and one in twenty where everything is tangled', () => {
    const grown = fc.sample(fc.record({ seed: fc.integer({ min: 1, max: 400 }), who: fc.nat() }), { numRuns: 150, seed: 11 }).map(({ seed, who }) => ({ family: grownFamily(30, seed), who }));
    const tangled = fc.sample(fc.record({ family: families({ maxPeople: 30 }), who: fc.nat() }), { numRuns: 200, seed: 11 });
    expect(share(grown)).toBeLessThan(0.02);
    expect(share(tangled)).toBeLessThan(0.05);
  }, 60_000);

  it('moves nobody when only something is said of a person', () => {
    fc.assert(
      fc.property(families({ maxPeople: 30 }), fc.nat(), (family, who) => {
        const person = family.individuals[who % family.individuals.length];
        if (person === undefined) return;
        const told = builderOf(family).known({ note: 'Seen in 2019', vitalStatus: 'deceased' }, person.id).build();
        expect(layoutPedigree(told)).toEqual(layoutPedigree(family));
      }),
      { numRuns: 100 },
    );
  }, 60_000);
});
