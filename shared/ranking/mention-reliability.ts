import { type Reliability } from '#shared/ranking/calibration.ts';

/** Written by tests/bench/ranking/learn-calibration.ts mention; not to be changed by hand. */
export const mentionReliability: Reliability = {
  curated: [
    { cases: 323, stated: 0.050, found: 0.093 },
    { cases: 178, stated: 0.148, found: 0.163 },
    { cases: 95, stated: 0.247, found: 0.316 },
    { cases: 63, stated: 0.344, found: 0.302 },
    { cases: 73, stated: 0.450, found: 0.438 },
    { cases: 44, stated: 0.544, found: 0.477 },
    { cases: 39, stated: 0.650, found: 0.641 },
    { cases: 57, stated: 0.746, found: 0.772 },
    { cases: 81, stated: 0.853, found: 0.827 },
    { cases: 502, stated: 0.987, found: 0.992 },
  ],
  earlier: [
    { cases: 507, stated: 0.048, found: 0.079 },
    { cases: 270, stated: 0.142, found: 0.107 },
    { cases: 154, stated: 0.248, found: 0.234 },
    { cases: 83, stated: 0.344, found: 0.313 },
    { cases: 64, stated: 0.452, found: 0.266 },
    { cases: 54, stated: 0.552, found: 0.426 },
    { cases: 43, stated: 0.651, found: 0.465 },
    { cases: 45, stated: 0.750, found: 0.711 },
    { cases: 81, stated: 0.855, found: 0.901 },
    { cases: 154, stated: 0.971, found: 0.955 },
  ],
};
