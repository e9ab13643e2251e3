import { type DiseaseAnnotation, type Frequency } from '#shared/disease/disease.ts';
import { frequencyClass } from '#shared/disease/frequency.ts';

export interface FrequencyReading {
  readonly countPrior: number;
  readonly unstatedFrequency: number;
}

/**
 * Share of the affected who have the feature, as estimated from one or more statements about the same disease and term.
 * Formula: counts are pooled and shrunk, (k + 1) / (n + countPrior); without counts, the mean of percentages and class midpoints;
 * without either, `unstatedFrequency`. Units: share, 0 to 1. Assumes that the counted series do not overlap.
 */
export function pooledFrequency(frequencies: readonly Frequency[], reading: FrequencyReading): number {
  let observed = 0;
  let examined = 0;
  let sum = 0;
  let stated = 0;
  for (const frequency of frequencies) {
    if (frequency.kind === 'counts') {
      observed += frequency.observed;
      examined += frequency.examined;
    } else {
      const share = statedShare(frequency);
      if (share === null) continue;
      sum += share;
      stated += 1;
    }
  }
  if (examined > 0) return Math.min(1, (observed + 1) / (examined + reading.countPrior));
  return stated > 0 ? sum / stated : reading.unstatedFrequency;
}

/** True where the source itself says that nobody with the disease has the feature: `NOT`, 0 %, class excluded, 0 of many. */
export function isStatedAbsent(annotation: DiseaseAnnotation): boolean {
  if (annotation.isNegated) return true;
  const frequency = annotation.frequency;
  if (frequency.kind === 'percent') return frequency.percent === 0;
  if (frequency.kind === 'class') return frequency.termId === 'HP:0040285';
  return frequency.kind === 'counts' && frequency.observed === 0 && frequency.examined > 0;
}

function statedShare(frequency: Frequency): number | null {
  if (frequency.kind === 'percent') return Math.min(1, Math.max(0, frequency.percent / 100));
  if (frequency.kind !== 'class') return null;
  const stated = frequencyClass(frequency.termId);
  return stated === null ? null : (stated.low + stated.high) / 2;
}
