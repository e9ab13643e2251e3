import type { CandidateState } from '#shared/casefile/case-record.ts';
import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { DocumentPaper } from '#shared/interchange/documents/document.ts';
import type { IdentificationLevel } from '#shared/pedigree/drawing/drawing-context.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';
import type { SystemIndex } from '#shared/phenotype/organ-systems.ts';

/** One term or prior and what it does to a disease. */
export interface Reason {
  readonly label: string;
  /** log10 of the likelihood ratio: above zero it speaks for the disease. */
  readonly log10: number;
}

export interface SummaryCandidate {
  readonly rank: number;
  readonly diseaseId: string;
  readonly name: string;
  readonly genes: readonly string[];
  readonly probability: number;
  readonly state: CandidateState | null;
  /** Strongest first. */
  readonly reasons: readonly Reason[];
  /** Frequent features of the disease that nobody has recorded either way. */
  readonly notRecorded: readonly string[];
}

/** The differential as it was reckoned for this document. */
export interface SummaryDifferential {
  readonly candidates: readonly SummaryCandidate[];
  readonly noneOfThese: number;
  readonly others: { readonly count: number; readonly probability: number };
  readonly release: string;
  readonly algorithm: string;
}

/** Who writes; each is empty where it is not known or may not be told. */
export interface LetterClinic {
  readonly clinicName: string;
  readonly clinicianName: string;
  /** Where an answer reaches them: a mailto: or a web address. */
  readonly replyAddress: string;
  readonly telephone: string;
}

/** What a case summary is made of: the case as the level leaves it, and what the knowledge in use says of it. */
export interface SummarySource {
  readonly file: CaseFile;
  readonly level: IdentificationLevel;
  readonly paper: DocumentPaper;
  /** By what the case is called: the clinic's reference, or its pseudonym. */
  readonly title: string;
  readonly today: string;
  readonly clinic: LetterClinic;
  readonly recipient: string;
  readonly systems: SystemIndex;
  readonly nameOfTerm: (termId: string) => string;
  /** Null where nothing is ranked: no findings, or no knowledge. */
  readonly differential: SummaryDifferential | null;
  readonly appVersion: string;
}

/** How the clinic is reached, as it stands in a letter: `genetics@example.org`, `telephone 01 234`; what is not known is left out. */
export function saidContact({ replyAddress, telephone }: LetterClinic): readonly string[] {
  return [replyAddress.replace(/^mailto:/i, ''), telephone.trim() === '' ? '' : `telephone ${telephone.trim()}`].filter((part) => part !== '');
}

export const probandOf = ({ individuals }: Family): Individual | null => individuals.find(({ isProband }) => isProband) ?? null;

export const nameOf = ({ givenName, familyName }: Pick<Individual, 'givenName' | 'familyName'>): string => [givenName, familyName].filter((part) => part !== '').join(' ');

/** Name and pedigree number, as far as there are any. */
export function calledInDocument(individual: Individual, numberOf: (id: string) => string): string {
  return [nameOf(individual), numberOf(individual.id)].filter((part) => part !== '').join(', ');
}
