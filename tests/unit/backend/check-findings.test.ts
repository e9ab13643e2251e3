import { describe, expect, test } from 'vitest';
import { smallObsolete, smallTerms } from '#tests/builders/release-files.ts';
import { openKnowledgeInMemory } from '#db/knowledge/open-knowledge.ts';
import { checkFindings } from '#electron/backend/knowledge/check-findings.ts';
import { termCardOf } from '#electron/backend/knowledge/term-card.ts';
import { bareDetail, type Feature, type FeatureState } from '#shared/phenotype/feature.ts';

const knowledge = openKnowledgeInMemory({
  kind: 'release',
  name: 'test',
  annotationVersion: 'test',
  diseases: [],
  ontology: { version: 'test', terms: smallTerms.map((term) => ({ id: term.id, label: term.label, definition: null, comment: null, synonyms: [], parents: term.parents, alternativeIds: term.alternativeIds ?? [] })), obsolete: smallObsolete.map((term) => ({ ...term })) },
});
const feature = (termId: string, state: FeatureState = 'observed'): Feature => ({ ...bareDetail(state), id: `${state}-${termId}`, version: 1, personId: 'p', termId, label: 'As recorded' });
const check = (...features: Feature[]) => checkFindings(features, knowledge);

describe('the check of findings', () => {
  test('finds nothing among findings that fit together', () => {
    expect(check(feature('HP:0001250'), feature('HP:0000252'), feature('HP:0002373', 'excluded'), feature('HP:0000969', 'not-assessed'))).toEqual([]);
  });

  test('finds an observed term below an excluded one, or the same, under whatever id', () => {
    expect(check(feature('HP:0002373'), feature('HP:0001250', 'excluded'))).toEqual([{ featureIds: ['observed-HP:0002373', 'excluded-HP:0001250'], rule: 'contradiction', message: 'Febrile seizure is observed, but Seizure, which includes it, is excluded.', replacementId: null }]);
    expect(check(feature('HP:0001250'), feature('HP:0002279', 'excluded')).map((finding) => [finding.rule, finding.message])).toEqual([
      ['contradiction', 'Seizure is recorded both as observed and as excluded.'],
      ['obsolete', 'HP:0002279 was merged or replaced; Seizure (HP:0001250) stands for it now.'],
    ]);
  });

  test('finds an observed term that a narrower one makes superfluous', () => {
    expect(check(feature('HP:0001250'), feature('HP:0002373'))).toEqual([{ featureIds: ['observed-HP:0001250', 'observed-HP:0002373'], rule: 'redundant', message: 'Seizure adds nothing: Febrile seizure, which is narrower, is also observed.', replacementId: null }]);
    expect(check(feature('HP:0001250', 'excluded'), feature('HP:0002373', 'excluded'))).toEqual([]);
  });

  test('finds terms that are unknown, out of use or no findings, and names the replacement', () => {
    expect(check(feature('HP:7654321'), feature('HP:0009902'), feature('HP:0009901'), feature('HP:0012828')).map((finding) => [finding.rule, finding.featureIds[0], finding.replacementId])).toEqual([
      ['unknown-term', 'observed-HP:7654321', null],
      ['obsolete', 'observed-HP:0009902', null],
      ['obsolete', 'observed-HP:0009901', 'HP:0001250'],
      ['not-a-phenotype', 'observed-HP:0012828', null],
    ]);
  });
});

describe('the card of a term', () => {
  test('tells its place in the ontology and the organ systems it belongs to', () => {
    expect(termCardOf(knowledge, 'HP:0009901')).toEqual({
      ok: true,
      value: {
        id: 'HP:0001250',
        label: 'Seizure',
        definition: null,
        comment: null,
        synonyms: [],
        parents: [{ id: 'HP:0012638', label: 'Abnormal nervous system physiology', childCount: 2 }],
        children: [{ id: 'HP:0002373', label: 'Febrile seizure', childCount: 0 }],
        isPhenotype: true,
        systemIds: ['HP:0000707'],
        diseaseCount: 0,
        replaces: 'HP:0009901',
        translations: [],
      },
    });
  });

  test('is refused for a term that is unknown or out of use', () => {
    expect(['HP:7654321', 'HP:0009902'].map((id) => termCardOf(knowledge, id)).map((result) => !result.ok && result.error.kind)).toEqual(['not-found', 'not-found']);
  });
});
