import { cappedPairs, criteria, exclusivePairs, pointsOf, strengths, type CriterionCode, type Strength } from '#shared/variant/acmg/criteria.ts';

export const variantClasses = ['pathogenic', 'likely-pathogenic', 'uncertain-significance', 'likely-benign', 'benign'] as const;
export type VariantClass = (typeof variantClasses)[number];

/** A criterion somebody found to be met, with the strength they give it. */
export interface MetCriterion {
  readonly code: CriterionCode;
  readonly strength: Strength;
}

export interface AcmgWarning {
  readonly kind: 'counted-twice' | 'capped' | 'retired' | 'beyond-published-strength' | 'conflict' | 'stand-alone-conflict';
  readonly codes: readonly CriterionCode[];
  readonly message: string;
}

export interface AcmgClassification {
  readonly classification: VariantClass;
  readonly points: number;
  /** Posterior probability of pathogenicity. */
  readonly probability: number;
  /** What went into the sum. */
  readonly counted: readonly (MetCriterion & { readonly points: number })[];
  readonly warnings: readonly AcmgWarning[];
}

/**
 * Class, points and probability of a variant.
 *
 * Formula: points = Σ of each criterion's, benign ones below zero; pathogenic from 10, likely pathogenic from 6, uncertain from 0, likely benign from −6,
 * benign below. P = odds · prior / ((odds − 1) · prior + 1) with odds = 2.08^points, prior 0.10. BA1 alone makes benign whatever else is claimed.
 * Source: Tavtigian et al. 2018, doi 10.1038/gim.2017.210, and 2020, doi 10.1002/humu.24088.
 * Differs from Richards et al. 2015, table 5, as Tavtigian et al. say: very strong with one moderate is pathogenic (table 5: likely pathogenic), very strong alone
 * or with one supporting likely pathogenic (uncertain), two strong with at most one supporting likely pathogenic (pathogenic), three moderate or more that reach
 * 10 points pathogenic (likely pathogenic), one benign criterion alone likely benign (uncertain), one strong with three supporting benign ones benign (likely benign).
 * Assumes that the criteria are independent; those known not to be are counted once (`exclusivePairs`) or up to what both are worth (`cappedPairs`).
 */
export function classifyVariant(met: readonly MetCriterion[]): AcmgClassification {
  const twice = doubleCounts(met);
  const left = met.filter(({ code }) => !criteria[code].isRetired && !twice.some(({ dropped }) => dropped === code));
  const { counted, warnings: capped } = withCaps(left.map((entry) => ({ ...entry, points: signedPoints(entry) })));
  const points = counted.reduce((sum, entry) => sum + entry.points, 0);
  const isStandAlone = left.some(({ code }) => code === 'BA1');
  return {
    classification: isStandAlone ? 'benign' : classOf(points),
    points,
    probability: probabilityOf(points),
    counted,
    warnings: [...twice.map(({ warning }) => warning), ...capped, ...otherWarnings(met), ...conflicts(counted, points, isStandAlone)],
  };
}

/** Posterior probability of pathogenicity for a number of points. */
export function probabilityOf(points: number): number {
  const odds = oddsPerPoint ** points;
  return (odds * priorProbability) / ((odds - 1) * priorProbability + 1);
}

/** Odds of one supporting criterion: the eighth root of 350, very strong evidence. Tavtigian et al. 2018 and 2020. */
export const oddsPerPoint = 2.08;
/** Prior of a variant that is classified at all. Tavtigian et al. 2018. */
export const priorProbability = 0.1;

function classOf(points: number): VariantClass {
  if (points >= 10) return 'pathogenic';
  if (points >= 6) return 'likely-pathogenic';
  if (points >= 0) return 'uncertain-significance';
  return points >= -6 ? 'likely-benign' : 'benign';
}

const signedPoints = ({ code, strength }: MetCriterion): number => (criteria[code].direction === 'benign' ? -pointsOf[strength] : pointsOf[strength]);

type Counted = AcmgClassification['counted'];

/** Takes what two overlapping criteria count too much from the second of them. */
function withCaps(counted: Counted): { readonly counted: Counted; readonly warnings: readonly AcmgWarning[] } {
  const warnings: AcmgWarning[] = [];
  let kept = counted;
  for (const { codes, most, why } of cappedPairs) {
    const surplus = kept.filter(({ code }) => codes.includes(code)).reduce((sum, { points }) => sum + points, 0) - pointsOf[most];
    const [first, second] = codes;
    if (surplus <= 0 || !codes.every((code) => kept.some((entry) => entry.code === code))) continue;
    kept = kept.map((entry) => (entry.code === second ? { ...entry, points: entry.points - surplus } : entry));
    warnings.push({ kind: 'capped', codes, message: `${first} and ${second} together count ${most} at most: ${why}` });
  }
  return { counted: kept, warnings };
}

interface DoubleCount {
  readonly dropped: CriterionCode;
  readonly warning: AcmgWarning;
}

function doubleCounts(met: readonly MetCriterion[]): readonly DoubleCount[] {
  return exclusivePairs.flatMap(({ codes, why }) => {
    const [first, second] = codes.map((code) => met.find((entry) => entry.code === code));
    if (first === undefined || second === undefined) return [];
    const weaker = pointsOf[first.strength] < pointsOf[second.strength] ? first : second;
    return [{ dropped: weaker.code, warning: { kind: 'counted-twice', codes, message: `${codes.join(' and ')} together: ${why}; ${weaker.code} is not counted` } }];
  });
}

function otherWarnings(met: readonly MetCriterion[]): readonly AcmgWarning[] {
  return met.flatMap(({ code, strength }): readonly AcmgWarning[] => {
    const criterion = criteria[code];
    if (criterion.isRetired) return [{ kind: 'retired', codes: [code], message: `${code} is retired and not counted; use the evidence behind the report` }];
    if (strengths.indexOf(strength) <= strengths.indexOf(criterion.greatest)) return [];
    return [{ kind: 'beyond-published-strength', codes: [code], message: `${code} as ${strength} goes beyond the published rules, which end at ${criterion.greatest}; the reason has to carry it` }];
  });
}

function conflicts(counted: readonly (MetCriterion & { readonly points: number })[], points: number, isStandAlone: boolean): readonly AcmgWarning[] {
  const pathogenic = counted.filter((entry) => entry.points > 0);
  const benign = counted.filter((entry) => entry.points < 0);
  const codes = [...pathogenic, ...benign].map(({ code }) => code);
  if (isStandAlone && pathogenic.length > 0) return [{ kind: 'stand-alone-conflict', codes, message: `BA1 makes the variant benign although ${pathogenic.map(({ code }) => code).join(', ')} speak for it; check them and the frequency` }];
  const isStrong = ({ points: own }: { readonly points: number }): boolean => Math.abs(own) >= pointsOf.strong;
  if (pathogenic.some(isStrong) && benign.some(isStrong) && classOf(points) === 'uncertain-significance')
    return [{ kind: 'conflict', codes, message: 'strong evidence in both directions cancels out to uncertain significance; look at it again before it is reported' }];
  return [];
}
