import { criterionCodes, exclusivePairs, type CriterionCode } from '#shared/variant/acmg/criteria.ts';

/** The kinds of evidence, as figure 1 of Richards et al. 2015 (doi 10.1038/gim.2015.30) groups the criteria. */
export const criterionGroups = {
  population: ['PM2', 'PS4', 'BA1', 'BS1', 'BS2'],
  predicted: ['PVS1', 'PS1', 'PM4', 'PM5', 'PP3', 'BP1', 'BP3', 'BP4', 'BP7'],
  functional: ['PS3', 'PM1', 'PP2', 'BS3'],
  segregation: ['PP1', 'BS4'],
  deNovo: ['PS2', 'PM6'],
  allelic: ['PM3', 'BP2'],
  other: ['PP4', 'BP5', 'PP5', 'BP6'],
} as const satisfies Readonly<Record<string, readonly CriterionCode[]>>;
export type CriterionGroup = keyof typeof criterionGroups;
export const groupNames = Object.keys(criterionGroups) as readonly CriterionGroup[];

/** Why a criterion cannot be met beside those that are: one observation would count twice. Null where it can. */
export function barFor(code: CriterionCode, met: readonly CriterionCode[]): { readonly other: CriterionCode; readonly why: string } | null {
  for (const { codes, why } of exclusivePairs) {
    const other = codes[0] === code ? codes[1] : codes[1] === code ? codes[0] : null;
    if (other !== null && met.includes(other)) return { other, why };
  }
  return null;
}

/** In the order of the guideline, whatever the order in which they were chosen. */
export const inOrder = <Entry extends { readonly code: CriterionCode }>(entries: readonly Entry[]): readonly Entry[] => [...entries].sort((one, other) => criterionCodes.indexOf(one.code) - criterionCodes.indexOf(other.code));
