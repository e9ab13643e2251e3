import { type Reliability } from '#shared/ranking/calibration.ts';

/** Written by tests/bench/ranking/learn-calibration.ts absence; not to be changed by hand. */
export const absenceReliability: Reliability = {
  curated: [
    { cases: 396, stated: 0.051, found: 0.091 },
    { cases: 221, stated: 0.142, found: 0.181 },
    { cases: 130, stated: 0.248, found: 0.346 },
    { cases: 83, stated: 0.345, found: 0.410 },
    { cases: 71, stated: 0.448, found: 0.437 },
    { cases: 53, stated: 0.542, found: 0.491 },
    { cases: 58, stated: 0.652, found: 0.776 },
    { cases: 49, stated: 0.752, found: 0.878 },
    { cases: 72, stated: 0.853, found: 0.903 },
    { cases: 322, stated: 0.978, found: 0.988 },
  ],
  earlier: [
    { cases: 570, stated: 0.050, found: 0.058 },
    { cases: 282, stated: 0.142, found: 0.145 },
    { cases: 120, stated: 0.244, found: 0.175 },
    { cases: 116, stated: 0.345, found: 0.216 },
    { cases: 69, stated: 0.445, found: 0.435 },
    { cases: 52, stated: 0.542, found: 0.500 },
    { cases: 49, stated: 0.647, found: 0.673 },
    { cases: 56, stated: 0.752, found: 0.750 },
    { cases: 40, stated: 0.858, found: 0.825 },
    { cases: 101, stated: 0.964, found: 0.921 },
  ],
};
