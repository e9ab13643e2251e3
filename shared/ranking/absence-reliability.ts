import { type Reliability } from '#shared/ranking/calibration.ts';

/** Written by tests/bench/ranking/learn-calibration.ts absence; not to be changed by hand. */
export const absenceReliability: Reliability = {
  curated: [
    { cases: 303, stated: 0.054, found: 0.063 },
    { cases: 242, stated: 0.141, found: 0.161 },
    { cases: 123, stated: 0.243, found: 0.317 },
    { cases: 102, stated: 0.337, found: 0.333 },
    { cases: 78, stated: 0.447, found: 0.397 },
    { cases: 60, stated: 0.537, found: 0.567 },
    { cases: 56, stated: 0.646, found: 0.589 },
    { cases: 57, stated: 0.755, found: 0.825 },
    { cases: 75, stated: 0.856, found: 0.933 },
    { cases: 359, stated: 0.981, found: 0.989 },
  ],
  earlier: [
    { cases: 582, stated: 0.051, found: 0.048 },
    { cases: 287, stated: 0.141, found: 0.125 },
    { cases: 129, stated: 0.253, found: 0.140 },
    { cases: 116, stated: 0.344, found: 0.284 },
    { cases: 60, stated: 0.452, found: 0.383 },
    { cases: 52, stated: 0.539, found: 0.615 },
    { cases: 42, stated: 0.650, found: 0.643 },
    { cases: 56, stated: 0.755, found: 0.821 },
    { cases: 35, stated: 0.859, found: 0.829 },
    { cases: 96, stated: 0.965, found: 0.938 },
  ],
};
