import { createHash } from 'node:crypto';
import type { BackendContext } from '#electron/backend/context.ts';
import { callGenesAsRelease } from '#electron/backend/ranking/genes-of-release.ts';
import type { KnowledgeFile } from '#db/knowledge/open-knowledge.ts';
import type { RankingSnapshot } from '#db/repositories/ranking-snapshots.ts';
import type { Repositories } from '#db/unit-of-work.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { Differential } from '#shared/contract/knowledge-procedures.ts';
import { geneEvidence, type GeneEvidence } from '#shared/casefile/gene-evidence.ts';
import { modePriors, modesOfProband } from '#shared/inheritance/mode-prior.ts';
import type { Feature } from '#shared/phenotype/feature.ts';
import { createRanker } from '#shared/ranking/ranker.ts';
import { algorithmVersion, type Ranker, type Ranking, type RankingChoice } from '#shared/ranking/ranking.ts';
import type { RankingCase } from '#shared/ranking/ranking-case.ts';

/** What the ranking sees of a case, and what it leaves out and why. */
export interface RankingQuestion {
  readonly patient: RankingCase;
  readonly notUsed: Differential['notUsed'];
  /** What the sequencing findings say, whether it takes part or not. */
  readonly genes: readonly GeneEvidence[];
  /** Changes when what is ranked changes. */
  readonly fingerprint: string;
}

export interface RankedCase {
  readonly question: RankingQuestion;
  readonly ranking: Ranking;
  /** Time of the ranking alone. */
  readonly milliseconds: number;
}

/** The knowledge in use, or the failure that tells what to do where there is none. */
export function activeKnowledge(context: BackendContext): Result<KnowledgeFile, Failure> {
  const knowledge = context.knowledge.active();
  return knowledge === null ? refusal(failure('rule-broken', 'No knowledge release is installed. Install one under Knowledge.')) : success(knowledge);
}

/** What counts besides the phenotype. */
export interface EvidenceUse {
  /** The genes in which a classified variant was found; unless told otherwise. */
  readonly isWithGenes?: boolean | undefined;
  /** The modes of inheritance that the drawn family speaks for; only when asked. */
  readonly isWithFamily?: boolean | undefined;
}

/** Reads what is known of the proband as a question to the ranking. Null where the case is not there. */
export function questionOfCase(repositories: Repositories, knowledge: KnowledgeFile, caseId: string, { isWithGenes = true, isWithFamily = false }: EvidenceUse = {}): RankingQuestion | null {
  const proband = repositories.people.ofCase(caseId).find((person) => person.isProband);
  if (proband === undefined) return null;
  const notUsed: Differential['notUsed'][number][] = [];
  const observed: string[] = [];
  const excluded: string[] = [];
  for (const feature of repositories.features.ofPerson(proband.id)) {
    const use = useOf(feature, knowledge);
    if (use.kind === 'used') (feature.state === 'observed' ? observed : excluded).push(use.termId);
    else notUsed.push({ featureId: feature.id, termId: feature.termId, label: feature.label, reason: use.reason });
  }
  const genes = geneEvidence(callGenesAsRelease(repositories.findings.ofCase(caseId), knowledge), proband.id, proband.sexAssignedAtBirth === 'male');
  const stated = genes.map(({ variants: _variants, ...gene }) => gene);
  const modes = isWithFamily ? modesOfProband(repositories.families.ofCase(caseId)) : null;
  // Without genes the fingerprint is the one of before there were any.
  const patient: RankingCase = { observed, excluded, ...(isWithGenes && stated.length > 0 ? { genes: stated } : {}), ...(modes === null ? {} : { inheritance: modePriors(modes.modes) }) };
  return { patient, notUsed, genes, fingerprint: createHash('sha256').update(JSON.stringify(patient)).digest('hex') };
}

/** Ranks one case under the release in use. Null where the case is not there. */
export function rankCase(repositories: Repositories, knowledge: KnowledgeFile, caseId: string, choice: RankingChoice, use: EvidenceUse = {}): RankedCase | null {
  const question = questionOfCase(repositories, knowledge, caseId, use);
  return question === null ? null : rankQuestion(question, knowledge, choice);
}

export function rankQuestion(question: RankingQuestion, knowledge: KnowledgeFile, choice: RankingChoice): RankedCase {
  const ranker = rankerOf(knowledge);
  const begin = performance.now();
  const ranking = ranker.rank(question.patient, choice);
  return { question, ranking, milliseconds: performance.now() - begin };
}

/** The part of a ranking that is kept with its case. */
export function snapshotOf(ranked: RankedCase, knowledge: KnowledgeFile, caseId: string, choice: RankingChoice, now: string): RankingSnapshot {
  return {
    caseId,
    release: knowledge.release.name,
    algorithm: algorithmVersion,
    excludedMode: choice.excludedMode,
    featuresFingerprint: ranked.question.fingerprint,
    at: now,
    // Without an observed finding every disease stands at its prior: nothing worth showing in a caseload.
    candidates: ranked.question.patient.observed.length === 0 ? [] : ranked.ranking.candidates.slice(0, keptCandidates),
  };
}

/** One ranker a release: it holds the working memory. */
export function rankerOf(knowledge: KnowledgeFile): Ranker {
  const known = rankers.get(knowledge);
  if (known !== undefined) return known;
  const ranker = createRanker(knowledge.rankingIndex());
  rankers.set(knowledge, ranker);
  return ranker;
}

const rankers = new WeakMap<KnowledgeFile, Ranker>();

/** How many candidates are kept with a case, for the caseload and to tell later what moved. */
export const keptCandidates = 50;

type Use = { readonly kind: 'used'; readonly termId: string } | { readonly kind: 'left-out'; readonly reason: Differential['notUsed'][number]['reason'] };

function useOf(feature: Feature, knowledge: KnowledgeFile): Use {
  if (feature.isIgnored) return { kind: 'left-out', reason: 'ignored' };
  if (feature.state === 'not-assessed') return { kind: 'left-out', reason: 'not-assessed' };
  const term = knowledge.resolve(feature.termId);
  if (term === null || term.isObsolete) return { kind: 'left-out', reason: 'unknown-term' };
  if (!term.isPhenotype) return { kind: 'left-out', reason: 'not-a-phenotype' };
  return { kind: 'used', termId: term.id };
}
