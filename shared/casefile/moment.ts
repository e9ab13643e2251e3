import * as z from 'zod';
import { durationSchema, partialDateSchema } from '#shared/base/schemas.ts';

export const seasons = ['spring', 'summer', 'autumn', 'winter'] as const;

/**
 * When something happened, as a family tells it: a date that may be known only to the year, a season, or the age of the proband. `isAbout`: the
 * teller was not sure. A season without its `hemisphere` is one of the northern.
 */
export const momentSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('date'), date: partialDateSchema, isAbout: z.boolean() }),
  z.object({ kind: z.literal('season'), year: z.int().min(1850).max(2200), season: z.enum(seasons), hemisphere: z.literal('south').optional(), isAbout: z.boolean() }),
  z.object({ kind: z.literal('age'), age: durationSchema, isAbout: z.boolean() }),
]);
export type Moment = Readonly<z.infer<typeof momentSchema>>;
