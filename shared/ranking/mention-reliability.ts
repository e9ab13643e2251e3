import { type Reliability } from '#shared/ranking/calibration.ts';

/** Written by tests/bench/ranking/learn-calibration.ts mention; not to be changed by hand. */
export const mentionReliability: Reliability = {
  curated: [
    { cases: 857, stated: 0.055, found: 0.093 },
    { cases: 564, stated: 0.143, found: 0.149 },
    { cases: 299, stated: 0.247, found: 0.244 },
    { cases: 223, stated: 0.350, found: 0.404 },
    { cases: 247, stated: 0.450, found: 0.429 },
    { cases: 146, stated: 0.545, found: 0.596 },
    { cases: 129, stated: 0.650, found: 0.744 },
    { cases: 197, stated: 0.751, found: 0.802 },
    { cases: 190, stated: 0.856, found: 0.895 },
    { cases: 1512, stated: 0.985, found: 0.992 },
  ],
  earlier: [
    { cases: 1573, stated: 0.052, found: 0.079 },
    { cases: 801, stated: 0.142, found: 0.125 },
    { cases: 441, stated: 0.247, found: 0.252 },
    { cases: 269, stated: 0.345, found: 0.260 },
    { cases: 202, stated: 0.443, found: 0.267 },
    { cases: 156, stated: 0.548, found: 0.538 },
    { cases: 150, stated: 0.645, found: 0.567 },
    { cases: 165, stated: 0.754, found: 0.867 },
    { cases: 187, stated: 0.847, found: 0.920 },
    { cases: 420, stated: 0.967, found: 0.957 },
  ],
};
