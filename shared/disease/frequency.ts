import type { Frequency } from '#shared/disease/disease.ts';

/** A frequency class of the HPO, with the share of the affected that it stands for. */
export interface FrequencyClass {
  readonly termId: string;
  readonly label: string;
  /** Both ends of the share, 0 to 1. */
  readonly low: number;
  readonly high: number;
  /** As it is shown: `80-99 %`. */
  readonly text: string;
}

/** Source: definitions of the terms HP:0040280 to HP:0040285, Human Phenotype Ontology 2025-05-06, which follow Orphanet's classes. */
export const frequencyClasses: readonly FrequencyClass[] = [
  { termId: 'HP:0040280', label: 'Obligate', low: 1, high: 1, text: '100 %' },
  { termId: 'HP:0040281', label: 'Very frequent', low: 0.8, high: 0.99, text: '80-99 %' },
  { termId: 'HP:0040282', label: 'Frequent', low: 0.3, high: 0.79, text: '30-79 %' },
  { termId: 'HP:0040283', label: 'Occasional', low: 0.05, high: 0.29, text: '5-29 %' },
  { termId: 'HP:0040284', label: 'Very rare', low: 0.01, high: 0.04, text: '1-4 %' },
  { termId: 'HP:0040285', label: 'Excluded', low: 0, high: 0, text: '0 %' },
];

const classById = new Map(frequencyClasses.map((entry) => [entry.termId, entry]));
const countsPattern = /^(\d{1,7})\s*(?:\/|of)\s*(\d{1,7})$/;
const percentPattern = /^[<>~≤≥]?\s*(\d{1,3}(?:\.\d+)?)\s*%$/;
const percentRangePattern = /^(\d{1,3}(?:\.\d+)?)\s*%?\s*-\s*(\d{1,3}(?:\.\d+)?)\s*%$/;
const unstated: Frequency = { kind: 'unstated' };

/** Reads the frequency column of an annotation file. Null where the text makes no sense, such as 7/3 or 140%. */
export function parseFrequency(source: string): Frequency | null {
  const text = source.trim();
  if (text === '') return unstated;
  if (classById.has(text)) return { kind: 'class', termId: text };
  const counts = countsPattern.exec(text);
  if (counts !== null) {
    const observed = Number(counts[1]);
    const examined = Number(counts[2]);
    return examined > 0 && observed <= examined ? { kind: 'counts', observed, examined } : null;
  }
  const percent = readPercent(text);
  return percent !== null && percent <= 100 ? { kind: 'percent', percent } : null;
}

/** The inverse of `parseFrequency`, as annotation files write it. */
export function writeFrequency(frequency: Frequency): string {
  switch (frequency.kind) {
    case 'counts':
      return `${String(frequency.observed)}/${String(frequency.examined)}`;
    case 'percent':
      return `${String(frequency.percent)}%`;
    case 'class':
      return frequency.termId;
    case 'unstated':
      return '';
  }
}

/** As a person reads it: `31/37`, `12 %`, `80-99 %`; null where the source states none. */
export function describeFrequency(frequency: Frequency): string | null {
  switch (frequency.kind) {
    case 'counts':
      return writeFrequency(frequency);
    case 'percent':
      return `${String(frequency.percent)} %`;
    case 'class':
      return classById.get(frequency.termId)?.text ?? null;
    case 'unstated':
      return null;
  }
}

/** Several statements about one disease and feature, as a person reads them: counted series are added up and go before the rest. */
export function describeFrequencies(frequencies: readonly Frequency[]): string | null {
  const counted = frequencies.filter((frequency) => frequency.kind === 'counts');
  if (counted.length > 0) {
    const sum = (pick: (counts: (typeof counted)[number]) => number): number => counted.reduce((total, counts) => total + pick(counts), 0);
    return describeFrequency({ kind: 'counts', observed: sum((counts) => counts.observed), examined: sum((counts) => counts.examined) });
  }
  const stated = frequencies.map(describeFrequency).filter((text) => text !== null);
  return stated.length === 0 ? null : [...new Set(stated)].join(', ');
}

/** The class with this id, or null. */
export const frequencyClass = (termId: string): FrequencyClass | null => classById.get(termId) ?? null;

function readPercent(text: string): number | null {
  const single = percentPattern.exec(text);
  if (single !== null) return Number(single[1]);
  const range = percentRangePattern.exec(text);
  return range === null ? null : (Number(range[1]) + Number(range[2])) / 2;
}
