import type { OutputOf } from '#shared/contract/contract.ts';
import type { Feature } from '#shared/phenotype/feature.ts';
import { mostTellingSystem, shortSystemName } from '#shared/phenotype/organ-system.ts';

export type SystemIndex = OutputOf<'term.systems'>;

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

/** The system under which a finding is listed. Null where the release knows none. */
export const homeSystem = (termId: string, index: SystemIndex): string | null => mostTellingSystem(index.ofTerm[termId] ?? []);

/** Every organ system of the ontology with what is recorded in it: those examined first, then in part, then never; by name within each. */
export function coverageOf(features: readonly Feature[], index: SystemIndex): readonly SystemCoverage[] {
  return index.systems
    .map((system) => coverOne(system, features, index))
    .sort((left, right) => extents.indexOf(left.extent) - extents.indexOf(right.extent) || shortSystemName(left.label).localeCompare(shortSystemName(right.label), 'en'));
}

const extents = ['examined', 'in-part', 'never'] as const;

function coverOne(system: SystemIndex['systems'][number], features: readonly Feature[], index: SystemIndex): SystemCoverage {
  const within = features.filter((feature) => index.ofTerm[feature.termId]?.includes(system.id) === true);
  const answered = within.filter((feature) => feature.state !== 'not-assessed');
  const isOwn = answered.some((feature) => homeSystem(feature.termId, index) === system.id);
  const count = (state: Feature['state']): number => within.filter((feature) => feature.state === state).length;
  const notAssessed = count('not-assessed');
  return { id: system.id, label: system.label, extent: answered.length === 0 ? 'never' : isOwn && notAssessed === 0 ? 'examined' : 'in-part', observed: count('observed'), excluded: count('excluded'), notAssessed };
}
