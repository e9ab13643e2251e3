import { termIdPattern } from '#shared/base/schemas.ts';

/** Roots of the branches of the Human Phenotype Ontology that Nostos treats apart. Source: the ontology itself. */
export const termRoots = {
  all: 'HP:0000001',
  phenotypicAbnormality: 'HP:0000118',
  inheritance: 'HP:0000005',
  severity: 'HP:0012824',
  laterality: 'HP:0012831',
  onset: 'HP:0003674',
  progression: 'HP:0003679',
  temporalPattern: 'HP:0011008',
  spatialPattern: 'HP:0012836',
} as const;

const looseIdPattern = /^(?:https?:\/\/purl\.obolibrary\.org\/obo\/)?HP[:_](\d{7})$/i;

export const isTermId = (text: string): boolean => termIdPattern.test(text);

/** `http://purl.obolibrary.org/obo/HP_0001250`, `HP_0001250` and `HP:0001250` as the CURIE `HP:0001250`; null for anything else. */
export function toTermId(text: string): string | null {
  const digits = looseIdPattern.exec(text)?.[1];
  return digits === undefined ? null : `HP:${digits}`;
}

/** The number of a term id: 1250 for HP:0001250. */
export const termNumber = (id: string): number => Number(id.slice(3));
export const termIdOfNumber = (number: number): string => `HP:${String(number).padStart(7, '0')}`;
