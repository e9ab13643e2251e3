import { type Reliability } from '#shared/ranking/calibration.ts';

/** Written by tests/bench/ranking/learn-calibration.ts absence; not to be changed by hand. */
export const absenceReliability: Reliability = {
  curated: [
    { cases: 918, stated: 0.057, found: 0.077 },
    { cases: 762, stated: 0.146, found: 0.190 },
    { cases: 383, stated: 0.247, found: 0.295 },
    { cases: 276, stated: 0.346, found: 0.326 },
    { cases: 225, stated: 0.444, found: 0.440 },
    { cases: 191, stated: 0.543, found: 0.555 },
    { cases: 162, stated: 0.646, found: 0.667 },
    { cases: 152, stated: 0.753, found: 0.829 },
    { cases: 222, stated: 0.853, found: 0.923 },
    { cases: 1073, stated: 0.979, found: 0.987 },
  ],
  earlier: [
    { cases: 1827, stated: 0.052, found: 0.050 },
    { cases: 826, stated: 0.143, found: 0.143 },
    { cases: 443, stated: 0.248, found: 0.203 },
    { cases: 270, stated: 0.349, found: 0.319 },
    { cases: 215, stated: 0.447, found: 0.433 },
    { cases: 137, stated: 0.547, found: 0.620 },
    { cases: 136, stated: 0.645, found: 0.647 },
    { cases: 140, stated: 0.750, found: 0.829 },
    { cases: 126, stated: 0.854, found: 0.841 },
    { cases: 244, stated: 0.967, found: 0.947 },
  ],
};
