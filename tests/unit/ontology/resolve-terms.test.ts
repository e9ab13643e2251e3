import { describe, expect, test } from 'vitest';
import { createTermResolver, listRetiredTerms } from '#shared/ontology/resolve-terms.ts';
import type { ObsoleteTerm, Ontology, Term } from '#shared/ontology/term.ts';

const term = (id: string, ...alternativeIds: readonly string[]): Term => ({ id, label: `Term ${id}`, definition: null, comment: null, synonyms: [], parents: [], alternativeIds });
const obsolete = (id: string, replacedBy: string | null, ...consider: readonly string[]): ObsoleteTerm => ({ id, label: `Obsolete ${id}`, replacedBy, consider });
const ontology: Ontology = {
  version: 'test',
  terms: [term('HP:1', 'HP:7'), term('HP:2')],
  obsolete: [obsolete('HP:3', 'HP:4'), obsolete('HP:4', 'HP:5'), obsolete('HP:5', 'HP:7'), obsolete('HP:6', null, 'HP:2'), obsolete('HP:8', 'HP:9'), obsolete('HP:9', 'HP:8'), obsolete('HP:10', 'HP:404')],
};

describe('ids taken out of use', () => {
  test('lead to the live term at the end of their chain, and nowhere where it ends or runs in a circle', () => {
    const resolve = createTermResolver(ontology);
    expect(['HP:1', 'HP:7', 'HP:5', 'HP:4', 'HP:3', 'HP:6', 'HP:8', 'HP:9', 'HP:10', 'HP:404'].map(resolve)).toEqual(['HP:1', 'HP:1', 'HP:1', 'HP:1', 'HP:1', null, null, null, null, null]);
  });

  test('are listed once each with what became of them', () => {
    expect(listRetiredTerms(ontology).filter(({ id }) => ['HP:3', 'HP:6', 'HP:7'].includes(id))).toEqual([
      { id: 'HP:3', label: 'Obsolete HP:3', kind: 'obsolete', liveId: 'HP:1', consider: [] },
      { id: 'HP:6', label: 'Obsolete HP:6', kind: 'obsolete', liveId: null, consider: ['HP:2'] },
      { id: 'HP:7', label: 'Term HP:1', kind: 'merged', liveId: 'HP:1', consider: [] },
    ]);
  });
});
