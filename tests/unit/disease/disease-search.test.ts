import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDiseaseSearch, type NamedDisease } from '#shared/disease/disease-search.ts';

const disease = (id: string, name: string, ...genes: readonly string[]): NamedDisease => ({ id, name, genes, inheritanceIds: [] });
const diseases = [
  disease('OMIM:130050', 'Ehlers-Danlos syndrome, vascular type', 'COL3A1'),
  disease('OMIM:154700', 'Marfan syndrome', 'FBN1'),
  disease('ORPHA:284979', 'Neonatal Marfan syndrome', 'FBN1'),
  disease('OMIM:604308', 'MASS syndrome', 'FBN1'),
  disease('OMIM:306700', 'Haemophilia A', 'F8'),
  disease('OMIM:100010', 'Ataxia, type 10'),
  disease('OMIM:100002', 'Ataxia, type 2'),
];
const search = createDiseaseSearch(diseases);
const found = (text: string, limit = 10): readonly string[] => search(text, limit).map(({ name }) => name);

describe('the search for a disease', () => {
  test('puts the name itself first, then what begins so, then what has the words in any order', () => {
    expect(found('marfan syndrome')).toEqual(['Marfan syndrome', 'Neonatal Marfan syndrome']);
    expect(found('marf')).toEqual(['Marfan syndrome', 'Neonatal Marfan syndrome']);
    expect(found('vascular ehlers')).toEqual(['Ehlers-Danlos syndrome, vascular type']);
    expect(found('ataxia type')).toEqual(['Ataxia, type 2', 'Ataxia, type 10']);
  });

  test('finds by id, with and without its prefix, and by gene', () => {
    expect([found('omim:306700'), found('306700')]).toEqual([['Haemophilia A'], ['Haemophilia A']]);
    expect(found('fbn1')).toEqual(['Marfan syndrome', 'MASS syndrome', 'Neonatal Marfan syndrome']);
    expect(found('fbn1 neonatal')).toEqual(['Neonatal Marfan syndrome']);
  });

  test('reads British and American spelling alike, and typing errors only where nothing is written so', () => {
    expect([found('hemophilia'), found('hemophelia'), found('marfann')]).toEqual([['Haemophilia A'], ['Haemophilia A'], ['Marfan syndrome', 'Neonatal Marfan syndrome']]);
    expect(found('mast')).toEqual([]);
  });

  test('finds nothing in an empty text, and never more than asked for', () => {
    expect([found(''), found('  '), found('syndrome', 1).length, found('syndrome', 0)]).toEqual([[], [], 1, []]);
  });

  test('finds each disease by its own name, and answers any text', () => {
    for (const { name } of diseases) expect(found(name)[0]).toBe(name);
    fc.assert(fc.property(fc.string({ maxLength: 60 }), (text) => search(text, 3).length <= 3));
  });
});
