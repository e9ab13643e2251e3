import { openCase, type CaseSection } from '#renderer/state/place.ts';
import { selectDisease, selectFeature, selectFinding, selectPeople, selectPhenotypePerson, selectReferral, selectStep, showConsent, showDocument } from '#renderer/state/selection.ts';
import type { SearchHit, SearchPart } from '#shared/contract/search-procedures.ts';

/** The section of a case on which what was found stands. */
export const sectionOfPart: Readonly<Record<SearchPart, CaseSection>> = {
  case: 'overview',
  proband: 'overview',
  relatives: 'family',
  family: 'family',
  terms: 'phenotype',
  findings: 'findings',
  candidates: 'diagnosis',
  events: 'overview',
  tests: 'overview',
  tasks: 'overview',
  referrals: 'referrals',
  consents: 'documents',
  documents: 'overview',
  exports: 'documents',
};

/** How the section shows what was found; what is missing here stands in it without being chosen. */
const showRecord: Readonly<Partial<Record<SearchPart, (caseId: string, hit: SearchHit) => void>>> = {
  relatives: choosePerson,
  family: choosePerson,
  terms: (caseId, { recordId, personId }) => {
    if (personId !== null) selectPhenotypePerson(caseId, personId);
    selectFeature(caseId, recordId);
  },
  findings: (caseId, { recordId }) => selectFinding(caseId, recordId),
  candidates: (caseId, { recordId }) => selectDisease(caseId, recordId),
  events: (caseId, { recordId }) => selectStep(caseId, { kind: 'event', id: recordId }),
  tests: (caseId, { recordId }) => selectStep(caseId, { kind: 'test', id: recordId }),
  tasks: (caseId, { recordId }) => selectStep(caseId, { kind: 'task', id: recordId }),
  referrals: (caseId, { recordId }) => selectReferral(caseId, recordId),
  consents: (caseId, { recordId }) => showConsent(caseId, recordId),
  documents: (caseId, { recordId }) => showDocument(caseId, recordId),
};

function choosePerson(caseId: string, { personId }: SearchHit): void {
  if (personId !== null) selectPeople(caseId, [personId]);
}

/** Opens a case where a word was found, with what holds it chosen where the section can choose it. */
export function openHit(caseId: string, hit: SearchHit | undefined): void {
  if (hit !== undefined) showRecord[hit.part]?.(caseId, hit);
  openCase(caseId, hit === undefined ? 'overview' : sectionOfPart[hit.part]);
}
