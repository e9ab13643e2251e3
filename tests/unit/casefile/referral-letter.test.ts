import { describe, expect, test } from 'vitest';
import type { CaseFile } from '#shared/casefile/case-file.ts';
import { draftReferralLetter, referralLetterText } from '#shared/casefile/referral-letter.ts';
import { exampleFamilies } from '#shared/casefile/example-families.ts';
import { unknownProvenance } from '#shared/pedigree/individual.ts';
import { newReferral, type ReferralDetail } from '#shared/referral/referral.ts';
import { writeLetterText, type LetterParagraphs } from '#shared/referral/letter-text.ts';
import { aCaseFile, aFeature, anEvent, aTest } from '#tests/builders/a-case-file.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';

const context = {
  today: '2026-11-23',
  systems: { systems: [{ id: 'HP:0000707', label: 'Abnormality of the nervous system' }, { id: 'HP:0000478', label: 'Abnormality of the eye' }], ofTerm: { 'HP:0001250': ['HP:0000707'], 'HP:0001252': ['HP:0000707'], 'HP:0000518': ['HP:0000478'] } },
} as const;
const referral = (more: Partial<ReferralDetail> = {}) => ({ ...newReferral('clinical-genetics', '2026-11-01', 'Ida'), id: 'referral', ...more });

const secret = { ...unknownProvenance, isPrivate: true };
const trio = aPedigree().withTrio().known({ givenName: 'Ada', familyName: 'Example', birthDate: '2021-03-02' }, 'proband').known({ gender: 'woman-girl' }, 'proband');

function sectionOf(paragraphs: LetterParagraphs, heading: string): string {
  const start = paragraphs.findIndex((paragraph) => paragraph.kind === 'heading' && paragraph.text === heading);
  if (start === -1) return '';
  const rest = paragraphs.slice(start + 1);
  const end = rest.findIndex(({ kind }) => kind === 'heading');
  return writeLetterText(end === -1 ? rest : rest.slice(0, end));
}
const drafted = (file: CaseFile, more: Partial<ReferralDetail> = {}): LetterParagraphs => draftReferralLetter(file, referral(more), context);

describe('a letter drafted from a case', () => {
  test('puts the question first, names who it is about, and has no section for what nobody recorded', () => {
    expect(drafted(aCaseFile(trio.build()), { question: 'Which disease is it?' }).slice(0, 4)).toEqual([
      { kind: 'text', text: 'Re: Ada Example, born 2 Mar 2021, NRG-7' },
      { kind: 'heading', text: 'Question' },
      { kind: 'text', text: 'Which disease is it?' },
      { kind: 'heading', text: 'Summary' },
    ]);
    expect(drafted(aCaseFile(trio.build())).flatMap((paragraph) => (paragraph.kind === 'heading' ? paragraph.text : []))).toEqual(['Summary', 'Family history', 'What we ask', 'Enclosures']);
  });

  test('lists what was observed and excluded by organ system, then what nobody has looked for', () => {
    const features = [aFeature('HP:0001250', 'Seizure', 'observed', { onset: { kind: 'age', duration: 'P2Y' } }), aFeature('HP:0000518', 'Cataract', 'excluded'), aFeature('HP:0001252', 'Hypotonia', 'excluded'), aFeature('HP:0000365', 'Hearing impairment', 'not-assessed'), aFeature('HP:0000252', 'Microcephaly', 'observed', { personId: 'mother' })];
    expect(sectionOf(drafted(aCaseFile(trio.build(), { features })), 'Observed and excluded findings')).toBe('- Eye: excluded: cataract\n- Nervous system: seizure (from 2 y); excluded: hypotonia\n\nNot assessed so far: hearing impairment.');
    expect(sectionOf(drafted(aCaseFile(trio.build(), { features })), 'Family history')).toContain('The mother has microcephaly.');
  });

  test('tells tests with their results and limits, treatments now and before, and the way so far in order', () => {
    const file = aCaseFile(trio.build(), {
      tests: [aTest('exome', 'Trio exome', { laboratory: 'Lab A', status: 'reported', result: 'negative', reportedOn: '2025-06-01', limits: 'repeat expansions' }), aTest('array', 'Array', { status: 'planned' })],
      events: [anEvent('visit', 'Seen by neurology', { when: { kind: 'date', date: '2024-05', isAbout: false }, clinician: 'Dr Kaur' }), anEvent('symptom', 'First seizure', { when: { kind: 'age', age: 'P2Y', isAbout: true } }), anEvent('treatment', 'Valproate', { when: { kind: 'date', date: '2024', isAbout: false }, isOngoing: true }), anEvent('treatment', 'Vigabatrin'), anEvent('misdiagnosis', 'Febrile seizures'), anEvent('birth-history', 'Born at term', { note: 'Normal pregnancy' })],
    });
    const letter = drafted(file);
    expect(sectionOf(letter, 'Tests')).toBe('- Trio exome (Lab A, reported 1 Jun 2025): negative. Not covered: repeat expansions.');
    expect(sectionOf(letter, 'History')).toBe('- about age 2 y: First seizure\n- May 2024: Seen by neurology (Dr Kaur)');
    expect(sectionOf(letter, 'Current treatments and medications')).toBe('- 2024, ongoing: Valproate');
    expect(sectionOf(letter, 'Treatments and medications tried')).toBe('- Vigabatrin');
    expect(sectionOf(letter, 'Previous diagnoses')).toBe('- Earlier diagnosis, found wrong: Febrile seizures');
    expect(sectionOf(letter, 'Prenatal and birth history')).toBe('- Born at term. Normal pregnancy');
  });

  test('names the differential with its reasons only where that is chosen', () => {
    const candidate = { id: 'c', version: 1, caseId: 'case', diseaseId: 'OMIM:607208', diseaseName: 'Dravet syndrome', state: 'suspected', reason: 'Febrile status at 8 months', decidedOn: '2026-01-01', decidedBy: '' } as const;
    const file = aCaseFile(trio.build(), { candidates: [candidate] });
    expect(sectionOf(drafted(file, { includesDifferential: true }), 'Differential diagnosis')).toBe('- Suspected: Dravet syndrome (OMIM:607208). Febrile status at 8 months');
    expect(writeLetterText(drafted(file, { includesDifferential: false }))).not.toContain('Dravet');
  });

  test('tells the family in sentences, closest first, each by the relation', () => {
    const family = trio.daughters(['father', 'mother'], 'sister').daughters(['father', 'mother'], 'other sister').man('mgf').woman('mgm').childOf('mother', 'mgf', 'mgm').known({ vitalStatus: 'deceased', ageAtDeath: 'P52Y', causeOfDeath: 'Stroke' }, 'mgf').affected('Epilepsy', 'sister').state('obligate-carrier', 'Epilepsy', 'mother').header({ consanguinityAsked: 'denied' }).build();
    expect(sectionOf(drafted(aCaseFile(family)), 'Family history')).toBe('The father has nothing recorded. The mother is an obligate carrier of Epilepsy. One sister has Epilepsy. Another sister has nothing recorded. The maternal grandfather died at 52 y (Stroke). The maternal grandmother has nothing recorded.\n\nThe parents say that they are not related by blood.');
  });

  test('says nothing that is private: facts, people, lines, events, tests, documents, and what they would give away', () => {
    const family = trio.known({ causeOfDeath: 'Overdose', vitalStatus: 'deceased', provenance: { causeOfDeath: secret } }, 'father').person('lost', { life: { kind: 'loss', outcome: 'termination', gestation: null }, provenance: { life: secret } }).childOf('lost', 'mother').build();
    const withoutFather = { ...family, parentEdges: family.parentEdges.map((edge) => (edge.parentId === 'father' ? { ...edge, provenance: secret } : edge)) };
    const finding = { gene: { symbol: 'SCN1A', hgncId: null }, inheritance: 'paternal', classifications: [], genotypes: [], hgvsProtein: '', hgvsCoding: 'c.1A>G', hgvsGenomic: '', wording: '', transcript: '', report: { laboratory: '' } } as unknown as CaseFile['findings'][number];
    const file = aCaseFile(family, { findings: [finding], events: [anEvent('decision', 'Mother told of an affair', { isPrivate: true })], tests: [aTest('panel', 'Paternity test', { isPrivate: true, status: 'reported' })] });
    const letter = writeLetterText(drafted(file));
    for (const word of ['Overdose', 'terminated', 'affair', 'Paternity']) expect(letter).not.toContain(word);
    expect(letter).toContain('SCN1A c.1A>G, from the father');
    expect(writeLetterText(drafted({ ...file, family: withoutFather }))).not.toMatch(/father/);
  });

  test('names no relative', () => {
    for (const { family, proband } of exampleFamilies) {
      const named = family.individuals.filter(({ isProband, givenName }) => !isProband && givenName !== '' && givenName !== proband.givenName);
      const letter = writeLetterText(drafted(aCaseFile(family)));
      expect(named.filter(({ givenName }) => new RegExp(`\\b${givenName}\\b`).test(letter))).toEqual([]);
    }
  });

  test('is the text typed by hand once there is one', () => {
    expect(referralLetterText(aCaseFile(trio.build()), referral({ letter: '# Dear colleague\n\nPlease see Ada.' }), context)).toEqual([{ kind: 'heading', text: 'Dear colleague' }, { kind: 'text', text: 'Please see Ada.' }]);
    expect(referralLetterText(aCaseFile(trio.build()), referral(), context)).toEqual(drafted(aCaseFile(trio.build())));
  });
});
