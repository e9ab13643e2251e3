/** How much a criterion counts. `stand-alone` is BA1's own. */
export const strengths = ['supporting', 'moderate', 'strong', 'very-strong', 'stand-alone'] as const;
export type Strength = (typeof strengths)[number];

export const criterionCodes = [
  'PVS1', 'PS1', 'PS2', 'PS3', 'PS4', 'PM1', 'PM2', 'PM3', 'PM4', 'PM5', 'PM6', 'PP1', 'PP2', 'PP3', 'PP4', 'PP5',
  'BA1', 'BS1', 'BS2', 'BS3', 'BS4', 'BP1', 'BP2', 'BP3', 'BP4', 'BP5', 'BP6', 'BP7',
] as const;
export type CriterionCode = (typeof criterionCodes)[number];

export interface Criterion {
  readonly code: CriterionCode;
  readonly direction: 'pathogenic' | 'benign';
  /** What it counts unless somebody says otherwise. */
  readonly strength: Strength;
  /** The greatest strength for which there is a published rule; beyond it the reason has to be looked at. */
  readonly greatest: Strength;
  /** No longer to be used; counts nothing. */
  readonly isRetired: boolean;
  /** What it says, in our own short words. */
  readonly meaning: string;
}

/**
 * The criteria with the strengths of today.
 *
 * Source: Richards et al. 2015, doi 10.1038/gim.2015.30, tables 3 and 4; PM2 as supporting: ClinGen SVI, recommendation for PM2 version 1.0, 2020; PP5 and
 * BP6 retired: Biesecker & Harrison 2018, doi 10.1038/gim.2018.42; ranges: PVS1 Abou Tayoun et al. 2018, doi 10.1002/humu.23626; PS3 and BS3
 * Brnich et al. 2019, doi 10.1186/s13073-019-0690-2; PP3 and BP4 Pejaver et al. 2022, doi 10.1016/j.ajhg.2022.10.013; PM3, PS2 and PM6 ClinGen SVI
 * version 1.0 and 1.1; PP1 Jarvik & Browning 2016, doi 10.1016/j.ajhg.2016.04.003; PP4 Biesecker et al. 2024, doi 10.1016/j.ajhg.2023.11.009;
 * BP7 for a splicing assay without effect Walker et al. 2023, doi 10.1016/j.ajhg.2023.06.002, who put assays that show one under PVS1 and
 * similar splicing effects under PS1.
 * Limits: PM1, PM5 and PS4 have no range of the SVI for all genes; theirs are what expert panels specify for single ones, such as Kelly et al. 2018 for MYH7,
 * doi 10.1038/gim.2017.218, Gelb et al. 2018 for the RASopathies, doi 10.1038/gim.2018.3, and Fortuno et al. 2025 for TP53, doi 10.1186/s13073-025-01536-3.
 */
export const criteria: Readonly<Record<CriterionCode, Criterion>> = {
  PVS1: pathogenic('PVS1', 'very-strong', 'very-strong', 'null variant in a gene where loss of function causes the disease'),
  PS1: pathogenic('PS1', 'strong', 'strong', 'same amino acid change as an established pathogenic variant'),
  PS2: pathogenic('PS2', 'strong', 'very-strong', 'de novo, parents confirmed'),
  PS3: pathogenic('PS3', 'strong', 'very-strong', 'well-established functional studies show damage'),
  PS4: pathogenic('PS4', 'strong', 'very-strong', 'more frequent in the affected than in controls'),
  PM1: pathogenic('PM1', 'moderate', 'strong', 'in a hot spot or critical domain without benign variation'),
  PM2: pathogenic('PM2', 'supporting', 'supporting', 'absent or extremely rare in the population'),
  PM3: pathogenic('PM3', 'moderate', 'very-strong', 'in trans with a pathogenic variant in a recessive disease'),
  PM4: pathogenic('PM4', 'moderate', 'moderate', 'changes the length of the protein outside repeats'),
  PM5: pathogenic('PM5', 'moderate', 'strong', 'another change of the same amino acid is pathogenic'),
  PM6: pathogenic('PM6', 'moderate', 'very-strong', 'assumed de novo, parents not confirmed'),
  PP1: pathogenic('PP1', 'supporting', 'strong', 'segregates with the disease in the family'),
  PP2: pathogenic('PP2', 'supporting', 'supporting', 'missense in a gene with little benign missense variation'),
  PP3: pathogenic('PP3', 'supporting', 'strong', 'computational evidence for damage'),
  PP4: pathogenic('PP4', 'supporting', 'strong', 'phenotype or family history highly specific for the gene'),
  PP5: { ...pathogenic('PP5', 'supporting', 'supporting', 'reported as pathogenic by a reputable source'), isRetired: true },
  BA1: benign('BA1', 'stand-alone', 'stand-alone', 'too common in the population for any rare disease'),
  BS1: benign('BS1', 'strong', 'strong', 'more common in the population than the disease allows'),
  BS2: benign('BS2', 'strong', 'strong', 'seen in healthy adults who should be affected'),
  BS3: benign('BS3', 'strong', 'strong', 'well-established functional studies show no damage'),
  BS4: benign('BS4', 'strong', 'strong', 'does not segregate with the disease'),
  BP1: benign('BP1', 'supporting', 'supporting', 'missense in a gene where truncating variants cause the disease'),
  BP2: benign('BP2', 'supporting', 'supporting', 'in trans with a pathogenic dominant variant or in cis with any pathogenic one'),
  BP3: benign('BP3', 'supporting', 'supporting', 'in-frame change in a repeat without function'),
  BP4: benign('BP4', 'supporting', 'very-strong', 'computational evidence for no effect'),
  BP5: benign('BP5', 'supporting', 'supporting', 'found in a case with another cause'),
  BP6: { ...benign('BP6', 'supporting', 'supporting', 'reported as benign by a reputable source'), isRetired: true },
  BP7: benign('BP7', 'supporting', 'strong', 'synonymous, no splice effect predicted, not conserved'),
};

/**
 * Points of each strength.
 *
 * Source: Tavtigian et al. 2020, doi 10.1002/humu.24088, table 2. BA1 has none there; as many as very strong evidence keep its sum readable, and its
 * class does not rest on them.
 */
export const pointsOf: Readonly<Record<Strength, number>> = { supporting: 1, moderate: 2, strong: 4, 'very-strong': 8, 'stand-alone': 8 };

/**
 * Pairs that count one observation twice or contradict one another: where both are claimed, the weaker one is not counted.
 *
 * Source: Richards et al. 2015 (PM2, BS1 and BA1 are thresholds of one frequency; PS2 and PM6 the same event); Abou Tayoun et al. 2018 (PVS1 and PM4;
 * PVS1 and PP3 for splice sites); ClinGen SVI (PS1 and PM5 on the same residue; PP3 and BP4, PS3 and BS3, PP1 and BS4 are opposite results of
 * one kind of study).
 */
export const exclusivePairs: readonly { readonly codes: readonly [CriterionCode, CriterionCode]; readonly why: string }[] = [
  { codes: ['PM2', 'BS1'], why: 'the variant cannot be both rarer and more common than the disease allows' },
  { codes: ['PM2', 'BA1'], why: 'the variant cannot be both rare and common' },
  { codes: ['BS1', 'BA1'], why: 'both count the same population frequency' },
  { codes: ['PS1', 'PM5'], why: 'both count what is known of one amino acid' },
  { codes: ['PS2', 'PM6'], why: 'both count the same de novo event' },
  { codes: ['PVS1', 'PM4'], why: 'both count the change of the protein’s length' },
  { codes: ['PVS1', 'PP3'], why: 'the prediction is part of what PVS1 counts already' },
  { codes: ['PP3', 'BP4'], why: 'computational evidence says one or the other' },
  { codes: ['PS3', 'BS3'], why: 'functional studies are weighed together to one result' },
  { codes: ['PP1', 'BS4'], why: 'segregation in the families is weighed together to one result' },
  { codes: ['PP2', 'BP1'], why: 'missense variants are or are not how the gene causes disease' },
];

/**
 * Pairs that overlap without being the same: together they count no more than this.
 *
 * Source: Pejaver et al. 2022, doi 10.1016/j.ajhg.2022.10.013: predictors know the domains and hot spots, so that PM1 and PP3 together end at strong.
 */
export const cappedPairs: readonly { readonly codes: readonly [CriterionCode, CriterionCode]; readonly most: Strength; readonly why: string }[] = [
  { codes: ['PM1', 'PP3'], most: 'strong', why: 'predictors know hot spots and domains already' },
];

function pathogenic(code: CriterionCode, strength: Strength, greatest: Strength, meaning: string): Criterion {
  return { code, direction: 'pathogenic', strength, greatest, isRetired: false, meaning };
}

function benign(code: CriterionCode, strength: Strength, greatest: Strength, meaning: string): Criterion {
  return { code, direction: 'benign', strength, greatest, isRetired: false, meaning };
}
