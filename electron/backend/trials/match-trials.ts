import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { StoredStudy, TrialStore } from '#db/trials/trial-store.ts';
import { trialKnowledgeOf } from '#electron/backend/trials/trial-knowledge.ts';
import { fitOf, keysOf, questionOf, type StudyQuestion } from '#shared/trial/fit-study.ts';
import { matchStudies, matchStudy, type StudyMatch } from '#shared/trial/match-studies.ts';
import type { StudyPhase, StudyStatus } from '#shared/trial/study.ts';
import type { TrialPatient } from '#shared/trial/trial-patient.ts';

export interface TrialMatching {
  readonly store: TrialStore;
  readonly knowledge: KnowledgeFile;
  readonly patient: TrialPatient;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** Typed by the user; empty for none. */
  readonly words: string;
}

export interface MatchLimits {
  readonly statuses: readonly StudyStatus[] | null;
  readonly phases: readonly StudyPhase[] | null;
  readonly sinceImport: number | null;
  readonly limit: number;
}

export interface TrialMatches {
  readonly question: StudyQuestion;
  readonly matches: readonly (StudyMatch & Pick<StoredStudy, 'firstImport'>)[];
  readonly isCut: boolean;
}

/** The studies that may concern a patient, each held against what is known, best first. */
export function matchTrials(matching: TrialMatching, limits: MatchLimits): TrialMatches {
  const question = questionFor(matching);
  const { studies, isCut } = matching.store.search({ keys: keysOf(question), ...limits });
  const firstImport = new Map(studies.map((stored) => [stored.study.id, stored.firstImport]));
  const matches = matchStudies(studies.map(({ study }) => study), question, factsOf(matching));
  return { question, isCut, matches: matches.map((match) => ({ ...match, firstImport: firstImport.get(match.study.id) ?? 0 })) };
}

/** One study held against a patient, whether or not it fits any more. */
export function matchTrial(matching: TrialMatching, stored: StoredStudy): Omit<StudyMatch, 'fit'> & { readonly fit: StudyMatch['fit'] | null } {
  const fit = fitOf(stored.study, questionFor(matching));
  return { ...matchStudy(stored.study, fit ?? { kind: 'words', by: '', found: '' }, factsOf(matching)), fit };
}

const questionFor = ({ patient, knowledge, words }: TrialMatching): StudyQuestion => {
  const { namesOf } = trialKnowledgeOf(knowledge);
  return questionOf(patient, new Map(patient.features.map(({ termId }) => [termId, namesOf(termId)])), words);
};

const factsOf = ({ patient, knowledge, today }: TrialMatching) => ({ patient, today, vocabulary: trialKnowledgeOf(knowledge) });
