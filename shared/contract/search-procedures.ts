import * as z from 'zod';
import { idSchema, instantSchema, versionSchema } from '#shared/base/schemas.ts';
import { caseloadFilterSchema } from '#shared/casefile/caseload-filter.ts';
import { action, command, query } from '#shared/contract/procedure.ts';

/** The parts of a case in which words are found. */
export const searchParts = ['case', 'proband', 'relatives', 'family', 'terms', 'findings', 'candidates', 'events', 'tests', 'tasks', 'referrals', 'consents', 'documents', 'exports'] as const;
export type SearchPart = (typeof searchParts)[number];

/** A text in which a word stands, cut to what can be read at a glance. */
const searchHitSchema = z.object({
  part: z.enum(searchParts),
  /** What a screen chooses to show the text: the record that holds it, the finding of a classification, the disease of a candidate. */
  recordId: z.string(),
  /** Whom of the family the text is about; null where that is the case as a whole. */
  personId: idSchema.nullable(),
  text: z.string(),
  /** Where in the text the words stand: from and up to. */
  marks: z.array(z.tuple([z.int(), z.int()])).readonly(),
});
export type SearchHit = Readonly<z.infer<typeof searchHitSchema>>;

const foundCaseSchema = z.object({
  caseId: idSchema,
  reference: z.string(),
  probandName: z.string(),
  hits: z.array(searchHitSchema).readonly(),
});
export type FoundCase = Readonly<z.infer<typeof foundCaseSchema>>;

export const searchProcedures = {
  /**
   * Cases in which every word of the text occurs, as a whole or as the beginning of a word, wherever in the case. `clinician`: only cases in which a clinician of
   * these words takes part; `within`: only this case. `caseIds` are all of them in no order; `found` the first `limit` with where the words stand: those called so before those with all words
   * in one part, among equals the last changed first. `waitingCount`: cases whose words are still
   * being gathered, after an update that takes other words, so that they cannot be found yet.
   */
  'search.find': query(
    z.object({ text: z.string().max(500), clinician: z.string().max(200).optional(), within: idSchema.optional(), limit: z.int().min(0).max(100) }),
    z.object({ caseIds: z.array(idSchema).readonly(), found: z.array(foundCaseSchema).readonly(), waitingCount: z.int() }),
  ),
  /** Notes that a case was looked at; not a change of the case. */
  'case.see': action(z.object({ caseId: idSchema }), z.object({ seenAt: instantSchema.nullable() })),
  'filter.list': query(z.object({}), z.array(z.object({ id: idSchema, version: versionSchema, name: z.string(), filter: caseloadFilterSchema })).readonly()),
  /** Under a name that is taken, the filter replaces the one of before. */
  'filter.save': command(z.object({ name: z.string().trim().min(1).max(80), filter: caseloadFilterSchema }), z.object({ id: idSchema })),
  'filter.remove': command(z.object({ filterId: idSchema, version: versionSchema }), z.object({})),
} as const;
