import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldSpelling, splitIntoWords, stemWord } from '#shared/ontology/search-words.ts';
import { readIdQuery } from '#shared/ontology/term-id-query.ts';

describe('words of a search', () => {
  test('are compared without case, accents, hyphens, apostrophes and words without meaning', () => {
    expect(splitIntoWords('  The Café-au-lait spots, of Babinski’s sign ')).toEqual(['cafe', 'au', 'lait', 'spots', 'babinskis', 'sign']);
  });

  test('are kept where nothing else is there', () => {
    expect([splitIntoWords('of the'), splitIntoWords('…!?')]).toEqual([['of', 'the'], []]);
  });

  test('are the same whether or not letters of another script stand beside them', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      expect(splitIntoWords(`word ${text} ж`)).toEqual([...splitIntoWords(`word ${text}`), 'ж']);
    }));
  });

  test('are the same in British and American spelling', () => {
    const pairs = [['oedema', 'edema'], ['haematuria', 'hematuria'], ['paediatric', 'pediatric'], ['tumour', 'tumor'], ['colour', 'color'], ['fibre', 'fiber'], ['localised', 'localized'], ['anaemia', 'anemia'], ['diarrhoea', 'diarrhea'], ['oesophagus', 'esophagus'], ['leukaemia', 'leukemia'], ['grey', 'gray']] as const;
    expect(pairs.map(([british]) => foldSpelling(british))).toEqual(pairs.map(([, american]) => foldSpelling(american)));
  });

  test('differ by inflection only where their stems are the same', () => {
    const pairs = [['seizures', 'seizure'], ['toes', 'toe'], ['webbing', 'webbed'], ['webbed', 'webs'], ['fitting', 'fits'], ['biopsies', 'biopsy'], ['reflexes', 'reflex'], ['enlarging', 'enlarged']] as const;
    expect(pairs.map(([first]) => stemWord(first))).toEqual(pairs.map(([, second]) => stemWord(second)));
    expect(['face', 'nevus', 'ptosis', 'stress', 'red', 'eye'].map(stemWord)).toEqual(['face', 'nevus', 'ptosis', 'stress', 'red', 'eye']);
  });
});

test('an id is understood in every way in which it is written', () => {
  const one = { first: 1250, last: 1250 };
  expect(['HP:0001250', 'hp 1250', ' hp:1250 ', 'HP_0001250', '0001250', 'HPO 0001250', 'hp1250'].map(readIdQuery)).toEqual([one, one, one, one, one, one, one]);
  expect(readIdQuery('HP:00012')).toEqual({ first: 1_200, last: 1_299 });
  expect(['seizure', '22', '', 'OMIM:154700', 'HP:00012500', '22q11'].map(readIdQuery)).toEqual([null, null, null, null, null, null]);
});
