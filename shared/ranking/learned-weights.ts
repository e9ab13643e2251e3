import { type Calibration } from '#shared/ranking/calibration.ts';
import { type FirstPassWeights, type ModelWeights } from '#shared/ranking/model-parameters.ts';

/** Learned on every second of the published development cases, under two releases. Source: tests/bench/ranking/learn-weights.ts and NOTEBOOK.md there. */
export const firstAbsenceWeights: FirstPassWeights = {
  own: 0.175,
  common: 5.251,
  frequency: 1.144,
  observedAbsent: -1.111,
  absence: 0,
  excludedAbsent: 0.244,
  mention: 0,
  gene: 1.689,
  doubtfulName: -1.815,
  susceptibility: -1.747,
  papers: 0.628,
  counted: -1.174,
  meanInformation: 0.282,
  totalWeight: -2.176,
};

export const firstMentionWeights: FirstPassWeights = {
  own: 0.15,
  common: 5.849,
  frequency: 0.954,
  observedAbsent: -0.699,
  /** Beside the mention effect, which is its contrary, it gains nothing. */
  absence: 0,
  excludedAbsent: 0.521,
  mention: 0.18,
  gene: 2.304,
  doubtfulName: -3.491,
  susceptibility: -0.593,
  papers: 0.602,
  counted: -1.345,
  meanInformation: 0.217,
  totalWeight: -1.981,
};

/** Source: tests/bench/ranking/learn-calibration.ts, on all development cases under two releases and the starter catalogue. */
export const absenceCalibration: Calibration = {
  logTemperature: 0.2,
  logTemperaturePerTerms: 0.12063,
  logTemperaturePerCounted: -0.9,
  noneOffset: 9.89375,
  nonePerTerms: 0.20125,
  nonePerMissing: -0.41,
  nonePerCounted: 5.15,
  nonePerLikeness: 0.15,
};

/** As above. */
export const mentionCalibration: Calibration = {
  logTemperature: 0.084,
  logTemperaturePerTerms: 0.213,
  logTemperaturePerCounted: -0.494,
  noneOffset: 8.3895,
  nonePerTerms: -0.49725,
  nonePerMissing: -0.34125,
  nonePerCounted: 1.064,
  nonePerLikeness: 0.3,
};

/** As `node tests/bench/ranking/learn-weights.ts absence` prints them, on all development cases under two releases. */
export const absenceWeights: ModelWeights = {
  own: -0.077,
  common: 4.057,
  frequency: 0.644,
  observedAbsent: -0.838,
  absence: 2,
  excludedAbsent: 0.283,
  mention: 0,
  gene: 2.27,
  doubtfulName: -3.331,
  susceptibility: -0.02,
  papers: 0.251,
  counted: -1.283,
  meanInformation: 0.37,
  totalWeight: -1.951,
  bestSource: 4.336,
  near: 0.34,
  nearAlone: -0.105,
  orphanet: 0.032,
  orphanetCommon: 1.106,
  orphanetExact: 0.046,
  orphanetCover: 2.998,
  orphanetKnown: -2.029,
  countedAlways: 0.51,
  meanInformationAlways: -0.001,
  totalWeightAlways: 1.331,
};

/** As `node tests/bench/ranking/learn-weights.ts mention` prints them, on all development cases under two releases. */
export const mentionWeights: ModelWeights = {
  own: -0.073,
  common: 2.742,
  frequency: 0.546,
  observedAbsent: -0.626,
  absence: 2,
  excludedAbsent: 0.401,
  mention: 0.18,
  gene: 1.916,
  doubtfulName: -3.664,
  susceptibility: -0.145,
  papers: 0.259,
  counted: -1.429,
  meanInformation: 0.167,
  totalWeight: -2.164,
  bestSource: 4.306,
  near: 0.337,
  nearAlone: -0.111,
  orphanet: 0.03,
  orphanetCommon: 1.151,
  orphanetExact: 0.054,
  orphanetCover: 3.18,
  orphanetKnown: -2.072,
  countedAlways: 0.577,
  meanInformationAlways: 0.137,
  totalWeightAlways: 1.286,
};

/** SHA-256 of what both were learned from: settings of the script, first pass and reference files. A test holds it against those of today. */
export const learningInput = 'bbd4dc3993c685b76e653327795c9d25f918f318dd0aebff2a743f341e6d7107';
