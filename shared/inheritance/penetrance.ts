import { assertNever } from '#shared/base/assert-never.ts';

/** Probability of showing the condition, by age where it depends on it. Ages in years. */
export type PenetranceCurve =
  | { readonly kind: 'constant'; readonly probability: number }
  /** Cumulative risk at rising ages, straight between them, constant after the last, 0 at birth. */
  | { readonly kind: 'table'; readonly points: readonly { readonly ageInYears: number; readonly cumulative: number }[] }
  /** Age of onset normally distributed among those who ever show it. */
  | { readonly kind: 'normal'; readonly lifetime: number; readonly meanAgeInYears: number; readonly standardDeviation: number };

/** Penetrance by the number of disease alleles (0 is the phenocopy rate) and by the sex that counts for transmission. */
export interface Penetrance {
  readonly female: readonly [PenetranceCurve, PenetranceCurve, PenetranceCurve];
  readonly male: readonly [PenetranceCurve, PenetranceCurve, PenetranceCurve];
}

export const constantPenetrance = (probability: number): PenetranceCurve => ({ kind: 'constant', probability });

/** Probability of having shown the condition by an age; `null`: ever. */
export function cumulativePenetrance(curve: PenetranceCurve, ageInYears: number | null): number {
  switch (curve.kind) {
    case 'constant':
      return curve.probability;
    case 'table':
      return ageInYears === null ? (curve.points.at(-1)?.cumulative ?? 0) : straightBetween(curve.points, ageInYears);
    case 'normal':
      return ageInYears === null ? curve.lifetime : curve.lifetime * standardNormal((ageInYears - curve.meanAgeInYears) / curve.standardDeviation);
    default:
      return assertNever(curve);
  }
}

/**
 * Weight of an onset at an age, per year of age: the slope of the cumulative curve. A constant curve says nothing about age, so its weight is the
 * probability itself; what matters is the ratio between genotypes.
 */
export function onsetDensity(curve: PenetranceCurve, ageInYears: number): number {
  if (curve.kind === 'constant') return curve.probability;
  const from = Math.max(0, ageInYears - onsetWindowInYears / 2);
  const to = from + onsetWindowInYears;
  return (cumulativePenetrance(curve, to) - cumulativePenetrance(curve, from)) / onsetWindowInYears;
}

/** Ages of onset are remembered to about a year. */
const onsetWindowInYears = 1;

function straightBetween(points: readonly { readonly ageInYears: number; readonly cumulative: number }[], age: number): number {
  let before = { ageInYears: 0, cumulative: 0 };
  for (const point of points) {
    if (age < point.ageInYears) return before.cumulative + ((point.cumulative - before.cumulative) * (age - before.ageInYears)) / (point.ageInYears - before.ageInYears);
    before = point;
  }
  return before.cumulative;
}

/**
 * Distribution function of the standard normal distribution.
 *
 * Formula: series Φ(x) = ½ + φ(x)·Σ x^(2k+1)/(1·3·…·(2k+1)) for |x| < 5, the continued fraction of Mills' ratio beyond.
 * Source: Marsaglia 2004, doi 10.18637/jss.v011.i04; Abramowitz & Stegun 26.2.14. Error below 1e-14.
 */
function standardNormal(x: number): number {
  const density = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI);
  if (Math.abs(x) > 5) {
    let fraction = Math.abs(x);
    for (let term = 60; term > 0; term -= 1) fraction = Math.abs(x) + term / fraction;
    const tail = density / fraction;
    return x > 0 ? 1 - tail : tail;
  }
  let term = x;
  let sum = x;
  for (let odd = 3; Math.abs(term) > 1e-17; odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + density * sum;
}
