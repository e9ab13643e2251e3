import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { RankingSnapshot } from '#db/repositories/ranking-snapshots.ts';
import { describeExplanation } from '#electron/backend/ranking/describe-explanation.ts';
import { rankerOf } from '#electron/backend/ranking/case-ranking.ts';
import { changeOf, isNoticeable, placeIn } from '#electron/backend/ranking/shifted-cases.ts';
import type { MovedDisease, MovedTerm } from '#shared/contract/advice-procedures.ts';
import type { EvidencePart, Explanation } from '#shared/contract/knowledge-procedures.ts';
import type { RankingCase } from '#shared/ranking/ranking-case.ts';
import type { PriorSubject } from '#shared/ranking/ranking.ts';

/** One side of the comparison: the stored ranking, and where the release is still installed, the findings as it knows them. */
export interface RankedSide {
  readonly snapshot: RankingSnapshot;
  readonly knowledge: KnowledgeFile | null;
  readonly patient: RankingCase;
}

/** How many of the best, on either side, are told of. */
const toldPlaces = 3;
/** A weight that changed by less is the same: log10 likelihood ratio. */
const noticeable = 0.05;

/**
 * The diseases that stand or stood at the top and changed there, those that changed most first, each with the findings whose annotation changed.
 * Where none that counts did, those that changed their place at all.
 */
export function movedDiseases(older: RankedSide, newer: RankedSide): readonly MovedDisease[] {
  const told = new Map([...newer.snapshot.candidates.slice(0, toldPlaces), ...older.snapshot.candidates.slice(0, toldPlaces)].map(({ diseaseId, name }) => [diseaseId, name]));
  const all = [...told].map(([diseaseId, name]) => describeDisease(older, newer, diseaseId, name)).sort((a, b) => changeOf(b) - changeOf(a));
  const telling = all.filter(isNoticeable);
  return telling.length > 0 ? telling : all.filter(({ before, after }) => before?.rank !== after?.rank);
}

/** How probable it is under a release that the disease is none of its own; null where the release is gone. */
export function noneOfTheseIn({ knowledge, patient, snapshot }: RankedSide): number | null {
  return knowledge === null ? null : rankerOf(knowledge).rank(patient, { excludedMode: snapshot.excludedMode, limit: 1 }).noneOfTheseProbability;
}

function describeDisease(older: RankedSide, newer: RankedSide, diseaseId: string, name: string): MovedDisease {
  const before = explain(older, diseaseId);
  const after = explain(newer, diseaseId);
  return {
    diseaseId,
    name,
    before: placeOf(before) ?? placeIn(older.snapshot.candidates, diseaseId),
    after: placeOf(after) ?? placeIn(newer.snapshot.candidates, diseaseId),
    isNew: older.knowledge !== null && before === null,
    isGone: newer.knowledge !== null && after === null,
    terms: movedTerms(before, after),
    change: before === null || after === null ? null : { score: after.score - before.score, description: priorIn(after, 'disease') - priorIn(before, 'disease'), gene: priorIn(after, 'gene') - priorIn(before, 'gene') },
  };
}

/** What is kept with the case ends after the first; an explanation knows every place. */
function placeOf(explanation: Explanation | null): MovedDisease['after'] {
  return explanation === null || explanation.rank === null || explanation.probability === null ? null : { rank: explanation.rank, probability: explanation.probability };
}

function explain({ knowledge, patient, snapshot }: RankedSide, diseaseId: string): Explanation | null {
  if (knowledge === null) return null;
  const explanation = rankerOf(knowledge).explain(patient, { excludedMode: snapshot.excludedMode }, diseaseId);
  return explanation === null ? null : describeExplanation(explanation, knowledge);
}

const priorIn = ({ priors }: Explanation, subject: PriorSubject): number => priors.filter(({ about }) => about === subject).reduce((sum, { log10 }) => sum + log10, 0);

/** Findings whose match or frequency is another now, those that moved the sum most first; of a disease that one release does not know, those that speak for it. */
function movedTerms(before: Explanation | null, after: Explanation | null): readonly MovedTerm[] {
  const keyOf = (part: EvidencePart): string => `${part.state} ${part.termId}`;
  const old = new Map(before?.parts.map((part) => [keyOf(part), part]));
  const present = new Map(after?.parts.map((part) => [keyOf(part), part]));
  return [...new Set([...present.keys(), ...old.keys()])]
    .flatMap((key): readonly (MovedTerm & { readonly size: number })[] => {
      const was = old.get(key);
      const is = present.get(key);
      const part = is ?? was;
      const size = Math.abs((is?.log10LikelihoodRatio ?? 0) - (was?.log10LikelihoodRatio ?? 0));
      // Where the annotation is the same the weight moved with the rest of the release, which is no reason to name.
      const isSameAnnotation = was?.matchedId === is?.matchedId && was?.match === is?.match && was?.frequencyText === is?.frequencyText;
      const isUnknownToOne = (before === null || after === null) && (part?.matchedId ?? null) === null;
      return part === undefined || size < noticeable || isSameAnnotation || isUnknownToOne ? [] : [{ termId: part.termId, label: part.label, before: was === undefined ? null : matchOf(was), after: is === undefined ? null : matchOf(is), size }];
    })
    .sort((a, b) => b.size - a.size)
    .map(({ size: _size, ...term }) => term);
}

const matchOf = ({ match, matchedLabel, frequencyText, log10LikelihoodRatio }: EvidencePart): MovedTerm['after'] => ({ match, matchedLabel, frequencyText, log10LikelihoodRatio });
