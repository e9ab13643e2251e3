/** How scores become probabilities. */
export interface Calibration {
  /** Scores are divided by it: above 1, the model is surer than it should be. */
  readonly temperature: number;
  /** Score, in nats, at which "none of these" stands: constant, and change per ln(observed terms + 1). */
  readonly noneOffset: number;
  readonly nonePerLogTerms: number;
  /** Change per ln of how many times more diseases a full release holds: a small catalogue misses more patients. */
  readonly nonePerLogCoverage: number;
}

/** Diseases of a full release (OMIM, with phenotype annotations), against which a small catalogue is measured. */
export const fullCatalogueSize = 8_355;

export interface Probabilities {
  /** Of each disease, by position. */
  readonly ofDisease: Float64Array;
  readonly noneOfThese: number;
}

/**
 * Probability of each disease and of none of them; they sum to 1.
 * Formula: softmax of score / temperature over the diseases and one more outcome, "none of these", whose score is
 * noneOffset + nonePerLogTerms · ln(n + 1) + nonePerLogCoverage · ln(fullCatalogueSize / diseases).
 * Assumes that the patient has at most one of the diseases. Limits: learned on published patients with a known diagnosis.
 */
export function calibrate(scores: Float64Array, observedCount: number, calibration: Calibration): Probabilities {
  const none = noneScore(scores.length, observedCount, calibration);
  let best = none;
  for (const score of scores) best = Math.max(best, score / calibration.temperature);
  const ofDisease = new Float64Array(scores.length);
  let total = Math.exp(none - best);
  for (let d = 0; d < scores.length; d += 1) {
    const weight = Math.exp((scores[d] as number) / calibration.temperature - best);
    ofDisease[d] = weight;
    total += weight;
  }
  for (let d = 0; d < scores.length; d += 1) ofDisease[d] = (ofDisease[d] as number) / total;
  return { ofDisease, noneOfThese: Math.exp(none - best) / total };
}

function noneScore(diseaseCount: number, observedCount: number, calibration: Calibration): number {
  const missing = Math.log(Math.max(1, fullCatalogueSize / Math.max(1, diseaseCount)));
  return calibration.noneOffset + calibration.nonePerLogTerms * Math.log(observedCount + 1) + calibration.nonePerLogCoverage * missing;
}
