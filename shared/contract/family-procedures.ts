import * as z from 'zod';
import { idSchema, instantSchema } from '#shared/base/schemas.ts';
import { command, query } from '#shared/contract/procedure.ts';
import { familyEditSchema } from '#shared/pedigree/edit.ts';
import { familySchema } from '#shared/pedigree/family.ts';

const caseId = z.object({ caseId: idSchema });

/** Rises with each change to the family, undone and repeated ones too; it is the id of the entry of the history that made it so, 0 for none. */
const revision = z.int().min(0);

/**
 * Ids for the rows that the edits make, in the order in which they are made: a screen that shows a change before it is written has named them already.
 * Where they run out the vault goes on with its own; one that is in use already refuses the command.
 */
const newIdsSchema = z.array(idSchema).max(20_000).readonly();

const familyChangeSchema = z.object({
  family: familySchema,
  /** Individuals and conditions that the command made, in that order for `family.save`, in the order in which they were made for `family.edit`. */
  createdIds: z.array(idSchema).readonly(),
  /** What the change is called in the history. */
  label: z.string(),
  revision,
});
export type FamilyChange = z.infer<typeof familyChangeSchema>;

const familyVersionSchema = z.object({ entryId: z.int(), at: instantSchema, actor: z.string(), label: z.string() });
export type FamilyVersion = z.infer<typeof familyVersionSchema>;

export const familyProcedures = {
  'family.show': query(caseId, z.object({ family: familySchema, revision })),
  /** One change to the family as it is now, whatever it was when the screen was drawn: edits name what they change. All of them or none. */
  'family.edit': command(z.object({ caseId: idSchema, edits: z.array(familyEditSchema).min(1).max(500).readonly(), newIds: newIdsSchema.optional() }), familyChangeSchema),
  /**
   * The whole family at once, as after an import that was looked through; what differs is written. Refused where the family was changed since
   * `basedOnRevision`. Ids that are none of this vault's are replaced by new ones.
   */
  'family.save': command(z.object({ caseId: idSchema, family: familySchema, basedOnRevision: revision, label: z.string().min(1).max(200) }), familyChangeSchema),
  /** Each change to the family, newest first. */
  'family.versions': query(caseId, z.array(familyVersionSchema).readonly()),
  /** The family as it stood after that entry of the history. */
  'family.asOf': query(z.object({ caseId: idSchema, entryId: z.int() }), z.object({ family: familySchema })),
} as const;
