import type { Feature } from '#shared/phenotype/feature.ts';

/** The organ systems of a release, and to which of them each term asked for belongs. */
export interface SystemIndex {
  readonly systems: readonly { readonly id: string; readonly label: string }[];
  readonly ofTerm: Readonly<Record<string, readonly string[]>>;
}

/** One organ system and how far it has been looked at in this person. */
export interface SystemCoverage {
  readonly id: string;
  /** The ontology's words for it. */
  readonly label: string;
  /**
   * examined: something of its own was seen or excluded; in-part: only findings that another system shares, or something of it is
   * still marked as not assessed; never: nobody has recorded that they looked.
   */
  readonly extent: 'examined' | 'in-part' | 'never';
  readonly observed: number;
  readonly excluded: number;
  readonly notAssessed: number;
}

/**
 * The system under which a finding is listed. Many terms belong to several systems; each is listed once, under the most telling
 * one: an organ before a region of the body, a region before metabolism and growth at large. Null where the release knows none.
 */
export function homeSystem(termId: string, index: SystemIndex): string | null {
  const systems = index.ofTerm[termId] ?? [];
  return [...systems].sort((left, right) => rankOf(left) - rankOf(right) || left.localeCompare(right))[0] ?? null;
}

/** Every organ system of the ontology with what is recorded in it: those examined first, then in part, then never; by name within each. */
export function coverageOf(features: readonly Feature[], index: SystemIndex): readonly SystemCoverage[] {
  return index.systems
    .map((system) => coverOne(system, features, index))
    .sort((left, right) => extents.indexOf(left.extent) - extents.indexOf(right.extent) || shortSystemName(left.label).localeCompare(shortSystemName(right.label), 'en'));
}

/** `Abnormality of the nervous system` is headed `Nervous system`; what follows another pattern stays as it is. */
export function shortSystemName(label: string): string {
  const bare = label.replace(/^Abnormality of (the )?/i, '').replace(/^Abnormal /i, '').replace(/ abnormality$/i, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

const extents = ['examined', 'in-part', 'never'] as const;

/** Organs first, then regions, then what concerns the whole body. Ids are children of HP:0000118 Phenotypic abnormality. */
const tellingFirst: readonly string[] = [
  'HP:0000478', 'HP:0000598', 'HP:0001626', 'HP:0002086', 'HP:0025031', 'HP:0000119', 'HP:0000818', 'HP:0000707', 'HP:0001871', 'HP:0002715',
  'HP:0001574', 'HP:0001608', 'HP:0000769', 'HP:0040064', 'HP:0001507', 'HP:0033127', 'HP:0000152', 'HP:0045027', 'HP:0001939', 'HP:0001197',
  'HP:0002664', 'HP:0025142', 'HP:0025354',
];

const rankOf = (systemId: string): number => {
  const rank = tellingFirst.indexOf(systemId);
  return rank === -1 ? tellingFirst.length : rank;
};

function coverOne(system: SystemIndex['systems'][number], features: readonly Feature[], index: SystemIndex): SystemCoverage {
  const within = features.filter((feature) => index.ofTerm[feature.termId]?.includes(system.id) === true);
  const answered = within.filter((feature) => feature.state !== 'not-assessed');
  const isOwn = answered.some((feature) => homeSystem(feature.termId, index) === system.id);
  const count = (state: Feature['state']): number => within.filter((feature) => feature.state === state).length;
  const notAssessed = count('not-assessed');
  return { id: system.id, label: system.label, extent: answered.length === 0 ? 'never' : isOwn && notAssessed === 0 ? 'examined' : 'in-part', observed: count('observed'), excluded: count('excluded'), notAssessed };
}
