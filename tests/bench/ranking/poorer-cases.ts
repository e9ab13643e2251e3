import { type RankingCase } from '#shared/ranking/ranking-case.ts';
import { ancestorsOf } from '#shared/ranking/evidence.ts';
import { at, positionOfTerm, type RankingIndex, termIdAt } from '#shared/ranking/ranking-index.ts';

/** The same patient described less well, as patients are outside papers. */
export type Impoverishment = 'as published' | 'three terms' | 'parents' | 'none excluded' | 'two random terms';
export const impoverishments = ['as published', 'three terms', 'parents', 'none excluded', 'two random terms'] as const satisfies readonly Impoverishment[];

/** Always the same for the same seed. */
export function impoverish(index: RankingIndex, patient: RankingCase, how: Impoverishment, seed: number): RankingCase {
  const random = seededRandom(seed);
  switch (how) {
    case 'as published':
      return patient;
    case 'none excluded':
      return { ...patient, excluded: [] };
    case 'three terms':
      return { ...patient, observed: pick(patient.observed, 3, random), excluded: [] };
    case 'parents':
      return { ...patient, observed: patient.observed.map((id) => parentOf(index, id)) };
    case 'two random terms':
      return { ...patient, observed: [...patient.observed, randomAnnotation(index, random), randomAnnotation(index, random)] };
  }
}

/** Mulberry32, so that a bench can be repeated. */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b_79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick(ids: readonly string[], wanted: number, random: () => number): readonly string[] {
  const left = [...ids];
  while (left.length > wanted) left.splice(Math.floor(random() * left.length), 1);
  return left;
}

/** The most telling term above; ancestors stand in ascending order of information and end with the term itself. */
function parentOf(index: RankingIndex, id: string): string {
  const position = positionOfTerm(index, id);
  if (position < 0) return id;
  const above = ancestorsOf(index, position).filter((ancestor) => ancestor !== position);
  const parent = above[above.length - 1];
  return parent === undefined ? id : termIdAt(index, parent);
}

/** Drawn as often as it is annotated. */
function randomAnnotation(index: RankingIndex, random: () => number): string {
  return termIdAt(index, at(index.annotationTerm, Math.floor(random() * index.annotationTerm.length)));
}
