import { absenceOf, commonWeightOf, findPosting, leastInformation, type MeasureName, type Measurer } from '#shared/ranking/measures.ts';
import { type FirstPassWeights, mentionFloor } from '#shared/ranking/model-parameters.ts';
import { type Question } from '#shared/ranking/question.ts';
import { at, type RankingIndex, termIdAt } from '#shared/ranking/ranking-index.ts';
import { type MatchKind, type RankedEvidence } from '#shared/ranking/ranking.ts';

/** A common ancestor below which less than a twentieth of all annotations lie is worth calling a relation. Nats. */
const tellingInformation = Math.log(20);

/** One term of the case against one disease: how it matched, and each measure under the name of the weight that counts it. */
export interface Measurement extends Pick<FirstPassWeights, MeasureName> {
  readonly term: number;
  readonly match: MatchKind;
  /** Position of the term that the disease is annotated with, or −1. */
  readonly matched: number;
}

const nothing = { own: 0, common: 0, frequency: 0, observedAbsent: 0, absence: 0, excludedAbsent: 0, mention: 0 } as const;

/** Measures an observed term. `index` order and numbers are those of the measurer, so that the parts sum to its score. */
export function measureObserved(index: RankingIndex, measurer: Measurer, question: Question, term: number, disease: number): Measurement {
  const best = bestAnnotation(index, term, disease);
  const posting = findPosting(index, term, disease);
  return {
    ...nothing,
    term,
    match: best.match,
    matched: best.matched,
    own: measurer.logOwn(term, disease),
    common: best.information * commonWeightOf(index, { common: 1 }, question.observed),
    frequency: posting < 0 ? 0 : at(index.postingFrequency, posting),
    observedAbsent: measurer.saysAbsent(term, disease) < 0 ? 0 : 1,
  };
}

/** Measures an excluded term. */
export function measureExcluded(index: RankingIndex, measurer: Measurer, term: number, disease: number): Measurement {
  const posting = findPosting(index, term, disease);
  const frequency = posting < 0 ? 0 : at(index.postingFrequency, posting);
  const without = measurer.saysAbsent(term, disease);
  const matched = without >= 0 ? without : posting < 0 ? -1 : mostFrequentBelow(index, term, disease);
  return {
    ...nothing,
    term,
    match: without >= 0 ? 'excluded-not' : posting < 0 ? 'excluded-unannotated' : 'excluded-annotated',
    matched,
    absence: absenceOf(frequency),
    excludedAbsent: without < 0 ? 0 : 1,
    mention: Math.max(mentionFloor, measurer.logOwn(term, disease)),
  };
}

/** Weighted sum of a measurement, in nats. */
export function weigh(measured: Measurement, weights: FirstPassWeights): number {
  return (
    weights.own * measured.own +
    weights.common * measured.common +
    weights.frequency * measured.frequency +
    weights.observedAbsent * measured.observedAbsent +
    weights.absence * measured.absence +
    weights.excludedAbsent * measured.excludedAbsent +
    weights.mention * measured.mention
  );
}

export function toEvidence(index: RankingIndex, measured: Measurement, state: RankedEvidence['state'], nats: number): RankedEvidence {
  return { termId: termIdAt(index, measured.term), state, match: measured.match, matchedId: measured.matched < 0 ? null : termIdAt(index, measured.matched), log10LikelihoodRatio: nats / Math.LN10 };
}

/** The annotation that shares most with an observed term: the term itself, one below it, one above it, or one beside it. */
function bestAnnotation(index: RankingIndex, term: number, disease: number): { readonly match: MatchKind; readonly matched: number; readonly information: number } {
  const { annotationStart, annotationTerm, annotationFrequency, informationContent } = index;
  const above = new Set(ancestorsOf(index, term));
  const end = annotationStart[disease + 1] as number;
  let matched = -1;
  let match: keyof typeof kindRank | 'unmatched' = 'unmatched';
  let information = 0;
  let closeness = 0;
  for (let i = annotationStart[disease] as number; i < end; i += 1) {
    const annotation = annotationTerm[i] as number;
    const common = mostTellingOf(index, annotation, above);
    const shared = common < 0 ? 0 : (informationContent[common] as number);
    if (shared < leastInformation) continue;
    const kind = annotation === term ? 'exact' : common === term ? 'narrower' : common === annotation ? 'broader' : 'related';
    const rank = kindRank[kind] + (annotationFrequency[i] as number) / 2;
    if (shared > information || (shared === information && rank > closeness)) {
      matched = annotation;
      match = kind;
      information = shared;
      closeness = rank;
    }
  }
  // A common ancestor that most diseases share is scored, little as it is, but is no relation worth naming.
  return (match === 'related' || match === 'broader') && information < tellingInformation ? { match: 'unmatched', matched: -1, information } : { match, matched, information };
}

/** Which kind is named where two share as much. */
const kindRank = { exact: 4, narrower: 3, broader: 2, related: 1 } as const satisfies Partial<Record<MatchKind, number>>;

/** Ancestors stand in ascending order of information, so that the first shared one from the end is the most telling. */
function mostTellingOf({ ancestorStart, ancestors }: RankingIndex, annotation: number, above: ReadonlySet<number>): number {
  const start = ancestorStart[annotation] as number;
  for (let i = (ancestorStart[annotation + 1] as number) - 1; i >= start; i -= 1) if (above.has(ancestors[i] as number)) return ancestors[i] as number;
  return -1;
}

function mostFrequentBelow(index: RankingIndex, term: number, disease: number): number {
  let best = -1;
  let highest = -1;
  for (let i = at(index.annotationStart, disease); i < at(index.annotationStart, disease + 1); i += 1) {
    const annotation = at(index.annotationTerm, i);
    if (at(index.annotationFrequency, i) > highest && ancestorsOf(index, annotation).includes(term)) {
      best = annotation;
      highest = at(index.annotationFrequency, i);
    }
  }
  return best;
}

export function ancestorsOf(index: RankingIndex, term: number): Uint32Array {
  return index.ancestors.subarray(at(index.ancestorStart, term), at(index.ancestorStart, term + 1));
}
