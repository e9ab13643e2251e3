import { describe, expect, test } from 'vitest';
import { buildRankingIndex } from '#shared/ranking/build-ranking-index.ts';
import { listSources } from '#shared/ranking/disease-profiles.ts';
import { modelParameters } from '#shared/ranking/model-parameters.ts';
import { readQuestion } from '#shared/ranking/question.ts';
import { rankingModels } from '#shared/ranking/ranker.ts';
import { createScorer } from '#shared/ranking/scorer.ts';
import { annotationOf, caseOf, diseaseOf, smallOntology, termA1, termB1 } from '#tests/unit/ranking/small-knowledge.ts';

describe('the sources of a disease', () => {
  test('are taken apart, with the rows that name several counted for each', () => {
    const counts = (observed: number) => ({ kind: 'counts', observed, examined: 5 }) as const;
    const sources = listSources(
      [
        { term: 1, frequency: counts(4), references: ['PMID:1', 'PMID:2'] },
        { term: 1, frequency: counts(0), references: ['PMID:1'] },
        { term: 2, frequency: { kind: 'unstated' }, references: [] },
      ],
      { countPrior: 5, unstatedFrequency: 0.44 },
    );
    expect(sources).toEqual([
      { terms: [1], frequencies: [5 / 15] },
      { terms: [1], frequencies: [5 / 10] },
      { terms: [2], frequencies: [0.44] },
    ]);
  });

  test('speak for a patient who is like those of one paper, whatever another paper adds', () => {
    const of = (termId: string, paper: string) => ({ ...annotationOf(termId), references: [paper] });
    const index = buildRankingIndex(smallOntology, [
      diseaseOf('OMIM:1', [of(termA1, 'PMID:1'), of(termB1, 'PMID:2')]),
      diseaseOf('OMIM:2', [of(termA1, 'PMID:3'), of(termB1, 'PMID:3')]),
    ], modelParameters);
    const { score, surroundings } = createScorer(index, rankingModels.absence);
    score(readQuestion(index, caseOf([termA1])));
    const [apart, together] = [surroundings.readBestSource(0), surroundings.readBestSource(1)];
    expect(apart).toBeCloseTo(1, 4);
    expect(together).toBeGreaterThan(0);
    expect(together).toBeLessThan(apart);
  });
});
