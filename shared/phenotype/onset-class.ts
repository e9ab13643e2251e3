import { daysPerYear } from '#shared/phenotype/duration.ts';

/** An onset term of the HPO. */
export interface OnsetClass {
  readonly termId: string;
  readonly label: string;
  /** How clinicians name it besides its label, in lower case. */
  readonly words: readonly string[];
  /** The first day that it covers, counted from birth and below zero before it. */
  readonly fromDays: number;
}

/** Day before birth at which a completed week of gestation lies, for a pregnancy of 40 weeks. */
const gestation = (weeks: number): number => (weeks - 40) * 7;
const years = (count: number): number => count * daysPerYear;

/**
 * The onset terms of the HPO that an age bounds, each broader one before the narrower ones that begin on the same day. Onset after a birth
 * or around the menopause (HP:4000040, HP:6000314, HP:6000315) has no age of its own and is not among them.
 *
 * Source: definitions of the terms below HP:0003674 Onset, Human Phenotype Ontology 2025-05-06: Gargano MA et al., 2024,
 * doi:10.1093/nar/gkad1005.
 * Assumes: embryonal onset reaches to 10 weeks of gestation, where fetal onset begins.
 */
export const onsetClasses: readonly OnsetClass[] = [
  { termId: 'HP:0030674', label: 'Antenatal onset', words: ['antenatal', 'prenatal', 'before birth', 'in utero'], fromDays: gestation(0) },
  { termId: 'HP:0011460', label: 'Embryonal onset', words: ['embryonal', 'embryonic'], fromDays: gestation(0) },
  { termId: 'HP:0011461', label: 'Fetal onset', words: ['fetal', 'foetal'], fromDays: gestation(10) },
  { termId: 'HP:0034199', label: 'Late first trimester onset', words: ['late first trimester'], fromDays: gestation(11) },
  { termId: 'HP:0034198', label: 'Second trimester onset', words: ['second trimester'], fromDays: gestation(14) },
  { termId: 'HP:0034197', label: 'Third trimester onset', words: ['third trimester'], fromDays: gestation(28) },
  { termId: 'HP:0003577', label: 'Congenital onset', words: ['congenital', 'birth', 'at birth', 'from birth', 'since birth', 'newborn'], fromDays: 0 },
  { termId: 'HP:0003623', label: 'Neonatal onset', words: ['neonatal', 'neonate', 'first month'], fromDays: 0 },
  { termId: 'HP:0410280', label: 'Pediatric onset', words: ['pediatric', 'paediatric'], fromDays: 28 },
  { termId: 'HP:0003593', label: 'Infantile onset', words: ['infantile', 'infancy', 'infant', 'first year'], fromDays: 28 },
  { termId: 'HP:0011463', label: 'Childhood onset', words: ['childhood', 'child'], fromDays: years(1) },
  { termId: 'HP:0003621', label: 'Juvenile onset', words: ['juvenile', 'adolescent', 'adolescence', 'teenage', 'teens', 'puberty'], fromDays: years(5) },
  { termId: 'HP:0003581', label: 'Adult onset', words: ['adult', 'adulthood'], fromDays: years(16) },
  { termId: 'HP:0011462', label: 'Young adult onset', words: ['young adult'], fromDays: years(16) },
  { termId: 'HP:0025708', label: 'Early young adult onset', words: ['early young adult'], fromDays: years(16) },
  { termId: 'HP:0025709', label: 'Intermediate young adult onset', words: ['intermediate young adult'], fromDays: years(19) },
  { termId: 'HP:0025710', label: 'Late young adult onset', words: ['late young adult'], fromDays: years(25) },
  { termId: 'HP:0003596', label: 'Middle age onset', words: ['middle age', 'middle aged'], fromDays: years(40) },
  { termId: 'HP:0003584', label: 'Late onset', words: ['late', 'old age'], fromDays: years(60) },
];
