import { type RankingIndex } from '#shared/ranking/ranking-index.ts';

/** How scores become probabilities. Scores in nats. */
export interface Calibration {
  /** Scores are divided by a temperature: above 1, the model is surer than it should be. This is its ln in a usual case. */
  readonly logTemperature: number;
  /** Change of it per ln of observed terms against the usual eight. */
  readonly logTemperaturePerTerms: number;
  /** Change of it per unit of the share of counted frequencies: a release curated from patients can be believed more. */
  readonly logTemperaturePerCounted: number;
  /** Where "none of these" stands among the scores, after the division, and what moves it: terms as above. */
  readonly noneOffset: number;
  readonly nonePerTerms: number;
  /** Per ln of how many times more diseases a full release holds: a small catalogue misses more patients, but fewer of its diseases compete. */
  readonly nonePerMissing: number;
  readonly nonePerCounted: number;
  /** Share, 0 to 1, of what speaks for the diseases together that speaks for "none of these" too: a good likeness to some disease is found by chance as well. */
  readonly nonePerLikeness: number;
}

/** First candidates of solved cases whose stated probability lies in one tenth. */
export interface ReliabilityBin {
  readonly cases: number;
  /** Mean of what was stated, and the share that was right. */
  readonly stated: number;
  readonly found: number;
}

/** How far the first candidate's probability can be believed, cross-validated by disease on published patients. */
export interface Reliability {
  /** Under a release whose annotations are partly curated from these patients. */
  readonly curated: readonly ReliabilityBin[];
  /** Under annotations from before most of them were published: nearer to a new patient. */
  readonly earlier: readonly ReliabilityBin[];
}

/** What of a release moves the probabilities. */
export interface Catalogue {
  readonly diseaseCount: number;
  /** Mean over diseases of the share of annotations that state counted patients. */
  readonly countedShare: number;
}

export interface Probabilities {
  /** Of each disease, by position. */
  readonly ofDisease: Float64Array;
  readonly noneOfThese: number;
}

/** Diseases of a full release (OMIM, with phenotype annotations, 2025-05-06), against which a small catalogue is measured. */
const fullCatalogueSize = 8_355;
const usualTerms = 8;
/** So far below the best, in nats, a disease has no share: all of a release together would have less than a millionth. */
const negligible = -25;

export function describeCatalogue(index: RankingIndex): Catalogue {
  const diseaseCount = index.diseases.length;
  return { diseaseCount, countedShare: index.diseases.reduce((sum, disease) => sum + disease.countedShare, 0) / Math.max(1, diseaseCount) };
}

/**
 * Probability of each disease and of none of them; they sum to 1.
 * Formula: softmax of score / temperature over the diseases and one more outcome, "none of these", whose score is a sum of the
 * parts of `Calibration` and of `nonePerLikeness` · ln Σ e^(score / temperature) over the diseases. Source of the numbers: tests/bench/ranking/learn-calibration.ts.
 * Assumes that the patient has at most one of the diseases. Limits: learned on published patients, nearly all with a gene found.
 */
export function calibrate(scores: Float64Array, observedCount: number, catalogue: Catalogue, calibration: Calibration): Probabilities {
  const temperature = temperatureOf(observedCount, catalogue, calibration);
  let best = -Infinity;
  for (let d = 0; d < scores.length; d += 1) best = Math.max(best, (scores[d] as number) / temperature);
  const ofDisease = new Float64Array(scores.length);
  let total = 0;
  for (let d = 0; d < scores.length; d += 1) {
    const below = (scores[d] as number) / temperature - best;
    const weight = below < negligible ? 0 : Math.exp(below);
    ofDisease[d] = weight;
    total += weight;
  }
  const noneOfThese = scores.length === 0 ? 1 : noneProbability(best + Math.log(total), observedCount, catalogue, calibration);
  const perWeight = (1 - noneOfThese) / total;
  for (let d = 0; d < ofDisease.length; d += 1) ofDisease[d] = (ofDisease[d] as number) * perWeight;
  return { ofDisease, noneOfThese };
}

export function temperatureOf(observedCount: number, catalogue: Catalogue, calibration: Calibration): number {
  const { logTemperature, logTemperaturePerTerms, logTemperaturePerCounted } = calibration;
  return Math.exp(logTemperature + logTemperaturePerTerms * termsAgainstUsual(observedCount) + logTemperaturePerCounted * catalogue.countedShare);
}

/** Probability of "none of these", given ln Σ e^(score / temperature) over the diseases. */
export function noneProbability(likeness: number, observedCount: number, catalogue: Catalogue, calibration: Calibration): number {
  return 1 / (1 + Math.exp((1 - calibration.nonePerLikeness) * likeness - noneScore(observedCount, catalogue, calibration)));
}

function noneScore(observedCount: number, catalogue: Catalogue, calibration: Calibration): number {
  const missing = Math.log(Math.max(1, fullCatalogueSize / Math.max(1, catalogue.diseaseCount)));
  return calibration.noneOffset + calibration.nonePerTerms * termsAgainstUsual(observedCount) + calibration.nonePerMissing * missing + calibration.nonePerCounted * catalogue.countedShare;
}

/** ln of the observed terms against the usual eight; one more of each, so that a case without terms has a value. */
const termsAgainstUsual = (observedCount: number): number => Math.log((observedCount + 1) / (usualTerms + 1));
