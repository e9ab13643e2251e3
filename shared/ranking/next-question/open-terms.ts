import { ancestorsOf } from '#shared/ranking/evidence.ts';
import { at, positionOfTerm, type RankingIndex } from '#shared/ranking/ranking-index.ts';
import type { RankingCase } from '#shared/ranking/ranking-case.ts';

/** A question below this is too vague to be answered usefully: a twentieth of all annotations or more lie under it. Nats. */
const leastQuestionInformation = Math.log(20);
/** A term above an annotation is a word that clinicians use, and no mere heading, where so many diseases are annotated with it itself. */
const leastAnnotated = 10;

/** What the case says already, so that nobody is asked for it. */
export interface AnsweredTerms {
  /** True where the answer is known, follows from a known one, or was asked for in vain. */
  readonly isAnswered: (term: number) => boolean;
}

/**
 * A term is answered where it stands at or above an observed one (it is there), or at or below an excluded one (it is not). One that
 * could not be assessed (`unknown`) is not asked for again, nor anything narrower.
 */
export function readAnswered(index: RankingIndex, patient: Pick<RankingCase, 'observed' | 'excluded'>, unknown: readonly string[]): AnsweredTerms {
  const positions = (ids: readonly string[]): readonly number[] => ids.map((id) => positionOfTerm(index, id)).filter((position) => position >= 0);
  const present = new Set(positions(patient.observed).flatMap((term) => [...ancestorsOf(index, term)]));
  const closed = new Set(positions([...patient.excluded, ...unknown]));
  return { isAnswered: (term) => present.has(term) || ancestorsOf(index, term).some((ancestor) => closed.has(ancestor)) };
}

/** Terms worth asking about: what the diseases given are annotated with and what is telling above it, without what is answered. */
export function listOpenTerms(index: RankingIndex, diseases: readonly number[], { isAnswered }: AnsweredTerms): readonly number[] {
  const counts = countAnnotated(index);
  const seen = new Set<number>();
  const annotated = new Set<number>();
  for (const disease of diseases) {
    for (let i = at(index.annotationStart, disease); i < at(index.annotationStart, disease + 1); i += 1) {
      const annotation = at(index.annotationTerm, i);
      if (annotated.has(annotation)) continue;
      annotated.add(annotation);
      for (const term of ancestorsOf(index, annotation)) seen.add(term);
    }
  }
  const isWorthAsking = (term: number): boolean => at(index.informationContent, term) >= leastQuestionInformation && (annotated.has(term) || at(counts, term) >= leastAnnotated);
  return [...seen].filter((term) => isWorthAsking(term) && !isAnswered(term)).sort((a, b) => a - b);
}

const countsOf = new WeakMap<RankingIndex, Uint32Array>();

/** Of every term, how many diseases are annotated with it itself. Counted once a release. */
function countAnnotated(index: RankingIndex): Uint32Array {
  const known = countsOf.get(index);
  if (known !== undefined) return known;
  const counts = new Uint32Array(index.termNumbers.length);
  for (const term of index.annotationTerm) counts[term] = (counts[term] as number) + 1;
  countsOf.set(index, counts);
  return counts;
}
