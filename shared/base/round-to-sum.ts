/**
 * Values rounded so that, as they are shown, they add up to their total as it is shown: each is rounded down, and what the total then lacks is
 * given, one unit each, to those that lost most.
 * Formula: method of largest remainders. Units: as the values.
 * Source: M. L. Balinski, H. P. Young, Fair Representation, 1982 (Hamilton's method).
 * Assumes that the total is the sum of the values. Limits: a value may be shown almost a whole unit from what it is, rather than half of one.
 */
export function roundToSum(values: readonly number[], total: number, digits: number): readonly number[] {
  const scale = 10 ** digits;
  const scaled = values.map((value) => clean(value * scale));
  const whole = scaled.map(Math.floor);
  const lacking = Math.round(total * scale) - whole.reduce((sum, value) => sum + value, 0);
  const lostMost = scaled.map((value, i) => ({ i, lost: value - (whole[i] as number) })).sort((a, b) => b.lost - a.lost || a.i - b.i);
  const raised = new Set(lostMost.slice(0, Math.max(0, lacking)).map(({ i }) => i));
  return whole.map((value, i) => (value + (raised.has(i) ? 1 : 0)) / scale);
}

/** 0.29 × 100 is 28.999999999999996: what lies so near to a whole number is one. */
function clean(value: number): number {
  const nearest = Math.round(value);
  return Math.abs(value - nearest) < 1e-9 ? nearest : value;
}
