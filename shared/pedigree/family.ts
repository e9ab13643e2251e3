import * as z from 'zod';
import { diseaseIdSchema, partialDateSchema, termIdSchema } from '#shared/base/schemas.ts';
import { childlessnessSchema, individualSchema, provenanceSchema, unknownDetail, type Individual } from '#shared/pedigree/individual.ts';
import { timeElementSchema } from '#shared/phenotype/feature.ts';

const rowId = z.string().min(1).max(300);

/**
 * What a parent is to a child. egg, sperm: gave the gamete; genetic: gave a gamete and it is not known which; gestational: carried the pregnancy;
 * social: brings the child up as theirs and gave neither (the partner in donor conception; draws no line). The mother of most children is
 * egg and gestational.
 */
export const parentRoles = ['egg', 'sperm', 'genetic', 'gestational', 'social', 'adoptive', 'foster', 'step'] as const;
export type ParentRole = (typeof parentRoles)[number];

export const parentEdgeSchema = z.object({
  id: rowId,
  childId: rowId,
  parentId: rowId,
  roles: z.array(z.enum(parentRoles)).min(1).max(4).readonly(),
  /** Gives a gamete or carries without being the child's parent: D and S in the symbol. */
  isDonor: z.boolean(),
  /** Where the other parent is not drawn: tells this parent's undrawn partners apart, 0 for the first. Half-siblings have different numbers. */
  undrawnPartner: z.int().min(0).max(20),
  provenance: provenanceSchema,
});
export type ParentEdge = Readonly<z.infer<typeof parentEdgeSchema>>;

export const partnershipSchema = z.object({
  id: rowId,
  /** In no order: the drawing decides who stands left. */
  partnerIds: z.tuple([rowId, rowId]).readonly(),
  status: z.enum(['current', 'ended', 'unknown']),
  /** Stated to be related by blood. What the drawn lines show needs no statement. */
  isConsanguineous: z.boolean(),
  /** Degree in words, such as `third cousins`. Empty: worked out from the drawing where it can be. */
  degree: z.string().max(100),
  childlessness: childlessnessSchema.nullable(),
  provenance: provenanceSchema,
});
export type Partnership = Readonly<z.infer<typeof partnershipSchema>>;

export const twinGroupSchema = z.object({
  id: rowId,
  /** Members with the same number come from one zygote; null: not known. Twins, triplets and more, mixed ones too. */
  members: z.array(z.object({ individualId: rowId, zygote: z.int().min(1).max(9).nullable() })).min(2).max(9).readonly(),
  /** How the zygosity is known. */
  knownBy: z.enum(['tested', 'reported', 'unknown']),
});
export type TwinGroup = Readonly<z.infer<typeof twinGroupSchema>>;

/** A condition that the legend has an entry for. Its place in the list is its place in the palette, all over the chart. */
export const conditionSchema = z.object({
  id: rowId,
  name: z.string().min(1).max(300),
  diseaseId: diseaseIdSchema.nullable(),
  termId: termIdSchema.nullable(),
});
export type Condition = Readonly<z.infer<typeof conditionSchema>>;

export const conditionStates = ['affected', 'unaffected', 'carrier', 'obligate-carrier', 'presymptomatic', 'uncertain'] as const;
export type ConditionState = (typeof conditionStates)[number];

/** How one individual stands to one condition; without a row nothing is known. At most one row a pair. */
export const individualConditionSchema = z.object({
  id: rowId,
  individualId: rowId,
  conditionId: rowId,
  state: z.enum(conditionStates),
  onset: timeElementSchema.nullable(),
  /** What the state rests on, such as `biopsy 2019` or `c.1521_1523del, tested`. */
  evidence: z.string().max(500),
  provenance: provenanceSchema,
});
export type IndividualCondition = Readonly<z.infer<typeof individualConditionSchema>>;

/** What stands above the drawing (NSGC 2022, box 1). */
export const pedigreeHeaderSchema = z.object({
  title: z.string().max(200),
  recordedBy: z.string().max(200),
  recorderTitle: z.string().max(200),
  /** Who told the family history. */
  historian: z.string().max(200),
  takenOn: partialDateSchema.nullable(),
  updatedOn: partialDateSchema.nullable(),
  indication: z.string().max(1_000),
  /** Ancestry of the proband's maternal and paternal grandparents. */
  maternalAncestry: z.string().max(500),
  paternalAncestry: z.string().max(500),
  consanguinityAsked: z.enum(['not-asked', 'denied', 'reported']),
});
export type PedigreeHeader = Readonly<z.infer<typeof pedigreeHeaderSchema>>;

/**
 * A family as it is told, with no positions: the drawing follows from it. The order of `individuals` is the order in which they were told; siblings of
 * whom no date or birth order says otherwise are drawn in it.
 */
export const familySchema = z.object({
  header: pedigreeHeaderSchema,
  individuals: z.array(individualSchema).max(5_000).readonly(),
  parentEdges: z.array(parentEdgeSchema).max(20_000).readonly(),
  partnerships: z.array(partnershipSchema).max(10_000).readonly(),
  twinGroups: z.array(twinGroupSchema).max(2_000).readonly(),
  conditions: z.array(conditionSchema).max(60).readonly(),
  individualConditions: z.array(individualConditionSchema).max(50_000).readonly(),
});
export type Family = Readonly<z.infer<typeof familySchema>>;

export const emptyHeader: PedigreeHeader = {
  title: '',
  recordedBy: '',
  recorderTitle: '',
  historian: '',
  takenOn: null,
  updatedOn: null,
  indication: '',
  maternalAncestry: '',
  paternalAncestry: '',
  consanguinityAsked: 'not-asked',
};

export const emptyFamily: Family = { header: emptyHeader, individuals: [], parentEdges: [], partnerships: [], twinGroups: [], conditions: [], individualConditions: [] };

/** An individual of whom only what is given is known. */
export const newIndividual = (id: string, known: Partial<Omit<Individual, 'id'>> = {}): Individual => ({ ...unknownDetail, isProband: false, isConsultand: false, ...known, id });
