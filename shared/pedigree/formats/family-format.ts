import type { Problem } from '#shared/base/problem.ts';
import type { Family } from '#shared/pedigree/family.ts';

/** The formats of files that hold a family, under the names of the command line. */
export const familyFormats = ['ped', 'gedcom5', 'gedcom7', 'canrisk', 'ga4gh', 'fhir', 'phenopacket', 'nostos'] as const;
export type FamilyFormat = (typeof familyFormats)[number];

export const formatNames: Readonly<Record<FamilyFormat, string>> = {
  ped: 'PED',
  gedcom5: 'GEDCOM 5.5.1',
  gedcom7: 'GEDCOM 7',
  canrisk: 'CanRisk',
  ga4gh: 'GA4GH pedigree',
  fhir: 'FHIR FamilyMemberHistory',
  phenopacket: 'Phenopacket',
  nostos: 'Nostos',
};

export interface NamedFamily {
  /** What the file calls the family; the name of the file where it says nothing. */
  readonly name: string;
  readonly family: Family;
}

/** A finding of a reader. Its message never repeats what the file says; `people` are ids of the file. */
export interface ReaderProblem extends Problem {
  readonly people?: readonly string[] | undefined;
}

/**
 * What a file gave. Each family is whole; one with an error is not among them. What of the file has no place in a family is a warning with the rule
 * `not-read`, once for each kind of thing, with their number and the first line.
 */
export interface FamiliesReading {
  readonly format: FamilyFormat;
  readonly families: readonly NamedFamily[];
  readonly problems: readonly ReaderProblem[];
}

/** A text to be read, whose lines end with \n alone. */
export interface FamilyText {
  readonly fileName: string;
  readonly text: string;
}

export const notReadRule = 'not-read';
