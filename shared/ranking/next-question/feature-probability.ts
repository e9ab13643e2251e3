import { ancestorsOf } from '#shared/ranking/evidence.ts';
import { absenceBelief } from '#shared/ranking/model-parameters.ts';
import { at, type RankingIndex } from '#shared/ranking/ranking-index.ts';

/** Nothing is so rare that a patient could not have it: where the knowledge says nothing, at least this. */
const leastProbability = 0.005;

/** Reads how probable a feature is in patients of one disease after another. The list is overwritten by the next reading. */
export type FeatureReader = (disease: number) => Float64Array;

/**
 * Probability that a patient of a disease has a term or a narrower one, for every term asked about.
 * Formula: 0.9 f + 0.1 b. f is the greatest of: the frequency of an annotation at or below the term; the frequency of an annotation
 * above it, times the share of what lies below that annotation which lies below the term, exp(IC(annotation) − IC(term)). b is the mean
 * frequency over all diseases; a disease that says nothing of the term has b alone. Units: probability.
 * Source: frequencies of the release; 0.9 as for excluded terms in the ranking.
 * Assumes that annotations below one term are had by the same patients. Limits: frequencies are of published patients.
 */
export function createFeatureReader(index: RankingIndex, terms: readonly number[]): FeatureReader {
  const annotated = new Float64Array(index.termNumbers.length);
  const below = new Float64Array(index.termNumbers.length);
  const backgrounds = terms.map((term) => backgroundProbability(index, term));
  const above = terms.map((term) => [...ancestorsOf(index, term)].filter((ancestor) => ancestor !== term));
  const probabilities = new Float64Array(terms.length);
  return (disease) => {
    markAnnotations(index, disease, annotated, below);
    terms.forEach((term, i) => {
      let frequency = below[term] as number;
      for (const ancestor of above[i] ?? []) {
        const own = annotated[ancestor] as number;
        if (own > frequency) frequency = Math.max(frequency, own * Math.exp((index.informationContent[ancestor] as number) - (index.informationContent[term] as number)));
      }
      const background = backgrounds[i] as number;
      probabilities[i] = frequency > 0 ? absenceBelief * frequency + (1 - absenceBelief) * background : background;
    });
    unmarkAnnotations(index, disease, annotated, below);
    return probabilities;
  };
}

/** Probability of a term in a patient of whom no disease is known. */
export function backgroundProbability(index: RankingIndex, term: number): number {
  return Math.max(leastProbability, at(index.meanFrequency, term));
}

function markAnnotations(index: RankingIndex, disease: number, annotated: Float64Array, below: Float64Array): void {
  for (let i = at(index.annotationStart, disease); i < at(index.annotationStart, disease + 1); i += 1) {
    const term = at(index.annotationTerm, i);
    const frequency = at(index.annotationFrequency, i);
    annotated[term] = frequency;
    for (const ancestor of ancestorsOf(index, term)) below[ancestor] = Math.max(below[ancestor] as number, frequency);
  }
}

function unmarkAnnotations(index: RankingIndex, disease: number, annotated: Float64Array, below: Float64Array): void {
  for (let i = at(index.annotationStart, disease); i < at(index.annotationStart, disease + 1); i += 1) {
    const term = at(index.annotationTerm, i);
    annotated[term] = 0;
    for (const ancestor of ancestorsOf(index, term)) below[ancestor] = 0;
  }
}
