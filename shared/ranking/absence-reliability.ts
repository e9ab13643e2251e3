import { type Reliability } from '#shared/ranking/calibration.ts';

/** Written by tests/bench/ranking/learn-calibration.ts absence; not to be changed by hand. */
export const absenceReliability: Reliability = {
  curated: [
    { cases: 346, stated: 0.053, found: 0.069 },
    { cases: 227, stated: 0.142, found: 0.185 },
    { cases: 131, stated: 0.247, found: 0.344 },
    { cases: 88, stated: 0.344, found: 0.341 },
    { cases: 72, stated: 0.445, found: 0.444 },
    { cases: 55, stated: 0.541, found: 0.527 },
    { cases: 57, stated: 0.648, found: 0.614 },
    { cases: 54, stated: 0.753, found: 0.889 },
    { cases: 80, stated: 0.852, found: 0.938 },
    { cases: 345, stated: 0.979, found: 0.988 },
  ],
  earlier: [
    { cases: 626, stated: 0.049, found: 0.048 },
    { cases: 253, stated: 0.140, found: 0.134 },
    { cases: 138, stated: 0.246, found: 0.174 },
    { cases: 107, stated: 0.343, found: 0.280 },
    { cases: 67, stated: 0.448, found: 0.507 },
    { cases: 42, stated: 0.545, found: 0.548 },
    { cases: 44, stated: 0.646, found: 0.705 },
    { cases: 50, stated: 0.747, found: 0.780 },
    { cases: 41, stated: 0.854, found: 0.878 },
    { cases: 87, stated: 0.962, found: 0.931 },
  ],
};
