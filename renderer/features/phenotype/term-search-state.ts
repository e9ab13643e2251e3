import type { TermHit } from '#shared/contract/knowledge-procedures.ts';
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
 * The search box. `request` numbers the questions asked: an answer to any but the latest is dropped. What was confirmed with Enter
 * before its answer came waits in `waiting`, so that neither the keystroke nor what is typed after it is lost.
 */
export interface SearchState {
  readonly text: string;
  readonly request: number;
  /** The text to which `options` are the answer. */
  readonly answeredText: string;
  readonly options: readonly TermOption[];
  readonly active: number;
  readonly isOpen: boolean;
  /** The terms whose narrower terms are shown, outermost first, each with the options to go back to. */
  readonly trail: readonly { readonly term: TermOption; readonly options: readonly TermOption[]; readonly active: number }[];
  readonly waiting: readonly { readonly request: number; readonly text: string; readonly state: FeatureState }[];
  readonly hasFailed: boolean;
}

export type SearchEvent =
  | { readonly kind: 'typed'; readonly text: string }
  | { readonly kind: 'answered'; readonly request: number; readonly text: string; readonly options: readonly TermOption[] }
  | { readonly kind: 'failed'; readonly request: number }
  | { readonly kind: 'moved'; readonly by: number }
  | { readonly kind: 'pointed'; readonly index: number }
  | { readonly kind: 'narrowed'; readonly term: TermOption; readonly children: readonly TermOption[] }
  | { readonly kind: 'widened' }
  /** Enter before the answer to the present text has come. */
  | { readonly kind: 'confirmed-early'; readonly state: FeatureState }
  | { readonly kind: 'waiting-resolved'; readonly request: number }
  | { readonly kind: 'chosen' }
  | { readonly kind: 'closed' };

export const emptySearch: SearchState = { text: '', request: 0, answeredText: '', options: [], active: 0, isOpen: false, trail: [], waiting: [], hasFailed: false };

export function searchReducer(state: SearchState, event: SearchEvent): SearchState {
  switch (event.kind) {
    case 'typed':
      return { ...state, ...(event.text.trim() === '' ? { options: [], answeredText: '' } : {}), text: event.text, request: state.request + 1, trail: [], active: 0, isOpen: event.text.trim() !== '', hasFailed: false };
    case 'answered':
      return event.request === state.request ? { ...state, answeredText: event.text, options: event.options, active: firstChoosable(event.options), hasFailed: false } : state;
    case 'failed':
      return event.request === state.request ? { ...state, hasFailed: true } : state;
    case 'moved':
      return state.options.length === 0 ? state : { ...state, isOpen: true, active: (state.active + event.by + state.options.length) % state.options.length };
    case 'pointed':
      return { ...state, active: event.index };
    case 'narrowed':
      return event.children.length === 0 ? state : { ...state, isOpen: true, trail: [...state.trail, { term: event.term, options: state.options, active: state.active }], options: event.children, active: 0 };
    case 'widened':
      return widen(state);
    case 'confirmed-early':
      return { ...cleared(state), waiting: [...state.waiting, { request: state.request, text: state.text, state: event.state }] };
    case 'waiting-resolved':
      return { ...state, waiting: state.waiting.filter((entry) => entry.request !== event.request) };
    case 'chosen':
      return cleared(state);
    case 'closed':
      return state.isOpen ? { ...state, isOpen: false, trail: [], ...(state.trail[0] === undefined ? {} : { options: state.trail[0].options, active: state.trail[0].active }) } : cleared(state);
  }
}

/** Whether what is listed answers what stands in the box. Only then may Enter take the active option. */
export function isCurrent(state: SearchState): boolean {
  return state.answeredText === state.text.trim() && state.text.trim() !== '';
}

export function activeOption(state: SearchState): TermOption | null {
  return state.isOpen ? (state.options[state.active] ?? null) : null;
}

/** Enter observed, Shift Enter excluded, Alt Enter not assessed. */
export function stateOfEnter(press: { readonly shiftKey: boolean; readonly altKey: boolean }): FeatureState {
  if (press.altKey) return 'not-assessed';
  return press.shiftKey ? 'excluded' : 'observed';
}

export function optionOfHit(hit: TermHit): TermOption {
  return { id: hit.id, label: hit.label, isPhenotype: hit.isPhenotype, matchedText: hit.matchedBy === 'label' ? null : hit.matchedText, matchedBy: hit.matchedBy, readAs: hit.readAs, childCount: null };
}

/** The box stays open for the next term; what is already on its way will be dropped. */
const cleared = (state: SearchState): SearchState => ({ ...emptySearch, request: state.request + 1, waiting: state.waiting });

const firstChoosable = (options: readonly TermOption[]): number => Math.max(0, options.findIndex((option) => option.isPhenotype));

function widen(state: SearchState): SearchState {
  const last = state.trail.at(-1);
  return last === undefined ? state : { ...state, trail: state.trail.slice(0, -1), options: last.options, active: last.active };
}
