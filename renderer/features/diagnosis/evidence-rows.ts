import type { Differential, EvidencePart, Explanation } from '#shared/contract/knowledge-procedures.ts';
import type { Feature } from '#shared/phenotype/feature.ts';

/** One line of the explanation: a term that takes part, or one that the user has set aside. */
export type EvidenceRow =
  | { readonly kind: 'used'; readonly part: EvidencePart; readonly feature: Feature | null; /** log10 likelihood ratio under the disease compared with. */ readonly other: number | null }
  | { readonly kind: 'ignored'; readonly feature: Feature };

/**
 * Terms that take part, strongest first by how far they move the sum, those for before those against; then the ignored ones by name.
 * A term set aside a moment ago is shown as ignored though the explanation that no longer holds it is still on its way.
 */
export function evidenceRows(explanation: Explanation, features: readonly Feature[], compared: Explanation | null): readonly EvidenceRow[] {
  const used = features.filter((feature) => !feature.isIgnored);
  // Of a merged term the part bears the live id and the feature the one recorded; then the label tells them together.
  const featureOf = (part: EvidencePart): Feature | null =>
    used.find((feature) => feature.termId === part.termId && feature.state === part.state) ?? used.find((feature) => feature.label === part.label && feature.state === part.state) ?? null;
  const otherOf = (part: EvidencePart): number | null => compared?.parts.find((candidate) => candidate.termId === part.termId && candidate.state === part.state)?.log10LikelihoodRatio ?? null;
  const isSetAside = (part: EvidencePart): boolean => featureOf(part) === null && features.some((feature) => feature.isIgnored && feature.termId === part.termId);
  const taking = explanation.parts
    .filter((part) => !isSetAside(part))
    .sort((left, right) => right.log10LikelihoodRatio - left.log10LikelihoodRatio || left.label.localeCompare(right.label, 'en'))
    .map((part): EvidenceRow => ({ kind: 'used', part, feature: featureOf(part), other: otherOf(part) }));
  const ignored = features
    .filter((feature) => feature.isIgnored && feature.state !== 'not-assessed')
    .sort((left, right) => left.label.localeCompare(right.label, 'en'))
    .map((feature): EvidenceRow => ({ kind: 'ignored', feature }));
  return [...taking, ...ignored];
}

/** Every weight that the scale has to hold: of the disease, its priors, and the disease compared with. */
export function weightsOf(explanation: Explanation, compared: Explanation | null): readonly number[] {
  const of = (one: Explanation): readonly number[] => [...one.parts.map((part) => part.log10LikelihoodRatio), ...one.priors.map((prior) => prior.log10)];
  return compared === null ? of(explanation) : [...of(explanation), ...of(compared)];
}

/** Why the disease may not be the one, strongest first. */
export type ReasonAgainst =
  | { readonly kind: 'not-described'; readonly part: EvidencePart }
  | { readonly kind: 'excluded-but-described'; readonly part: EvidencePart }
  | { readonly kind: 'described-as-absent'; readonly part: EvidencePart }
  | { readonly kind: 'weak-match'; readonly part: EvidencePart }
  | { readonly kind: 'prior'; readonly label: string; readonly log10: number };

export function reasonsAgainst(explanation: Explanation): readonly ReasonAgainst[] {
  const ofParts = explanation.parts.filter((part) => part.log10LikelihoodRatio < -noticeable).map((part) => ({ log10: part.log10LikelihoodRatio, reason: reasonOf(part) }));
  // What a disease brings without any term speaks against it only where all of it together does: single parts balance each other.
  const isUnlikelyAnyway = explanation.priors.reduce((sum, prior) => sum + prior.log10, 0) < -noticeable;
  const ofPriors = (isUnlikelyAnyway ? explanation.priors : []).filter((prior) => prior.log10 < -noticeable).map((prior) => ({ log10: prior.log10, reason: { kind: 'prior', label: prior.label, log10: prior.log10 } satisfies ReasonAgainst }));
  return [...ofParts, ...ofPriors].sort((left, right) => left.log10 - right.log10).map(({ reason }) => reason);
}

/** Terms that took no part in the ranking, in groups by the reason; ignored ones are shown with the evidence instead. */
export function notUsedByReason(differential: Differential): readonly { readonly reason: Differential['notUsed'][number]['reason']; readonly terms: Differential['notUsed'] }[] {
  return (['unknown-term', 'not-a-phenotype', 'not-assessed', 'ignored'] as const)
    .map((reason) => ({ reason, terms: differential.notUsed.filter((term) => term.reason === reason) }))
    .filter((group) => group.terms.length > 0);
}

/** A likelihood ratio of 0.79 (log10 −0.1) hardly moves a probability; what is nearer to one is not worth a sentence. */
const noticeable = 0.1;

function reasonOf(part: EvidencePart): ReasonAgainst {
  if (part.match === 'excluded-annotated') return { kind: 'excluded-but-described', part };
  if (part.match === 'excluded-not') return { kind: 'described-as-absent', part };
  if (part.state === 'observed' && part.match !== 'unmatched') return { kind: 'weak-match', part };
  return { kind: 'not-described', part };
}
