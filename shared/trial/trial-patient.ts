import type { Zygosity } from '#shared/variant/variant.ts';
import type { VariantClass } from '#shared/variant/acmg/classify.ts';
import type { BirthRange } from '#shared/trial/birth.ts';
import type { GeoPoint } from '#shared/trial/study.ts';

/** What the clinic thinks of a disease of the patient; `ranked`: only the phenotype speaks for it. */
export const diseaseStandings = ['confirmed', 'working', 'suspected', 'ranked', 'ruled-out'] as const;
export type DiseaseStanding = (typeof diseaseStandings)[number];

export interface PatientDisease {
  readonly id: string;
  readonly name: string;
  /** Every name that the installed knowledge has for it, its own among them. */
  readonly names: readonly string[];
  readonly genes: readonly string[];
  readonly standing: DiseaseStanding;
  /** Of the ranking; null where it was not ranked. */
  readonly probability: number | null;
}

/** A variant that the patient carries. */
export interface PatientVariant {
  readonly gene: string;
  readonly name: string;
  readonly classification: VariantClass | null;
  readonly zygosity: Zygosity;
  /** It lies on the other copy of the gene than another variant that the patient carries, and that is known. */
  readonly isInTrans: boolean;
}

export interface PatientFeature {
  readonly termId: string;
  readonly label: string;
  readonly state: 'observed' | 'excluded';
  /** It was there and is gone. */
  readonly isResolved: boolean;
}

/** What is known of a patient that may decide about a trial. Built from a case or from a phenopacket; holds no name and no address. */
export interface TrialPatient {
  readonly birth: BirthRange;
  /** Null: not known, or not so plain that a study's one word covers it. */
  readonly sex: 'male' | 'female' | null;
  /** Why the sex is not plain, in words; empty where it is or is unknown. */
  readonly sexNote: string;
  readonly isDeceased: boolean;
  readonly diseases: readonly PatientDisease[];
  readonly variants: readonly PatientVariant[];
  readonly features: readonly PatientFeature[];
  /** Where the family lives, as near as it was said. */
  readonly place: GeoPoint | null;
}

/** A finding by one of its names. */
export interface NamedFinding {
  readonly id: string;
  readonly label: string;
  /** The phrase is the label or an exact synonym, and no lay word, abbreviation or related one, which may mean something else. */
  readonly isExact: boolean;
}

/** What the judging must know of the ontology. */
export interface TrialVocabulary {
  /** The finding that a phrase names; null where none is. */
  readonly findTerm: (phrase: string) => NamedFinding | null;
  readonly isSameOrBelow: (termId: string, ancestorId: string) => boolean;
}

interface RecordedSex {
  readonly sexAssignedAtBirth: 'female' | 'male' | 'unassigned' | 'unknown';
  readonly gender: 'woman-girl' | 'man-boy' | 'non-binary' | 'unknown';
  readonly karyotype: string;
}

/** The sex in the one word that a register uses, where sex at birth, gender and karyotype all agree with it. */
export function plainSex({ sexAssignedAtBirth, gender, karyotype }: RecordedSex): Pick<TrialPatient, 'sex' | 'sexNote'> {
  if (sexAssignedAtBirth === 'unknown') return { sex: null, sexNote: '' };
  if (sexAssignedAtBirth === 'unassigned') return { sex: null, sexNote: 'No sex was assigned at birth.' };
  const expected = sexAssignedAtBirth === 'female' ? { gender: 'woman-girl', other: /Y/ } : { gender: 'man-boy', other: /^4\d,X(?:$|[^Y])/ };
  if (gender !== 'unknown' && gender !== expected.gender) return { sex: null, sexNote: `The sex assigned at birth is ${sexAssignedAtBirth}, the gender is another one.` };
  if (expected.other.test(karyotype)) return { sex: null, sexNote: `The sex assigned at birth is ${sexAssignedAtBirth}, the karyotype is ${karyotype}.` };
  return { sex: sexAssignedAtBirth, sexNote: '' };
}
