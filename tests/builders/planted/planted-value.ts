import * as z from 'zod';

/** What was planted, to be looked for in everything that leaves. */
export interface Planting {
  /** A word that stands nowhere else. */
  readonly word: () => string;
  /** A day that stands nowhere else. */
  readonly day: () => string;
  readonly words: readonly string[];
  readonly days: readonly string[];
}

/** Words hold characters that no code has, so that none is taken for one. Days run back from 2018, one for each that is asked for, without the ends of years: a year is written by them. */
export function aPlanting(): Planting {
  const words: string[] = [];
  const days: string[] = [];
  let time = Date.UTC(2018, 10, 28);
  const isoDay = (): string => new Date(time).toISOString().slice(0, 10);
  return {
    words,
    days,
    word: () => {
      words.push(`zxk_${String(words.length + 1)}_qv`);
      return words.at(-1) ?? '';
    },
    day: () => {
      do time -= 86_400_000;
      while (/-(?:01-01|12-31)$/.test(isoDay()));
      days.push(isoDay());
      return isoDay();
    },
  };
}

/** Tried in this order where a text is of a certain form. */
const forms = ['P4Y', 'HP:0001250', 'OMIM:154700', 'HGNC:3689', '00000000-0000-7000-8000-000000000001', 'c.755C>G', 'g.755C>G', 'r.755c>g', 'p.Ser252Trp', 'a'.repeat(64), '2018-11-27T09:00:00.000Z'];

/**
 * A value of a schema with a planted word in every text that takes any words, and a planted day in every date, however deep: a field that is added to the schema is planted
 * by itself. Nothing is null or empty. Of a union the option that `choose` names.
 */
export function plantedValue(schema: z.ZodType, planting: Planting, choose = 0): unknown {
  const inner = (part: unknown): unknown => plantedValue(part as z.ZodType, planting, choose);
  if (schema instanceof z.ZodObject) return Object.fromEntries(Object.entries(schema.shape as Record<string, unknown>).map(([name, part]) => [name, inner(part)]));
  if (schema instanceof z.ZodArray) return Array.from({ length: 2 }, () => inner(schema.element)).slice(0, schema.safeParse([]).success ? 1 : 2);
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return inner(schema.unwrap());
  if (schema instanceof z.ZodReadonly) return inner(schema.unwrap());
  if (schema instanceof z.ZodTuple) return (schema.def.items as readonly unknown[]).map(inner);
  if (schema instanceof z.ZodRecord) return { [planting.word()]: inner(schema.valueType) };
  if (schema instanceof z.ZodUnion) return inner(schema.options[choose % schema.options.length]);
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodLiteral) return schema.value;
  if (schema instanceof z.ZodBoolean) return true;
  if (schema instanceof z.ZodNumber) return [1, 0.5, 2018].find((number) => schema.safeParse(number).success);
  return plantedText(schema, planting);
}

function plantedText(schema: z.ZodType, planting: Planting): string {
  if (schema.safeParse('zxk_1_qv').success) return planting.word();
  if (schema.safeParse('2018-11-27').success) return planting.day();
  const form = forms.find((text) => schema.safeParse(text).success);
  if (form === undefined) throw new Error('no planted value fits the schema');
  return form;
}
