import type { SystemIndex } from '#shared/phenotype/organ-systems.ts';
import { bareDetail, type Feature } from '#shared/phenotype/feature.ts';

/** A finding of the one person of these tests; say only what the test is about. */
export function aFeature(label: string, said: Partial<Feature> = {}): Feature {
  return { ...bareDetail('observed'), id: `feature of ${label}`, version: 1, personId: 'the proband', termId: termIds[label] ?? 'HP:9999999', label, ...said };
}

/** Some terms of the ontology as it names them, with the organ systems they belong to. */
export const termIds: Readonly<Record<string, string>> = {
  Nystagmus: 'HP:0000639',
  Photophobia: 'HP:0000613',
  'Optic atrophy': 'HP:0000648',
  'Dilated cardiomyopathy': 'HP:0001644',
  Polydactyly: 'HP:0010442',
  'Short stature': 'HP:0004322',
  Seizure: 'HP:0001250',
};

const system = { eye: 'HP:0000478', heart: 'HP:0001626', limbs: 'HP:0040064', growth: 'HP:0001507', skeleton: 'HP:0033127', nerves: 'HP:0000707', kidney: 'HP:0000119' } as const;

export const systemIndex: SystemIndex = {
  systems: [
    { id: system.kidney, label: 'Abnormality of the genitourinary system' },
    { id: system.eye, label: 'Abnormality of the eye' },
    { id: system.nerves, label: 'Abnormality of the nervous system' },
    { id: system.growth, label: 'Growth abnormality' },
    { id: system.heart, label: 'Abnormality of the cardiovascular system' },
    { id: system.skeleton, label: 'Abnormality of the musculoskeletal system' },
    { id: system.limbs, label: 'Abnormality of limbs' },
  ],
  ofTerm: {
    'HP:0000639': [system.nerves, system.eye],
    'HP:0000613': [system.eye],
    'HP:0000648': [system.eye, system.nerves],
    'HP:0001644': [system.heart],
    'HP:0010442': [system.skeleton, system.limbs],
    'HP:0004322': [system.growth],
    'HP:0001250': [system.nerves],
  },
};
