import type { UnitOfWork } from '#db/unit-of-work.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import { findingName, type Finding, type FindingDetail, type Genotype } from '#shared/casefile/finding.ts';

interface GivenFinding {
  readonly detail: FindingDetail;
  readonly genotypes: readonly { readonly personId: string; readonly state: Genotype['state']; readonly alleleShare?: number | null | undefined; readonly tissue?: string | undefined }[];
}
interface TransPair {
  readonly first: number;
  readonly second: number;
  readonly knownBy: 'parents' | 'reads';
}

/** Adds findings that the case does not have yet, and says of the pairs that they lie in trans. */
export function addFindings(unit: UnitOfWork, caseId: string, given: readonly GivenFinding[], trans: readonly TransPair[]): Result<{ readonly added: readonly Finding[]; readonly alreadyRecordedCount: number }, Failure> {
  if (given.some(({ detail }) => findingName(detail) === '')) return refusal(failure('invalid-input', 'Nothing is said of one of the variants. Give its gene, a description such as c.755C>G, or words for it.'));
  const present = new Map(unit.findings.ofCase(caseId).map((finding) => [findingName(finding), finding]));
  const places: Finding[] = [];
  const addedIds = new Set<string>();
  for (const { detail, genotypes } of given) {
    const name = findingName(detail);
    let finding = present.get(name);
    if (finding === undefined) {
      finding = unit.findings.add(caseId, detail);
      for (const { personId, state, alleleShare, tissue } of genotypes) finding = unit.findings.putGenotype(finding, personId, { state, alleleShare: alleleShare ?? null, tissue: tissue ?? '' });
      addedIds.add(finding.id);
      present.set(name, finding);
    }
    places.push(finding);
  }
  for (const { first, second, knownBy } of trans) {
    for (const [one, other] of [[first, second], [second, first]] as const) {
      const finding = unit.findings.find(places[one]?.id ?? '');
      const otherFindingId = places[other]?.id ?? null;
      // One can be named of each finding; the first that was chosen is.
      if (finding !== null && otherFindingId !== null && addedIds.has(finding.id) && finding.phase === null) unit.findings.change(finding, finding.version, { phase: { kind: 'trans', otherFindingId, knownBy } });
    }
  }
  const added = [...addedIds].flatMap((id) => unit.findings.find(id) ?? []);
  return success({ added, alreadyRecordedCount: given.length - added.length });
}
