import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractTerms } from '#shared/phenotype/text/extract-terms.ts';
import { aLexicon, lexiconSource } from '#tests/unit/phenotype/text/a-lexicon.ts';
import { anyUnits } from '#tests/unit/any-units.ts';

/** `Seizure`, `-Seizure` where excluded, `Seizure@mother` where not the patient's. */
const read = (text: string): string[] => extractTerms(aLexicon, text).map(({ label, excluded, person }) => `${excluded ? '-' : ''}${label.split(' (')[0] ?? ''}${person === 'patient' ? '' : `@${person}`}`);

describe('names in a text', () => {
  test.each([
    ['He has seizures.', ['Seizure']],
    ['He is hypotonic and obese, with a severe intellectual disability.', ['Hypotonia', 'Obesity', 'Intellectual disability, severe']],
    ['Microcephalic. Speech was delayed.', ['Microcephaly', 'Delayed speech and language development']],
    ['clinodactyly of the fifth finger', ['Clinodactyly of the 5th finger']],
    ['fifth finger clinodactyly', ['Clinodactyly of the 5th finger']],
    ['œdema, oedema and edema', ['Edema', 'Edema', 'Edema']],
    ['hypo-\ntonia', ['Hypotonia']],
    ['micro-cephaly', ['Microcephaly']],
    ['febrile seizures', ['Febrile seizure']],
    ['kidney cysts', ['Renal cyst']],
    ['Hearing is severely impaired.', ['Hearing impairment']],
    ['dropsy of the legs', ['Edema']],
    ['He is short. A short admission.', ['Short stature']],
    ['Hands: broad, short.', ['Broad palm', 'Small hand']],
  ])('%j are read with inflection, spelling and order: %j', (text, expected) => expect(read(text)).toEqual(expected));

  test('the longest name counts, and a shared word counts for both sides of an "and"', () => {
    expect(extractTerms(aLexicon, 'bilateral ptosis and strabismus; short and broad hands').map(({ label, text }) => [label, text])).toEqual([
      ['Bilateral ptosis', 'bilateral ptosis'],
      ['Strabismus', 'strabismus'],
      ['Small hand', 'short and broad hands'],
      ['Broad palm', 'broad hands'],
    ]);
  });

  test('abbreviations count in capitals, and ambiguous ones by the words around them', () => {
    expect([read('DD, ADHD, GERD.'), read('ASD and VSD on echo.'), read('ASD, ADHD.'), read('ASD.'), read('dd and gerd')]).toEqual([
      ['Global developmental delay', 'Attention deficit hyperactivity disorder', 'Gastroesophageal reflux'],
      ['Atrial septal defect', 'Ventricular septal defect'],
      ['Autistic behavior', 'Attention deficit hyperactivity disorder'],
      [],
      [],
    ]);
  });

  test('everyday words that are a name somewhere are none in prose', () => expect(read('It is odd that the test was negative.')).toEqual([]));
});

describe('what is said of a finding', () => {
  test.each([
    ['No seizures, ptosis or cataract.', ['-Seizure', '-Ptosis', '-Cataract']],
    ['No seizures, ptosis on the left.', ['-Seizure', 'Ptosis']],
    ['He denies migraine, seizures, cataract.', ['-Migraine', '-Seizure', '-Cataract']],
    ['no cataract but ptosis', ['-Cataract', 'Ptosis']],
    ['Ptosis without strabismus.', ['Ptosis', '-Strabismus']],
    ['Neither nystagmus nor cataract was seen.', ['-Nystagmus', '-Cataract']],
    ['Scoliosis was not present. Seizures: no. Migraine: yes.', ['-Scoliosis', '-Seizure', 'Migraine']],
    ['Hepatomegaly and splenomegaly were absent.', ['-Hepatomegaly', '-Splenomegaly']],
    ['He has ptosis, and nystagmus was not seen.', ['Ptosis', '-Nystagmus']],
    ['The MRI was negative for cardiomyopathy.', ['-Cardiomyopathy']],
    ['Hearing is normal; normal hearing.', ['-Hearing impairment', '-Hearing impairment']],
    ['sensorineural hearing loss rather than cataract', ['Sensorineural hearing impairment', '-Cataract']],
    ['He has not only seizures but also migraine.', ['Seizure', 'Migraine']],
    ['There is no doubt that he has hepatomegaly.', ['Hepatomegaly']],
    ['no cataract and a scoliosis', ['-Cataract', 'Scoliosis']],
  ])('%j is negated as far as it is meant: %j', (text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    ['Possible ptosis. ?cataract. Seizures?'],
    ['We cannot exclude a cardiomyopathy. Cataract cannot be ruled out.'],
    ['There was no increase in seizures. He is seizure free. Hearing is not normal.'],
    ['There is a risk of cardiomyopathy and we will screen for scoliosis.'],
    ['If seizures occur, call an ambulance. Cataract can develop. Concern for ptosis.'],
    ['Plan: 1. Echo for cardiomyopathy. 2. X-ray: scoliosis.'],
    ['Could he have seizures?'],
  ])('%j asserts nothing', (text) => expect(read(text)).toEqual([]));

  test('a section ends with the next heading', () => expect(read('Plan\nscoliosis clinic\n\nExamination\nptosis')).toEqual(['Ptosis']));
});

describe('whose a finding is', () => {
  test.each([
    ['His mother has migraine. He has ptosis.', ['Migraine@mother', 'Ptosis']],
    ['Mother reports that he has seizures.', ['Seizure']],
    ['He came with his father because of seizures.', ['Seizure']],
    ['The boy has a maternal uncle with seizures and his paternal aunt had cataract.', ['Seizure@maternal uncle', 'Cataract@paternal aunt']],
    ['This girl has ptosis. Her father is well but she has migraine.', ['Ptosis', 'Migraine']],
    ['This boy has ptosis. His mother was seen. She has migraine.', ['Ptosis', 'Migraine@mother']],
    ["His mother's brother had seizures; his father's sister is deaf.", ['Seizure@maternal uncle', 'Hearing impairment@paternal aunt']],
    ['Febrile seizures in his father.', ['Febrile seizure@father']],
    ['No family history of cataract.', ['-Cataract@relative']],
    ['Family history: migraine. Sister: macrocephaly.\nPtosis.', ['Migraine@relative', 'Macrocephaly@sister', 'Ptosis']],
    ['FAMILY HISTORY\nMGM - diabetes\nEXAMINATION\nPtosis', ['Diabetes mellitus@maternal grandmother', 'Ptosis']],
    ['Her grandmother on the maternal side had cataract.', ['Cataract@maternal grandmother']],
    ['Relative macrocephaly was noted; the maternal family has migraine.', ['Macrocephaly', 'Migraine@relative']],
    ['Neither parent has scoliosis.', ['-Scoliosis@parent']],
    ['His half-sister has seizures.', ['Seizure@half-sister']],
    ['There is no history of seizures in the family.', ['-Seizure@relative']],
    ['This boy has ptosis. His sister is well. The MRI was repeated. She has migraine.', ['Ptosis', 'Migraine']],
    ['In a previous pregnancy the fetus had microcephaly.', ['Microcephaly@sibling']],
  ])('%j', (text, expected) => expect(read(text)).toEqual(expected));
});

test('offsets are of UTF-16 units in the text as it was given', () => {
  const source = '👩🏽‍⚕️ Café: no “seizures”, ﬁrm.';
  expect(extractTerms(aLexicon, source)).toEqual([{ id: 'HP:0001250', label: 'Seizure', start: source.indexOf('seizures'), end: source.indexOf('seizures') + 8, text: 'seizures', excluded: true, person: 'patient' }]);
});

test('any text is read without a fault, with offsets that hold and no term twice in one place', () => {
  const words = fc.constantFrom(...lexiconSource.findings.flatMap(({ label, synonyms }) => [label, ...synonyms.map(({ text }) => text)]), 'no', 'not', 'mother', "father's", 'and', 'or', ',', '.', '?', ';', ':', '-', '(', ')', '\n', '\r\n\n', 'he', 'she', 'Plan:', 'Family history:', 'ASD', 'short', 'is', 'without', 'hypo-', 'in', 'with', '’', '٣', '\ud800');
  const texts = fc.oneof(anyUnits, fc.array(words, { maxLength: 40 }).map((parts) => parts.join(' ')), fc.array(words, { maxLength: 40 }).map((parts) => parts.join('')));
  fc.assert(
    fc.property(texts, (source) => {
      const mentions = extractTerms(aLexicon, source);
      for (const { text, start, end } of mentions) expect([text, start < end]).toEqual([source.slice(start, end), true]);
      for (const [at, one] of mentions.entries()) expect(mentions.slice(at + 1).filter((other) => other.id === one.id && other.start < one.end && one.start < other.end)).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
