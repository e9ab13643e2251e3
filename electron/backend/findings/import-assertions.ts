import type { UnitOfWork } from '#db/unit-of-work.ts';
import type { AssertionImport } from '#shared/contract/finding-procedures.ts';
import { findingName, type Finding } from '#shared/casefile/finding.ts';
import type { AssertionMatches, WatchedVariant } from '#shared/variant/assertions/match-assertions.ts';
import type { Assertion } from '#shared/variant/variant.ts';

export const watchedVariant = ({ id, gene, transcript, hgvsCoding, hgvsProtein, hgvsGenomic, location }: Finding): WatchedVariant => ({ findingId: id, gene: gene?.symbol ?? '', transcript, hgvsCoding, hgvsProtein, hgvsGenomic, location });

/** As many as a finding can hold. */
const mostAssertions = 30;

/** Keeps what a list says with the findings that it is about, each with the day of the import, in one change. */
export function keepAssertions(unit: UnitOfWork, matches: AssertionMatches['matches']): AssertionImport['touched'] {
  const touched: AssertionImport['touched'][number][] = [];
  for (const findingId of new Set(matches.map((match) => match.findingId))) {
    const finding = unit.findings.find(findingId);
    if (finding === null) continue;
    const assertions = matches.filter((match) => match.findingId === findingId).reduce<readonly Assertion[]>((present, { assertion }) => withAssertion(present, { ...assertion, importedAt: unit.at }), finding.assertions);
    if (assertions === finding.assertions) continue;
    const changed = unit.findings.change(finding, finding.version, { assertions: assertions.slice(0, mostAssertions) });
    if (changed.ok) touched.push({ caseId: finding.caseId, reference: unit.cases.find(finding.caseId)?.reference ?? '', findingId, name: findingName(finding) });
  }
  const [first] = touched;
  const cases = new Set(touched.map(({ caseId }) => caseId));
  unit.describe(`Import public assertions on ${touched.length === 1 ? (first?.name ?? '') : `${String(touched.length)} findings`}`, cases.size === 1 ? (first?.caseId ?? null) : null);
  return touched;
}

/** What the list says takes the place of what it, or nobody in particular, said before; the same once more changes nothing. */
function withAssertion(present: readonly Assertion[], next: Assertion): readonly Assertion[] {
  const isOfSame = ({ source, accession }: Assertion): boolean => source === next.source && (accession === next.accession || accession === '');
  const says = ({ classification, wording, reviewStatus, date }: Assertion): string => [classification, wording, reviewStatus, date].join('\n');
  if (present.some((assertion) => isOfSame(assertion) && says(assertion) === says(next))) return present;
  return [next, ...present.filter((assertion) => !isOfSame(assertion))];
}

/** Marks what lists brought as looked at; the same list where nothing was open. */
export function reviewed(assertions: readonly Assertion[], at: string): readonly Assertion[] {
  const isOpen = ({ importedAt, reviewedAt }: Assertion): boolean => importedAt !== undefined && reviewedAt === undefined;
  return assertions.some(isOpen) ? assertions.map((assertion) => (isOpen(assertion) ? { ...assertion, reviewedAt: at } : assertion)) : assertions;
}
