import { measuredValue, readCodedTitle, writeCodedTitle } from '#shared/interchange/coded-title.ts';
import type { IdentificationLevel } from '#shared/pedigree/drawing/drawing-context.ts';
import type { Removal } from '#shared/interchange/export-request.ts';

/**
 * What a level does to each field of a record. Stops a field from leaving the clinic because nobody thought of it: a recipe has an entry for every field of its
 * record or it does not compile, and what has no entry is not taken over. Whoever adds a field to a record decides here what becomes of it.
 */
export type Recipe<Item> = { readonly [Field in keyof Item]-?: Treatment<Exclude<Item[Field], undefined>> };

/** The value that may leave instead of the given one. */
export type Treatment<Value> = (value: Value, context: TreatmentContext, where: string) => Value;

export interface TreatmentContext {
  readonly level: Exclude<IdentificationLevel, 'full'>;
  /** Days by which every date is moved; null: of a date its year stays. */
  readonly shiftDays: number | null;
  /** The day of the export. */
  readonly today: string;
  /** The id in the file of an id of the vault. */
  readonly idOf: (id: string) => string;
  /** Whether the id is that of something in the file. */
  readonly isInFile: (id: string) => boolean;
  /** The official name of a disease or term; null where the release in use does not know it. */
  readonly nameOfCode: (code: string) => string | null;
  /** The code of the disease or term whose name a text is, and nothing besides; null where it is none. */
  readonly codeOfName: (text: string) => string | null;
  /** When the person was born whom the record is about; null where that is not known. */
  readonly birthDate: string | null;
  readonly note: (removal: Removal) => void;
}

/** A record as the level leaves it. */
export function treat<Item extends object>(item: Item, recipe: Recipe<Item>, context: TreatmentContext, where: string): Item {
  const fields = Object.keys(recipe) as (keyof Item & string)[];
  const treated = fields.flatMap((field) => {
    const value = item[field] as Exclude<Item[typeof field], undefined> | undefined;
    return value === undefined ? [] : [[field, recipe[field](value, context, `${where}, ${spoken(field)}`)] as const];
  });
  return Object.fromEntries(treated) as Item;
}

/** A coded value, a count or a flag, which is the same for many people. */
export const keep = <Value>(value: Value): Value => value;

/** Free words can hold anything, so they go whole; nobody has read them for names. */
export const dropText: Treatment<string> = (value, context, where) => removed('free text', value, '', context, where);
export const dropName: Treatment<string> = (value, context, where) => removed('name', value, '', context, where);
export const dropPlace: Treatment<string> = (value, context, where) => removed('place', value, '', context, where);
export const dropIdentifier: Treatment<string> = (value, context, where) => removed('identifier', value, '', context, where);

/** A name as its first letter where people are told apart by initials, else nothing. */
export const shortenName: Treatment<string> = (value, context, where) => removed('name', value, context.level === 'pseudonymised' ? initialOf(value) : '', context, where);

/** Stays where it has the form of a code; words typed in its place go. */
export const keepCode = (form: RegExp): Treatment<string> => (value, context, where) => (value === '' || form.test(value) ? value : removed('free text', value, '', context, where));

/** Stays as the official name of the code that it holds or is the name of; any other words go. What somebody typed beside a code goes too. */
export const keepCodedName: Treatment<string> = (value, context, where) => removed('free text', value, codedNameOf(value, context), context, where);

/** A value that was measured stays with its code. */
function codedNameOf(text: string, { codeOfName, nameOfCode }: TreatmentContext): string {
  const coded = readCodedTitle(text);
  const code = coded?.code ?? (text.trim() === '' ? null : codeOfName(text));
  if (code === null) return '';
  const label = [nameOfCode(code) ?? '', measuredValue(coded?.label ?? '')].filter((part) => part !== '').join(': ');
  return writeCodedTitle({ label, code });
}

export const replaceId: Treatment<string> = (id, { idOf }) => idOf(id);
export const replaceIdOrNull: Treatment<string | null> = (id, { idOf, isInFile }) => (id === null || !isInFile(id) ? null : idOf(id));
export const replaceIds: Treatment<readonly string[]> = (ids, { idOf, isInFile }) => ids.filter(isInFile).map(idOf);

/** Lists of words go whole. */
export const dropWords: Treatment<readonly string[]> = (words, context, where) => {
  for (const word of words) removed('free text', word, '', context, where);
  return [];
};

export const treated = <Item extends object>(recipe: Recipe<Item>): Treatment<Item> => (item, context, where) => treat(item, recipe, context, where);
export const treatedOrNull = <Item extends object>(recipe: Recipe<Item>): Treatment<Item | null> => (item, context, where) => (item === null ? null : treat(item, recipe, context, where));
export const eachTreated = <Item extends object>(recipe: Recipe<Item>): Treatment<readonly Item[]> => (items, context, where) => items.map((item, index) => treat(item, recipe, context, `${where} ${String(index + 1)}`));

/** Says what was put in the place of a value, and answers it. */
export function removed<After extends string>(kind: string, before: string, after: After, { note }: TreatmentContext, where: string): After {
  if (before !== after) note({ kind, where, before, after });
  return after;
}

function initialOf(name: string): string {
  const [first] = name.trim();
  return first === undefined ? '' : `${first.toUpperCase()}.`;
}

/** `ageAtDeath` as `age at death`. */
const spoken = (field: string): string => field.replace(/([a-z])([A-Z])/g, (_, low: string, high: string) => `${low} ${high.toLowerCase()}`);
