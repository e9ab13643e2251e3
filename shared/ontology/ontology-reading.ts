import type { Problem } from '#shared/base/problem.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { ObsoleteTerm, Ontology, Term } from '#shared/ontology/term.ts';
import { buildTermGraph } from '#shared/ontology/term-graph.ts';

/** An ontology as read from a file, with what was left out of it and why. */
export interface OntologyReading {
  readonly ontology: Ontology;
  readonly warnings: readonly Problem[];
}

/** A file as text, with the name by which problems speak of it. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** A term as a parser found it, with its place in the file. */
export interface FoundTerm {
  readonly term: Term;
  readonly place: Pick<Problem, 'line' | 'pointer'>;
}

const maximumProblems = 50;

/** Checks what both formats share: unique ids, known parents, no circle, at least one term. Ids in the order of the file. */
export function finishOntology(file: string, version: string, found: readonly FoundTerm[], obsolete: readonly ObsoleteTerm[], earlier: readonly Problem[]): Result<OntologyReading, readonly Problem[]> {
  const errors: Problem[] = earlier.filter((problem) => problem.severity === 'error');
  const warnings: Problem[] = earlier.filter((problem) => problem.severity === 'warning');
  const live = new Map<string, Term>();
  for (const { term, place } of found) {
    if (live.has(term.id)) errors.push({ severity: 'error', rule: 'duplicate-term', message: `the term ${term.id} stands in the file twice`, file, ...place });
    live.set(term.id, term);
  }
  const terms = found.map(({ term, place }) => {
    const unknown = term.parents.filter((parent) => !live.has(parent));
    for (const parent of unknown) warnings.push({ severity: 'warning', rule: 'unknown-parent', message: `the parent ${parent} of ${term.id} is not a live term of this file; the relation is left out`, file, ...place });
    return unknown.length === 0 ? term : { ...term, parents: term.parents.filter((parent) => live.has(parent)) };
  });
  if (terms.length === 0 && errors.length === 0) errors.push({ severity: 'error', rule: 'no-terms', message: 'no term of the Human Phenotype Ontology found, expected ids such as HP:0001250', file });
  if (errors.length > 0) return refusal(errors.slice(0, maximumProblems));
  const graph = buildTermGraph(terms);
  if (!graph.ok) return refusal([{ ...graph.error, file }]);
  return success({ ontology: { version, terms, obsolete }, warnings });
}

/** The release date within `http://…/hp/releases/2025-05-06/hp.json` or `releases/2014-11-26`; else the text itself. */
export function readVersion(text: string): string {
  return /\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? text.trim();
}
