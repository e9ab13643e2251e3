import type { Ontology } from '#shared/ontology/term.ts';

/** An id taken out of use, and the live term that stands for it now. */
export interface RetiredTerm {
  readonly id: string;
  readonly label: string;
  readonly kind: 'merged' | 'obsolete';
  /** Null where the ontology names no replacement. */
  readonly liveId: string | null;
  readonly consider: readonly string[];
}

/** A chain of replacements longer than this is a circle. */
const longestChain = 20;

/** Every merged and obsolete id, each with its live term, chains of replacements followed to their end. By id, ascending. */
export function listRetiredTerms(ontology: Ontology): readonly RetiredTerm[] {
  const live = new Map(ontology.terms.map((term) => [term.id, term]));
  const successor = new Map<string, string>();
  for (const term of ontology.obsolete) if (term.replacedBy !== null) successor.set(term.id, term.replacedBy);
  for (const term of ontology.terms) for (const id of term.alternativeIds) successor.set(id, term.id);
  const liveIdOf = (id: string): string | null => {
    let current = id;
    for (let step = 0; step < longestChain; step++) {
      if (live.has(current)) return current;
      const next = successor.get(current);
      if (next === undefined) return null;
      current = next;
    }
    return null;
  };

  const retired = new Map<string, RetiredTerm>();
  for (const term of ontology.obsolete) {
    if (!live.has(term.id)) retired.set(term.id, { id: term.id, label: term.label, kind: 'obsolete', liveId: liveIdOf(term.id), consider: term.consider });
  }
  for (const term of ontology.terms) {
    for (const id of term.alternativeIds) if (!live.has(id) && !retired.has(id)) retired.set(id, { id, label: term.label, kind: 'merged', liveId: term.id, consider: [] });
  }
  return [...retired.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Answers with the live id for a live, merged or replaced one, and null for any other. */
export function createTermResolver(ontology: Ontology): (id: string) => string | null {
  const liveIds = new Map<string, string>(ontology.terms.map((term) => [term.id, term.id]));
  for (const term of listRetiredTerms(ontology)) if (term.liveId !== null) liveIds.set(term.id, term.liveId);
  return (id) => liveIds.get(id) ?? null;
}
