import { daysPerYear, durationInDays } from '#shared/phenotype/duration.ts';

/** An onset term of the HPO with the ages that its definition covers, `from` included and `below` excluded, in days after birth. */
export interface OnsetClass {
  readonly termId: string;
  readonly label: string;
  readonly fromDays: number;
  readonly belowDays: number;
}

/**
 * The narrowest onset terms that divide life after birth without gap or overlap.
 *
 * Source: definitions of the Onset branch (HP:0003674) of the Human Phenotype Ontology: Köhler S et al., 2021, doi:10.1093/nar/gkaa1043.
 * Assumes: "between 5 and 15 years" reaches to the sixteenth birthday, where Adult onset begins.
 */
export const onsetClasses: readonly OnsetClass[] = [
  { termId: 'HP:0003623', label: 'Neonatal onset', fromDays: 0, belowDays: 28 },
  { termId: 'HP:0003593', label: 'Infantile onset', fromDays: 28, belowDays: daysPerYear },
  { termId: 'HP:0011463', label: 'Childhood onset', fromDays: daysPerYear, belowDays: 5 * daysPerYear },
  { termId: 'HP:0003621', label: 'Juvenile onset', fromDays: 5 * daysPerYear, belowDays: 16 * daysPerYear },
  { termId: 'HP:0011462', label: 'Young adult onset', fromDays: 16 * daysPerYear, belowDays: 40 * daysPerYear },
  { termId: 'HP:0003596', label: 'Middle age onset', fromDays: 40 * daysPerYear, belowDays: 60 * daysPerYear },
  { termId: 'HP:0003584', label: 'Late onset', fromDays: 60 * daysPerYear, belowDays: Number.POSITIVE_INFINITY },
];

/** Present at birth: the class of the age `P0D`, which says "at birth" and not "in the first days". */
export const congenitalOnset = { termId: 'HP:0003577', label: 'Congenital onset' } as const;
/** Before birth: embryonal to 10 completed weeks of gestation, fetal from then on (HP:0011460, HP:0011461, their definitions). */
export const embryonalOnset = { termId: 'HP:0011460', label: 'Embryonal onset' } as const;
export const fetalOnset = { termId: 'HP:0011461', label: 'Fetal onset' } as const;

/** The onset term of an age after birth (ISO 8601 duration), or null where the text is no duration. */
export function onsetClassOfAge(duration: string): { readonly termId: string; readonly label: string } | null {
  const days = durationInDays(duration);
  if (days === null) return null;
  if (days === 0) return congenitalOnset;
  const found = onsetClasses.find((onset) => days < onset.belowDays);
  return found === undefined ? null : { termId: found.termId, label: found.label };
}

/** The onset term of a gestational age in completed weeks. */
export function onsetClassOfGestation(weeks: number): { readonly termId: string; readonly label: string } {
  return weeks < 10 ? embryonalOnset : fetalOnset;
}
