import * as z from 'zod';
import { idSchema } from '#shared/base/schemas.ts';
import { erasureDetailSchema, erasureSchema } from '#shared/casefile/erasure.ts';
import { action, query } from '#shared/contract/procedure.ts';

const person = z.object({ caseId: idSchema, personId: idSchema });
const plan = erasureDetailSchema.pick({ pedigreeNumber: true, removed: true, kept: true });
export type ErasurePlan = Readonly<z.infer<typeof plan>>;

export const erasureProcedures = {
  /** What would go and what must stay, and why. Changes nothing. */
  'erasure.preview': query(person, plan),
  /** Takes the data out of the rows, the history, the documents and the search index, and overwrites where they stood. Cannot be undone. */
  'erasure.make': action(person.extend({ requestedOn: erasureDetailSchema.shape.requestedOn, requestedBy: erasureDetailSchema.shape.requestedBy }), erasureSchema),
  'erasure.list': query(z.object({ caseId: idSchema }), z.array(erasureSchema).readonly()),
} as const;
