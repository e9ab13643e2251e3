import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { smallTerms } from '#tests/builders/release-files.ts';
import { anyUnits } from '#tests/unit/any-units.ts';
import { decodeTermSearchIndex, encodeTermSearchIndex } from '#shared/ontology/term-search-codec.ts';
import { buildTermSearchIndex, type SearchIndexSource } from '#shared/ontology/term-search-index.ts';
import { createTermSearch } from '#shared/ontology/term-search.ts';

const scopes = { Exact: 'exact', Broad: 'broad', Narrow: 'narrow', Related: 'related' } as const;
const notFindings = new Set(['HP:0000001', 'HP:0000005', 'HP:0000007', 'HP:0012823', 'HP:0012824', 'HP:0012828', 'HP:0003674', 'HP:0003593']);
const source: SearchIndexSource = {
  terms: [
    ...smallTerms.map((term) => ({ id: term.id, label: term.label, synonyms: (term.synonyms ?? []).map((synonym) => ({ text: synonym.text, scope: scopes[synonym.scope ?? 'Exact'], isLayperson: synonym.isLayperson ?? false })), isPhenotype: !notFindings.has(term.id), diseaseCount: 1 })),
    { id: 'HP:0000347', label: 'Micrognathia', synonyms: [], isPhenotype: true, diseaseCount: 0 },
    { id: 'HP:0032718', label: 'Severe seizure of the small', synonyms: [], isPhenotype: true, diseaseCount: 1 },
  ],
  retired: [{ id: 'HP:0002279', liveId: 'HP:0001250' }, { id: 'HP:0009902', liveId: null }],
  phrases: [{ text: 'floppy baby', termId: 'HP:0001252' }, { text: 'not here', termId: 'HP:0099999' }],
};
const index = buildTermSearchIndex(source);
const search = createTermSearch(index);
const labels = (text: string, limit = 5): string[] => search(text, limit).map((match) => match.label);

describe('the term search', () => {
  test('tells which name matched, and what kind of name it is', () => {
    const first = (text: string) => search(text, 1)[0];
    expect([first('hypotonia'), first('low muscle tone'), first('epileptic seizure'), first('floppy baby'), first('HP:0002279')]).toEqual([
      { id: 'HP:0001252', label: 'Hypotonia', matchedText: 'Hypotonia', matchedBy: 'label', readAs: null, isPhenotype: true },
      { id: 'HP:0001252', label: 'Hypotonia', matchedText: 'Low muscle tone', matchedBy: 'layperson', readAs: null, isPhenotype: true },
      { id: 'HP:0001250', label: 'Seizure', matchedText: 'Epileptic seizure', matchedBy: 'synonym', readAs: null, isPhenotype: true },
      { id: 'HP:0001252', label: 'Hypotonia', matchedText: 'floppy baby', matchedBy: 'layperson', readAs: null, isPhenotype: true },
      { id: 'HP:0001250', label: 'Seizure', matchedText: 'HP:0002279', matchedBy: 'id', readAs: null, isPhenotype: true },
    ]);
  });

  test('corrects a typo, also in the first letter and in a word still being typed, and says how it read the query', () => {
    const read = (text: string) => search(text, 1).map((match) => [match.label, match.readAs]);
    expect([read('seziure'), read('aeizure'), read('hypotonai'), read('seziu'), read('febrle seizure')]).toEqual([[['Seizure', 'seizure']], [['Seizure', 'seizure']], [['Hypotonia', 'hypotonia']], [['Seizure', 'seizure']], [['Febrile seizure', 'febrile seizure']]]);
  });

  test('finds a term at every beginning of its name', () => {
    const label = 'Microcephaly';
    const beginnings = Array.from({ length: label.length - 4 }, (_, at) => label.slice(0, at + 5));
    expect(beginnings.filter((beginning) => labels(beginning)[0] !== label)).toEqual([]);
  });

  test('takes words in any order, in any inflection and in British spelling', () => {
    expect([labels('seizures febrile')[0], labels('head, small abnormally')[0], labels('oedemas')[0], labels('tone of muscles low')[0]]).toEqual(['Febrile seizure', 'Microcephaly', 'Edema', 'Hypotonia']);
  });

  test('puts the exact label first, findings before modifiers, and the more common first on a tie', () => {
    expect(labels('seizure')).toEqual(['Seizure', 'Febrile seizure', 'Severe seizure of the small']);
    expect(labels('severe').slice(0, 2)).toEqual(['Severe seizure of the small', 'Severe']);
    expect(labels('micro')).toEqual(['Microcephaly', 'Micrognathia']);
  });

  test('falls back to names that hold most of the words, rarer words counting more', () => {
    expect(labels('my child has hypotonia since monday')).toEqual(['Hypotonia']);
  });

  test('finds no name that holds only a small part of what was typed', () => {
    expect(labels('retention xylophone quarterly jigsaw vanilla kumquat zigzag')).toEqual([]);
  });

  test('takes a bare number for an id only when it is as long as one', () => {
    expect([labels('1250'), labels('HP 1250'), labels('0001250'), labels('00012')]).toEqual([[], ['Seizure'], ['Seizure'], ['Seizure', 'Hypotonia']]);
  });

  test('puts the finding of more diseases first where the names are alike', () => {
    const alike = (id: string, label: string, diseaseCount: number) => ({ id, label, synonyms: [], isPhenotype: true, diseaseCount });
    const among = createTermSearch(buildTermSearchIndex({ terms: [alike('HP:0000011', 'Red thing', 2), alike('HP:0000012', 'Red thong', 900)], retired: [], phrases: [] }));
    expect(among('red', 2).map((match) => match.id)).toEqual(['HP:0000012', 'HP:0000011']);
  });

  test('keeps a name that a term has twice, or that is an everyday phrase too, once', () => {
    const twice = ['Fits', 'Fits', 'falling sickness'].map((text) => ({ text, scope: 'exact', isLayperson: true }) as const);
    const small = buildTermSearchIndex({ terms: [{ id: 'HP:0001250', label: 'Seizure', synonyms: twice, isPhenotype: true, diseaseCount: 1 }], retired: [], phrases: [{ text: 'falling sickness', termId: 'HP:0001250' }, { text: 'fit', termId: 'HP:0001250' }] });
    expect(small.nameTerm.length).toBe(4);
  });

  test('finds nothing for nothing', () => {
    expect([labels(''), labels('  '), labels('…'), labels('zzzzqqq'), labels('HP:7777777'), search('seizure', 0)]).toEqual([[], [], [], [], [], []]);
  });

  test('answers the same from its stored form', () => {
    const decoded = decodeTermSearchIndex(encodeTermSearchIndex(index));
    expect(decoded).toEqual(index);
    const unaligned = new Uint8Array(encodeTermSearchIndex(index).length + 1);
    unaligned.set(encodeTermSearchIndex(index), 1);
    expect(decodeTermSearchIndex(unaligned.subarray(1))).toEqual(index);
  });

  test('refuses a stored form that is cut short or something else', () => {
    const bytes = encodeTermSearchIndex(index);
    const nextLayout = bytes.slice();
    nextLayout[4] = (nextLayout[4] ?? 0) + 1;
    expect(decodeTermSearchIndex(nextLayout)).toBeNull();
    expect([decodeTermSearchIndex(bytes.slice(0, 50)), decodeTermSearchIndex(bytes.slice(0, bytes.length - 8)), decodeTermSearchIndex(new Uint8Array(400))]).toEqual([null, null, null]);
  });

  test('answers any text with no more than the limit, each term once, and the same again', () => {
    const words = fc.constantFrom('seizure', 'abnormal', 'head', 'a', 'sm', 'of', 'HP:', '0001', 'severe', 'x-');
    const text = fc.oneof(anyUnits, fc.array(words, { maxLength: 12 }).map((list) => list.join(' ')));
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 30 }), (query, limit) => {
        const found = search(query, limit);
        expect(found.length).toBeLessThanOrEqual(limit);
        expect(new Set(found.map((match) => match.id)).size).toBe(found.length);
        expect(search(query, limit)).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });
});
