import { describe, expect, test } from 'vitest';
import { classifyVariant, probabilityOf, type MetCriterion, type VariantClass } from '#shared/variant/acmg/classify.ts';
import { criteria, type CriterionCode, type Strength } from '#shared/variant/acmg/criteria.ts';

/** How many criteria of each strength are met. */
interface Counts {
  readonly veryStrong: number;
  readonly strong: number;
  readonly moderate: number;
  readonly supporting: number;
}

describe('points against the table of combinations of 2015', () => {
  test('differ for pathogenic evidence only where the literature says so', () => {
    const differing = pathogenicCombinations().filter((counts) => classifyVariant(pathogenic(counts)).classification !== byPathogenicRules(counts));
    expect(differing.filter((counts) => !isKnownDifference(counts))).toEqual([]);
    expect(pathogenicCombinations().filter((counts) => isKnownDifference(counts) && classifyVariant(pathogenic(counts)).classification === byPathogenicRules(counts))).toEqual([]);
    expect(pathogenicCombinations()).toHaveLength(2 * 3 * 5 * 5);
  });

  test('differ for benign evidence only where one criterion alone makes likely benign, or three supporting ones lift one strong one to benign', () => {
    const combinations = range(4).flatMap((strong) => range(6).map((supporting) => ({ strong, supporting })));
    const differing = combinations.filter(({ strong, supporting }) => classifyVariant(benign(strong, supporting)).classification !== byBenignRules(strong, supporting));
    // Tavtigian et al. 2020, doi 10.1002/humu.24088: a single benign criterion has points below zero, and sums replace the fixed pairs.
    expect(differing).toEqual([{ strong: 0, supporting: 1 }, { strong: 1, supporting: 0 }, ...[3, 4, 5, 6].map((supporting) => ({ strong: 1, supporting }))]);
  });

  test('BA1 alone is benign, and stays so beside evidence for pathogenicity, with a warning', () => {
    expect(classifyVariant([met('BA1')])).toMatchObject({ classification: 'benign', warnings: [] });
    const beside = classifyVariant([met('BA1'), met('PVS1'), met('PS3')]);
    expect([beside.classification, beside.warnings.map(({ kind }) => kind)]).toEqual(['benign', ['stand-alone-conflict']]);
  });
});

describe('probability of pathogenicity', () => {
  test('is 0.99 at ten points, 0.90 at six, 0.10 at none and below 0.001 at minus seven', () => {
    // Tavtigian et al. 2020, table 3, prior 0.10 and odds of 2.08 a point.
    expect([10, 6, 0, -1, -7].map((points) => Number(probabilityOf(points).toFixed(4)))).toEqual([0.9941, 0.9, 0.1, 0.0507, 0.0007]);
  });
});

describe('what may not be counted twice', () => {
  test.each([
    ['PM2', 'BS1', ['BS1']],
    ['PM2', 'BA1', ['BA1']],
    ['PS1', 'PM5', ['PS1']],
    ['PS2', 'PM6', ['PS2']],
  ] as const)('%s with %s', (first, second, counted) => {
    const result = classifyVariant([met(first), met(second)]);
    expect(result.counted.map(({ code }) => code)).toEqual(counted);
    expect(result.warnings.map(({ kind, codes }) => [kind, codes])).toEqual([['counted-twice', [first, second]]]);
  });

  test('a hot spot and a prediction end together at strong, and are left alone below it', () => {
    // Pejaver et al. 2022, doi 10.1016/j.ajhg.2022.10.013.
    expect(classifyVariant([met('PM1'), met('PP3', 'strong')])).toMatchObject({ points: 4, counted: [{ code: 'PM1', points: 2 }, { code: 'PP3', points: 2 }], warnings: [{ kind: 'capped', codes: ['PM1', 'PP3'] }] });
    expect(classifyVariant([met('PM1'), met('PP3', 'moderate')])).toMatchObject({ points: 4, warnings: [] });
    expect(classifyVariant([met('PP3', 'strong')])).toMatchObject({ points: 4, warnings: [] });
  });

  test('strong evidence both ways that leaves a variant uncertain is a conflict to look at', () => {
    expect(classifyVariant([met('PS3'), met('BS1')])).toMatchObject({ classification: 'uncertain-significance', warnings: [{ kind: 'conflict' }] });
    expect(classifyVariant([met('PVS1'), met('PS3'), met('BS1')]).warnings).toEqual([]);
  });

  test('retired criteria count nothing, and strength beyond the published rules is pointed out', () => {
    expect(classifyVariant([met('PP5'), met('BP6')])).toMatchObject({ points: 0, counted: [], warnings: [{ kind: 'retired' }, { kind: 'retired' }] });
    expect(classifyVariant([met('PM2', 'moderate')])).toMatchObject({ points: 2, warnings: [{ kind: 'beyond-published-strength' }] });
  });
});

const met = (code: CriterionCode, strength: Strength = criteria[code].strength): MetCriterion => ({ code, strength });
const range = (last: number): readonly number[] => Array.from({ length: last + 1 }, (_, index) => index);

function pathogenicCombinations(): readonly Counts[] {
  return range(1).flatMap((veryStrong) => range(2).flatMap((strong) => range(4).flatMap((moderate) => range(4).map((supporting) => ({ veryStrong, strong, moderate, supporting })))));
}

const strengthOf: Readonly<Record<keyof Counts, Strength>> = { veryStrong: 'very-strong', strong: 'strong', moderate: 'moderate', supporting: 'supporting' };

/** Criteria that may all stand together; only their strengths matter for the sum. */
const compatible: readonly CriterionCode[] = ['PVS1', 'PS1', 'PS2', 'PS3', 'PS4', 'PM1', 'PM2', 'PM3', 'PP1', 'PP2', 'PP4'];

function pathogenic(counts: Counts): readonly MetCriterion[] {
  const wanted = (['veryStrong', 'strong', 'moderate', 'supporting'] as const).flatMap((key) => Array.from({ length: counts[key] }, () => strengthOf[key]));
  return wanted.map((strength, index) => ({ code: compatible[index] ?? 'PVS1', strength }));
}

/** Richards et al. 2015, doi 10.1038/gim.2015.30, table 5, pathogenic and likely pathogenic. */
function byPathogenicRules({ veryStrong, strong, moderate, supporting }: Counts): VariantClass {
  const withVeryStrong = veryStrong >= 1 && (strong >= 1 || moderate >= 2 || (moderate >= 1 && supporting >= 1) || supporting >= 2);
  const withStrong = strong >= 1 && (moderate >= 3 || (moderate >= 2 && supporting >= 2) || (moderate >= 1 && supporting >= 4));
  if (withVeryStrong || strong >= 2 || withStrong) return 'pathogenic';
  const likely = (veryStrong >= 1 && moderate >= 1) || (strong >= 1 && (moderate >= 1 || supporting >= 2)) || moderate >= 3 || (moderate >= 2 && supporting >= 2) || (moderate >= 1 && supporting >= 4);
  return likely ? 'likely-pathogenic' : 'uncertain-significance';
}

/**
 * Tavtigian et al. 2018, doi 10.1038/gim.2017.210: very strong with one moderate is pathogenic (0.994), two strong alone likely pathogenic (0.975);
 * Tavtigian et al. 2020, doi 10.1002/humu.24088: very strong alone or with one supporting is likely pathogenic, and moderate with supporting
 * evidence that reaches ten points is pathogenic.
 */
function isKnownDifference({ veryStrong, strong, moderate, supporting }: Counts): boolean {
  if (veryStrong === 1) return strong === 0 && ((moderate === 1 && supporting === 0) || (moderate === 0 && supporting <= 1));
  if (strong === 2) return moderate === 0 && supporting <= 1;
  return strong === 0 && moderate >= 3 && moderate * 2 + supporting >= 10;
}

function benign(strong: number, supporting: number): readonly MetCriterion[] {
  const codes = (['BS1', 'BS2', 'BS3', 'BS4'] as const).slice(0, strong).map((code) => met(code));
  return [...codes, ...(['BP1', 'BP2', 'BP3', 'BP4', 'BP5', 'BP7'] as const).slice(0, supporting).map((code) => met(code))];
}

function byBenignRules(strong: number, supporting: number): VariantClass {
  if (strong >= 2) return 'benign';
  return (strong === 1 && supporting >= 1) || supporting >= 2 ? 'likely-benign' : 'uncertain-significance';
}
