import * as z from 'zod';
import { idSchema, partialDateSchema } from '#shared/base/schemas.ts';
import { recordOf } from '#shared/casefile/record.ts';

/** Something to do for a case, with the day by which it should be done. */
export const taskDetailSchema = z.object({
  title: z.string().max(300),
  note: z.string().max(5_000),
  dueOn: partialDateSchema.nullable(),
  /** Null while it is open. */
  doneOn: partialDateSchema.nullable(),
  /** What it is about, where it is about one thing. */
  referralId: idSchema.nullable(),
  testId: idSchema.nullable(),
  findingId: idSchema.nullable(),
});
export type TaskDetail = Readonly<z.infer<typeof taskDetailSchema>>;
export const taskSchema = recordOf(taskDetailSchema);
export type Task = Readonly<z.infer<typeof taskSchema>>;

export const bareTask: TaskDetail = { title: '', note: '', dueOn: null, doneOn: null, referralId: null, testId: null, findingId: null };
