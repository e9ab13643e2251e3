import type { ComponentType } from 'react';
import { RiskTab } from '#renderer/features/family-risk/risk-tab.tsx';
import { FeaturesPanel } from '#renderer/features/family/inspector/features-panel.tsx';
import { PersonPanel } from '#renderer/features/family/inspector/person-panel.tsx';
import { RelativesPanel } from '#renderer/features/family/inspector/relatives-panel.tsx';
import { SourcesPanel } from '#renderer/features/family/inspector/sources-panel.tsx';
import { words } from '#renderer/i18n/words.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

export interface PersonTab {
  readonly id: string;
  readonly label: () => string;
  readonly Panel: ComponentType<{ readonly individual: Individual }>;
}

/** The tab whose first field Enter opens. */
export const firstTab = 'person';

/** The tabs of a selected person, in order. A further one is a further entry; its panel has the whole family from `useFamilyView`. */
export const personTabs: readonly PersonTab[] = [
  { id: firstTab, label: () => words.t('family:tab.person'), Panel: PersonPanel },
  { id: 'relatives', label: () => words.t('family:tab.relatives'), Panel: RelativesPanel },
  { id: 'features', label: () => words.t('family:tab.features'), Panel: FeaturesPanel },
  { id: 'risk', label: () => words.t('risk:tab'), Panel: RiskTab },
  { id: 'sources', label: () => words.t('family:tab.sources'), Panel: SourcesPanel },
];
