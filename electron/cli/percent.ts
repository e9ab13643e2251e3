/** A probability as the screens say it: `71 %`, `6.4 %`, `< 0.1 %`, `> 99 %`; never a zero or a certainty that is none. */
export function percent(probability: number): string {
  const value = probability * 100;
  if (value > 0 && value < 0.1) return '< 0.1 %';
  if (value >= 99.5 && probability < 1) return '> 99 %';
  return `${value.toFixed(value > 0 && value < 9.95 ? 1 : 0)} %`;
}
