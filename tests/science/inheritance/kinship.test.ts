import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { consanguinityDegrees } from '#shared/inheritance/consanguinity.ts';
import { geneticFamily, type GeneticFamily } from '#shared/inheritance/genetic-family.ts';
import { kinshipTable } from '#shared/inheritance/kinship.ts';
import { relationshipWords } from '#shared/inheritance/relationship.ts';
import { sharedGenome } from '#shared/inheritance/shared-genome.ts';
import { coupleKey } from '#shared/pedigree/structure.ts';
import { aPedigree, type PedigreeBuilder } from '#tests/builders/a-pedigree.ts';
import { families } from '#tests/builders/arbitrary-family.ts';

describe('kinship', () => {
  test('equals the sum over all paths through common ancestors, for any family', () => {
    // Wright 1922, doi 10.1086/279872: φ = Σ (1/2)^(steps + 1) (1 + F of the ancestor) over paths that meet nobody twice.
    fc.assert(
      fc.property(families({ maxPeople: 25 }), (told) => {
        const built = geneticFamily({ ...told, twinGroups: [] });
        fc.pre(built.ok);
        const table = kinshipTable(built.value, 'autosome');
        const members = built.value.members;
        members.forEach((first, a) => {
          members.forEach((second, b) => {
            if (a < b) expect(table.between(first.id, second.id)).toBeCloseTo(byPaths(built.value, a, b), 12);
          });
        });
      }),
      { numRuns: 300 },
    );
  });

  test('on the X chromosome is what dropping genes down the family finds', () => {
    const family = genetic(cousins);
    const table = kinshipTable(family, 'X');
    const dropped = byDropping(family, 40_000);
    for (const [first, second] of [['uncle', 'aunt'], ['he', 'she'], ['aunt', 'she'], ['grandfather', 'she'], ['uncle', 'he'], ['she', 'child']] as const) {
      // Six standard errors of a share of 40,000.
      expect(Math.abs(table.between(first, second) - dropped(first, second))).toBeLessThan(0.015);
    }
    expect(table.between('grandfather', 'uncle')).toBe(0);
    expect(table.between('grandfather', 'aunt')).toBe(0.5);
    expect(table.between('uncle', 'uncle')).toBe(1);
  });

  test('of identical twins is that of one person with themselves', () => {
    const family = genetic(aPedigree().withTrio().sons(['father', 'mother'], 'twin').twins('monozygotic', 'proband', 'twin').woman('wife').daughters(['twin', 'wife'], 'niece'));
    const table = kinshipTable(family, 'autosome');
    expect([table.between('proband', 'twin'), table.between('proband', 'niece'), table.between('proband', 'proband')]).toEqual([0.5, 0.25, 0.5]);
  });

  test('gives the child of first cousins an inbreeding coefficient of 1/16', () => {
    expect(kinshipTable(genetic(cousins), 'autosome').inbreeding('child')).toBe(1 / 16);
  });
});

describe('relationship in words', () => {
  test.each([
    ['he', 'she', 'first cousins'],
    ['he', 'aunt', 'aunt'],
    ['aunt', 'he', 'nephew'],
    ['uncle', 'aunt', 'sister'],
    ['child', 'grandmother', 'double great-grandmother'],
    ['grandmother', 'he', 'grandson'],
    ['inlaw', 'aunt', ''],
  ])('%s and %s', (first, second, words) => {
    expect(relationshipWords(genetic(cousins), first, second)).toBe(words);
  });

  test('tells half from full, removed cousins, and a relation by two couples', () => {
    const half = genetic(aPedigree().woman('mother').man('one').man('two').sons(['one', 'mother'], 'first').daughters(['two', 'mother'], 'second'));
    expect(relationshipWords(half, 'first', 'second')).toBe('half-sister');
    const removed = genetic(cousins.man('husband').daughters(['husband', 'she'], 'daughter'));
    expect(relationshipWords(removed, 'he', 'daughter')).toBe('first cousins once removed');
    const double = aPedigree().man('a').woman('b').man('c').woman('d').sons(['a', 'b'], 'b1', 'b2').daughters(['c', 'd'], 's1', 's2').sons(['b1', 's1'], 'x').daughters(['b2', 's2'], 'y');
    expect(relationshipWords(genetic(double), 'x', 'y')).toBe('double first cousins');
  });
});

describe('the genome in common', () => {
  test('is expected to be 1/2 in siblings, 1/8 in first cousins, all in identical twins, and more where the family is inbred', () => {
    const table = kinshipTable(genetic(cousins), 'autosome');
    // Wright 1922: r of first cousins 1/8, and their child is homozygous by descent in 1/16.
    expect(sharedGenome(table, 'he', 'she')).toEqual({ kinship: 1 / 16, sharedFraction: 1 / 8, homozygousInChild: 1 / 16 });
    expect(sharedGenome(table, 'uncle', 'aunt').sharedFraction).toBe(1 / 2);
    const twins = kinshipTable(genetic(aPedigree().withTrio().sons(['father', 'mother'], 'twin').twins('monozygotic', 'proband', 'twin')), 'autosome');
    expect(sharedGenome(twins, 'proband', 'twin').sharedFraction).toBe(1);
    // A child of cousins with a parent: φ = (1/2 + 1/16) / 2, r = 2φ / √(1 + 1/16).
    expect(sharedGenome(table, 'he', 'child').sharedFraction).toBeCloseTo((1 / 2 + 1 / 16) / Math.sqrt(17 / 16), 12);
  });
});

describe('the label of a consanguineous couple', () => {
  test('says how both are related, as one says it of a couple', () => {
    expect([...consanguinityDegrees(cousins.couple('he', 'she').build())]).toEqual([[coupleKey('he', 'she'), 'first cousins']]);
    const uncleAndNiece = aPedigree().man('grandfather').woman('grandmother').sons(['grandfather', 'grandmother'], 'uncle', 'brother').woman('wife').daughters(['brother', 'wife'], 'niece').couple('niece', 'uncle');
    expect([...consanguinityDegrees(uncleAndNiece.build()).values()]).toEqual(['uncle and niece']);
    const half = aPedigree().woman('mother').man('one').man('two').sons(['one', 'mother'], 'first').daughters(['two', 'mother'], 'second').couple('first', 'second');
    expect([...consanguinityDegrees(half.build()).values()]).toEqual(['half-siblings']);
    const removed = cousins.man('husband').daughters(['husband', 'she'], 'daughter').couple('he', 'daughter');
    expect(consanguinityDegrees(removed.build()).get(coupleKey('he', 'daughter'))).toBe('first cousins once removed');
  });
});

const cousins = aPedigree().man('grandfather').woman('grandmother').sons(['grandfather', 'grandmother'], 'uncle').daughters(['grandfather', 'grandmother'], 'aunt')
  .woman('inlaw').man('otherInlaw').sons(['uncle', 'inlaw'], 'he').daughters(['otherInlaw', 'aunt'], 'she').daughters(['he', 'she'], 'child');

function genetic(told: PedigreeBuilder): GeneticFamily {
  const family = geneticFamily(told.build());
  if (!family.ok) throw new Error(family.error.message);
  return family.value;
}

/** Kinship by listing every pair of ways up that meet in one ancestor and nowhere else. */
function byPaths(family: GeneticFamily, first: number, second: number): number {
  const waysFrom = (person: number): readonly (readonly number[])[] => {
    const { eggParent, spermParent } = family.members[person] ?? { eggParent: null, spermParent: null };
    return [[person], ...[eggParent, spermParent].flatMap((parent) => (parent === null ? [] : waysFrom(parent).map((way) => [person, ...way])))];
  };
  let sum = 0;
  for (const up of waysFrom(first)) for (const down of waysFrom(second)) {
    const ancestor = up.at(-1) ?? -1;
    if (ancestor !== down.at(-1) || up.slice(0, -1).some((person) => down.includes(person))) continue;
    const { eggParent, spermParent } = family.members[ancestor] ?? { eggParent: null, spermParent: null };
    const inbreeding = eggParent === null || spermParent === null ? 0 : eggParent === spermParent ? 0.5 : byPaths(family, eggParent, spermParent);
    sum += 0.5 ** (up.length + down.length - 1) * (1 + inbreeding);
  }
  return sum;
}

/** Kinship on the X by giving every founder genes of their own and letting them fall, with a fixed sequence of pseudo-random numbers. */
function byDropping(family: GeneticFamily, rounds: number): (first: string, second: string) => number {
  let seed = 12_345;
  const coin = (): 0 | 1 => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed >>> 31 === 1 ? 1 : 0;
  };
  const worlds = Array.from({ length: rounds }, () => {
    const genes: number[][] = [];
    family.members.forEach((member, index) => {
      const from = (parent: number | null, own: number): number => (parent === null ? own : (genes[parent]?.[(genes[parent]?.length ?? 1) > 1 ? coin() : 0] ?? own));
      const egg = from(member.eggParent, index * 2);
      genes.push(member.sex === 'male' ? [egg] : [egg, from(member.spermParent, index * 2 + 1)]);
    });
    return genes;
  });
  return (first, second) => {
    const [a, b] = [family.indexOf.get(first) ?? -1, family.indexOf.get(second) ?? -1];
    const shared = worlds.map((genes) => {
      const pairs = (genes[a] ?? []).flatMap((one) => (genes[b] ?? []).map((other) => (one === other ? 1 : 0)));
      return pairs.reduce<number>((sum, value) => sum + value, 0) / pairs.length;
    });
    return shared.reduce((sum, value) => sum + value, 0) / rounds;
  };
}
