import { type Reliability } from '#shared/ranking/calibration.ts';

/** Written by tests/bench/ranking/learn-calibration.ts absence; not to be changed by hand. */
export const absenceReliability: Reliability = {
  curated: [
    { cases: 336, stated: 0.053, found: 0.086 },
    { cases: 235, stated: 0.144, found: 0.153 },
    { cases: 132, stated: 0.245, found: 0.280 },
    { cases: 92, stated: 0.345, found: 0.348 },
    { cases: 68, stated: 0.448, found: 0.485 },
    { cases: 70, stated: 0.545, found: 0.500 },
    { cases: 45, stated: 0.657, found: 0.556 },
    { cases: 55, stated: 0.743, found: 0.855 },
    { cases: 71, stated: 0.848, found: 0.887 },
    { cases: 351, stated: 0.978, found: 0.986 },
  ],
  earlier: [
    { cases: 569, stated: 0.050, found: 0.053 },
    { cases: 284, stated: 0.141, found: 0.155 },
    { cases: 125, stated: 0.245, found: 0.184 },
    { cases: 107, stated: 0.344, found: 0.196 },
    { cases: 73, stated: 0.442, found: 0.479 },
    { cases: 57, stated: 0.546, found: 0.474 },
    { cases: 44, stated: 0.652, found: 0.682 },
    { cases: 54, stated: 0.750, found: 0.741 },
    { cases: 44, stated: 0.855, found: 0.841 },
    { cases: 98, stated: 0.964, found: 0.918 },
  ],
};
