import * as z from 'zod';
import { diseaseIdSchema, idSchema, termIdSchema } from '#shared/base/schemas.ts';
import { candidateStates } from '#shared/casefile/case-record.ts';
import { knowledgeReleaseSchema } from '#shared/contract/app-procedures.ts';
import { modeHypotheses } from '#shared/inheritance/mode.ts';
import { priorSubjects } from '#shared/ranking/ranking.ts';
import { variantClasses } from '#shared/variant/acmg/classify.ts';
import { action, job, open, query } from '#shared/contract/procedure.ts';
import { fileSchema } from '#shared/contract/wire.ts';

/** A term found by a search, with the words by which it was found. */
const termHitSchema = z.object({
  id: termIdSchema,
  label: z.string(),
  /** The label or synonym that matched. */
  matchedText: z.string(),
  matchedBy: z.enum(['id', 'label', 'synonym', 'layperson']),
  /** The query as it was read, where it was corrected for a typo. */
  readAs: z.string().nullable(),
  /** False for terms of the modifier, onset, inheritance and frequency branches, which are not findings. */
  isPhenotype: z.boolean(),
  /** Where another language was asked for: the name in it, null where nobody has translated the term. */
  localLabel: z.string().nullable().optional(),
});
export type TermHit = z.infer<typeof termHitSchema>;

const termLinkSchema = z.object({ id: termIdSchema, label: z.string(), childCount: z.int() });

const termCardSchema = z.object({
  id: termIdSchema,
  label: z.string(),
  definition: z.string().nullable(),
  comment: z.string().nullable(),
  synonyms: z.array(z.object({ text: z.string(), isLayperson: z.boolean() })).readonly(),
  /** What the release calls it in other languages; a candidate has been confirmed by nobody. */
  translations: z.array(z.object({ language: z.string(), label: z.string(), synonyms: z.array(z.string()).readonly(), isCandidate: z.boolean() })).readonly(),
  parents: z.array(termLinkSchema).readonly(),
  children: z.array(termLinkSchema).readonly(),
  isPhenotype: z.boolean(),
  /** Organ systems (children of HP:0000118) that the term belongs to. */
  systemIds: z.array(termIdSchema).readonly(),
  /** Number of diseases annotated with the term or a narrower one. */
  diseaseCount: z.int(),
  /** The id asked for, where it was an obsolete or merged one. */
  replaces: z.string().nullable(),
});
export type TermCard = z.infer<typeof termCardSchema>;

/** How the annotation of the disease relates to the patient's term. */
export const matchKinds = ['exact', 'narrower', 'broader', 'related', 'unmatched', 'excluded-annotated', 'excluded-unannotated', 'excluded-not'] as const;

const evidencePartSchema = z.object({
  termId: termIdSchema,
  label: z.string(),
  state: z.enum(['observed', 'excluded']),
  match: z.enum(matchKinds),
  /** The annotation of the disease that matched best. */
  matchedId: termIdSchema.nullable(),
  matchedLabel: z.string().nullable(),
  /** As the source states it: `31/37`, `80-99 %`, or null when not stated. */
  frequencyText: z.string().nullable(),
  references: z.array(z.string()).readonly(),
  log10LikelihoodRatio: z.number(),
});
export type EvidencePart = z.infer<typeof evidencePartSchema>;

const rankedDiseaseSchema = z.object({
  rank: z.int(),
  diseaseId: diseaseIdSchema,
  name: z.string(),
  genes: z.array(z.string()).readonly(),
  /** log10 of the likelihood ratio against the background, all parts summed. */
  score: z.number(),
  probability: z.number(),
  state: z.enum(candidateStates).nullable(),
});
export type RankedDisease = z.infer<typeof rankedDiseaseSchema>;

const explanationSchema = z.object({
  diseaseId: diseaseIdSchema,
  name: z.string(),
  genes: z.array(z.string()).readonly(),
  inheritance: z.array(z.string()).readonly(),
  /** The disorder that Orphanet calls the same, and how common it says it is; absent where its packets are not installed. */
  orphanet: z.object({ id: diseaseIdSchema, prevalence: z.string().nullable() }).optional(),
  rank: z.int().nullable(),
  probability: z.number().nullable(),
  /** Observed and excluded terms, strongest first. */
  parts: z.array(evidencePartSchema).readonly(),
  /** What the disease brings without any term, and what a gene or mode stated of the patient does, each with its reason in words. */
  priors: z.array(z.object({ about: z.enum(priorSubjects), label: z.string(), log10: z.number() })).readonly(),
  /** Sum of parts and priors: the score shown. */
  score: z.number(),
  /** Frequent features of the disease (half of the affected or more) that nobody has recorded either way, most frequent first. */
  notRecorded: z.array(z.object({ termId: termIdSchema, label: z.string(), frequencyText: z.string().nullable() })).readonly(),
});
export type Explanation = z.infer<typeof explanationSchema>;

const differentialSchema = z.object({
  release: z.string(),
  releaseKind: z.enum(['starter', 'release']),
  algorithm: z.string(),
  /** Time of the ranking alone. */
  milliseconds: z.number(),
  observedCount: z.int(),
  excludedCount: z.int(),
  /** Terms that took no part, and why. */
  notUsed: z.array(z.object({ featureId: idSchema, termId: termIdSchema, label: z.string(), reason: z.enum(['ignored', 'not-assessed', 'unknown-term', 'not-a-phenotype']) })).readonly(),
  /** Genes with a classified variant in the proband, and by what they raise the odds of their diseases, whether they take part or not. */
  genes: z.array(z.object({ symbol: z.string(), likelihoodRatio: z.number(), /** Ranked diseases of the gene, and those that its variants raise: one copy raises none that is only recessive. */ diseaseCount: z.int(), raisedCount: z.int(), variants: z.array(z.object({ name: z.string(), classification: z.enum(variantClasses) })).readonly() })).readonly(),
  candidates: z.array(rankedDiseaseSchema).readonly(),
  noneOfTheseProbability: z.number(),
  others: z.object({ count: z.int(), probability: z.number() }),
});
export type Differential = z.infer<typeof differentialSchema>;

const termMentionSchema = z.object({
  id: termIdSchema,
  label: z.string(),
  /** Offsets in UTF-16 code units into the text that was sent. */
  start: z.int(),
  end: z.int(),
  text: z.string(),
  excluded: z.boolean(),
  /** `patient`, or a relative in plain words. */
  person: z.string(),
});

const skippedSchema = z.object({ reason: z.string(), count: z.int(), example: z.string().nullable() });
const compileReportSchema = z.object({
  release: knowledgeReleaseSchema,
  milliseconds: z.number(),
  files: z.array(z.object({ name: z.string(), role: z.string(), rows: z.int() })).readonly(),
  skipped: z.array(skippedSchema).readonly(),
});
export type CompileReport = z.infer<typeof compileReportSchema>;

export const rankingChoiceSchema = z.object({ caseId: idSchema, excludedMode: z.enum(['absence', 'mention', 'ignore']) });

/** `isWithGenes` false: what the phenotype alone says. `isWithFamily` true: the modes of inheritance that the drawn family speaks for count too. */
export const evidenceUse = { isWithGenes: z.boolean().optional(), isWithFamily: z.boolean().optional() };

export const knowledgeProcedures = {
  /** `language`: also among the names in that language, such as de, where the release has them (`languages` of its supplements). */
  'term.search': query(z.object({ text: z.string().max(200), limit: z.int().min(1).max(100), language: z.string().max(20).optional() }), z.array(termHitSchema).readonly()),
  'term.show': query(z.object({ termId: termIdSchema }), termCardSchema),
  /** The modifier vocabularies offered with a feature: children of severity, laterality and onset. */
  'term.choices': query(z.object({ branch: z.enum(['severity', 'laterality', 'onset', 'progression', 'temporal-pattern', 'spatial-pattern']) }), z.array(z.object({ id: termIdSchema, label: z.string() })).readonly()),
  /** The organ systems, in the ontology's words, and of each given term the systems it belongs to. */
  'term.systems': query(z.object({ termIds: z.array(termIdSchema).max(5_000) }), z.object({ systems: z.array(z.object({ id: termIdSchema, label: z.string() })).readonly(), ofTerm: z.record(z.string(), z.array(termIdSchema).readonly()) })),
  /** Findings of one person that contradict each other or use terms out of place, each in one sentence. */
  'term.check': query(z.object({ personId: idSchema }), z.array(z.object({ featureIds: z.array(idSchema).readonly(), rule: z.enum(['contradiction', 'redundant', 'obsolete', 'unknown-term', 'not-a-phenotype']), message: z.string(), replacementId: termIdSchema.nullable() })).readonly()),

  /** The findings that a letter states, in English unless told otherwise; labels are always English. The text is read and forgotten: it is stored nowhere and stands in no log. */
  'term.extract': query(z.object({ text: z.string().max(200_000), language: z.enum(['en', 'de', 'es', 'fr', 'ja', 'zh']).optional() }), z.array(termMentionSchema).readonly()),

  'ranking.rank': query(rankingChoiceSchema.extend({ limit: z.int().min(1).max(500), ...evidenceUse }), differentialSchema),
  'ranking.explain': query(rankingChoiceSchema.extend({ diseaseId: diseaseIdSchema, ...evidenceUse }), explanationSchema),
  /** How likely each mode is for the first condition in which the proband is affected; null where the family says nothing of it. */
  'ranking.modes': query(z.object({ caseId: idSchema }), z.object({ condition: z.string(), modes: z.array(z.object({ mode: z.enum(modeHypotheses), probability: z.number() })).readonly() }).nullable()),

  'knowledge.list': open(query(z.object({}), z.array(knowledgeReleaseSchema).readonly())),
  'knowledge.activate': open(action(z.object({ name: z.string().max(100) }), knowledgeReleaseSchema)),
  'knowledge.verify': open(query(z.object({ name: z.string().max(100) }), z.object({ isIntact: z.boolean(), findings: z.array(z.string()).readonly() }))),
  /** From a folder of this machine, or from files that the user chose. The new release becomes the active one. */
  'knowledge.install': open(job(z.union([z.object({ folder: z.string().min(1).max(4_000), name: z.string().max(100).nullable() }), z.object({ files: z.array(fileSchema).min(1).max(50), name: z.string().max(100).nullable() })]), compileReportSchema)),
  /** Refused unless the user has allowed downloads in the settings. */
  'knowledge.download': job(z.object({ release: z.string().max(100).nullable() }), compileReportSchema),
} as const;
