import { describe, expect, test } from 'vitest';
import { kinTowards, withTrail } from '#renderer/features/family/kin-walk.ts';
import { readGestation } from '#renderer/features/family/inspector/life-fields.tsx';
import { relationsTo } from '#shared/pedigree/relation-words.ts';
import { createRowIds } from '#renderer/features/family/row-id.ts';
import { changesBetween } from '#renderer/features/family/version-changes.ts';
import { idSchema } from '#shared/base/schemas.ts';
import { layoutPedigree } from '#shared/pedigree/layout/layout-pedigree.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { familyStructure } from '#shared/pedigree/structure.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';

const wide = aPedigree()
  .withTrio()
  .man('mgf').woman('mgm').couple('mgf', 'mgm').childOf('mother', 'mgf', 'mgm').daughters(['mgf', 'mgm'], 'aunt')
  .man('uncle by marriage').couple('aunt', 'uncle by marriage').sons(['uncle by marriage', 'aunt'], 'cousin')
  .daughters(['father', 'mother'], 'sister')
  .woman('second wife').couple('father', 'second wife').sons(['father', 'second wife'], 'half-brother')
  .woman('wife').couple('proband', 'wife').daughters(['proband', 'wife'], 'daughter').sons(['cousin'], "cousin's son");

const relations = (family: Family): Readonly<Record<string, string>> => Object.fromEntries(relationsTo('proband', family, familyStructure(family), (id) => `no. ${id}`));

describe('what relatives are called', () => {
  test('names relatives by blood with their side, and others by their partner', () => {
    expect(relations(wide.build())).toEqual({
      father: 'father',
      mother: 'mother',
      proband: 'proband',
      mgf: 'maternal grandfather',
      mgm: 'maternal grandmother',
      aunt: 'maternal aunt',
      'uncle by marriage': 'partner of no. aunt',
      cousin: 'maternal cousin',
      sister: 'sister',
      'second wife': 'partner of no. father',
      'half-brother': 'half-brother',
      wife: 'partner',
      daughter: 'daughter',
      "cousin's son": 'maternal cousin once removed',
    });
  });

  test('tells donors, adoptive parents and those to whom no line leads', () => {
    const family = aPedigree().person('proband').proband('proband').man('donor').parent('proband', 'donor', ['sperm'], { isDonor: true }).woman('adopter').parent('proband', 'adopter', ['adoptive']).woman('stranger').build();
    expect(relations(family)).toEqual({ proband: 'proband', donor: 'sperm donor', adopter: 'adoptive mother', stranger: 'relation not drawn' });
  });
});

describe('walking by arrows', () => {
  const family = wide.build();
  const [structure, layout] = [familyStructure(family), layoutPedigree(family)];
  const step = (direction: 'up' | 'down' | 'left' | 'right', from: string) => kinTowards(direction, from, structure, layout);

  test('leads up to a parent, and down again to where one came from', () => {
    const parent = step('up', 'sister') ?? '';
    expect(['father', 'mother']).toContain(parent);
    expect(kinTowards('down', parent, structure, layout, withTrail(new Map(), 'sister', structure))).toBe('sister');
    expect(step('up', 'mgf')).toBeNull();
    expect(step('down', 'daughter')).toBeNull();
  });

  test('passes through everybody of a generation from left to right, once each', () => {
    const row = layout.symbols.filter(({ y }) => y === layout.symbols.find(({ individualId }) => individualId === 'proband')?.y).toSorted((one, other) => one.x - other.x);
    const walked: string[] = [];
    for (let at: string | null = row[0]?.individualId ?? null; at !== null; at = step('right', at)) walked.push(at);
    expect(walked).toEqual(row.map(({ individualId }) => individualId));
  });
});

test.each([
  ['14', { weeks: 14, days: 0 }],
  ['14+3', { weeks: 14, days: 3 }],
  ['14 wk 3 d', { weeks: 14, days: 3 }],
  ['31 weeks', { weeks: 31, days: 0 }],
  ['', null],
  ['46', undefined],
  ['14+7', undefined],
  ['soon', undefined],
])('gestation typed as "%s" is read as %o', (text, read) => {
  expect(readGestation(text)).toEqual(read);
});

test('ids for rows are valid, ordered and never twice, also where the clock stands still or goes back', () => {
  const times = [5, 5, 5, 4, 6];
  const newId = createRowIds(() => times.shift() ?? 6);
  const ids = Array.from({ length: 6_000 }, newId);
  expect(ids.every((id) => idSchema.safeParse(id).success)).toBe(true);
  expect(ids.toSorted()).toEqual(ids);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a comparison says who is new, what changed in words, and who is gone', () => {
  const before = aPedigree().withTrio().man('gone', { givenName: 'Otto' }).build();
  const now = aPedigree().withTrio().known({ vitalStatus: 'deceased', ageAtDeath: 'P64Y' }, 'father').woman('new').affected('Haemophilia A', 'proband').header({ historian: 'the mother' }).build();
  const changes = changesBetween(before, now);
  expect({ ...changes, byPerson: Object.fromEntries(changes.byPerson) }).toEqual({
    byPerson: {
      new: { kind: 'added', said: ['new'] },
      father: { kind: 'changed', said: ['life: living → deceased', 'age at death: nothing → 64 y'] },
      proband: { kind: 'changed', said: ['Haemophilia A: nothing → affected'] },
    },
    addedCount: 1,
    changedCount: 2,
    removed: ['Otto removed'],
    others: ['condition added: Haemophilia A', 'Historian: nothing → the mother'],
  });
});
