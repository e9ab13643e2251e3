import { type Frequency } from '#shared/disease/disease.ts';
import { type FrequencyReading, pooledFrequency } from '#shared/ranking/annotation-frequency.ts';
import { at } from '#shared/ranking/ranking-index.ts';
import { selectBest } from '#shared/ranking/select-best.ts';

/** What a profile is made of: the terms of one disease with their frequencies. */
export interface AnnotatedTerms {
  readonly terms: readonly number[];
  readonly frequencies: readonly number[];
}

/** A disease as a vector of unit length over its terms and everything above them, by position of the term. */
export type DiseaseProfile = ReadonlyMap<number, number>;

/** Terms that most diseases share make all alike. Nats. */
export const leastProfileInformation = 0.7;
/** A frequent feature weighs more, but less than in proportion. */
const profileExponent = 0.7;

/**
 * Formula: coordinate of a term = (greatest frequency at or below it)^0.7 · IC, divided by the length of the vector. Units: none.
 * Source: the cosine of information-weighted closures, as for documents; the power from NOTEBOOK.md of the bench.
 */
export function profileOf(disease: AnnotatedTerms, ancestorsOf: (term: number) => Uint32Array, informationContent: Float64Array): DiseaseProfile {
  const greatest = new Map<number, number>();
  disease.terms.forEach((term, i) => {
    const frequency = at(disease.frequencies, i);
    for (const ancestor of ancestorsOf(term)) {
      if (at(informationContent, ancestor) >= leastProfileInformation && frequency > (greatest.get(ancestor) ?? 0)) greatest.set(ancestor, frequency);
    }
  });
  const profile = new Map<number, number>();
  let squares = 0;
  for (const [term, frequency] of greatest) {
    const coordinate = frequency ** profileExponent * at(informationContent, term);
    squares += coordinate * coordinate;
    profile.set(term, coordinate);
  }
  const length = Math.sqrt(squares);
  for (const [term, coordinate] of profile) profile.set(term, coordinate / length);
  return profile;
}

/**
 * What each source of a disease says on its own: a patient is often like those of one paper, less like all papers pooled. Rows that name
 * several sources count for each; those that name none are a source together.
 */
export function listSources(annotations: readonly { readonly term: number; readonly frequency: Frequency; readonly references: readonly string[] }[], reading: FrequencyReading): readonly AnnotatedTerms[] {
  const bySource = new Map<string, Map<number, Frequency[]>>();
  for (const { term, frequency, references } of annotations) {
    for (const reference of references.length > 0 ? references : ['']) {
      const terms = bySource.get(reference) ?? new Map<number, Frequency[]>();
      bySource.set(reference, terms.set(term, [...(terms.get(term) ?? []), frequency]));
    }
  }
  return [...bySource.values()].map((terms) => ({ terms: [...terms.keys()], frequencies: [...terms.values()].map((frequencies) => pooledFrequency(frequencies, reading)) }));
}

/** Cosines of one profile with all of a set, by position in the set. The answer is overwritten by the next call. */
export function createCosines(profiles: readonly DiseaseProfile[], termCount: number): (profile: DiseaseProfile) => Float64Array {
  const byTerm = Array.from({ length: termCount }, (): { readonly member: number[]; readonly coordinate: number[] } => ({ member: [], coordinate: [] }));
  profiles.forEach((profile, member) => {
    for (const [term, coordinate] of profile) {
      byTerm[term]?.member.push(member);
      byTerm[term]?.coordinate.push(coordinate);
    }
  });
  const cosines = new Float64Array(profiles.length);
  return (profile) => {
    cosines.fill(0);
    for (const [term, coordinate] of profile) {
      const { member, coordinate: others } = byTerm[term] ?? { member: [], coordinate: [] };
      for (let i = 0; i < member.length; i += 1) cosines[member[i] as number] = (cosines[member[i] as number] as number) + coordinate * (others[i] as number);
    }
    return cosines;
  };
}

export const neighbourCount = 15;
/** Diseases of the same gene are nearer by this much cosine. */
const sameGeneGain = 0.25;

/** The diseases most like each one, most alike first, never itself. Source of both numbers: NOTEBOOK.md of the bench. */
export function nearestDiseases(profiles: readonly DiseaseProfile[], genes: readonly (readonly string[])[], termCount: number): readonly (readonly number[])[] {
  const cosinesWith = createCosines(profiles, termCount);
  const diseasesOf = new Map<string, number[]>();
  genes.forEach((symbols, disease) => {
    for (const symbol of symbols) diseasesOf.set(symbol, [...(diseasesOf.get(symbol) ?? []), disease]);
  });
  return profiles.map((profile, disease) => {
    const nearness = cosinesWith(profile);
    for (const symbol of genes[disease] ?? []) for (const other of diseasesOf.get(symbol) ?? []) nearness[other] = at(nearness, other) + sameGeneGain;
    nearness[disease] = 0;
    return selectBest(nearness, neighbourCount).filter((other) => at(nearness, other) > 0);
  });
}
