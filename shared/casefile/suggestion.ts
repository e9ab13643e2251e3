import * as z from 'zod';
import { idSchema, instantSchema } from '#shared/base/schemas.ts';
import { recordOf } from '#shared/casefile/record.ts';

/** What the family itself said of a fact, until the counsellor takes it over or not. Nothing in the case changes before that. */
export const suggestionDetailSchema = z.object({
  source: z.enum(['family-view', 'questionnaire']),
  /** Whom it is about; null: somebody who is not in the pedigree, or the family as a whole. */
  personId: idSchema.nullable(),
  /** The fact, by its name in the record, such as `birthDate`, `vitalStatus`, or a term as `feature:HP:0001250`; `other` for free words. */
  fact: z.string().min(1).max(100),
  /** What stood there when it was said, in the words shown. */
  shown: z.string().max(5_000),
  answer: z.enum(['correction', 'addition', 'not-sure', 'confirmed']),
  /** What they say, in their words or as a value that the fact can take. */
  said: z.string().max(5_000),
  saidBy: z.string().max(200),
  saidAt: instantSchema,
  status: z.enum(['open', 'accepted', 'dismissed']),
  decidedBy: z.string().max(200),
  decidedAt: instantSchema.nullable(),
  note: z.string().max(2_000),
});
export type SuggestionDetail = Readonly<z.infer<typeof suggestionDetailSchema>>;
export const suggestionSchema = recordOf(suggestionDetailSchema);
export type Suggestion = Readonly<z.infer<typeof suggestionSchema>>;

/** As the counsellor decides it: a questionnaire can come back weeks later, when the record says something else already. */
export const suggestionToDecideSchema = suggestionSchema.extend({
  /** What stands there today where that is not what the family saw, empty where nothing does any more; null where nothing changed, or it is decided. */
  shownNow: z.string().nullable(),
});
export type SuggestionToDecide = Readonly<z.infer<typeof suggestionToDecideSchema>>;
