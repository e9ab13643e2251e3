import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { RankingSnapshot } from '#db/repositories/ranking-snapshots.ts';
import { describeExplanation } from '#electron/backend/ranking/describe-explanation.ts';
import { rankerOf } from '#electron/backend/ranking/case-ranking.ts';
import type { MovedDisease, MovedTerm } from '#shared/contract/advice-procedures.ts';
import type { EvidencePart, Explanation } from '#shared/contract/knowledge-procedures.ts';
import type { RankingCase } from '#shared/ranking/ranking-case.ts';

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

/** The diseases that stand or stood at the top and moved there, those that moved most first, each with the findings whose weight changed. */
export function movedDiseases(older: RankedSide, newer: RankedSide): readonly MovedDisease[] {
  const told = new Map([...newer.snapshot.candidates.slice(0, toldPlaces), ...older.snapshot.candidates.slice(0, toldPlaces)].map(({ diseaseId, name }) => [diseaseId, name]));
  return [...told]
    .map(([diseaseId, name]) => describeDisease(older, newer, diseaseId, name))
    .filter(({ before, after }) => before?.rank !== after?.rank)
    .sort((a, b) => changeOf(b) - changeOf(a));
}

function describeDisease(older: RankedSide, newer: RankedSide, diseaseId: string, name: string): MovedDisease {
  const before = explain(older, diseaseId);
  const after = explain(newer, diseaseId);
  return {
    diseaseId,
    name,
    before: standingIn(older.snapshot, diseaseId),
    after: standingIn(newer.snapshot, diseaseId),
    isNew: older.knowledge !== null && before === null,
    terms: before === null || after === null ? [] : movedTerms(before, after),
  };
}

function standingIn({ candidates }: RankingSnapshot, diseaseId: string): MovedDisease['after'] {
  const place = candidates.findIndex((candidate) => candidate.diseaseId === diseaseId);
  const found = candidates[place];
  return found === undefined ? null : { rank: place + 1, probability: found.probability };
}

function explain({ knowledge, patient, snapshot }: RankedSide, diseaseId: string): Explanation | null {
  if (knowledge === null) return null;
  const explanation = rankerOf(knowledge).explain(patient, { excludedMode: snapshot.excludedMode }, diseaseId);
  return explanation === null ? null : describeExplanation(explanation, knowledge);
}

/** Findings whose match, frequency or weight is another now, those that moved the sum most first. */
function movedTerms(before: Explanation, after: Explanation): readonly MovedTerm[] {
  const keyOf = (part: EvidencePart): string => `${part.state} ${part.termId}`;
  const old = new Map(before.parts.map((part) => [keyOf(part), part]));
  return after.parts
    .flatMap((part): readonly (MovedTerm & { readonly size: number })[] => {
      const was = old.get(keyOf(part));
      const size = Math.abs(part.log10LikelihoodRatio - (was?.log10LikelihoodRatio ?? 0));
      const isSameAnnotation = was?.matchedId === part.matchedId && was.match === part.match && was.frequencyText === part.frequencyText;
      // Where the annotation is the same the weight moved with the rest of the release, which is no reason to name.
      return size < noticeable || isSameAnnotation ? [] : [{ termId: part.termId, label: part.label, before: was === undefined ? null : matchOf(was), after: matchOf(part), size }];
    })
    .sort((a, b) => b.size - a.size)
    .map(({ size: _size, ...term }) => term);
}

const matchOf = ({ match, matchedLabel, frequencyText, log10LikelihoodRatio }: EvidencePart): MovedTerm['after'] => ({ match, matchedLabel, frequencyText, log10LikelihoodRatio });
const changeOf = ({ before, after }: MovedDisease): number => Math.abs((after?.probability ?? 0) - (before?.probability ?? 0));
