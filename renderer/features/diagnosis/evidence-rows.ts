import type { Differential, EvidencePart, Explanation } from '#shared/contract/knowledge-procedures.ts';
import type { Feature } from '#shared/phenotype/feature.ts';
import type { ExcludedMode } from '#shared/ranking/ranking-case.ts';
import { shownEvidence } from '#shared/ranking/shown-evidence.ts';

/** Why a finding that is recorded as observed or excluded does not count, though nobody has set it aside. */
export type LeftOutReason = 'unknown-term' | 'not-a-phenotype' | 'excluded-not-used';

/** One line of the explanation: a term that takes part, one that the user has set aside, or one that cannot count. */
export type EvidenceRow =
  | { readonly kind: 'used'; readonly part: EvidencePart; /** log10 likelihood ratio as it is shown. */ readonly value: number; readonly feature: Feature | null; /** The same under the disease compared with. */ readonly other: { readonly part: EvidencePart; readonly value: number } | null }
  | { readonly kind: 'ignored'; readonly feature: Feature }
  | { readonly kind: 'left-out'; readonly feature: Feature; readonly reason: LeftOutReason };

/**
 * Terms that take part, strongest first by how far they move the sum, those for before those against; then the ignored ones and those
 * left out, by name: what is recorded as observed or excluded always has its line.
 * A term set aside a moment ago is shown as ignored though the explanation that no longer holds it is still on its way.
 */
export function evidenceRows(explanation: Explanation, features: readonly Feature[], compared: Explanation | null, leftOut: ReadonlyMap<string, LeftOutReason> = new Map()): readonly EvidenceRow[] {
  const used = features.filter((feature) => !feature.isIgnored);
  // Of a merged term the part bears the live id and the feature the one recorded; then the label tells them together.
  const featureOf = (part: EvidencePart): Feature | null =>
    used.find((feature) => feature.termId === part.termId && feature.state === part.state) ?? used.find((feature) => feature.label === part.label && feature.state === part.state) ?? null;
  const shown = shownEvidence(explanation).parts;
  const shownOther = compared === null ? [] : shownEvidence(compared).parts;
  const otherOf = (part: EvidencePart): Extract<EvidenceRow, { kind: 'used' }>['other'] => {
    const place = compared?.parts.findIndex((candidate) => candidate.termId === part.termId && candidate.state === part.state) ?? -1;
    const found = compared?.parts[place];
    return found === undefined ? null : { part: found, value: shownOther[place] ?? 0 };
  };
  const isSetAside = (part: EvidencePart): boolean => featureOf(part) === null && features.some((feature) => feature.isIgnored && feature.termId === part.termId);
  const taking = explanation.parts
    .map((part, place) => ({ kind: 'used' as const, part, value: shown[place] ?? 0, feature: featureOf(part), other: otherOf(part) }))
    .filter(({ part, feature }) => !isSetAside(part) && !leftOut.has(feature?.id ?? ''))
    .sort((left, right) => right.part.log10LikelihoodRatio - left.part.log10LikelihoodRatio || left.part.label.localeCompare(right.part.label, 'en'));
  const ignored = features
    .filter((feature) => feature.isIgnored && feature.state !== 'not-assessed')
    .sort((left, right) => left.label.localeCompare(right.label, 'en'))
    .map((feature): EvidenceRow => ({ kind: 'ignored', feature }));
  const left = [...used]
    .sort((one, other) => one.label.localeCompare(other.label, 'en'))
    .flatMap((feature): readonly EvidenceRow[] => {
      const reason = leftOut.get(feature.id);
      return reason === undefined ? [] : [{ kind: 'left-out', feature, reason }];
    });
  return [...taking, ...ignored, ...left];
}

/** The findings that the ranking could not or was told not to use, with the reason. Those set aside by the user are not among them. */
export function leftOutFeatures(features: readonly Feature[], differential: Differential, mode: ExcludedMode): ReadonlyMap<string, LeftOutReason> {
  const unused = differential.notUsed.flatMap(({ featureId, reason }): readonly (readonly [string, LeftOutReason])[] => (reason === 'unknown-term' || reason === 'not-a-phenotype' ? [[featureId, reason]] : []));
  const excluded = mode === 'ignore' ? features.filter((feature) => feature.state === 'excluded' && !feature.isIgnored) : [];
  return new Map([...excluded.map((feature) => [feature.id, 'excluded-not-used'] as const), ...unused]);
}

/** The weights that set the scale: of the terms alone, under the disease and the one compared with. What else is shown is drawn up to the edge. */
export function weightsOf(explanation: Explanation, compared: Explanation | null): readonly number[] {
  return [explanation, ...(compared === null ? [] : [compared])].flatMap((one) => one.parts.map((part) => part.log10LikelihoodRatio));
}

type Prior = Explanation['priors'][number];

/** The reasons for what a disease brings without any finding, with their figures as shown; those stated of the patient stand apart. Units: log10 likelihood ratio. */
export function priorsAbout(explanation: Explanation, about: Prior['about']): readonly { readonly label: string; readonly value: number }[] {
  const { priors } = shownEvidence(explanation);
  return explanation.priors.flatMap((prior, place) => (prior.about === about ? [{ label: prior.label, value: priors[place] ?? 0 }] : []));
}

/** A finding that a clinician would hold against the disease. */
export interface ReasonAgainst {
  readonly kind: 'not-described' | 'excluded-but-described' | 'described-as-absent' | 'weak-match';
  readonly part: EvidencePart;
}

/**
 * Findings that speak against the disease, strongest first. One that the disease does not know, and an excluded one that it has, are named
 * however little they weigh: published patients taught the weights, and their reports say little of what did not fit.
 */
export function reasonsAgainst(explanation: Explanation): readonly ReasonAgainst[] {
  return explanation.parts
    .filter((part) => part.match === 'unmatched' || part.match === 'excluded-annotated' || part.log10LikelihoodRatio < -noticeable)
    .sort((left, right) => left.log10LikelihoodRatio - right.log10LikelihoodRatio)
    .map(reasonOf);
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
