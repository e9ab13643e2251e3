import type { CaseSummary } from '#shared/contract/case-procedures.ts';

let count = 0;

/** A case of the caseload about which nothing is known but the given. */
export function aSummary(givenName: string, known: Partial<CaseSummary> = {}): CaseSummary {
  count += 1;
  const id = `01900000-0000-7000-8000-${String(count).padStart(12, '0')}`;
  return {
    id,
    version: 1,
    reference: '',
    proband: { givenName, familyName: '', sexAssignedAtBirth: 'unknown', gender: 'unknown', vitalStatus: 'unknown', birthDate: null, deathDate: null, ageAtDeath: null, ageAtLastEncounter: null },
    status: 'referred-in',
    statusSince: '2026-11-01T09:00:00.000Z',
    firstSymptomOn: null,
    nextAction: '',
    nextActionDueOn: null,
    due: null,
    becameLate: null,
    waitingSuggestions: 0,
    seenAt: null,
    changedAt: '2026-11-20T09:00:00.000Z',
    observedCount: 0,
    excludedCount: 0,
    topCandidate: null,
    decided: null,
    ...known,
  };
}
