import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { familyEditSchema, type FamilyEdit } from '#shared/pedigree/edit.ts';
import { applyFamilyEdits } from '#shared/pedigree/edits/apply-family-edits.ts';
import { brokenInvariants } from '#shared/pedigree/family-invariants.ts';
import { familySchema, newIndividual, type Family } from '#shared/pedigree/family.ts';
import { familyStructure } from '#shared/pedigree/structure.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';
import { editFor, editWishes } from '#tests/builders/arbitrary-edits.ts';
import { families } from '#tests/builders/arbitrary-family.ts';

const ids = (prefix = 'n') => {
  let last = 0;
  return () => `${prefix}${String((last += 1))}`;
};
const edited = (family: Family, ...edits: readonly FamilyEdit[]): Family => {
  const result = applyFamilyEdits(family, edits, ids());
  if (!result.ok) throw new Error(result.error.message);
  return result.value.family;
};
const refused = (family: Family, ...edits: readonly FamilyEdit[]): string => {
  const result = applyFamilyEdits(family, edits, ids());
  return result.ok ? 'done' : `${result.error.kind}: ${result.error.message}`;
};
/** Who is whose parent, in what role. */
const edges = (family: Family) => family.parentEdges.map(({ parentId, childId, roles, isDonor, undrawnPartner }) => `${parentId}>${childId} ${roles.join('+')}${isDonor ? ' donor' : ''}${undrawnPartner === 0 ? '' : ` undrawn ${String(undrawnPartner)}`}`);
const couples = (family: Family) => family.partnerships.map(({ partnerIds, status }) => `${partnerIds.join('+')} ${status}`);
const genders = (family: Family) => family.individuals.map(({ id, gender }) => `${id} ${gender}`);
const drawnSiblings = (family: Family) => familyStructure(family).sibships.map(({ members }) => members.map(({ childId }) => childId).join(' '));

const trio = aPedigree().withTrio();

describe('adding relatives', () => {
  test('begins a family with its proband', () => {
    const family = edited({ ...aPedigree().build() }, { kind: 'add-individual', detail: { gender: 'woman-girl' } }, { kind: 'add-individual', detail: {} });
    expect(family.individuals).toEqual([{ ...newIndividual('n1', { gender: 'woman-girl' }), isProband: true }, newIndividual('n2')]);
  });

  test('draws mother and father as a current couple', () => {
    const family = edited(aPedigree().woman('a').build(), { kind: 'add-parents', childId: 'a' });
    expect([genders(family), couples(family), edges(family)]).toEqual([['a woman-girl', 'n1 man-boy', 'n2 woman-girl'], ['n1+n2 current'], ['n1>a sperm', 'n2>a egg+gestational']]);
  });

  test('draws the other parent for all children they share, and for no half-sibling', () => {
    const family = aPedigree().woman('mother').man('a').childOf('a', 'mother').man('b').childOf('b', 'mother').man('half').parent('half', 'mother', ['egg', 'gestational'], { undrawnPartner: 1 }).build();
    expect(edges(edited(family, { kind: 'add-parents', childId: 'a' }))).toEqual(['mother>a egg+gestational', 'mother>b egg+gestational', 'mother>half egg+gestational undrawn 1', 'n1>a sperm', 'n1>b sperm']);
  });

  test('lets the partner of a mother by donor bring the child up with her', () => {
    const family = aPedigree().woman('mother').man('donor').person('a').childOf('a', 'mother').parent('a', 'donor', ['sperm'], { isDonor: true }).build();
    expect(edges(edited(family, { kind: 'add-parents', childId: 'a' }))).toEqual(['mother>a egg+gestational', 'donor>a sperm donor', 'n1>a social']);
  });

  test('gives parents to both twins', () => {
    const family = aPedigree().man('a').man('b').twins('dizygotic', 'a', 'b').build();
    expect(edges(edited(family, { kind: 'add-parents', childId: 'b' }))).toEqual(['n1>a sperm', 'n2>a egg+gestational', 'n1>b sperm', 'n2>b egg+gestational']);
  });

  test('refuses a third parent, and parents of a child who is no more there', () => {
    expect(refused(trio.build(), { kind: 'add-parents', childId: 'proband' })).toBe('rule-broken: Both parents are drawn already; add another parent by joining them to the child.');
    expect(refused(trio.build(), { kind: 'add-parents', childId: 'gone' })).toBe('not-found: An individual that is meant is not in the family any more; look at the family again.');
  });

  test.each([
    ['man-boy', 'woman-girl'],
    ['woman-girl', 'man-boy'],
    ['non-binary', 'unknown'],
  ] as const)('gives %s a partner who is %s unless said otherwise', (gender, partner) => {
    const family = aPedigree().person('a', { gender }).build();
    expect(genders(edited(family, { kind: 'add-partner', individualId: 'a', detail: {} }))[1]).toBe(`n1 ${partner}`);
    expect(genders(edited(family, { kind: 'add-partner', individualId: 'a', detail: { gender } }))[1]).toBe(`n1 ${gender}`);
  });

  test('a couple without a partnership gets one with its child; the child of one parent has the other undrawn', () => {
    const two = aPedigree().man('a').woman('b').build();
    const ofBoth = edited(two, { kind: 'add-child', parentIds: ['a', 'b'], detail: {} });
    expect([couples(ofBoth), edges(ofBoth)]).toEqual([['a+b current'], ['a>n2 sperm', 'b>n2 egg+gestational']]);
    const ofOne = edited(two, { kind: 'add-child', parentIds: ['b'], detail: {} });
    expect([couples(ofOne), edges(ofOne)]).toEqual([[], ['b>n1 egg+gestational']]);
  });

  test.each([
    ['two women', aPedigree().woman('a').woman('b'), ['a>n2 egg+gestational', 'b>n2 social']],
    ['two men', aPedigree().man('a').man('b'), ['a>n2 sperm', 'b>n2 social']],
    ['two of unknown sex', aPedigree().person('a').person('b'), ['a>n2 genetic', 'b>n2 genetic']],
  ])('the child of %s has no parent twice in one role', (_, family, expected) => {
    expect(edges(edited(family.build(), { kind: 'add-child', parentIds: ['a', 'b'], detail: {} }))).toEqual(expected);
  });

  test('a loss has neither partner nor child', () => {
    const family = trio.person('loss', { life: { kind: 'loss', outcome: 'ectopic', gestation: null } }).childOf('loss', 'mother', 'father').build();
    const sentence = 'rule-broken: A pregnancy, a stillbirth or a loss has neither partners nor children; choose a person.';
    expect(refused(family, { kind: 'add-partner', individualId: 'loss', detail: {} })).toBe(sentence);
    expect(refused(family, { kind: 'add-child', parentIds: ['loss'], detail: {} })).toBe(sentence);
    expect(refused(family, { kind: 'join-partners', partnerIds: ['loss', 'proband'] })).toBe(sentence);
    expect(refused(family, { kind: 'change-individuals', individualIds: ['mother'], change: { life: { kind: 'stillbirth', gestation: null } } })).toBe(sentence);
  });
});

describe('adding siblings and twins', () => {
  test('a sibling of somebody without parents draws the parents first', () => {
    const family = edited(aPedigree().woman('a').build(), { kind: 'add-sibling', individualId: 'a', side: 'before', detail: { gender: 'man-boy' } });
    expect([drawnSiblings(family), couples(family), edges(family).length]).toEqual([['n6 a'], ['n1+n2 current'], 4]);
  });

  test('stands at once beside the individual, also where dates order the others', () => {
    const dated = aPedigree().man('f').woman('m').couple('f', 'm').sons(['f', 'm'], 'young', 'old').known({ birthDate: '2001' }, 'young').known({ birthDate: '1999' }, 'old').build();
    expect(drawnSiblings(edited(dated, { kind: 'add-sibling', individualId: 'old', side: 'after', detail: {} }))).toEqual(['old n1 young']);
    expect(drawnSiblings(edited(dated, { kind: 'add-sibling', individualId: 'old', side: 'before', detail: {} }))).toEqual(['n1 old young']);
  });

  test('does not part twins', () => {
    const twins = trio.sons(['father', 'mother'], 'twin').twins('monozygotic', 'proband', 'twin').build();
    expect(drawnSiblings(edited(twins, { kind: 'add-sibling', individualId: 'proband', side: 'after', detail: {} }))).toEqual(['proband twin n1']);
    expect(drawnSiblings(edited(twins, { kind: 'add-sibling', individualId: 'twin', side: 'before', detail: {} }))).toEqual(['n1 proband twin']);
  });

  test('the sibling of an adopted child with known birth parents is by birth; with adoptive parents only, adopted too', () => {
    const out = trio.woman('aunt').parent('proband', 'aunt', ['adoptive']).known({ isAdopted: true }, 'proband').build();
    const sibling = edited(out, { kind: 'add-sibling', individualId: 'proband', side: 'after', detail: {} });
    expect([edges(sibling).slice(3), sibling.individuals.find(({ id }) => id === 'n1')?.isAdopted]).toEqual([['father>n1 sperm', 'mother>n1 egg+gestational'], false]);
    const adopted = aPedigree().woman('aunt').man('a', { isAdopted: true }).parent('a', 'aunt', ['adoptive']).build();
    const both = edited(adopted, { kind: 'add-sibling', individualId: 'a', side: 'after', detail: {} });
    expect([edges(both)[1], both.individuals[2]?.isAdopted]).toEqual(['aunt>n1 adoptive', true]);
  });

  test('a monozygotic twin shares sex, gender and birth; triplets may be mixed', () => {
    const born = trio.known({ birthDate: '2020-02-03', sexAssignedAtBirth: 'male' }, 'proband').build();
    const family = edited(born, { kind: 'add-twin', individualId: 'proband', zygosity: 'monozygotic', detail: {} }, { kind: 'add-twin', individualId: 'proband', zygosity: 'dizygotic', detail: { gender: 'woman-girl' } });
    expect(family.twinGroups).toEqual([{ id: 'n4', members: [{ individualId: 'proband', zygote: 1 }, { individualId: 'n1', zygote: 1 }, { individualId: 'n5', zygote: 2 }], knownBy: 'reported' }]);
    expect(family.individuals.slice(3).map(({ gender, sexAssignedAtBirth, birthDate }) => [gender, sexAssignedAtBirth, birthDate])).toEqual([['man-boy', 'male', '2020-02-03'], ['woman-girl', 'unknown', '2020-02-03']]);
    expect([drawnSiblings(family), edges(family).length]).toEqual([['proband n1 n5'], 6]);
  });

  test('moves somebody among siblings as far as there are any, twins as one', () => {
    const five = aPedigree().man('f').woman('m').couple('f', 'm').sons(['f', 'm'], 'a', 'b', 'c', 'd').twins('dizygotic', 'b', 'c').build();
    const moved = (individualId: string, by: number) => drawnSiblings(edited(five, { kind: 'move-among-siblings', individualId, by }))[0];
    expect([moved('a', 1), moved('a', 9), moved('b', -1), moved('b', 1), moved('d', -1), moved('a', -1)]).toEqual(['b c a d', 'b c d a', 'b c a d', 'a c b d', 'a d b c', 'a b c d']);
  });

  test('keeps stated places in step and is refused against dates of birth', () => {
    const placed = aPedigree().man('f').woman('m').couple('f', 'm').sons(['f', 'm'], 'a', 'b').known({ birthOrder: 1 }, 'a').known({ birthOrder: 3 }, 'b').build();
    const family = edited(placed, { kind: 'move-among-siblings', individualId: 'a', by: 1 });
    expect([drawnSiblings(family), family.individuals.slice(2).map(({ id, birthOrder }) => [id, birthOrder])]).toEqual([['b a'], [['b', 1], ['a', 3]]]);
    const dated = aPedigree().man('f').woman('m').couple('f', 'm').sons(['f', 'm'], 'a', 'b').known({ birthDate: '1990' }, 'a').known({ birthDate: '1995' }, 'b').build();
    expect(refused(dated, { kind: 'move-among-siblings', individualId: 'a', by: 1 })).toMatch(/^rule-broken: The dates of birth say who is older/);
    expect(refused(trio.build(), { kind: 'move-among-siblings', individualId: 'proband', by: 1 })).toMatch(/^rule-broken: There are no siblings/);
  });
});

describe('changing, removing and merging individuals', () => {
  test('says one thing of several at once', () => {
    const result = applyFamilyEdits(trio.build(), [{ kind: 'change-individuals', individualIds: ['father', 'mother'], change: { vitalStatus: 'deceased' } }], ids());
    expect(result.ok && [result.value.label, result.value.family.individuals.map(({ vitalStatus }) => vitalStatus)]).toEqual(['Mark 2 people as deceased', ['deceased', 'deceased', 'alive']]);
  });

  test('who died at an age is dead, and who is alive did not die', () => {
    const dead = edited(trio.build(), { kind: 'change-individuals', individualIds: ['father'], change: { ageAtDeath: 'P58Y', causeOfDeath: 'MI' } });
    expect(dead.individuals[0]).toMatchObject({ vitalStatus: 'deceased', ageAtDeath: 'P58Y' });
    expect(edited(dead, { kind: 'change-individuals', individualIds: ['father'], change: { vitalStatus: 'alive' } })).toEqual(trio.build());
  });

  test('removes what names a removed individual, and keeps half-siblings half', () => {
    const family = trio.sons(['father', 'mother'], 'twin').twins('dizygotic', 'proband', 'twin').man('half').childOf('half', 'mother').affected('OI', 'father', 'mother').build();
    const left = edited(family, { kind: 'remove-individuals', individualIds: ['father'] });
    expect(edges(left)).toEqual(['mother>proband egg+gestational undrawn 1', 'mother>twin egg+gestational undrawn 1', 'mother>half egg+gestational']);
    expect([left.partnerships, left.twinGroups.length, left.individualConditions.map(({ individualId }) => individualId)]).toEqual([[], 1, ['mother']]);
    expect(edited(family, { kind: 'remove-individuals', individualIds: ['twin'] }).twinGroups).toEqual([]);
  });

  test('does not remove the proband, and has one proband at most', () => {
    expect(refused(trio.build(), { kind: 'remove-individuals', individualIds: ['proband'] })).toBe('rule-broken: The proband cannot be removed; make somebody else the proband first.');
    const family = edited(trio.build(), { kind: 'set-proband', individualId: 'mother' }, { kind: 'set-consultand', individualId: 'father', isConsultand: true });
    expect(family.individuals.map(({ isProband, isConsultand }) => [isProband, isConsultand])).toEqual([[false, true], [true, false], [false, false]]);
  });

  test('merges two symbols that are one person: facts, parents, children, partners, states', () => {
    const family = trio
      .woman('grandmother').childOf('mother', 'grandmother').woman('double', { givenName: 'Told twice', birthDate: '1980' }).known({ birthDate: '1981' }, 'mother')
      .man('grandfather').childOf('double', 'grandmother', 'grandfather').man('husband').couple('double', 'husband').daughters(['double', 'husband'], 'girl').man('other').childOf('other', 'double')
      .affected('OI', 'double').build();
    const merged = edited(family, { kind: 'merge-individuals', keptId: 'mother', mergedId: 'double' });
    expect(merged.individuals.map(({ id }) => id)).toEqual(['father', 'mother', 'proband', 'grandmother', 'grandfather', 'husband', 'girl', 'other']);
    expect(merged.individuals[1]).toMatchObject({ givenName: 'Told twice', birthDate: '1981', gender: 'woman-girl' });
    expect(edges(merged)).toEqual(['father>proband sperm', 'mother>proband egg+gestational', 'grandmother>mother egg+gestational', 'husband>girl sperm', 'grandfather>mother sperm', 'mother>girl egg+gestational undrawn 1', 'mother>other egg+gestational undrawn 1']);
    expect([couples(merged), merged.individualConditions.map(({ individualId }) => individualId)]).toEqual([['father+mother current', 'mother+husband current'], ['mother']]);
  });

  test('does not merge partners, parent and child, or one with itself', () => {
    const answers = [['father', 'mother'], ['father', 'proband'], ['father', 'father']].map(([keptId = '', mergedId = '']) => refused(trio.build(), { kind: 'merge-individuals', keptId, mergedId }));
    expect(answers).toEqual([
      'rule-broken: Partners are two people; remove their relationship first.',
      'rule-broken: Somebody would become their own ancestor; check who is the parent and who the child.',
      'rule-broken: These are one symbol already; choose two.',
    ]);
  });
});

describe('joining and parting', () => {
  test('nobody becomes their own ancestor, partner or twice a partner', () => {
    const family = trio.sons(['proband'], 'son').build();
    expect(refused(family, { kind: 'join-parent', childId: 'mother', parentId: 'son', roles: ['adoptive'] })).toMatch(/^rule-broken: Somebody would become their own ancestor/);
    expect(refused(family, { kind: 'join-partners', partnerIds: ['son', 'son'] })).toMatch(/^rule-broken: Nobody can be their own partner/);
    expect(refused(family, { kind: 'join-partners', partnerIds: ['mother', 'father'] })).toMatch(/^rule-broken: These two are joined as partners already/);
    expect(refused(family, { kind: 'join-parent', childId: 'proband', parentId: 'mother', roles: ['step'] })).toMatch(/^rule-broken: These two are joined as parent and child already/);
  });

  test('a parent who is joined takes the role that is free, or has to say which', () => {
    const family = aPedigree().woman('mother').man('father').man('donor').person('a').childOf('a', 'mother').build();
    const joined = edited(family, { kind: 'join-parent', childId: 'a', parentId: 'father' });
    expect(edges(joined)).toEqual(['mother>a egg+gestational', 'father>a sperm']);
    expect(refused(joined, { kind: 'join-parent', childId: 'a', parentId: 'donor' })).toMatch(/^rule-broken: The parents of the birth are drawn already/);
    const adopted = applyFamilyEdits(joined, [{ kind: 'join-parent', childId: 'a', parentId: 'donor', roles: ['adoptive'] }], ids('m'));
    expect(adopted.ok && adopted.value.family.individuals[3]?.isAdopted).toBe(true);
  });

  test('what is said of the birth of one twin goes for both; adoption may part them', () => {
    const family = trio.sons(['father', 'mother'], 'twin').twins('dizygotic', 'proband', 'twin').man('donor').build();
    expect(edges(edited(family, { kind: 'remove-parent-edge', parentEdgeId: 'father>twin' }))).toEqual(['mother>proband egg+gestational', 'mother>twin egg+gestational']);
    expect(edges(edited(family, { kind: 'change-parent-edge', parentEdgeId: 'father>twin', change: { roles: ['social'] } }))).toEqual(['father>proband social', 'mother>proband egg+gestational', 'father>twin social', 'mother>twin egg+gestational']);
    expect(edges(edited(family, { kind: 'join-parent', childId: 'twin', parentId: 'donor', roles: ['adoptive'] }))).toHaveLength(5);
    expect(refused(family, { kind: 'join-twins', members: [{ individualId: 'father', zygote: null }, { individualId: 'mother', zygote: null }], knownBy: 'unknown' })).toBe('done');
    expect(refused(family, { kind: 'join-twins', members: [{ individualId: 'father', zygote: null }, { individualId: 'twin', zygote: null }], knownBy: 'unknown' })).toMatch(/^rule-broken: Somebody would belong to two twin groups/);
    expect(edited(family, { kind: 'part-twins', twinGroupId: 'proband=twin' }).twinGroups).toEqual([]);
  });

  test('changes and removes a relationship', () => {
    const ended = edited(trio.build(), { kind: 'change-partnership', partnershipId: 'father+mother', change: { status: 'ended' } });
    expect([couples(ended), edited(ended, { kind: 'remove-partnership', partnershipId: 'father+mother' }).partnerships]).toEqual([['father+mother ended'], []]);
  });
});

describe('conditions and header', () => {
  const family = trio.affected('OI', 'father').state('carrier', 'HL', 'mother').build();
  test('a state is set for several, changed with its detail, and taken back', () => {
    const set = edited(family, { kind: 'set-condition-state', individualIds: ['father', 'proband'], conditionId: 'OI', state: 'carrier', detail: { evidence: 'tested' } });
    expect(set.individualConditions.map(({ id, individualId, state, evidence }) => [id, individualId, state, evidence])).toEqual([['father:OI', 'father', 'carrier', 'tested'], ['mother:HL', 'mother', 'carrier', ''], ['n1', 'proband', 'carrier', 'tested']]);
    expect(edited(set, { kind: 'set-condition-state', individualIds: ['father', 'proband'], conditionId: 'OI', state: null }).individualConditions.map(({ id }) => id)).toEqual(['mother:HL']);
  });

  test('a condition leaves with its states; names are told apart; the order of the legend can be changed', () => {
    const gone = edited(family, { kind: 'remove-condition', conditionId: 'OI' });
    expect([gone.conditions.map(({ id }) => id), gone.individualConditions.map(({ id }) => id)]).toEqual([['HL'], ['mother:HL']]);
    expect(refused(family, { kind: 'add-condition', condition: { name: ' oi ', diseaseId: null, termId: null } })).toMatch(/^rule-broken: The legend has a condition of this name/);
    expect(edited(family, { kind: 'order-conditions', conditionIds: ['HL'] }).conditions.map(({ id }) => id)).toEqual(['HL', 'OI']);
    expect(edited(family, { kind: 'change-condition', conditionId: 'HL', change: { name: 'Hearing loss' } }).conditions[1]?.name).toBe('Hearing loss');
  });

  test('the header changes in what is said', () => {
    expect(edited(family, { kind: 'change-header', change: { historian: 'Mother', title: undefined } }).header).toEqual({ ...family.header, historian: 'Mother' });
  });
});

describe('templates', () => {
  test.each([
    ['parents', 3],
    ['grandparents', 7],
    ['three-generations', 7],
    ['own-family', 3],
  ] as const)('%s of a single person make a family of %d', (template, people) => {
    const family = edited(aPedigree().woman('a').build(), { kind: 'add-template', individualId: 'a', template });
    expect([family.individuals.length, brokenInvariants(family)]).toEqual([people, []]);
  });

  test('keep who is drawn, count a partner’s family in, and are refused where nobody is missing', () => {
    const couple = aPedigree().woman('a').man('b').couple('a', 'b').woman('granny').woman('mother').childOf('mother', 'granny').childOf('a', 'mother').build();
    const family = edited(couple, { kind: 'add-template', individualId: 'a', template: 'three-generations' });
    expect(family.individuals).toHaveLength(14);
    expect(refused(family, { kind: 'add-template', individualId: 'a', template: 'grandparents' })).toBe('rule-broken: Everybody in this template is drawn already.');
  });
});

describe('the words for the history', () => {
  test.each<[FamilyEdit[], string]>([
    [[{ kind: 'add-sibling', individualId: 'proband', side: 'after', detail: { gender: 'man-boy' } }], 'Add brother'],
    [[{ kind: 'add-child', parentIds: ['father', 'mother'], detail: { life: { kind: 'loss', outcome: 'spontaneous-abortion', gestation: null } } }], 'Add spontaneous abortion'],
    [[{ kind: 'change-individuals', individualIds: ['father'], change: { givenName: 'Odysseus' } }], 'Change given name'],
    [[{ kind: 'add-partner', individualId: 'proband', detail: {} }, { kind: 'add-partner', individualId: 'proband', detail: {} }], 'Add partner (2 times)'],
    [[{ kind: 'add-partner', individualId: 'proband', detail: {} }, { kind: 'set-proband', individualId: 'mother' }], 'Add partner and 1 more change'],
  ])('%# name what was done and nobody', (edits, label) => {
    const result = applyFamilyEdits(trio.build(), edits, ids());
    expect(result.ok && result.value.label).toBe(label);
  });
});

describe('any list of edits', () => {
  test('yields a family that keeps every invariant and can be stored, or a refusal in one sentence', () => {
    let done = 0;
    fc.assert(
      fc.property(families({ maxPeople: 20 }), editWishes(20), (start, wishes) => {
        const newId = ids();
        let family = start;
        for (const wish of wishes) {
          const edit = editFor(family, wish);
          if (edit === null) continue;
          const result = applyFamilyEdits(family, [familyEditSchema.parse(edit)], newId);
          if (!result.ok) {
            expect(['rule-broken', 'not-found']).toContain(result.error.kind);
            continue;
          }
          done += 1;
          family = result.value.family;
          expect(brokenInvariants(family)).toEqual([]);
        }
        expect(familySchema.safeParse(family).error).toBeUndefined();
        familyStructure(family);
      }),
      { numRuns: 250 },
    );
    expect(done).toBeGreaterThan(300);
  });

  test('on a family that breaks a rule already is judged by what it adds', () => {
    const twoProbands = trio.proband('mother').build();
    expect(refused(twoProbands, { kind: 'add-partner', individualId: 'proband', detail: {} })).toBe('done');
    expect(refused(twoProbands, { kind: 'join-parent', childId: 'mother', parentId: 'proband' })).toMatch(/^rule-broken: Somebody would become their own ancestor/);
  });

  test('is refused where the family would outgrow what can be kept', () => {
    const conditions = Array.from({ length: 60 }, (_, index) => ({ id: String(index), name: String(index), diseaseId: null, termId: null }));
    expect(refused({ ...trio.build(), conditions }, { kind: 'add-condition', condition: { name: 'one more', diseaseId: null, termId: null } })).toMatch(/^rule-broken: The family would become larger/);
    expect(familySchema.safeParse({ ...trio.build(), conditions }).success).toBe(true);
  });
});
