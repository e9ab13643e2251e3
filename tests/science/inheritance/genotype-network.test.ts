import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MemberEvidence } from '#shared/inheritance/evidence.ts';
import { geneticFamily, type GeneticFamily } from '#shared/inheritance/genetic-family.ts';
import { genotypePosterior } from '#shared/inheritance/genotype-network.ts';
import { impossibleEvidence } from '#shared/inheritance/impossible-evidence.ts';
import { locusOf, type InheritanceMode } from '#shared/inheritance/mode.ts';
import { constantPenetrance } from '#shared/inheritance/penetrance.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';
import { families } from '#tests/builders/arbitrary-family.ts';
import { enumerate } from '#tests/science/inheritance/enumeration.ts';

const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
const evidenceArbitrary: fc.Arbitrary<MemberEvidence> = fc.record(
  {
    status: fc.constantFrom('affected', 'unaffected'),
    copies: fc.constantFrom(0, 1),
    tests: fc.array(fc.record({ result: fc.constantFrom('positive', 'negative'), sensitivity: share, specificity: share }), { maxLength: 2 }),
    alleleFrequency: share,
  },
  { requiredKeys: [] },
);
const parametersArbitrary = fc.record({
  mode: fc.constantFrom<InheritanceMode[]>('AD', 'AR', 'XLD', 'XLR', 'YL', 'MT'),
  alleleFrequency: fc.double({ min: 0.001, max: 0.3, noNaN: true }),
  penetrance: fc.double({ min: 0.3, max: 1, noNaN: true }),
  phenocopyRate: fc.constantFrom(0, 0.01),
  mutationRate: fc.constantFrom(0, 0.001),
  mosaicism: fc.constantFrom(null, { probability: 0.02, transmittedShare: 0.3 }),
});

describe('the genotype network', () => {
  test('gives the likelihood and every genotype probability that writing down all possible worlds gives', () => {
    fc.assert(
      fc.property(families({ maxPeople: 7 }), parametersArbitrary, fc.array(evidenceArbitrary, { minLength: 7, maxLength: 7 }), (told, parameters, evidences) => {
        const family = ofKnownSex(told);
        fc.pre(family !== null && family.members.length <= 7);
        const locus = locusOf(parameters.mode, { ...parameters, penetrance: constantPenetrance(parameters.penetrance), germlineMosaicism: parameters.mode === 'MT' || parameters.mode === 'YL' ? null : parameters.mosaicism });
        const evidence = new Map(family.members.map(({ id }, index) => [id, evidences[index] ?? {}]));
        const exact = genotypePosterior(family, locus, evidence);
        const slow = enumerate(family, locus, evidence);
        if (!exact.ok) throw new Error('a family of seven is never too large');
        if (slow.likelihood === 0) expect(exact.value.logLikelihood).toBe(-Infinity);
        else expect(exact.value.logLikelihood).toBeCloseTo(Math.log(slow.likelihood), 9);
        for (const { id } of family.members) {
          const counted = [0, 0, 0];
          for (const { state, probability } of exact.value.statesOf(id)) counted[state.copies] = (counted[state.copies] ?? 0) + probability;
          counted.forEach((value, copies) => expect(value).toBeCloseTo(slow.copies.get(id)?.[copies] ?? 0, 9));
        }
      }),
      { numRuns: 3_000 },
    );
  });

  test('takes twins and triplets of unknown zygosity for every way of sharing zygotes, weighted', () => {
    fc.assert(
      fc.property(parametersArbitrary, fc.array(evidenceArbitrary, { minLength: 5, maxLength: 5 }), fc.constantFrom(2, 3), fc.boolean(), (parameters, evidences, count, areWomen) => {
        const children = ['one', 'two', 'three'].slice(0, count);
        const parents = aPedigree().man('father').woman('mother');
        const told = (areWomen ? parents.daughters(['father', 'mother'], ...children) : parents.sons(['father', 'mother'], ...children)).twins('unknown', ...children).build();
        const built = geneticFamily(told);
        if (!built.ok) throw new Error(built.error.message);
        const family = built.value;
        const locus = locusOf(parameters.mode, { ...parameters, penetrance: constantPenetrance(parameters.penetrance), germlineMosaicism: null });
        const evidence = new Map(family.members.map(({ id }, index) => [id, evidences[index] ?? {}]));
        const exact = genotypePosterior(family, locus, evidence);
        if (!exact.ok) throw new Error('a family of five is never too large');
        const [a = 0, b = 0, c = 0] = family.possiblyIdentical[0] ?? [];
        // Pairs: 1/2 each way. Triplets: one zygote 1/3, a pair and a third 1/6 each, three zygotes 1/6.
        const ways: readonly (readonly [number, readonly (readonly number[])[]])[] = count === 2 ? [[1 / 2, [[a, b]]], [1 / 2, []]] : [[1 / 3, [[a, b, c]]], [1 / 6, [[a, b]]], [1 / 6, [[a, c]]], [1 / 6, [[b, c]]], [1 / 6, []]];
        const worlds = ways.map(([weight, identical]) => ({ weight, found: enumerate({ ...family, possiblyIdentical: [], identical }, locus, evidence) }));
        const likelihood = worlds.reduce((sum, { weight, found }) => sum + weight * found.likelihood, 0);
        expect(exact.value.logLikelihood).toBeCloseTo(Math.log(likelihood), 9);
        if (likelihood === 0) return;
        for (const { id } of family.members) for (const { state, probability } of exact.value.statesOf(id)) {
          expect(probability).toBeCloseTo(worlds.reduce((sum, { weight, found }) => sum + weight * found.likelihood * (found.copies.get(id)?.[state.copies] ?? 0), 0) / likelihood, 9);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('names people whose evidence cannot be, so that without any one of them the rest can', () => {
    fc.assert(
      fc.property(families({ maxPeople: 8 }), fc.array(fc.record({ copies: fc.constantFrom(0, 1, 2) }), { minLength: 8, maxLength: 8 }), (told, evidences) => {
        const family = ofKnownSex(told);
        fc.pre(family !== null);
        const locus = locusOf('AR', { alleleFrequency: 0.1, penetrance: constantPenetrance(1), phenocopyRate: 0, mutationRate: 0 });
        const evidence = new Map<string, MemberEvidence>(family.members.map(({ id }, index) => [id, evidences[index] ?? {}]));
        const conflict = impossibleEvidence(family, locus, evidence);
        if (!conflict.ok) throw new Error('a family of eight is never too large');
        const isPossible = (ids: readonly string[]): boolean => {
          const posterior = genotypePosterior(family, locus, new Map(ids.map((id) => [id, evidence.get(id) ?? {}])));
          return posterior.ok && posterior.value.logLikelihood > -Infinity;
        };
        expect(conflict.value.length === 0).toBe(isPossible([...evidence.keys()]));
        if (conflict.value.length > 0) expect(isPossible(conflict.value)).toBe(false);
        for (const id of conflict.value) expect(isPossible(conflict.value.filter((other) => other !== id))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

/** Everybody of a sex that the enumeration can handle, each symbol one person, zygosity known; null where the family breaks a rule of genetics. */
function ofKnownSex(told: Family): GeneticFamily | null {
  const individuals = told.individuals.map((individual) => ({ ...individual, life: { kind: 'person' } as const, gender: individual.gender === 'unknown' || individual.gender === 'non-binary' ? ('woman-girl' as const) : individual.gender }));
  const family = geneticFamily({ ...told, individuals });
  if (!family.ok) return null;
  return { ...family.value, possiblyIdentical: [], members: family.value.members.map((member) => (member.sex === 'unknown' ? { ...member, sex: 'female' } : member)) };
}
