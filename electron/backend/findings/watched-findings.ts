import type { Person } from '#shared/casefile/case-record.ts';
import { findingName, isCarried, type Finding } from '#shared/casefile/finding.ts';
import type { WatchedFinding } from '#shared/contract/finding-procedures.ts';

/** Those of the family who have the variant: they would have to be told. */
export function carriersOf(finding: Finding, findPerson: (id: string) => Person | null): WatchedFinding['carriers'] {
  return finding.genotypes.filter(isCarried).flatMap(({ personId }) => {
    const person = findPerson(personId);
    return person === null ? [] : [{ personId, isProband: person.isProband, name: `${person.givenName} ${person.familyName}`.trim() }];
  });
}

/** Each assertion that nobody has looked at, with those who have the variant. */
export function watchedFindings(reference: string, finding: Finding, findPerson: (id: string) => Person | null): readonly WatchedFinding[] {
  const classification = finding.classifications.at(-1)?.classification ?? null;
  const carriers = carriersOf(finding, findPerson);
  const open = finding.assertions.filter(({ importedAt, reviewedAt }) => importedAt !== undefined && reviewedAt === undefined);
  return open.map((assertion) => ({ caseId: finding.caseId, reference, findingId: finding.id, version: finding.version, name: findingName(finding), classification, assertion, differs: assertion.classification !== classification, carriers }));
}
