import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CaseFile } from '#shared/casefile/case-file.ts';
import { suggestedChange } from '#shared/casefile/family-view/apply-suggestion.ts';
import { familyView } from '#shared/casefile/family-view/family-view.ts';
import { plainAge, plainPedigree } from '#shared/casefile/family-view/plain-pedigree.ts';
import { plainDate, plainDuration, plainSince, plainTermWords } from '#shared/casefile/family-view/plain-words.ts';
import { delicateFacts, detailScopes, shownFamily } from '#shared/casefile/family-view/shown-family.ts';
import { emptyFamily, newIndividual, type Family, type IndividualCondition } from '#shared/pedigree/family.ts';
import { unknownProvenance } from '#shared/pedigree/individual.ts';
import { bareDetail } from '#shared/phenotype/feature.ts';
import { families } from '#tests/builders/arbitrary-family.ts';

const secret = { ...unknownProvenance, isPrivate: true, detail: 'TOKEN', recordedBy: 'TOKEN' };

/** Every free text of the family turned into a token, but the names of people and conditions that nobody marked private. */
function planted(family: Family): Family {
  return {
    ...family,
    header: { ...family.header, title: 'TOKEN', recordedBy: 'TOKEN', recorderTitle: 'TOKEN', historian: 'TOKEN', indication: 'TOKEN', maternalAncestry: 'TOKEN', paternalAncestry: 'TOKEN' },
    individuals: family.individuals.map((individual, index) => ({
      ...individual,
      ...{ givenName: index % 2 === 0 ? 'TOKEN' : 'Ada', familyName: '', reference: 'TOKEN', karyotype: 'TOKEN', causeOfDeath: 'TOKEN', evaluations: ['TOKEN'], ancestry: 'TOKEN', note: 'TOKEN' },
      childlessness: { kind: 'infertility', reason: 'TOKEN' } as const,
      provenance: index % 2 === 0 ? { givenName: secret } : {},
    })),
    parentEdges: family.parentEdges.map((edge) => ({ ...edge, provenance: { ...edge.provenance, detail: 'TOKEN' } })),
    partnerships: family.partnerships.map((partnership) => ({ ...partnership, degree: 'TOKEN', childlessness: { kind: 'infertility', reason: 'TOKEN' } as const })),
    conditions: family.conditions.map((condition, index) => ({ ...condition, name: `Condition ${String(index)}` })),
    individualConditions: family.individualConditions.map((row) => ({ ...row, evidence: 'TOKEN', provenance: secret })),
  };
}

const state = (individualId: string, kind: IndividualCondition['state']): IndividualCondition => ({ id: `${individualId}-c`, individualId, conditionId: 'c', state: kind, onset: null, evidence: 'TOKEN', provenance: unknownProvenance });
const edge = (childId: string, parentId: string) => ({ id: `${parentId}>${childId}`, childId, parentId, roles: ['genetic' as const], isDonor: false, undrawnPartner: 0, provenance: unknownProvenance });

const small: Family = {
  ...emptyFamily,
  individuals: [
    newIndividual('mother', { givenName: 'Liis' }),
    newIndividual('aunt', { givenName: 'Piret' }),
    newIndividual('proband', { givenName: 'Oskar', isProband: true, gender: 'man-boy', sexAssignedAtBirth: 'female', karyotype: '46,XX' }),
    newIndividual('lost', { life: { kind: 'loss', outcome: 'termination', gestation: null } }),
    newIndividual('unborn', { life: { kind: 'pregnancy', gestation: null, dueDate: '2026-05', sexKnownBy: '46,XY' } }),
  ],
  parentEdges: [edge('proband', 'mother'), edge('lost', 'mother'), edge('unborn', 'aunt')],
  conditions: [{ id: 'c', name: 'Haemophilia A', diseaseId: null, termId: null }],
  individualConditions: [state('mother', 'carrier'), state('aunt', 'presymptomatic'), state('proband', 'affected')],
};

describe('what a family may see of itself', () => {
  test('holds none of the texts and private facts of any family, whoever’s findings are shown', () => {
    fc.assert(
      fc.property(families(), fc.constantFrom(...detailScopes), (family, scope) => {
        expect(JSON.stringify(shownFamily(planted(family), scope))).not.toContain('TOKEN');
      }),
    );
  });

  test('can be drawn, whatever is left of the family', () => {
    fc.assert(
      fc.property(families(), (family) => {
        const shown = shownFamily(planted(family), 'parents');
        const { layout, marks } = plainPedigree(shown, '2026-03-01');
        expect(new Set(layout.symbols.map(({ individualId }) => individualId))).toEqual(new Set(shown.individuals.map(({ id }) => id)));
        expect(JSON.stringify(marks)).not.toContain('TOKEN');
      }),
      { numRuns: 30 },
    );
  });

  test('leaves out a termination, a history of gender, what the sex of an unborn child is known by, and whose state is not asked for', () => {
    const shown = shownFamily(small, 'parents');
    expect(shown.individuals.map(({ id }) => id)).toEqual(['mother', 'aunt', 'proband', 'unborn']);
    expect(shown.individuals.find(({ id }) => id === 'proband')).toMatchObject({ gender: 'man-boy', sexAssignedAtBirth: 'unknown', karyotype: '' });
    expect(JSON.stringify(shown)).not.toContain('46,X');
    const states = (scope: (typeof detailScopes)[number]) => shownFamily(small, scope).individualConditions.map(({ individualId, state: of }) => `${individualId} ${of}`);
    expect(states('proband')).toEqual(['proband affected']);
    expect(states('parents')).toEqual(['mother carrier', 'proband affected']);
    expect(states('everyone')).toEqual(['mother carrier', 'aunt presymptomatic', 'proband affected']);
  });

  test('is looked at once more for what not everybody in the room may know', () => {
    expect(delicateFacts(shownFamily(small, 'parents'))).toEqual([{ kind: 'pregnancy', individualIds: ['aunt'] }]);
  });

  test('says findings in everyday words and nothing of what nobody has looked at', () => {
    const feature = (termId: string, label: string, of: 'observed' | 'excluded' | 'not-assessed') => ({ ...bareDetail(of), id: termId, version: 1, personId: 'proband', termId, label });
    const file: Partial<CaseFile> = { family: small, features: [feature('HP:0001250', 'Seizure', 'observed'), feature('HP:0000001', 'A term of no release', 'excluded'), feature('HP:0001252', 'Hypotonia', 'not-assessed')] };
    const view = familyView(file as CaseFile, { scope: 'proband', termOf: () => null });
    expect(view.people.find(({ personId }) => personId === 'proband')?.facts.map(({ group, words }) => `${group}: ${words}`)).toEqual(['person: Called Oskar', 'has: Haemophilia A', 'has: Fits', 'has-not: A term of no release']);
  });
});

describe('plain words', () => {
  test.each([['P5M', '5 months'], ['P4Y2M', '4 years and 2 months'], ['P1Y', '1 year'], ['P0D', 'birth'], ['nonsense', 'nonsense']])('say the age %s as %s', (duration, words) => {
    expect(plainDuration(duration)).toBe(words);
  });

  test.each([['2017', '2017'], ['2017-07', 'July 2017'], ['2017-07-04', '4 July 2017']])('say the date %s as %s', (date, words) => {
    expect(plainDate(date)).toBe(words);
  });

  test('say since when, and nothing where only clinicians have a word', () => {
    expect(plainSince({ kind: 'age', duration: 'P0D' })).toBe('since birth');
    expect(plainSince({ kind: 'term', termId: 'HP:0003577', label: 'Congenital onset' })).toBe('since birth');
    expect(plainSince({ kind: 'term', termId: 'HP:0003596', label: 'Middle age onset' })).toBe('');
    expect(plainSince({ kind: 'gestation', weeks: 20, days: 3 })).toBe('since before birth');
  });

  test('prefer the ontology’s own everyday name', () => {
    expect(plainTermWords('HP:0001250', 'Seizure', { id: 'HP:0001250', label: 'Seizure', synonyms: [{ text: 'epileptic seizure', isLayperson: false }, { text: 'seizures', isLayperson: true }] })).toBe('Seizures');
  });

  test('say how old somebody is, by one unit', () => {
    expect(plainAge(newIndividual('a', { birthDate: '2017-07-04' }), '2026-03-01')).toBe('8 years');
    expect(plainAge(newIndividual('a', { birthDate: '2026-01-04' }), '2026-03-01')).toBe('1 month');
    expect(plainAge(newIndividual('a', { birthDate: '1953' }), '2026-03-01')).toBe('born 1953');
    expect(plainAge(newIndividual('a', { vitalStatus: 'deceased', ageAtDeath: 'P38Y2M' }), '2026-03-01')).toBe('died at 38 years');
    expect(plainAge(newIndividual('a'), '2026-03-01')).toBe('');
  });
});

describe('taking over a word of the family', () => {
  test('changes the record only where it can be meant in one way', () => {
    expect(suggestedChange({ fact: 'birthDate', answer: 'correction', said: '2017-08' })).toEqual({ kind: 'person', change: { birthDate: '2017-08' } });
    expect(suggestedChange({ fact: 'birthDate', answer: 'correction', said: 'a year later' })).toEqual({ kind: 'by-hand' });
    expect(suggestedChange({ fact: 'name', answer: 'correction', said: 'Mira Soto' })).toEqual({ kind: 'person', change: { givenName: 'Mira', familyName: 'Soto' } });
    expect(suggestedChange({ fact: 'name', answer: 'correction', said: 'Mira de la Soto' })).toEqual({ kind: 'by-hand' });
    expect(suggestedChange({ fact: 'feature:HP:0001250', answer: 'correction', said: '' })).toEqual({ kind: 'feature', termId: 'HP:0001250', state: 'not-assessed' });
    expect(suggestedChange({ fact: 'feature:HP:0001250', answer: 'correction', said: 'only with fever' })).toEqual({ kind: 'by-hand' });
    expect(suggestedChange({ fact: 'birthDate', answer: 'not-sure', said: '' })).toEqual({ kind: 'nothing' });
  });
});
