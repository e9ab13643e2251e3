import type { Repositories } from '#db/unit-of-work.ts';
import type { CaseFile } from '#shared/casefile/case-file.ts';

/** Everything that the vault holds of a case; null where there is no such case. */
export function readCaseFile(repositories: Repositories, caseId: string): CaseFile | null {
  const record = repositories.cases.find(caseId);
  if (record === null) return null;
  const { people, families, features, findings, candidates, records } = repositories;
  return {
    case: record,
    family: families.ofCase(caseId),
    people: people.ofCase(caseId),
    features: features.ofCase(caseId),
    findings: findings.ofCase(caseId),
    candidates: candidates.ofCase(caseId),
    events: records.events.ofCase(caseId),
    tests: records.tests.ofCase(caseId),
    referrals: records.referrals.ofCase(caseId),
    tasks: records.tasks.ofCase(caseId),
    documents: records.documents.ofCase(caseId),
    consents: records.consents.ofCase(caseId),
  };
}
