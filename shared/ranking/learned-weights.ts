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
  logTemperature: 0.15937,
  logTemperaturePerTerms: 0.22812,
  logTemperaturePerCounted: -0.74375,
  noneOffset: 10.40625,
  nonePerTerms: 0.14063,
  nonePerMissing: -0.32438,
  nonePerCounted: 4.625,
};

/** As above. */
export const mentionCalibration: Calibration = {
  logTemperature: 0.14062,
  logTemperaturePerTerms: 0.24687,
  logTemperaturePerCounted: -0.55625,
  noneOffset: 9.46875,
  nonePerTerms: -0.2625,
  nonePerMissing: -0.17437,
  nonePerCounted: 3.75,
};

/** As `node tests/bench/ranking/learn-weights.ts absence` prints them, on all development cases under two releases. */
export const absenceWeights: ModelWeights = {
  own: -0.056,
  common: 4.868,
  frequency: 0.855,
  observedAbsent: -0.949,
  absence: 0.05,
  excludedAbsent: 0.29,
  mention: 0,
  gene: 2.261,
  doubtfulName: -3.324,
  susceptibility: -0.108,
  papers: 0.511,
  counted: -1.388,
  meanInformation: 0.373,
  totalWeight: -2.099,
  near: 0.347,
  nearAlone: -0.088,
  orphanet: 0.032,
  orphanetCommon: 1.193,
  orphanetExact: 0.035,
  orphanetCover: 3.248,
  orphanetKnown: -2.128,
  countedAlways: 0.504,
  meanInformationAlways: -0.07,
  totalWeightAlways: 0.861,
};

/** As `node tests/bench/ranking/learn-weights.ts mention` prints them, on all development cases under two releases. */
export const mentionWeights: ModelWeights = {
  own: -0.053,
  common: 3.602,
  frequency: 0.751,
  observedAbsent: -0.659,
  absence: 0,
  excludedAbsent: 0.399,
  mention: 0.18,
  gene: 1.947,
  doubtfulName: -3.505,
  susceptibility: 0.041,
  papers: 0.528,
  counted: -1.551,
  meanInformation: 0.175,
  totalWeight: -2.355,
  near: 0.345,
  nearAlone: -0.096,
  orphanet: 0.031,
  orphanetCommon: 1.23,
  orphanetExact: 0.045,
  orphanetCover: 3.432,
  orphanetKnown: -2.17,
  countedAlways: 0.575,
  meanInformationAlways: 0.071,
  totalWeightAlways: 0.788,
};

/** SHA-256 of what both were learned from: settings of the script, first pass and reference files. A test holds it against those of today. */
export const learningInput = 'eec068b79957d4f87c43358e005c92348b3b8f78c03df1fd5fd55d1549dcb234';
