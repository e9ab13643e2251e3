import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

/** What a writer of a file for other programs works on: the case as the level leaves it, and what the case itself does not say. */
export interface CaseSource {
  readonly file: CaseFile;
  /** By what the family is called in the file: the clinic's reference, or its pseudonym. */
  readonly title: string;
  /** The day of writing, ISO 8601. */
  readonly today: string;
  /** Empty where the level does not let the clinic be named. */
  readonly clinic: { readonly clinicName: string; readonly clinicianName: string };
  /** Version of the ontology in use, for the list of resources. */
  readonly ontologyVersion: string;
  /** The label of a term of the ontology; its id where the release does not know it. */
  readonly nameOfTerm: (termId: string) => string;
  /** Symbols of the genes that the release links with a disease. */
  readonly genesOfDisease: (diseaseId: string) => readonly string[];
  /** Null where no gene names are installed or the symbol is not among them. */
  readonly hgncIdOf: (symbol: string) => string | null;
}

/** What of the case a format has no place for, or none in which another program would look. */
export interface CaseLoss {
  readonly kind: string;
  /** Ids of the people whom it concerns; empty where it is about the case. */
  readonly people: readonly string[];
  readonly message: string;
}

export interface CaseWriting {
  readonly text: string;
  readonly losses: readonly CaseLoss[];
}

/** The patient whom the file is about: the proband, whom every case has. */
export function probandOf({ family }: CaseFile): Individual {
  const proband = family.individuals.find(({ isProband }) => isProband) ?? family.individuals[0];
  if (proband === undefined) throw new Error('a case without a proband');
  return proband;
}
