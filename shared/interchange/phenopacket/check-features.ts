import type { Report } from '#shared/interchange/phenopacket/check-message.ts';
import type { ReadFeature, TermVocabulary } from '#shared/interchange/phenopacket/read-phenopacket.ts';

/**
 * Checks the statements of one person against each other and yields those to keep: of a term stated twice in the same way the first.
 * A feature that came and went again may be both observed and excluded at different times; that is a contradiction only when
 * neither time is given.
 */
export function checkFeatures(features: readonly ReadFeature[], vocabulary: TermVocabulary | null, report: Report): ReadFeature[] {
  const kept: ReadFeature[] = [];
  const observed = new Map<string, ReadFeature>();
  const excluded = new Map<string, ReadFeature>();
  for (const feature of features) {
    const same = feature.detail.state === 'excluded' ? excluded : observed;
    const opposite = feature.detail.state === 'excluded' ? observed : excluded;
    if (same.has(feature.termId)) {
      report({ severity: 'warning', rule: 'term-twice', message: `${feature.termId} is stated twice, of which the first is kept`, pointer: feature.pointer });
      continue;
    }
    const other = opposite.get(feature.termId);
    if (other !== undefined && !isTimed(feature) && !isTimed(other)) {
      report({ severity: 'error', rule: 'contradiction', message: `${feature.termId} is both observed and excluded, expected one of the two`, pointer: feature.pointer });
    }
    same.set(feature.termId, feature);
    kept.push(feature);
  }
  if (vocabulary !== null && excluded.size > 0) reportExcludedAncestors(observed, excluded, vocabulary, report);
  return kept;
}

/** Whoever has a finding has what it is a kind of, so the broader term cannot be absent. */
function reportExcludedAncestors(observed: ReadonlyMap<string, ReadFeature>, excluded: ReadonlyMap<string, ReadFeature>, vocabulary: TermVocabulary, report: Report): void {
  for (const [termId, feature] of observed) {
    for (const ancestor of vocabulary.ancestors(termId)) {
      const other = ancestor === termId ? undefined : excluded.get(ancestor);
      if (other === undefined || isTimed(feature) || isTimed(other)) continue;
      report({ severity: 'error', rule: 'excluded-ancestor', message: `${ancestor} is excluded although the narrower ${termId} is observed, expected no broader term of an observed one to be excluded`, pointer: other.pointer });
    }
  }
}

const isTimed = (feature: ReadFeature): boolean => feature.detail.onset !== null || feature.detail.resolution !== null;
