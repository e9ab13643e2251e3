import { type Reliability } from '#shared/ranking/calibration.ts';

/** Written by tests/bench/ranking/learn-calibration.ts mention; not to be changed by hand. */
export const mentionReliability: Reliability = {
  curated: [
    { cases: 283, stated: 0.050, found: 0.092 },
    { cases: 163, stated: 0.143, found: 0.129 },
    { cases: 113, stated: 0.246, found: 0.230 },
    { cases: 63, stated: 0.348, found: 0.365 },
    { cases: 72, stated: 0.447, found: 0.389 },
    { cases: 64, stated: 0.537, found: 0.438 },
    { cases: 36, stated: 0.646, found: 0.750 },
    { cases: 60, stated: 0.758, found: 0.783 },
    { cases: 64, stated: 0.841, found: 0.813 },
    { cases: 537, stated: 0.987, found: 0.989 },
  ],
  earlier: [
    { cases: 510, stated: 0.049, found: 0.071 },
    { cases: 268, stated: 0.141, found: 0.097 },
    { cases: 146, stated: 0.250, found: 0.240 },
    { cases: 97, stated: 0.348, found: 0.309 },
    { cases: 68, stated: 0.448, found: 0.206 },
    { cases: 50, stated: 0.553, found: 0.520 },
    { cases: 47, stated: 0.650, found: 0.574 },
    { cases: 47, stated: 0.751, found: 0.809 },
    { cases: 61, stated: 0.850, found: 0.902 },
    { cases: 161, stated: 0.971, found: 0.957 },
  ],
};
