import { create } from 'zustand';

export const caseSections = ['overview', 'family', 'phenotype', 'findings', 'diagnosis', 'similar', 'trials', 'referrals', 'documents', 'history'] as const;
export type CaseSection = (typeof caseSections)[number];

/** What is on the screen. Held in memory only: an address bar or a session file would keep which family was looked at. */
export type Place =
  | { readonly kind: 'caseload' }
  | { readonly kind: 'case'; readonly caseId: string; readonly section: CaseSection }
  | { readonly kind: 'history' }
  | { readonly kind: 'knowledge' }
  /** The pedigree symbols, for help. */
  | { readonly kind: 'symbols' }
  | { readonly kind: 'security' }
  | { readonly kind: 'settings' };

interface Journey {
  readonly place: Place;
  readonly behind: readonly Place[];
  readonly ahead: readonly Place[];
  /** The case in the rail, which stays while other screens are shown. */
  readonly openCaseId: string | null;
}

const start: Journey = { place: { kind: 'caseload' }, behind: [], ahead: [], openCaseId: null };
const longestMemory = 50;

export const usePlace = create<Journey>(() => start);

export function goTo(place: Place): void {
  usePlace.setState((journey) => {
    if (isSamePlace(journey.place, place)) return journey;
    return { place, behind: [...journey.behind, journey.place].slice(-longestMemory), ahead: [], openCaseId: place.kind === 'case' ? place.caseId : journey.openCaseId };
  });
}

export const openCase = (caseId: string, section: CaseSection = 'phenotype'): void => goTo({ kind: 'case', caseId, section });

export function goBack(): void {
  usePlace.setState((journey) => {
    const place = journey.behind.at(-1);
    if (place === undefined) return journey;
    return { place, behind: journey.behind.slice(0, -1), ahead: [journey.place, ...journey.ahead], openCaseId: place.kind === 'case' ? place.caseId : journey.openCaseId };
  });
}

export function goForward(): void {
  usePlace.setState((journey) => {
    const [place, ...ahead] = journey.ahead;
    if (place === undefined) return journey;
    return { place, behind: [...journey.behind, journey.place], ahead, openCaseId: place.kind === 'case' ? place.caseId : journey.openCaseId };
  });
}

/** Removes a deleted case from everywhere that the way back could lead to. */
export function forgetCase(caseId: string): void {
  const isElsewhere = (place: Place): boolean => place.kind !== 'case' || place.caseId !== caseId;
  usePlace.setState(({ place, behind, ahead, openCaseId }) => ({
    place: isElsewhere(place) ? place : { kind: 'caseload' },
    behind: behind.filter(isElsewhere),
    ahead: ahead.filter(isElsewhere),
    openCaseId: openCaseId === caseId ? null : openCaseId,
  }));
}

export function forgetJourney(): void {
  usePlace.setState(start, true);
}

/** The case on the screen, or null outside a case. */
export const caseIdOf = (place: Place): string | null => (place.kind === 'case' ? place.caseId : null);

function isSamePlace(one: Place, other: Place): boolean {
  return one.kind === other.kind && (one.kind !== 'case' || other.kind !== 'case' || (one.caseId === other.caseId && one.section === other.section));
}
