import { type Reliability } from '#shared/ranking/calibration.ts';

/** Written by tests/bench/ranking/learn-calibration.ts absence; not to be changed by hand. */
export const absenceReliability: Reliability = {
  curated: [
    { cases: 886, stated: 0.056, found: 0.074 },
    { cases: 765, stated: 0.145, found: 0.188 },
    { cases: 379, stated: 0.245, found: 0.301 },
    { cases: 291, stated: 0.346, found: 0.344 },
    { cases: 230, stated: 0.448, found: 0.448 },
    { cases: 193, stated: 0.545, found: 0.554 },
    { cases: 160, stated: 0.648, found: 0.662 },
    { cases: 148, stated: 0.750, found: 0.858 },
    { cases: 221, stated: 0.851, found: 0.905 },
    { cases: 1091, stated: 0.979, found: 0.988 },
  ],
  earlier: [
    { cases: 1791, stated: 0.052, found: 0.052 },
    { cases: 847, stated: 0.144, found: 0.132 },
    { cases: 429, stated: 0.248, found: 0.224 },
    { cases: 273, stated: 0.347, found: 0.297 },
    { cases: 224, stated: 0.445, found: 0.442 },
    { cases: 137, stated: 0.547, found: 0.591 },
    { cases: 149, stated: 0.651, found: 0.651 },
    { cases: 128, stated: 0.751, found: 0.828 },
    { cases: 139, stated: 0.853, found: 0.856 },
    { cases: 247, stated: 0.966, found: 0.951 },
  ],
};
