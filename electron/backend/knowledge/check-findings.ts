import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { Feature } from '#shared/phenotype/feature.ts';

type Finding = OutputOf<'term.check'>[number];

/** A recorded feature with the live term that it means. */
interface ReadFeature {
  readonly feature: Feature;
  readonly termId: string;
  readonly label: string;
  readonly ancestors: ReadonlySet<string>;
}

/**
 * What is wrong or superfluous among the findings of one person. An observed term implies all its ancestors, and an excluded one excludes
 * everything below it: so an observed term below an excluded one contradicts it, and an observed term above another adds nothing.
 */
export function checkFindings(features: readonly Feature[], knowledge: Pick<KnowledgeFile, 'resolve' | 'ancestors'>): readonly Finding[] {
  const findings: Finding[] = [];
  const usable: ReadFeature[] = [];
  for (const feature of features) {
    const term = knowledge.resolve(feature.termId);
    const place = findingOfTerm(feature, term);
    if (place !== null) findings.push(place);
    if (term?.isPhenotype === true) usable.push({ feature, termId: term.id, label: term.label, ancestors: new Set([term.id, ...knowledge.ancestors(term.id)]) });
  }
  const observed = usable.filter((entry) => entry.feature.state === 'observed');
  const excluded = usable.filter((entry) => entry.feature.state === 'excluded');
  return [...contradictions(observed, excluded), ...redundancies(observed), ...findings];
}

function contradictions(observed: readonly ReadFeature[], excluded: readonly ReadFeature[]): Finding[] {
  return excluded.flatMap((absent) =>
    observed
      .filter((seen) => seen.ancestors.has(absent.termId))
      .map((seen): Finding => ({
        featureIds: [seen.feature.id, absent.feature.id],
        rule: 'contradiction',
        message: seen.termId === absent.termId ? `${seen.label} is recorded both as observed and as excluded.` : `${seen.label} is observed, but ${absent.label}, which includes it, is excluded.`,
        replacementId: null,
      })),
  );
}

function redundancies(observed: readonly ReadFeature[]): Finding[] {
  return observed.flatMap((general): Finding[] => {
    const narrower = observed.find((other) => other.termId !== general.termId && other.ancestors.has(general.termId));
    if (narrower === undefined) return [];
    return [{ featureIds: [general.feature.id, narrower.feature.id], rule: 'redundant', message: `${general.label} adds nothing: ${narrower.label}, which is narrower, is also observed.`, replacementId: null }];
  });
}

function findingOfTerm(feature: Feature, term: ReturnType<KnowledgeFile['resolve']>): Finding | null {
  const featureIds = [feature.id];
  if (term === null) return { featureIds, rule: 'unknown-term', message: `${feature.label} (${feature.termId}) is not in the release in use.`, replacementId: null };
  if (term.isObsolete) return { featureIds, rule: 'obsolete', message: `${feature.label} (${feature.termId}) was taken out of use without a replacement.`, replacementId: null };
  if (!term.isPhenotype) return { featureIds, rule: 'not-a-phenotype', message: `${term.label} is not a finding but an inheritance, onset or modifier term.`, replacementId: null };
  if (term.replacedFrom !== null) return { featureIds, rule: 'obsolete', message: `${feature.termId} was merged or replaced; ${term.label} (${term.id}) stands for it now.`, replacementId: term.id };
  return null;
}
