import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { diseaseIdSchema, durationSchema, instantSchema, partialDateSchema, termIdSchema } from '#shared/base/schemas.ts';

const taken = (schema: z.ZodType, ...texts: readonly string[]): readonly string[] => texts.filter((text) => schema.safeParse(text).success);

describe('the texts of the contract', () => {
  test('a date may be known to the year or the month only, and has twelve months', () => {
    expect(taken(partialDateSchema, '2019', '2019-04', '2019-12-31', '2019-00', '2019-13', '2019-4', '2019-04-32', '2019-04-00', '19', '2019-04-30T10:00', '')).toEqual(['2019', '2019-04', '2019-12-31']);
  });

  test('a term is an HPO id and nothing around it', () => {
    expect(taken(termIdSchema, 'HP:0001250', 'HP:00012501', 'HP:000125', ' HP:0001250', 'hp:0001250', 'HP_0001250', 'HP:0001250\n')).toEqual(['HP:0001250']);
  });

  test('a disease is a CURIE of any catalogue', () => {
    expect(taken(diseaseIdSchema, 'OMIM:154700', 'ORPHA:558', 'MONDO:0007947', 'DECIPHER:1', 'Marfan', 'OMIM:', ':154700', 'OMIM:154700 x')).toEqual(['OMIM:154700', 'ORPHA:558', 'MONDO:0007947', 'DECIPHER:1']);
  });

  test('an age is an ISO 8601 duration, largest unit first', () => {
    expect(taken(durationSchema, 'P4Y2M', 'P3W', 'P0D', 'P1.5M', 'PT6H', 'P1DT6H', 'P', 'PT', '4Y', 'P-1Y', 'P2M4Y', 'P1H', 'p4y')).toEqual(['P4Y2M', 'P3W', 'P0D', 'P1.5M', 'PT6H', 'P1DT6H']);
  });

  test('an instant is in UTC', () => {
    expect(taken(instantSchema, '2026-11-23T09:00:00.000Z', '2026-11-23T09:00:00.000+01:00', '2026-11-23')).toEqual(['2026-11-23T09:00:00.000Z']);
  });
});
