import { at, type IndexedDisease, type RankingIndex } from '#shared/ranking/ranking-index.ts';
import { type FirstPassWeights, type ModelParameters, type ModelWeights, usualTermCount } from '#shared/ranking/model-parameters.ts';

/** What is known of a disease before any term of the patient, each under the name of the weight that counts it. */
export type DiseaseTraits = Pick<ModelWeights, 'gene' | 'doubtfulName' | 'susceptibility' | 'papers' | 'counted' | 'meanInformation' | 'totalWeight' | 'countedAlways' | 'meanInformationAlways' | 'totalWeightAlways'>;
export type TraitName = keyof DiseaseTraits;

export const priorTraits = ['gene', 'doubtfulName', 'susceptibility', 'papers'] as const satisfies readonly TraitName[];
/** Traits that are no reason to believe in a disease, but tell how richly its source describes it; they scale with the number of terms. */
export const descriptionTraits = ['counted', 'meanInformation', 'totalWeight'] as const satisfies readonly TraitName[];
/** The same, whatever the number of terms. */
export const constantTraits = ['countedAlways', 'meanInformationAlways', 'totalWeightAlways'] as const satisfies readonly TraitName[];

export function readTraits(index: RankingIndex, disease: number, parameters: ModelParameters): DiseaseTraits {
  const record = diseaseAt(index, disease);
  const counted = record.countedShare;
  const information = meanInformation(index, disease);
  const total = logTotalWeight(index, disease, parameters);
  return {
    gene: record.genes.length > 0 ? 1 : 0,
    doubtfulName: /susceptib|^\?|somatic/i.test(record.name) ? 1 : 0,
    susceptibility: /susceptib/i.test(record.name) ? 1 : 0,
    papers: Math.log(1 + record.paperCount),
    counted,
    meanInformation: information,
    totalWeight: total,
    countedAlways: counted,
    meanInformationAlways: information,
    totalWeightAlways: total,
  };
}

/** ln(μ + T_D^rarityExponent): what an observed term of the disease is divided by. */
export function logTotalWeight(index: RankingIndex, disease: number, parameters: ModelParameters): number {
  return Math.log(parameters.smoothing + at(index.totalWeight, disease) ** parameters.rarityExponent);
}

/** Weighted traits of every disease, less their mean over all diseases, so that the average disease stands at 0. Nats. */
export function weighTraits(traits: readonly DiseaseTraits[], names: readonly TraitName[], weights: FirstPassWeights | ModelWeights): Float64Array {
  const sums = Float64Array.from(traits, (trait) => names.reduce((sum, name) => sum + weightOf(weights, name) * trait[name], 0));
  const mean = sums.reduce((sum, value) => sum + value, 0) / Math.max(1, sums.length);
  return sums.map((sum) => sum - mean);
}

/** The first pass has no weight for some traits. */
const weightOf = (weights: FirstPassWeights | Partial<ModelWeights>, name: TraitName): number => (weights as Partial<ModelWeights>)[name] ?? 0;

/** How much the description of the diseases counts in a case of so many observed terms. */
export const descriptionScale = (observedCount: number): number => Math.sqrt(observedCount / usualTermCount);

export function diseaseAt(index: RankingIndex, disease: number): IndexedDisease {
  const record = index.diseases[disease];
  if (record === undefined) throw new RangeError(`disease ${disease} of ${index.diseases.length}`);
  return record;
}

function meanInformation(index: RankingIndex, disease: number): number {
  const start = at(index.annotationStart, disease);
  const end = at(index.annotationStart, disease + 1);
  let sum = 0;
  for (let i = start; i < end; i += 1) sum += at(index.informationContent, at(index.annotationTerm, i));
  return sum / Math.max(1, end - start);
}
