import { type Calibration } from '#shared/ranking/calibration.ts';
import { type ModelWeights } from '#shared/ranking/model-parameters.ts';

/** Learned on all published development cases under two releases. Source: tests/bench/ranking/learn-weights.ts. */
export const absenceWeights: ModelWeights = {
  own: 0.16,
  common: 10,
  frequency: 0.85,
  observedAbsent: -1.3,
  absence: 0.2,
  excludedAbsent: 1.2,
  mention: 0,
  gene: 4,
  doubtfulName: -3.9,
  susceptibility: -1.7,
  papers: 0.54,
  counted: -1.35,
  meanInformation: 0.43,
  totalWeight: -1.25,
};

export const mentionWeights: ModelWeights = { ...absenceWeights, absence: 0, mention: 0.22 };

export const absenceCalibration: Calibration = { temperature: 1, temperaturePower: 0, noneOffset: 3, nonePerTerms: 0, nonePerMissing: 0.5, nonePerCounted: 0 };
export const mentionCalibration: Calibration = absenceCalibration;
