import { type Reliability } from '#shared/ranking/calibration.ts';

/** Written by tests/bench/ranking/learn-calibration.ts mention; not to be changed by hand. */
export const mentionReliability: Reliability = {
  curated: [
    { cases: 862, stated: 0.055, found: 0.090 },
    { cases: 550, stated: 0.143, found: 0.142 },
    { cases: 302, stated: 0.245, found: 0.248 },
    { cases: 233, stated: 0.352, found: 0.391 },
    { cases: 236, stated: 0.454, found: 0.436 },
    { cases: 156, stated: 0.545, found: 0.577 },
    { cases: 121, stated: 0.647, found: 0.760 },
    { cases: 198, stated: 0.749, found: 0.803 },
    { cases: 195, stated: 0.855, found: 0.897 },
    { cases: 1511, stated: 0.984, found: 0.992 },
  ],
  earlier: [
    { cases: 1535, stated: 0.051, found: 0.078 },
    { cases: 823, stated: 0.141, found: 0.124 },
    { cases: 436, stated: 0.247, found: 0.241 },
    { cases: 275, stated: 0.343, found: 0.258 },
    { cases: 205, stated: 0.443, found: 0.293 },
    { cases: 157, stated: 0.548, found: 0.522 },
    { cases: 151, stated: 0.648, found: 0.563 },
    { cases: 161, stated: 0.755, found: 0.814 },
    { cases: 203, stated: 0.849, found: 0.936 },
    { cases: 418, stated: 0.968, found: 0.964 },
  ],
};
