import { openCase, type CaseSection } from '#renderer/state/place.ts';
import { selectFeature, selectFinding, selectReferral } from '#renderer/state/selection.ts';
import type { SearchHit, SearchPart } from '#shared/contract/search-procedures.ts';

/** The section of a case on which what was found stands. */
const sectionOfPart: Readonly<Record<SearchPart, CaseSection>> = {
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
  consents: 'overview',
  documents: 'overview',
  exports: 'history',
};

/** Opens a case where a word was found, with what holds it selected where the section can select it. */
export function openHit(caseId: string, hit: SearchHit | undefined): void {
  if (hit?.part === 'terms') selectFeature(caseId, hit.recordId);
  if (hit?.part === 'findings') selectFinding(caseId, hit.recordId);
  if (hit?.part === 'referrals') selectReferral(caseId, hit.recordId);
  openCase(caseId, hit === undefined ? 'overview' : sectionOfPart[hit.part]);
}
