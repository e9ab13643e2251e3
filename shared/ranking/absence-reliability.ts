import { type Reliability } from '#shared/ranking/calibration.ts';

/** Written by tests/bench/ranking/learn-calibration.ts absence; not to be changed by hand. */
export const absenceReliability: Reliability = {
  curated: [
    { cases: 292, stated: 0.059, found: 0.062 },
    { cases: 255, stated: 0.142, found: 0.157 },
    { cases: 134, stated: 0.248, found: 0.299 },
    { cases: 95, stated: 0.343, found: 0.379 },
    { cases: 82, stated: 0.449, found: 0.415 },
    { cases: 56, stated: 0.544, found: 0.518 },
    { cases: 57, stated: 0.645, found: 0.667 },
    { cases: 59, stated: 0.754, found: 0.847 },
    { cases: 75, stated: 0.852, found: 0.933 },
    { cases: 350, stated: 0.977, found: 0.989 },
  ],
  earlier: [
    { cases: 584, stated: 0.053, found: 0.043 },
    { cases: 280, stated: 0.141, found: 0.118 },
    { cases: 140, stated: 0.253, found: 0.200 },
    { cases: 111, stated: 0.346, found: 0.261 },
    { cases: 67, stated: 0.450, found: 0.448 },
    { cases: 45, stated: 0.543, found: 0.533 },
    { cases: 47, stated: 0.646, found: 0.702 },
    { cases: 50, stated: 0.750, found: 0.840 },
    { cases: 50, stated: 0.855, found: 0.860 },
    { cases: 81, stated: 0.962, found: 0.926 },
  ],
};
