import type { CaseFile } from '#shared/casefile/case-file.ts';
import type { IdentificationLevel } from '#shared/pedigree/drawing/drawing-context.ts';

export interface ExportWarning {
  readonly kind: string;
  readonly message: string;
}

/**
 * From how many on a trait of a family is told as one by which who knows the family would know it again. No published threshold exists for pedigrees; these are our own, set low: a
 * family of three generations has about a dozen people, most families have no more than one early death or loss, and two such traits together are already rare.
 */
export const warningThresholds = { people: 15, deaths: 3, losses: 3, observedTerms: 15, traitsTogether: 2 } as const;

const usualKaryotypes: ReadonlySet<string> = new Set(['46,XX', '46,XY']);

interface Trait {
  readonly kind: string;
  readonly words: string;
  readonly isPresent: (file: CaseFile) => boolean;
}

/** The shape of a family by which it may be known again though nobody in it has a name. */
const traits: readonly Trait[] = [
  { kind: 'family-size', words: 'a large family', isPresent: ({ family }) => family.individuals.length >= warningThresholds.people },
  { kind: 'family-twins', words: 'twins', isPresent: ({ family }) => family.twinGroups.length > 0 },
  { kind: 'family-consanguinity', words: 'parents related by blood', isPresent: ({ family }) => family.partnerships.some(({ isConsanguineous }) => isConsanguineous) || family.header.consanguinityAsked === 'reported' },
  { kind: 'family-deaths', words: 'several deaths', isPresent: ({ family }) => family.individuals.filter(({ life, vitalStatus }) => life.kind === 'person' && vitalStatus === 'deceased').length >= warningThresholds.deaths },
  { kind: 'family-losses', words: 'several lost pregnancies', isPresent: ({ family }) => family.individuals.filter(({ life }) => life.kind === 'loss' || life.kind === 'stillbirth').length >= warningThresholds.losses },
  { kind: 'family-formation', words: 'an adoption, a donor or a surrogate', isPresent: ({ family }) => family.individuals.some(({ isAdopted }) => isAdopted) || family.parentEdges.some(({ isDonor }) => isDonor) },
  { kind: 'karyotype', words: 'an unusual karyotype', isPresent: ({ family }) => family.individuals.some(({ karyotype }) => karyotype !== '' && !usualKaryotypes.has(karyotype)) },
  { kind: 'gender', words: 'a gender other than the sex assigned at birth', isPresent: ({ family }) => family.individuals.some(({ gender, sexAssignedAtBirth }) => (gender === 'man-boy' && sexAssignedAtBirth === 'female') || (gender === 'woman-girl' && sexAssignedAtBirth === 'male') || gender === 'non-binary') },
];

/** What of a file without names may still tell who it is about. At the full level there is nothing to warn of. */
export function reidentificationWarnings(file: CaseFile, level: IdentificationLevel): readonly ExportWarning[] {
  if (level === 'full') return [];
  const present = traits.filter(({ isPresent }) => isPresent(file));
  const variants = file.findings.filter(({ hgvsCoding, hgvsGenomic, hgvsProtein, location }) => hgvsCoding !== '' || hgvsGenomic !== '' || hgvsProtein !== '' || location !== null).length;
  const observed = file.features.filter(({ state }) => state === 'observed').length;
  return [
    ...(variants === 0 ? [] : [{ kind: 'rare-variant', message: `The file holds ${String(variants)} ${variants === 1 ? 'variant' : 'variants'}. A rare one can tell who somebody is to whoever has their sequence, or where it was published.` }]),
    ...present.map(({ kind, words }) => ({ kind, message: `The pedigree shows ${words}, by which it may be known again.` })),
    ...(present.length >= warningThresholds.traitsTogether ? [{ kind: 'rare-combination', message: `Together this is rare: ${present.map(({ words }) => words).join(', ')}. Leave the pedigree out unless who gets the file needs it.` }] : []),
    ...(observed < warningThresholds.observedTerms ? [] : [{ kind: 'phenotype', message: `${String(observed)} observed findings together are likely those of one patient alone.` }]),
  ];
}
