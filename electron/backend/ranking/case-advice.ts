import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import { rankerOf, type RankingQuestion } from '#electron/backend/ranking/case-ranking.ts';
import type { AskedTerm, DecisiveFinding, ExplainingPair } from '#shared/contract/advice-procedures.ts';
import { nextQuestions } from '#shared/ranking/next-question/next-questions.ts';
import { whoAnswers } from '#shared/ranking/next-question/who-answers.ts';
import { createPairFinder, type PairFinder, type PairMember } from '#shared/ranking/pairs/disease-pairs.ts';
import type { ExcludedMode, RankingCase } from '#shared/ranking/ranking-case.ts';
import { decisiveTerms } from '#shared/ranking/sensitivity.ts';

/** The next best questions, with what a person needs to ask them. */
export function questionsFor(knowledge: KnowledgeFile, patient: RankingCase, unknown: readonly string[], choice: { readonly excludedMode: ExcludedMode; readonly limit: number }): readonly AskedTerm[] {
  const index = knowledge.rankingIndex();
  return nextQuestions(index, rankerOf(knowledge), patient, { ...choice, unknown }).map((question) => {
    const label = labelOf(knowledge, question.termId);
    return { ...question, label, definition: knowledge.term(question.termId)?.definition ?? null, answeredBy: whoAnswers(index, question.termId, label) };
  });
}

/** Two diseases that explain the findings better together; null where one does as well. */
export function pairFor(knowledge: KnowledgeFile, patient: RankingCase, excludedMode: ExcludedMode): ExplainingPair | null {
  const pair = pairFinderOf(knowledge)(rankerOf(knowledge), patient, excludedMode);
  if (pair === null) return null;
  const terms = (ids: readonly string[]) => ids.map((termId) => ({ termId, label: labelOf(knowledge, termId) }));
  const member = ({ explainedIds, ...disease }: PairMember) => ({ ...disease, explained: terms(explainedIds) });
  return { first: member(pair.first), second: member(pair.second), unexplained: terms(pair.unexplainedIds), log10Odds: pair.log10Odds };
}

/** The findings on which the first place hangs. */
export function decisiveFor(knowledge: KnowledgeFile, patient: RankingCase, excludedMode: ExcludedMode): readonly DecisiveFinding[] {
  return decisiveTerms(rankerOf(knowledge), patient, excludedMode).map((term) => ({ ...term, label: labelOf(knowledge, term.termId) }));
}

/** Terms recorded as not assessed or set aside: they are known to be open, so that nobody is asked for them again. */
export function unknownTerms({ notUsed }: RankingQuestion, knowledge: KnowledgeFile): readonly string[] {
  return notUsed.filter(({ reason }) => reason === 'not-assessed' || reason === 'ignored').map(({ termId }) => knowledge.resolve(termId)?.id ?? termId);
}

/** One a release: it holds working memory. */
function pairFinderOf(knowledge: KnowledgeFile): PairFinder {
  const known = pairFinders.get(knowledge);
  if (known !== undefined) return known;
  const finder = createPairFinder(knowledge.rankingIndex());
  pairFinders.set(knowledge, finder);
  return finder;
}

const pairFinders = new WeakMap<KnowledgeFile, PairFinder>();

const labelOf = (knowledge: KnowledgeFile, termId: string): string => knowledge.resolve(termId)?.label ?? termId;
