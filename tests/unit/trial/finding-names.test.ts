import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFindingNames, packFindingNames, readFindingNames } from '#shared/trial/finding-names.ts';

const synonym = (text: string, scope: 'exact' | 'related', isLayperson = false) => ({ text, scope, isLayperson });
const terms = [
  { id: 'HP:0001250', label: 'Seizure', synonyms: [synonym('Seizures', 'exact'), synonym('Epilepsy', 'related')] },
  { id: 'HP:0000365', label: 'Hearing impairment', synonyms: [synonym('Deafness', 'exact', true), synonym('HI', 'exact')] },
  { id: 'HP:0000790', label: 'Hematuria', synonyms: [] },
  { id: 'HP:0012211', label: 'Abnormal renal physiology', synonyms: [synonym('Hematuria', 'related')] },
];

test('findings are found by name, whatever the case, spelling or plural, and an exact name goes before another', () => {
  const find = createFindingNames(terms);
  expect(['SEIZURES', 'epilepsy', 'haematuria', 'hearing-impairment', 'Deafness', 'HI', 'Hearing', ''].map(find)).toEqual([
    { id: 'HP:0001250', label: 'Seizure', isExact: true },
    { id: 'HP:0001250', label: 'Seizure', isExact: false },
    { id: 'HP:0000790', label: 'Hematuria', isExact: true },
    { id: 'HP:0000365', label: 'Hearing impairment', isExact: true },
    { id: 'HP:0000365', label: 'Hearing impairment', isExact: false },
    { id: 'HP:0000365', label: 'Hearing impairment', isExact: false },
    null,
    null,
  ]);
});

test('packed names find what the names find from which they were packed', () => {
  const word = fc.constantFrom('seizure', 'seizures', 'loss', 'of', 'hearing', 'anaemia', 'größe', 'Z', '11q', '');
  const name = fc.array(word, { maxLength: 4 }).map((words) => words.join(' '));
  const term = fc.record({ number: fc.integer({ min: 1, max: 9 }), label: name, texts: fc.array(name, { maxLength: 3 }) });
  fc.assert(fc.property(fc.uniqueArray(term, { selector: ({ number }) => number, maxLength: 9 }), name, (made, phrase) => {
    const named = made.map(({ number, label, texts }) => ({ id: `HP:000000${String(number)}`, label, synonyms: texts.map((text, at) => synonym(text, at === 0 ? 'exact' : 'related')) }));
    const [plain, packed] = [createFindingNames(named), readFindingNames(packFindingNames(named))];
    for (const one of [phrase, ...named.flatMap(({ label, synonyms }) => [label, ...synonyms.map(({ text }) => text)])]) {
      const found = plain(one);
      expect(packed(one)).toEqual(found === null ? null : { id: found.id, isExact: found.isExact });
    }
  }));
});
