import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unknownProvenance, type Provenance } from '#shared/pedigree/individual.ts';
import { withoutPrivateFacts } from '#shared/pedigree/without-private-facts.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';
import { families } from '#tests/builders/arbitrary-family.ts';

const secret: Provenance = { ...unknownProvenance, isPrivate: true };

describe('a family without its private facts', () => {
  it('is the family itself where nothing is private', () => {
    fc.assert(fc.property(families({ maxPeople: 20 }), (family) => {
      expect(withoutPrivateFacts(family)).toEqual(family);
    }), { numRuns: 30 });
  });

  it('says a private fact as unknown and keeps the others', () => {
    const family = aPedigree().withTrio().known({ sexAssignedAtBirth: 'female', givenName: 'Sam', provenance: { sexAssignedAtBirth: secret, givenName: unknownProvenance } }, 'father').build();
    const father = withoutPrivateFacts(family).individuals.find(({ id }) => id === 'father');
    expect([father?.sexAssignedAtBirth, father?.givenName, father?.provenance]).toEqual(['unknown', 'Sam', { givenName: unknownProvenance }]);
  });

  it('leaves out a private termination with its lines, a private parent, relationship and condition', () => {
    const told = aPedigree().withTrio().man('donor').person('lost', { life: { kind: 'loss', outcome: 'termination', gestation: null }, provenance: { life: secret } }).childOf('lost', 'father', 'mother').couple('donor', 'mother').parent('proband', 'donor', ['sperm']).affected('Epilepsy', 'mother').build();
    const family = {
      ...told,
      parentEdges: told.parentEdges.map((edge) => (edge.parentId === 'donor' ? { ...edge, provenance: secret } : edge)),
      partnerships: told.partnerships.map((partnership) => (partnership.partnerIds.includes('donor') ? { ...partnership, provenance: secret } : partnership)),
      individualConditions: told.individualConditions.map((row) => ({ ...row, provenance: secret })),
    };
    const shown = withoutPrivateFacts(family);
    expect([shown.individuals.map(({ id }) => id), shown.parentEdges.map(({ parentId, childId }) => `${parentId}>${childId}`), shown.partnerships.map(({ id }) => id), shown.individualConditions]).toEqual([['father', 'mother', 'proband', 'donor'], ['father>proband', 'mother>proband'], ['father+mother'], []]);
  });
});
