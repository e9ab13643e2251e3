import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenInvariants } from '#shared/pedigree/family-invariants.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { lossesBetween } from '#shared/pedigree/formats/losses.ts';
import { matchIndividuals } from '#shared/pedigree/merge/match-individuals.ts';
import { mergeFamilies } from '#shared/pedigree/merge/merge-families.ts';
import { proposeMerge } from '#shared/pedigree/merge/propose-merge.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';
import { families } from '#tests/builders/arbitrary-family.ts';

const numbered = () => {
  let number = 0;
  return () => `new ${String((number += 1))}`;
};
const matches = (existing: Family, incoming: Family) => matchIndividuals(existing, incoming).map(({ incomingId, existingId, reason }) => [incomingId, existingId, reason]);
const merged = (existing: Family, incoming: Family, takenFromIncoming: readonly string[] = []) => {
  const result = mergeFamilies(existing, incoming, { matches: proposeMerge(existing, incoming).matches, takenFromIncoming }, numbered());
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
};

/** The same family told by somebody else, who calls everybody by other ids. */
const renamed = (family: Family): Family => JSON.parse(JSON.stringify(family).replaceAll(/"(p\d+)"/g, '"other $1"')) as Family;

describe('who is whom', () => {
  it('is told by reference, by name and birth, by the proband, and then by who stands where', () => {
    const existing = aPedigree().withTrio().known({ reference: 'NA1' }, 'father').woman('aunt', { givenName: 'Ruth', familyName: 'Lee', birthDate: '1950' }).woman('sister').childOf('sister', 'father', 'mother').build();
    const incoming = aPedigree().man('1', { reference: 'NA1' }).woman('2').man('3').woman('4', { givenName: 'ruth', familyName: 'LEE', birthDate: '1950-02-01' }).childOf('3', '1', '2').proband('3').woman('5').childOf('5', '1', '2').woman('6').build();
    expect(matches(existing, incoming)).toEqual([['1', 'father', 'reference'], ['2', 'mother', 'relation'], ['3', 'proband', 'proband'], ['4', 'aunt', 'name-and-birth'], ['5', 'sister', 'relation'], ['6', null, null]]);
  });

  it('is left open where two could be meant, or where sex or birth year say that they are two', () => {
    const existing = aPedigree().withTrio().daughters(['father', 'mother'], 'a', 'b').build();
    const incoming = aPedigree().man('f').woman('m').woman('p').proband('p').daughters(['f', 'm'], 'c').build();
    expect(matches(existing, incoming).filter(([, id]) => id !== null)).toEqual([]);
    const born = (id: string, year: string) => aPedigree().man(id, { reference: 'R', birthDate: year }).build();
    expect(matches(born('x', '1950'), born('y', '1980'))).toEqual([['y', null, null]]);
  });

  it('never takes one person for two', () => {
    fc.assert(
      fc.property(families({ maxPeople: 25 }), families({ maxPeople: 25 }), (existing, incoming) => {
        const found = matchIndividuals(existing, renamed(incoming)).flatMap(({ existingId }) => existingId ?? []);
        expect(new Set(found).size).toBe(found.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a merge', () => {
  it('adds what is not known, keeps what is, and asks where both say something', () => {
    const existing = aPedigree().withTrio().known({ givenName: 'Ann', birthDate: '1960' }, 'mother').build();
    const incoming = aPedigree().man('F').woman('M', { givenName: 'Ann', birthDate: '1960-03-04', causeOfDeath: 'Stroke', vitalStatus: 'deceased' }).man('P').childOf('P', 'F', 'M').proband('P').sons(['F', 'M'], 'B').affected('Deafness', 'P').build();
    const proposal = proposeMerge(existing, incoming);
    expect(proposal.newIndividuals).toEqual(['B']);
    expect(proposal.conflicts).toEqual([
      { key: 'vitalStatus|mother||vitalStatus', individualId: 'mother', fact: 'vitalStatus', about: '', existing: 'alive', incoming: 'deceased' },
      { key: 'birthDate|mother||birthDate', individualId: 'mother', fact: 'birthDate', about: '', existing: '1960', incoming: '1960-03-04' },
    ].toSorted((first, second) => proposal.conflicts.findIndex(({ key }) => key === first.key) - proposal.conflicts.findIndex(({ key }) => key === second.key)));
    const kept = merged(existing, incoming);
    expect(kept.createdIds).toHaveLength(1);
    expect(kept.family.individuals.find(({ id }) => id === 'mother')).toMatchObject({ givenName: 'Ann', birthDate: '1960', vitalStatus: 'alive', causeOfDeath: 'Stroke' });
    expect(kept.family.parentEdges.filter(({ childId }) => childId === kept.createdIds[0]).map(({ parentId }) => parentId)).toEqual(['father', 'mother']);
    expect(kept.family.individualConditions.map(({ individualId, state }) => [individualId, state])).toEqual([['proband', 'affected']]);
    const taken = merged(existing, incoming, proposal.conflicts.map(({ key }) => key));
    expect(taken.family.individuals.find(({ id }) => id === 'mother')).toMatchObject({ birthDate: '1960-03-04', vitalStatus: 'deceased' });
  });

  it('asks before a second person gives the sperm, and replaces the first only when told', () => {
    const existing = aPedigree().withTrio().build();
    const incoming = aPedigree().man('P').man('D', { givenName: 'Don' }).parent('P', 'D', ['sperm'], { isDonor: true }).proband('P').build();
    const matching = { matches: [{ incomingId: 'P', existingId: 'proband', reason: 'proband' as const }, { incomingId: 'D', existingId: null, reason: null }] };
    const proposal = proposeMerge(existing, incoming, matching.matches);
    expect(proposal.conflicts).toMatchObject([{ fact: 'parent', individualId: 'proband', existing: { parentId: 'father' }, incoming: { parentId: 'D', isDonor: true } }]);
    const parentsAfter = (takenFromIncoming: readonly string[]) => {
      const result = mergeFamilies(existing, incoming, { ...matching, takenFromIncoming }, numbered());
      return result.ok ? result.value.family.parentEdges.map(({ parentId }) => parentId) : result.error.message;
    };
    expect(parentsAfter([])).toEqual(['father', 'mother']);
    expect(parentsAfter(proposal.conflicts.map(({ key }) => key))).toEqual(['mother', 'new 1']);
  });

  it('is refused where it would make no family', () => {
    const existing = aPedigree().man('a').man('b').childOf('b', 'a').build();
    const incoming = aPedigree().man('x').man('y').childOf('x', 'y').build();
    const both = [{ incomingId: 'x', existingId: 'a', reason: null }, { incomingId: 'y', existingId: 'b', reason: null }];
    expect(mergeFamilies(existing, incoming, { matches: both, takenFromIncoming: [] }, numbered())).toEqual({ ok: false, error: { kind: 'rule-broken', message: 'Somebody would become their own ancestor; check who is the parent and who the child.' } });
    const twice = both.map((match) => ({ ...match, existingId: 'a' }));
    expect(mergeFamilies(existing, incoming, { matches: twice, takenFromIncoming: [] }, numbered())).toMatchObject({ ok: false, error: { kind: 'invalid-input' } });
  });

  it('of a family with itself changes nothing and asks nothing', () => {
    fc.assert(
      fc.property(families({ maxPeople: 40 }), (family) => {
        const proposal = proposeMerge(family, family);
        expect([proposal.conflicts, proposal.newIndividuals]).toEqual([[], []]);
        expect(merged(family, family)).toEqual({ family, createdIds: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('into an empty family is the incoming family', () => {
    fc.assert(
      fc.property(families({ maxPeople: 40 }), (incoming) => {
        const { family, createdIds } = merged(aPedigree().build(), incoming);
        const ids = new Map(incoming.individuals.map(({ id }, index) => [id, createdIds[index] ?? '']));
        expect(lossesBetween(incoming, family, ids, 'merge')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('loses nothing of the existing family, whatever comes in, and asks the same again', () => {
    fc.assert(
      fc.property(families({ maxPeople: 25 }), families({ maxPeople: 25 }), (existing, told) => {
        const incoming = renamed(told);
        const proposal = proposeMerge(existing, incoming);
        expect(proposeMerge(existing, incoming)).toEqual(proposal);
        const result = mergeFamilies(existing, incoming, { matches: proposal.matches, takenFromIncoming: [] }, numbered());
        if (!result.ok) return;
        expect(brokenInvariants(result.value.family)).toEqual([]);
        expect(result.value.family.individuals.length).toBe(existing.individuals.length + proposal.newIndividuals.length);
        expect(result.value.family.individuals.slice(0, existing.individuals.length).map(({ id, birthDate }, index) => [id, existing.individuals[index]?.birthDate ?? birthDate])).toEqual(existing.individuals.map(({ id, birthDate }, index) => [id, birthDate ?? result.value.family.individuals[index]?.birthDate ?? null]));
        expect(result.value.family.parentEdges.slice(0, existing.parentEdges.length)).toEqual(existing.parentEdges);
      }),
      { numRuns: 60 },
    );
  });
});
