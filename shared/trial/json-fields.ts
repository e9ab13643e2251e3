/** A JSON object of unknown content. */
export type JsonObject = Readonly<Record<string, unknown>>;

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** A field of the object itself, never one that every object inherits; undefined where it is missing. */
export const field = (object: JsonObject, name: string): unknown => (Object.hasOwn(object, name) ? object[name] : undefined);

/** An object of the object; an empty one where there is none. */
export function part(object: JsonObject, name: string): JsonObject {
  const value = field(object, name);
  return isObject(value) ? value : {};
}

/** Text without blanks around it, cut to a length; empty where there is none. */
export function text(object: JsonObject, name: string, longest = 2_000): string {
  const value = field(object, name);
  return typeof value === 'string' ? value.trim().slice(0, longest) : '';
}

export function list(object: JsonObject, name: string, longest = 5_000): readonly unknown[] {
  const value = field(object, name);
  return Array.isArray(value) ? value.slice(0, longest) : [];
}

export const texts = (object: JsonObject, name: string): readonly string[] => [...new Set(list(object, name).filter((value): value is string => typeof value === 'string').map((value) => value.trim().slice(0, 1_000)))].filter((value) => value !== '');
