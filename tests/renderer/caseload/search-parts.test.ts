import { afterEach, expect, test } from 'vitest';
import { openHit } from '#renderer/features/caseload/search-parts.ts';
import { forgetJourney, usePlace } from '#renderer/state/place.ts';
import { forgetSelection, useSelection } from '#renderer/state/selection.ts';
import type { SearchHit, SearchPart } from '#shared/contract/search-procedures.ts';

afterEach(() => {
  forgetSelection();
  forgetJourney();
});

/** The section that a hit opens, and all that is chosen for the case then. */
function opened(part: SearchPart, hit: Partial<SearchHit> = {}) {
  forgetSelection();
  openHit('c1', { part, recordId: 'r1', personId: null, text: '', marks: [], ...hit });
  const { place } = usePlace.getState();
  const chosen = Object.entries(useSelection.getState()).flatMap(([what, ofCase]) => (typeof ofCase === 'object' && ofCase !== null && 'c1' in ofCase ? [[what, ofCase.c1]] : []));
  return { section: place.kind === 'case' ? place.section : null, chosen: Object.fromEntries(chosen) as unknown };
}

test.each([
  ['case', 'overview', {}],
  ['proband', 'overview', {}],
  ['findings', 'findings', { findingOfCase: 'r1' }],
  ['candidates', 'diagnosis', { diseaseOfCase: 'r1' }],
  ['events', 'overview', { stepOfCase: { kind: 'event', id: 'r1' } }],
  ['tests', 'overview', { stepOfCase: { kind: 'test', id: 'r1' } }],
  ['tasks', 'overview', { stepOfCase: { kind: 'task', id: 'r1' } }],
  ['referrals', 'referrals', { referralOfCase: 'r1' }],
  ['consents', 'documents', { consentOfCase: 'r1' }],
  ['documents', 'overview', { documentOfCase: 'r1' }],
  ['exports', 'documents', {}],
] as const)('what was found in %s opens in the section %s with it chosen', (part, section, chosen) => {
  expect(opened(part)).toEqual({ section, chosen });
});

test('what was found of a relative opens with that person chosen', () => {
  expect([opened('relatives', { recordId: 'p2', personId: 'p2' }), opened('family', { personId: 'p2' }), opened('family'), opened('terms', { personId: 'p2' })]).toEqual([
    { section: 'family', chosen: { peopleOfCase: ['p2'] } },
    { section: 'family', chosen: { peopleOfCase: ['p2'] } },
    { section: 'family', chosen: {} },
    { section: 'phenotype', chosen: { featureOfCase: 'r1', phenotypePersonOfCase: 'p2' } },
  ]);
});

test('a case that is only called so opens at its overview', () => {
  openHit('c1', undefined);
  expect(usePlace.getState().place).toEqual({ kind: 'case', caseId: 'c1', section: 'overview' });
});
