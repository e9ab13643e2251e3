import type { Feature } from '#shared/phenotype/feature.ts';
import { onsetInDays, onsetStage, onsetStages, type OnsetStage } from '#renderer/features/phenotype/onset-stage.ts';
import { homeSystem, shortSystemName, type SystemIndex } from '#shared/phenotype/organ-systems.ts';

export type Grouping = 'system' | 'onset';

/** A heading of the list and the findings under it. */
export type FeatureGroup =
  | { readonly kind: 'system'; readonly key: string; readonly systemId: string; readonly label: string; readonly features: readonly Feature[] }
  /** Terms that the release does not know or that are no findings: kept and shown, never dropped. */
  | { readonly kind: 'no-system'; readonly key: string; readonly features: readonly Feature[] }
  | { readonly kind: 'stage'; readonly key: string; readonly stage: OnsetStage; readonly features: readonly Feature[] };

/** By organ system: systems by name, observed before excluded before not assessed, then by label. */
export function groupBySystem(features: readonly Feature[], index: SystemIndex): readonly FeatureGroup[] {
  const groups = index.systems
    .map((system): FeatureGroup => ({ kind: 'system', key: system.id, systemId: system.id, label: shortSystemName(system.label), features: features.filter((feature) => homeSystem(feature.termId, index) === system.id).sort(byStateAndLabel) }))
    .filter((group) => group.features.length > 0)
    .sort((left, right) => titleOf(left).localeCompare(titleOf(right), 'en'));
  const known = new Set(index.systems.map((system) => system.id));
  const homeless = features.filter((feature) => !known.has(homeSystem(feature.termId, index) ?? '')).sort(byStateAndLabel);
  return homeless.length === 0 ? groups : [...groups, { kind: 'no-system', key: 'no-system', features: homeless }];
}

/** By the stage of life in which each began, earliest first; what has no age comes last. */
export function groupByOnset(features: readonly Feature[], birthDate: string | null): readonly FeatureGroup[] {
  const age = (feature: Feature): number => onsetInDays(feature.onset, birthDate) ?? Number.POSITIVE_INFINITY;
  const byAge = (left: Feature, right: Feature): number => (age(left) === age(right) ? byStateAndLabel(left, right) : age(left) - age(right));
  return onsetStages
    .map((stage): FeatureGroup => ({ kind: 'stage', key: stage, stage, features: features.filter((feature) => onsetStage(feature.onset, birthDate) === stage).sort(byAge) }))
    .filter((group) => group.features.length > 0);
}

const stateOrder = ['observed', 'excluded', 'not-assessed'] as const satisfies readonly Feature['state'][];

function byStateAndLabel(left: Feature, right: Feature): number {
  return stateOrder.indexOf(left.state) - stateOrder.indexOf(right.state) || left.label.localeCompare(right.label, 'en') || left.id.localeCompare(right.id);
}

const titleOf = (group: FeatureGroup): string => (group.kind === 'system' ? group.label : '');
