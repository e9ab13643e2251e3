import type { TermCard, TermHit } from '#shared/contract/knowledge-procedures.ts';
import type { FeatureState } from '#shared/phenotype/feature.ts';

/** A term that can be chosen: found by the search, or a narrower term of one that was. */
export interface TermOption {
  readonly id: string;
  readonly label: string;
  readonly isPhenotype: boolean;
  readonly matchedText: string | null;
  readonly matchedBy: TermHit['matchedBy'] | null;
  readonly readAs: string | null;
  /** Number of narrower terms, where known. */
  readonly childCount: number | null;
}

/**
 * What the search box knows. `request` numbers the questions asked: an answer to any but the latest is dropped. What was confirmed
 * with Enter before its answer came waits in `waiting`, so that neither the keystroke nor what is typed after it is lost.
 */
export interface SearchState {
  readonly text: string;
  readonly request: number;
  /** The text to which `options` are the answer. */
  readonly answeredText: string;
  readonly options: readonly TermOption[];
  /** The terms whose narrower terms are shown, outermost first, each with the options to go back to. */
  readonly trail: readonly { readonly term: TermOption; readonly options: readonly TermOption[] }[];
  readonly waiting: readonly { readonly request: number; readonly text: string; readonly state: FeatureState }[];
  readonly hasFailed: boolean;
}

export type SearchEvent =
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'answered'; readonly request: number; readonly text: string; readonly options: readonly TermOption[] }
  | { readonly kind: 'failed'; readonly request: number }
  | { readonly kind: 'narrowed'; readonly request: number; readonly term: TermOption; readonly children: readonly TermOption[] }
  | { readonly kind: 'widened' }
  /** Enter before the answer to the present text has come. */
  | { readonly kind: 'confirmed-early'; readonly state: FeatureState }
  | { readonly kind: 'waiting-resolved'; readonly request: number }
  | { readonly kind: 'chosen' };

export const emptySearch: SearchState = { text: '', request: 0, answeredText: '', options: [], trail: [], waiting: [], hasFailed: false };

export function searchReducer(state: SearchState, event: SearchEvent): SearchState {
  switch (event.kind) {
    case 'typed':
      return { ...state, ...(event.text.trim() === '' ? { options: [], answeredText: '' } : {}), text: event.text, request: state.request + 1, trail: [], hasFailed: false };
    case 'answered':
      return event.request === state.request ? { ...state, answeredText: event.text, options: findingsFirst(event.options), trail: [], hasFailed: false } : state;
    case 'failed':
      return event.request === state.request ? { ...state, hasFailed: true } : state;
    case 'narrowed':
      return event.request !== state.request || event.children.length === 0 ? state : { ...state, trail: [...state.trail, { term: event.term, options: state.options }], options: event.children };
    case 'widened':
      return widen(state);
    case 'confirmed-early':
      return { ...cleared(state), waiting: [...state.waiting, { request: state.request, text: state.text, state: event.state }] };
    case 'waiting-resolved':
      return { ...state, waiting: state.waiting.filter((entry) => entry.request !== event.request) };
    case 'chosen':
      return cleared(state);
  }
}

/** Whether what is listed answers what stands in the box. Only then may Enter take the active option. */
export function isCurrent(state: SearchState): boolean {
  return state.answeredText === state.text.trim() && state.text.trim() !== '';
}

/** Enter observed, Shift Enter excluded, Alt Enter not assessed; the same held while clicking. */
export function stateOfEnter(held: { readonly shiftKey: boolean; readonly altKey: boolean }): FeatureState {
  if (held.altKey) return 'not-assessed';
  return held.shiftKey ? 'excluded' : 'observed';
}

export function optionOfHit(hit: TermHit): TermOption {
  return { id: hit.id, label: hit.label, isPhenotype: hit.isPhenotype, matchedText: hit.matchedBy === 'label' ? null : hit.matchedText, matchedBy: hit.matchedBy, readAs: hit.readAs, childCount: null };
}

export const optionOfLink = (link: TermCard['children'][number]): TermOption => ({ id: link.id, label: link.label, isPhenotype: true, matchedText: null, matchedBy: null, readAs: null, childCount: link.childCount });

/** The box is ready for the next term; what is already on its way will be dropped. */
const cleared = (state: SearchState): SearchState => ({ ...emptySearch, request: state.request + 1, waiting: state.waiting });

/** A modifier or a mode of inheritance cannot be added as a finding, so it never stands where Enter would take it. */
const findingsFirst = (options: readonly TermOption[]): readonly TermOption[] => [...options.filter((option) => option.isPhenotype), ...options.filter((option) => !option.isPhenotype)];

function widen(state: SearchState): SearchState {
  const last = state.trail.at(-1);
  return last === undefined ? state : { ...state, trail: state.trail.slice(0, -1), options: last.options };
}
