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

/** Source: tests/bench/ranking/learn-calibration.ts, on every third development case under two releases and the starter catalogue. */
export const absenceCalibration: Calibration = {
  logTemperature: 0.2,
  logTemperaturePerTerms: 0.12063,
  logTemperaturePerCounted: -0.9,
  noneOffset: 9.8625,
  nonePerTerms: 0.21062,
  nonePerMissing: -0.3631,
  nonePerCounted: 5.4,
  nonePerLikeness: 0.15,
};

/** As above. */
export const mentionCalibration: Calibration = {
  logTemperature: 0.084,
  logTemperaturePerTerms: 0.213,
  logTemperaturePerCounted: -0.494,
  noneOffset: 8.577,
  nonePerTerms: -0.54413,
  nonePerMissing: -0.36,
  nonePerCounted: 0.564,
  nonePerLikeness: 0.3,
};

/** As `node tests/bench/ranking/learn-weights.ts absence` prints them, on all development cases under two releases. */
export const absenceWeights: ModelWeights = {
  own: -0.076,
  common: 4.115,
  frequency: 0.646,
  observedAbsent: -0.859,
  absence: 0.05,
  excludedAbsent: 0.284,
  mention: 0,
  gene: 2.276,
  doubtfulName: -3.343,
  susceptibility: -0.041,
  papers: 0.252,
  counted: -1.276,
  meanInformation: 0.38,
  totalWeight: -1.906,
  bestSource: 4.316,
  near: 0.341,
  nearAlone: -0.105,
  orphanet: 0.032,
  orphanetCommon: 1.103,
  orphanetExact: 0.047,
  orphanetCover: 2.998,
  orphanetKnown: -2.032,
  countedAlways: 0.503,
  meanInformationAlways: -0.007,
  totalWeightAlways: 1.303,
};

/** As `node tests/bench/ranking/learn-weights.ts mention` prints them, on all development cases under two releases. */
export const mentionWeights: ModelWeights = {
  own: -0.072,
  common: 2.766,
  frequency: 0.538,
  observedAbsent: -0.623,
  absence: 0,
  excludedAbsent: 0.401,
  mention: 0.179,
  gene: 1.92,
  doubtfulName: -3.622,
  susceptibility: 0.02,
  papers: 0.258,
  counted: -1.424,
  meanInformation: 0.167,
  totalWeight: -2.144,
  bestSource: 4.301,
  near: 0.336,
  nearAlone: -0.111,
  orphanet: 0.03,
  orphanetCommon: 1.148,
  orphanetExact: 0.055,
  orphanetCover: 3.184,
  orphanetKnown: -2.076,
  countedAlways: 0.572,
  meanInformationAlways: 0.138,
  totalWeightAlways: 1.254,
};

/** SHA-256 of what both were learned from: settings of the script, first pass and reference files. A test holds it against those of today. */
export const learningInput = 'eec068b79957d4f87c43358e005c92348b3b8f78c03df1fd5fd55d1549dcb234';
