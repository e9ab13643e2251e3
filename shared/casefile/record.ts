import type * as z from 'zod';
import { idSchema, instantSchema, versionSchema } from '#shared/base/schemas.ts';

/** A record of a case as the vault keeps it: what it says, with its id, its version and the case that it belongs to. */
export const recordOf = <Shape extends z.ZodRawShape>(detail: z.ZodObject<Shape>) => detail.extend({ id: idSchema, version: versionSchema, caseId: idSchema, createdAt: instantSchema });

/** What the vault adds to a detail. */
export interface RecordFrame {
  readonly id: string;
  readonly version: number;
  readonly caseId: string;
  readonly createdAt: string;
}
