import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { StoredStudy, TrialStore } from '#db/trials/trial-store.ts';
import { trialKnowledgeOf } from '#electron/backend/trials/trial-knowledge.ts';
import { fitOf, keysOf, questionOf, type StudyQuestion } from '#shared/trial/fit-study.ts';
import { judgeStudy, type JudgedCriterion } from '#shared/trial/judge-study.ts';
import { matchStudies, matchStudy, type JudgeCriteria, type StudyMatch } from '#shared/trial/match-studies.ts';
import type { StudyPhase, StudyStatus } from '#shared/trial/study.ts';
import type { TrialPatient } from '#shared/trial/trial-patient.ts';

export interface TrialMatching {
  readonly store: TrialStore;
  readonly knowledge: KnowledgeFile;
  /** Whose the patient is: the repositories of the open vault, or the store where there is none. Verdicts are kept no longer than that. */
  readonly owner: object;
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
  const matches = matchStudies(studies.map(({ study }) => study), question, matching.patient.place, judgeWith(matching, studies));
  return { question, isCut, matches: matches.map((match) => ({ ...match, firstImport: firstImport.get(match.study.id) ?? 0 })) };
}

/** One study held against a patient, whether or not it fits any more. */
export function matchTrial(matching: TrialMatching, stored: StoredStudy): Omit<StudyMatch, 'fit'> & { readonly fit: StudyMatch['fit'] | null } {
  const fit = fitOf(stored.study, questionFor(matching));
  return { ...matchStudy(stored.study, fit ?? { kind: 'words', by: '', found: '' }, matching.patient.place, judgeWith(matching, [stored])), fit };
}

const questionFor = ({ patient, knowledge, words }: TrialMatching): StudyQuestion => {
  const { namesOf } = trialKnowledgeOf(knowledge);
  return questionOf(patient, new Map(patient.features.map(({ termId }) => [termId, namesOf(termId)])), words);
};

/** What was judged last, for one patient as recorded on one day. */
interface LastJudged {
  readonly store: TrialStore;
  readonly knowledge: KnowledgeFile;
  readonly facts: string;
  /** By the study and the import that its record is of. */
  readonly criteria: Map<string, readonly JudgedCriterion[]>;
}

/**
 * Judging is what takes long, and following a study, choosing one or moving the family lists the same ones again.
 *
 * Attack: whoever reads the memory of a locked app would find what is recorded of the last patient. So it hangs on the open vault and goes with it.
 */
const lastJudged = new WeakMap<object, LastJudged>();

function judgeWith({ store, knowledge, owner, patient, today }: TrialMatching, studies: readonly StoredStudy[]): JudgeCriteria {
  const facts = JSON.stringify([today, { ...patient, place: null }]);
  const last = lastJudged.get(owner);
  const isSame = last?.store === store && last.knowledge === knowledge && last.facts === facts;
  const judged = isSame ? last : { store, knowledge, facts, criteria: new Map<string, readonly JudgedCriterion[]>() };
  lastJudged.set(owner, judged);
  const lastImport = new Map(studies.map((stored) => [stored.study.id, stored.lastImport]));
  return (study) => {
    const key = `${study.id} ${String(lastImport.get(study.id))}`;
    const criteria = judged.criteria.get(key) ?? judgeStudy(study, { patient, today, vocabulary: trialKnowledgeOf(knowledge) });
    judged.criteria.set(key, criteria);
    return criteria;
  };
}
