import { roundToSum } from '#shared/base/round-to-sum.ts';
import { type PriorSubject, type RankedEvidence, type RankedExplanation, type RankedPrior } from '#shared/ranking/ranking.ts';

/** The figures of an explanation as a person reads them, on screen and on the command line. Units: log10 likelihood ratio, to hundredths. */
export interface ShownEvidence {
  /** Of each part and each prior, in the order of the explanation. */
  readonly parts: readonly number[];
  readonly priors: readonly number[];
  /** All priors of one subject together. */
  readonly ofSubject: Readonly<Record<PriorSubject, number>>;
  /** The score. */
  readonly sum: number;
}

/** Digits after the point. */
const shownDigits = 2;

/** Parts and priors rounded together, so that what is shown adds up to the sum shown, and so do the priors of one subject to theirs. */
export function shownEvidence({ parts, priors, score }: { readonly parts: readonly Pick<RankedEvidence, 'log10LikelihoodRatio'>[]; readonly priors: readonly Pick<RankedPrior, 'about' | 'log10'>[] } & Pick<RankedExplanation, 'score'>): ShownEvidence {
  const rounded = roundToSum([...parts.map((part) => part.log10LikelihoodRatio), ...priors.map((prior) => prior.log10)], score, shownDigits);
  const shownPriors = rounded.slice(parts.length);
  const of = (subject: PriorSubject): number => inHundredths(shownPriors.filter((_, i) => priors[i]?.about === subject));
  return { parts: rounded.slice(0, parts.length), priors: shownPriors, ofSubject: { disease: of('disease'), gene: of('gene'), inheritance: of('inheritance') }, sum: inHundredths(rounded) };
}

/** Summed as whole hundredths: the sum of many fractions would drift. */
const inHundredths = (values: readonly number[]): number => values.reduce((sum, value) => sum + Math.round(value * 100), 0) / 100;
