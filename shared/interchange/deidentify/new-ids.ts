import type { CaseFile } from '#shared/casefile/case-file.ts';

/** A new id for every id of the case: its place in the file, in the form of a UUID, so that it tells nothing and is the same each time. */
export function newIdsOf(file: CaseFile): ReadonlyMap<string, string> {
  const { family } = file;
  const lists: readonly (readonly { readonly id: string }[])[] = [
    [file.case],
    family.individuals,
    family.parentEdges,
    family.partnerships,
    family.twinGroups,
    family.conditions,
    family.individualConditions,
    file.features,
    file.findings,
    file.candidates,
    file.events,
    file.tests,
    file.referrals,
    file.tasks,
    file.documents,
    file.consents,
  ];
  const ids = [...new Set(lists.flat().map(({ id }) => id))];
  return new Map(ids.map((id, index) => [id, `00000000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`]));
}
