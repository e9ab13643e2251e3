import type { ReaderProblem } from '#shared/pedigree/formats/family-format.ts';
import { brokenInvariants, invariantSentences, type FamilyInvariant } from '#shared/pedigree/family-invariants.ts';
import { familySchema, type Family } from '#shared/pedigree/family.ts';

/** Ids of a file may be this long, so that a row between two people can be named after both. */
export const longestFileId = 120;
/** Rules that a file may break though each of its lines can be read: the family in it cannot be. */
const inconsistencies: ReadonlySet<string> = new Set<FamilyInvariant>(['one-proband', 'no-own-ancestor', 'twins-share-parents', 'one-twin-group', 'two-partners']);

export interface FamilyPlaces {
  readonly fileName: string;
  /** The line on which an individual stands, where the format has lines. */
  readonly lineOf?: ((individualId: string) => number | undefined) | undefined;
}

/** What keeps a family that was read from being one: facts too long, or lines that no family has. Empty where it is fine. */
export function checkReadFamily(family: Family, { fileName, lineOf }: FamilyPlaces): readonly ReaderProblem[] {
  const checked = familySchema.safeParse(family);
  if (!checked.success) {
    return checked.error.issues.slice(0, 20).map((issue): ReaderProblem => {
      const [list, index] = issue.path;
      const row = list === 'individuals' && typeof index === 'number' ? family.individuals[index] : undefined;
      const fact = String(issue.path.at(-1) ?? 'the family');
      const tooMany = list !== undefined && index === undefined ? ` of ${String(list)}` : '';
      return { severity: 'error', rule: issue.code === 'too_big' ? 'too-long' : 'not-a-family', message: `${fact} cannot be kept${tooMany}: ${issue.message}`, file: fileName, line: row === undefined ? undefined : lineOf?.(row.id) };
    });
  }
  return brokenInvariants(family).map(({ rule, ids }) => {
    const lines = ids.flatMap((id) => lineOf?.(id) ?? []).toSorted((first, second) => first - second);
    return { severity: 'error', rule, message: invariantSentences[rule], file: fileName, line: lines[0], people: ids };
  });
}

/** True where every error is one of consistency: the file was understood, and what it says cannot be. */
export const isUnderstood = (problems: readonly ReaderProblem[]): boolean => problems.some(({ severity }) => severity === 'error') && problems.every(({ severity, rule }) => severity !== 'error' || inconsistencies.has(rule));
