import * as z from 'zod';

export const ageUnits = ['years', 'months', 'weeks', 'days', 'hours', 'minutes'] as const;
export type AgeUnit = (typeof ageUnits)[number];

/** A limit of age as a study states it. `none`: it states that there is none. */
export const ageLimitSchema = z.discriminatedUnion('kind', [z.object({ kind: z.literal('none') }), z.object({ kind: z.literal('age'), count: z.number().min(0).max(2_000_000), unit: z.enum(ageUnits) })]);
export type AgeLimit = Readonly<z.infer<typeof ageLimitSchema>>;
export type StatedAge = Extract<AgeLimit, { readonly kind: 'age' }>;

const unitOfWord: Readonly<Record<string, AgeUnit>> = { year: 'years', yr: 'years', y: 'years', month: 'months', mo: 'months', mth: 'months', week: 'weeks', wk: 'weeks', day: 'days', d: 'days', hour: 'hours', hr: 'hours', h: 'hours', minute: 'minutes', min: 'minutes' };

/** `18 Years`, `6 Months`, `1 Day`, `N/A`; null where the text says no age. */
export function parseAgeLimit(text: string): AgeLimit | null {
  const plain = text.trim().toLowerCase();
  if (/^(n\/a|na|none|no limit|not applicable)$/.test(plain)) return { kind: 'none' };
  const match = /^(\d{1,7}(?:\.\d{1,3})?)\s*([a-z]+?)s?$/.exec(plain);
  const unit = ageUnitOf(match?.[2] ?? '');
  const count = Number(match?.[1] ?? Number.NaN);
  return unit === null || Number.isNaN(count) || count > 2_000_000 ? null : { kind: 'age', count, unit };
}

/** The unit that a word means, such as `yrs`; null for another word. */
export function ageUnitOf(word: string): AgeUnit | null {
  const single = word.toLowerCase().replace(/\.$/, '').replace(/(?<=.)s$/, '');
  return Object.hasOwn(unitOfWord, single) ? (unitOfWord[single] ?? null) : null;
}

/** `6 months`, `1 year`, `no limit`. */
export function ageLimitText(limit: AgeLimit): string {
  if (limit.kind === 'none') return 'no limit';
  return `${String(limit.count)} ${limit.count === 1 ? limit.unit.slice(0, -1) : limit.unit}`;
}
