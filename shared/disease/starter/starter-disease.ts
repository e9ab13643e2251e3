import type { Disease, DiseaseAnnotation } from '#shared/disease/disease.ts';

/** Modes of inheritance, in the words used in the starter catalogue, with their HPO terms. */
export const inheritanceTerms = {
  'autosomal dominant': 'HP:0000006',
  'autosomal recessive': 'HP:0000007',
  'X-linked': 'HP:0001417',
  'X-linked dominant': 'HP:0001423',
  'X-linked recessive': 'HP:0001419',
  mitochondrial: 'HP:0001427',
  /** The copy from the mother is silent, so that the disease comes from the father. */
  'maternally imprinted': 'HP:0012275',
  /** The copy from the father is silent, so that the disease comes from the mother. */
  'paternally imprinted': 'HP:0012274',
  'somatic mosaicism': 'HP:0001442',
  digenic: 'HP:0010984',
} as const;
export type InheritanceWord = keyof typeof inheritanceTerms;

/** The frequency classes of the HPO; the shares are the ontology's own bounds. */
export const frequencyClassIds = {
  /** Always: 100 %. */
  obligate: 'HP:0040280',
  /** 80 to 99 %. */
  veryFrequent: 'HP:0040281',
  /** 30 to 79 %. */
  frequent: 'HP:0040282',
  /** 5 to 29 %. */
  occasional: 'HP:0040283',
  /** 1 to 4 %. */
  veryRare: 'HP:0040284',
} as const;
export type FrequencyWord = keyof typeof frequencyClassIds;

/** A disease as it is written by hand: features are HPO labels, separated by semicolons, by how often they are seen. */
export interface StarterDisease extends Readonly<Partial<Record<FrequencyWord, string>>> {
  /** OMIM phenotype number. */
  readonly id: `OMIM:${number}`;
  readonly name: string;
  readonly genes: readonly string[];
  readonly inheritance: readonly InheritanceWord[];
}

/** Turns the words of an entry into ids. A label that `termIdOf` does not know makes it throw, naming the disease. */
export function diseaseOf(entry: StarterDisease, termIdOf: (label: string) => string): Disease {
  const annotations = frequencyWords.flatMap((word) => labelsIn(entry[word]).map((label) => annotationOf(entry, label, word, termIdOf)));
  return {
    id: entry.id,
    name: entry.name,
    annotations,
    inheritanceIds: entry.inheritance.map((word) => inheritanceTerms[word]),
    courseIds: [],
    genes: entry.genes.map((symbol) => ({ symbol, id: null, association: 'mendelian' })),
  };
}

const frequencyWords = ['obligate', 'veryFrequent', 'frequent', 'occasional', 'veryRare'] as const satisfies readonly FrequencyWord[];

const labelsIn = (labels: string | undefined): readonly string[] => (labels === undefined ? [] : labels.split(';').map((label) => label.trim()));

function annotationOf(entry: StarterDisease, label: string, word: FrequencyWord, termIdOf: (label: string) => string): DiseaseAnnotation {
  try {
    return { termId: termIdOf(label), isNegated: false, frequency: { kind: 'class', termId: frequencyClassIds[word] }, references: [], evidence: 'TAS', onsetTermId: null, sex: null, modifierIds: [] };
  } catch (cause) {
    throw new Error(`starter disease ${entry.id} ${entry.name}: ${String(cause)}`, { cause });
  }
}
