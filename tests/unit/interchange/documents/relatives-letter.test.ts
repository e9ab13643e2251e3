import { describe, expect, test } from 'vitest';
import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { GenotypeState } from '#shared/casefile/finding.ts';
import { documentHtml } from '#shared/interchange/documents/document-html.ts';
import { peopleOf } from '#shared/interchange/documents/people-picture.ts';
import { chanceWords, relativesLetter } from '#shared/interchange/documents/relatives-letter.ts';
import type { LetterSource } from '#shared/interchange/documents/referral-letter-document.ts';
import { emptyFamily, newIndividual, type Family } from '#shared/pedigree/family.ts';
import { unknownProvenance } from '#shared/pedigree/individual.ts';
import { aFinding } from '#tests/builders/a-finding.ts';

const edge = (childId: string, parentId: string, role: 'egg' | 'sperm') => ({ id: `${parentId}>${childId}`, childId, parentId, roles: [role], isDonor: false, undrawnPartner: 0, provenance: unknownProvenance });

const family: Family = {
  ...emptyFamily,
  individuals: [
    newIndividual('mother', { gender: 'woman-girl', givenName: 'SECRETMOTHER', note: 'SECRETNOTE' }),
    newIndividual('father', { gender: 'man-boy', givenName: 'SECRETFATHER' }),
    newIndividual('proband', { isProband: true, gender: 'man-boy', givenName: 'SECRETPROBAND' }),
    newIndividual('aunt', { gender: 'woman-girl', givenName: 'Maie', familyName: 'Näide' }),
    newIndividual('sister', { gender: 'woman-girl', givenName: 'Emma', birthDate: '2018' }),
    newIndividual('grandmother', { gender: 'woman-girl', vitalStatus: 'deceased' }),
    newIndividual('grandfather', { gender: 'man-boy', vitalStatus: 'deceased' }),
  ],
  parentEdges: [
    ...['proband', 'sister'].flatMap((child) => [edge(child, 'mother', 'egg'), edge(child, 'father', 'sperm')]),
    ...['mother', 'aunt'].flatMap((child) => [edge(child, 'grandmother', 'egg'), edge(child, 'grandfather', 'sperm')]),
  ],
};

function sourceOf(classification: 'pathogenic' | 'uncertain-significance', states: Readonly<Record<string, GenotypeState>>): LetterSource {
  const finding = aFinding({
    gene: { symbol: 'FBN1', hgncId: null },
    hgvsCoding: 'c.4082G>A',
    genotypes: Object.entries(states).map(([personId, state]) => ({ personId, state, alleleShare: null, tissue: '' })),
    classifications: [{ classification, criteria: [], by: '', at: '2026-01-01T00:00:00.000Z', why: '' }],
  });
  const file: Partial<CaseFile> = { family, findings: [finding], candidates: [], features: [] };
  return { file: file as CaseFile, level: 'full', paper: 'a4', title: 'NRG-1', today: '2026-03-01', clinic: { clinicName: 'Ithaca <Genetics>', clinicianName: 'Dr Penelope', replyAddress: 'mailto:genetics@ithaca.example', telephone: '01632 960 077' }, systems: { systems: [], ofTerm: {} }, appVersion: '0' };
}

function letterTo(personId: string, source = sourceOf('pathogenic', { proband: 'heterozygous', mother: 'heterozygous' })): string {
  const letter = relativesLetter(source, personId);
  return letter.ok ? documentHtml(letter.value.document, '') : letter.error.message;
}

describe('the letter to a relative', () => {
  test('says the chance in words, as a number, the other way round and as people', () => {
    const html = letterTo('aunt');
    expect(html).toContain('Dear Maie Näide,');
    expect(html).toContain('The chance that you have the change is 1 in 2 (50 %). ');
    expect(html).toContain('The chance that you do not have it is 1 in 2 (50 %).');
    expect(html).toContain('Of 10 people in your place, 5 have the change and 5 do not.');
    expect(html).toContain('FBN1 c.4082G&gt;A');
  });

  test('names nobody else of the family and says of nobody whether they were tested', () => {
    for (const person of ['aunt', 'sister']) expect(letterTo(person)).not.toContain('SECRET');
  });

  test('says in words alone what is almost certain', () => {
    const html = letterTo('mother', sourceOf('pathogenic', { proband: 'heterozygous', father: 'absent' }));
    expect(html).toContain('It is almost certain that you have the change');
    expect(html).not.toContain('people in your place');
  });

  test('says to a sibling of somebody in whom the variant is new that it is not likely, why, and how likely, and of nobody that they were tested', () => {
    const source = sourceOf('pathogenic', { proband: 'heterozygous', mother: 'absent', father: 'absent' });
    const html = letterTo('sister', source);
    expect(html).toContain('You are not likely to have it.');
    expect(html).toContain('The change seems to be new in your family.');
    expect(html).toContain('The chance that you have the change is about 1 %.');
    expect(html).not.toMatch(/SECRET|You may have it too|tested/);
    const letter = relativesLetter(source, 'sister');
    expect(letter.ok ? letter.value.reading.age : null).toBeLessThan(12);
    expect(letterTo('sister')).not.toContain('seems to be new');
  });

  test('says whom to call, and no number where the clinic has entered none', () => {
    expect(letterTo('aunt')).toContain('You can also ask us: Ithaca &lt;Genetics&gt;, genetics@ithaca.example, telephone 01632 960 077.');
    const source = sourceOf('pathogenic', { proband: 'heterozygous' });
    expect(letterTo('aunt', { ...source, clinic: { ...source.clinic, telephone: ' ' } })).not.toContain('telephone');
  });

  test('goes to the parents of a child', () => {
    expect(letterTo('sister')).toContain('Dear parents of Emma, where this letter says “you”, it means your child.');
  });

  test('reads like a text for people of twelve or younger', () => {
    const letter = relativesLetter(sourceOf('pathogenic', { proband: 'heterozygous' }), 'sister');
    expect(letter.ok ? letter.value.reading.age : null).toBeLessThan(12);
  });

  test('is refused for an uncertain variant, for who was tested, and for who is not related', () => {
    expect(letterTo('aunt', sourceOf('uncertain-significance', { proband: 'heterozygous' }))).toContain('needs a variant that is classified');
    expect(letterTo('mother')).toContain('says nothing about the chance of this person');
    expect(letterTo('father')).toContain('says nothing about the chance of this person');
    expect(letterTo('nobody')).toContain('no longer in the family');
  });

  test.each([[0.5, '1 in 2 (50 %)'], [0.25, '1 in 4 (25 %)'], [2 / 3, '2 in 3 (67 %)'], [0.0101, 'about 1 %'], [0.004, 'less than 1 %'], [0.99, '99 %']])('says %f as %s', (probability, said) => {
    expect(chanceWords(probability)).toContain(said);
  });

  test.each([[0.5, { affected: 5, total: 10 }], [0.25, { affected: 25, total: 100 }], [0.01, { affected: 1, total: 100 }], [1, { affected: 10, total: 10 }]])('shows %f as people that can be counted', (probability, people) => {
    expect(peopleOf(probability)).toEqual(people);
  });
});
