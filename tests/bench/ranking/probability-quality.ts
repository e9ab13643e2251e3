import { type ReliabilityBin } from '#shared/ranking/calibration.ts';

/** A stated probability and whether it came true. */
export interface Forecast {
  readonly probability: number;
  readonly cameTrue: boolean;
}

export interface ForecastQuality {
  readonly count: number;
  /** Expected calibration error over ten equal bins: mean distance between stated and found. Source: Naeini et al. 2015, DOI 10.1609/aaai.v29i1.9602. */
  readonly calibrationError: number;
  /** Mean squared distance. Source: Brier 1950, DOI 10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2. */
  readonly brier: number;
  /** Mean of what was stated, and of what was found. */
  readonly stated: number;
  readonly found: number;
}

const binCount = 10;

export function forecastQuality(forecasts: readonly Forecast[]): ForecastQuality {
  const distance = Array.from({ length: binCount }, () => 0);
  let brier = 0;
  let stated = 0;
  let found = 0;
  for (const { probability, cameTrue } of forecasts) {
    const truth = cameTrue ? 1 : 0;
    const bin = Math.min(binCount - 1, Math.floor(probability * binCount));
    distance[bin] = (distance[bin] ?? 0) + probability - truth;
    brier += (probability - truth) ** 2;
    stated += probability;
    found += truth;
  }
  const count = Math.max(1, forecasts.length);
  return { count: forecasts.length, calibrationError: distance.reduce((sum, bin) => sum + Math.abs(bin), 0) / count, brier: brier / count, stated: stated / count, found: found / count };
}

/** Stated and found share per tenth of the stated probability; empty tenths are left out. */
export function reliabilityBins(forecasts: readonly Forecast[]): readonly ReliabilityBin[] {
  return Array.from({ length: binCount }, (_, bin) => forecasts.filter(({ probability }) => Math.min(binCount - 1, Math.floor(probability * binCount)) === bin)).flatMap((within) => {
    if (within.length === 0) return [];
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    return [{ cases: within.length, stated: mean(within.map(({ probability }) => probability)), found: mean(within.map(({ cameTrue }) => (cameTrue ? 1 : 0))) }];
  });
}
