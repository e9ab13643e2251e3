import * as z from 'zod';
import { conditionSchema, conditionStates, individualConditionSchema, parentEdgeSchema, partnershipSchema, pedigreeHeaderSchema, twinGroupSchema } from '#shared/pedigree/family.ts';
import { individualDetailSchema } from '#shared/pedigree/individual.ts';

const id = z.string().min(1).max(300);
const ids = z.array(id).min(1).max(5_000).readonly();
const knownDetail = individualDetailSchema.partial();
const twinZygosities = ['monozygotic', 'dizygotic', 'unknown'] as const;

/**
 * One thing that a person does to a family. Everything the editor, the quick line and the command line can do is one of these or a list of them,
 * applied by `applyFamilyEdits`; new individuals take their place in the order told.
 */
export const familyEditSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add-individual'), detail: knownDetail }),
  /** The parents that are not yet drawn: mother and father as a couple, or the one beside a parent who is. */
  z.object({ kind: z.literal('add-parents'), childId: id }),
  z.object({ kind: z.literal('add-partner'), individualId: id, detail: knownDetail }),
  /** A child of one parent (the other not drawn) or of a couple; a couple without a partnership gets one. Pregnancies and losses by `detail.life`. */
  z.object({ kind: z.literal('add-child'), parentIds: z.array(id).min(1).max(2).readonly(), detail: knownDetail }),
  /** Shares the parents by birth, donors included, or where none are drawn the adoptive or foster ones; parents are drawn first where there are none. */
  z.object({ kind: z.literal('add-sibling'), individualId: id, side: z.enum(['before', 'after']), detail: knownDetail }),
  z.object({ kind: z.literal('add-twin'), individualId: id, zygosity: z.enum(twinZygosities), detail: knownDetail }),
  /** Many relatives in one line of words, such as `3 brothers, 1 d. 4 mo, 2 SAB`. */
  z.object({ kind: z.literal('add-by-words'), individualId: id, words: z.string().min(1).max(1_000) }),
  /** Relatives in one go; what is drawn already is kept. */
  z.object({ kind: z.literal('add-template'), individualId: id, template: z.enum(['parents', 'grandparents', 'three-generations', 'own-family']) }),

  /** What is said of several at once ("all deceased"), or of one. */
  z.object({ kind: z.literal('change-individuals'), individualIds: ids, change: knownDetail }),
  z.object({ kind: z.literal('remove-individuals'), individualIds: ids }),
  /** Two symbols that turn out to be one person: what the first lacks is taken from the second. */
  z.object({ kind: z.literal('merge-individuals'), keptId: id, mergedId: id }),
  z.object({ kind: z.literal('move-among-siblings'), individualId: id, by: z.int().min(-50).max(50) }),
  z.object({ kind: z.literal('set-proband'), individualId: id }),
  z.object({ kind: z.literal('set-consultand'), individualId: id, isConsultand: z.boolean() }),

  z.object({ kind: z.literal('join-partners'), partnerIds: z.tuple([id, id]).readonly() }),
  z.object({ kind: z.literal('change-partnership'), partnershipId: id, change: partnershipSchema.omit({ id: true, partnerIds: true }).partial() }),
  z.object({ kind: z.literal('remove-partnership'), partnershipId: id }),
  /** Makes an individual a parent of another; the roles of an ordinary parent by their sex where none are given. */
  z.object({ kind: z.literal('join-parent'), childId: id, parentId: id, roles: parentEdgeSchema.shape.roles.optional(), isDonor: z.boolean().optional() }),
  z.object({ kind: z.literal('change-parent-edge'), parentEdgeId: id, change: parentEdgeSchema.omit({ id: true, childId: true, parentId: true }).partial() }),
  z.object({ kind: z.literal('remove-parent-edge'), parentEdgeId: id }),
  z.object({ kind: z.literal('join-twins'), members: twinGroupSchema.shape.members, knownBy: twinGroupSchema.shape.knownBy }),
  z.object({ kind: z.literal('part-twins'), twinGroupId: id }),

  z.object({ kind: z.literal('add-condition'), condition: conditionSchema.omit({ id: true }) }),
  z.object({ kind: z.literal('change-condition'), conditionId: id, change: conditionSchema.omit({ id: true }).partial() }),
  z.object({ kind: z.literal('remove-condition'), conditionId: id }),
  z.object({ kind: z.literal('order-conditions'), conditionIds: z.array(id).min(1).max(60).readonly() }),
  /** `state` null takes back what was said. */
  z.object({ kind: z.literal('set-condition-state'), individualIds: ids, conditionId: id, state: z.enum(conditionStates).nullable(), detail: individualConditionSchema.pick({ onset: true, evidence: true, provenance: true }).partial().optional() }),

  z.object({ kind: z.literal('change-header'), change: pedigreeHeaderSchema.partial() }),
]);
export type FamilyEdit = Readonly<z.infer<typeof familyEditSchema>>;
