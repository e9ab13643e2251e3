/** A probability as a fraction, such as 2/3. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** Fractions that counsellors say: of small denominators, and of the powers of two that come of counting meioses. */
const denominators = [...Array.from({ length: 40 }, (_, index) => index + 1), 48, 50, 60, 64, 75, 80, 96, 100, 120, 128, 150, 192, 200, 256, 300, 400, 500, 512, 1_000, 1_024];

/** How far a probability may lie from a fraction that stands for it, as a share of the probability and of its complement. */
const tolerance = 0.002;

/** The simplest fraction that a probability is near to; null where there is none. */
export function simpleFraction(probability: number): Fraction | null {
  if (probability <= 0 || probability >= 1) return null;
  const allowed = tolerance * Math.min(probability, 1 - probability);
  for (const denominator of denominators) {
    const numerator = Math.round(probability * denominator);
    // Of large denominators only those that count one case, or all but one.
    const isSaid = denominator <= 40 || numerator === 1 || numerator === denominator - 1;
    if (isSaid && numerator > 0 && numerator < denominator && Math.abs(probability - numerator / denominator) <= allowed) return { numerator, denominator };
  }
  return null;
}

/** Reads a probability as people write it: `0.01`, `1/25`, `1 in 25`, `4 %`, `1e-6`, with a comma for the point too. Null where it is none. */
export function readProbability(text: string): number | null {
  const said = text.trim().toLowerCase();
  const parts = /^(\S+)\s*(?:\/|in|:)\s*(\S[\d .,]*)$/.exec(said);
  const value = parts === null ? plainNumber(said) : ratioOf(plainNumber(parts[1] ?? ''), plainNumber((parts[2] ?? '').replaceAll(/[ ,](?=\d{3}\b)/g, '')));
  return value !== null && value >= 0 && value <= 1 ? value : null;
}

function ratioOf(numerator: number | null, denominator: number | null): number | null {
  return numerator === null || denominator === null || denominator === 0 ? null : numerator / denominator;
}

function plainNumber(text: string): number | null {
  const found = /^(\d+(?:[.,]\d*)?|[.,]\d+)(e[+-]?\d{1,3})?\s*(%|‰)?$/.exec(text.trim());
  if (found === null) return null;
  const value = Number(`${(found[1] ?? '').replace(',', '.')}${found[2] ?? ''}`);
  if (!Number.isFinite(value)) return null;
  return found[3] === '%' ? value / 100 : found[3] === '‰' ? value / 1_000 : value;
}
