import { type Reliability } from '#shared/ranking/calibration.ts';

/** Written by tests/bench/ranking/learn-calibration.ts mention; not to be changed by hand. */
export const mentionReliability: Reliability = {
  curated: [
    { cases: 295, stated: 0.054, found: 0.092 },
    { cases: 185, stated: 0.142, found: 0.151 },
    { cases: 95, stated: 0.244, found: 0.232 },
    { cases: 79, stated: 0.349, found: 0.380 },
    { cases: 89, stated: 0.455, found: 0.416 },
    { cases: 37, stated: 0.549, found: 0.676 },
    { cases: 38, stated: 0.652, found: 0.763 },
    { cases: 71, stated: 0.751, found: 0.803 },
    { cases: 65, stated: 0.856, found: 0.892 },
    { cases: 501, stated: 0.985, found: 0.990 },
  ],
  earlier: [
    { cases: 523, stated: 0.051, found: 0.071 },
    { cases: 263, stated: 0.141, found: 0.095 },
    { cases: 146, stated: 0.250, found: 0.253 },
    { cases: 95, stated: 0.346, found: 0.316 },
    { cases: 67, stated: 0.441, found: 0.239 },
    { cases: 53, stated: 0.546, found: 0.491 },
    { cases: 54, stated: 0.648, found: 0.593 },
    { cases: 48, stated: 0.754, found: 0.896 },
    { cases: 64, stated: 0.843, found: 0.922 },
    { cases: 142, stated: 0.967, found: 0.958 },
  ],
};
