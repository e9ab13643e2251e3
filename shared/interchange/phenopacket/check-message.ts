import { assertNever } from '#shared/base/assert-never.ts';
import type { FieldShape, MessageShapes } from '#shared/interchange/phenopacket/message-shape.ts';
import { isCalendarDate, parseDuration } from '#shared/phenotype/duration.ts';

/** A finding inside one document; line and column are added from the pointer when the packet is done. */
export interface Finding {
  readonly severity: 'error' | 'warning';
  readonly rule: string;
  readonly message: string;
  readonly pointer: string;
  /** Of a packet that was read nevertheless. */
  readonly wasRead?: boolean;
}
export type Report = (finding: Finding) => void;

/**
 * A message after the check: its known fields under their camelCase names, each of the type that its shape says. What had a wrong
 * type is left out (and reported), so that what reads it needs no second look.
 */
export interface Message {
  readonly pointer: string;
  readonly fields: ReadonlyMap<string, Field>;
}
export interface Field {
  readonly pointer: string;
  readonly value: FieldValue;
  /** The field could not be read and is left out. Of a list only what is no list at all; an item that cannot be read is left out of it. */
  readonly isDamaged: boolean;
}
export type FieldValue = string | number | boolean | Message | readonly Message[] | readonly string[] | null;

/** Checks a JSON value against the shape of a message. */
export function checkMessage(shapes: MessageShapes, name: string, value: unknown, pointer: string, report: Report): Message | null {
  const shape = shapes[name];
  if (shape === undefined) throw new Error(`no shape for the message ${name}`);
  if (!isObject(value)) {
    report(wrongType(pointer, nameOf(pointer), 'a JSON object', value));
    return null;
  }
  const fields = new Map<string, Field>();
  for (const key of Object.keys(value)) {
    const fieldValue = value[key];
    const camel = camelCase(key);
    const fieldShape = Object.hasOwn(shape.fields, camel) ? shape.fields[camel] : undefined;
    if (fieldShape === undefined) {
      report({ severity: 'warning', rule: 'unknown-field', message: `${describeKey(key)} is not part of ${name} and is passed over, expected a field of the Phenopacket schema`, pointer: isPlainName(key) ? `${pointer}/${key}` : pointer });
      continue;
    }
    if (fieldValue === null || fieldValue === undefined) continue;
    const at = `${pointer}/${key}`;
    if (fields.has(camel)) {
      report({ severity: 'error', rule: 'field-twice', message: `${camel} is given under both of its spellings, expected one`, pointer: at });
      continue;
    }
    if (fieldShape.isForeign) report({ severity: 'warning', rule: 'field-of-other-version', message: `${camel} belongs to another version of the Phenopacket schema; it is read all the same`, pointer: at });
    fields.set(camel, readField(shapes, fieldShape, fieldValue, at, report));
  }
  reportMissing(shape.fields, fields, name, pointer, report);
  for (const set of shape.exactlyOne) reportChoice(set, fields, name, pointer, report);
  return { pointer, fields };
}

export const textOf = (message: Message | null, name: string): string => {
  const value = message?.fields.get(name)?.value;
  return typeof value === 'string' ? value : '';
};
export const numberOf = (message: Message | null, name: string): number => {
  const value = message?.fields.get(name)?.value;
  return typeof value === 'number' ? value : 0;
};
export const flagOf = (message: Message | null, name: string): boolean => message?.fields.get(name)?.value === true;
export const isDamaged = (message: Message, name: string): boolean => message.fields.get(name)?.isDamaged === true;
export const messageOf = (message: Message | null, name: string): Message | null => {
  const value = message?.fields.get(name)?.value;
  return typeof value === 'object' && value !== null && 'fields' in value ? value : null;
};
export const messagesOf = (message: Message | null, name: string): readonly Message[] => {
  const value = message?.fields.get(name)?.value;
  return Array.isArray(value) ? value.filter((item): item is Message => typeof item === 'object' && item !== null) : [];
};
export const textsOf = (message: Message | null, name: string): readonly string[] => {
  const value = message?.fields.get(name)?.value;
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
};
/** Where a field stands, or where it would stand when it is missing. */
export const pointerOf = (message: Message, name: string): string => message.fields.get(name)?.pointer ?? message.pointer;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The own field of an object under either spelling; never something inherited. */
export function ownField(value: Readonly<Record<string, unknown>>, camel: string): { readonly key: string; readonly value: unknown } | null {
  for (const key of [camel, snakeCase(camel)]) {
    if (Object.hasOwn(value, key) && value[key] !== null) return { key, value: value[key] };
  }
  return null;
}

const none = Symbol('unreadable');

function readField(shapes: MessageShapes, shape: FieldShape, value: unknown, pointer: string, report: Report): Field {
  if (!shape.isList) {
    const single = readValue(shapes, shape, value, pointer, report);
    return { pointer, value: single === none ? null : single, isDamaged: single === none };
  }
  if (!Array.isArray(value)) {
    report(wrongType(pointer, nameOf(pointer), 'a JSON array', value));
    return { pointer, value: null, isDamaged: true };
  }
  const read = value.map((item: unknown, index) => readValue(shapes, shape, item, `${pointer}/${index}`, report));
  const good = read.filter((item): item is string | Message => typeof item === 'string' || (typeof item === 'object' && item !== null && 'fields' in item));
  const texts = good.filter((item) => typeof item === 'string');
  return { pointer, value: texts.length > 0 ? texts : good.filter((item) => typeof item !== 'string'), isDamaged: false };
}

function readValue(shapes: MessageShapes, shape: FieldShape, value: unknown, pointer: string, report: Report): FieldValue | typeof none {
  const { type } = shape;
  const refuse = (expected: string): typeof none => {
    report(wrongType(pointer, nameOf(pointer), expected, value));
    return none;
  };
  switch (type.kind) {
    case 'opaque':
      return null;
    case 'message':
      return checkMessage(shapes, type.of, value, pointer, report) ?? none;
    case 'text':
      return typeof value === 'string' ? wellFormed(value, pointer, report) : refuse('a text');
    case 'text-or-other':
      return typeof value === 'string' ? wellFormed(value, pointer, report) : null;
    case 'flag':
      return typeof value === 'boolean' ? value : refuse('true or false');
    case 'number':
      return readNumber(value) ?? refuse('a number');
    case 'choice':
      return readChoice(type.names, value, pointer, report);
    case 'instant':
      return typeof value === 'string' ? readInstant(value, pointer, report) : refuse('a time such as 2021-05-14T10:35:00Z');
    case 'duration':
      if (typeof value !== 'string') return refuse('an ISO 8601 duration such as P4Y2M');
      if (parseDuration(value) !== null) return value;
      report({ severity: 'error', rule: 'bad-duration', message: `${nameOf(pointer)} is not an ISO 8601 duration, expected one such as P4Y2M`, pointer });
      return none;
    default:
      return assertNever(type);
  }
}

/** A number, or the text of one: proto3 JSON writes 64-bit integers in quotes. */
function readNumber(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value) ? Number(value) : null;
}

function readChoice(names: readonly string[], value: unknown, pointer: string, report: Report): string | typeof none {
  const name = typeof value === 'number' ? names[value] : value;
  if (typeof name === 'string' && names.includes(name)) return name;
  if (typeof value !== 'string' && typeof value !== 'number') report(wrongType(pointer, nameOf(pointer), `one of ${names.join(', ')}`, value));
  else report({ severity: 'error', rule: 'unknown-value', message: `${nameOf(pointer)} has a value that the schema does not know, expected one of ${names.join(', ')}`, pointer });
  return none;
}

/** RFC 3339, as protobuf writes instants. A date alone is taken with a warning. */
function readInstant(value: string, pointer: string, report: Report): string | typeof none {
  const match = /^(\d{4}-\d{2}-\d{2})([Tt ]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?([Zz]|[+-]\d{2}:\d{2}))?$/.exec(value);
  if (match === null || !isCalendarDate(match[1] ?? '')) {
    report({ severity: 'error', rule: 'bad-time', message: `${nameOf(pointer)} is not a time of the calendar, expected one such as 2021-05-14T10:35:00Z`, pointer });
    return none;
  }
  if (match[2] === undefined) report({ severity: 'warning', rule: 'date-without-time', message: `${nameOf(pointer)} is a date alone, expected a time such as 2021-05-14T00:00:00Z`, pointer });
  return value;
}

/** Half of a surrogate pair has no UTF-8 form, so storing it would change it silently. */
function wellFormed(value: string, pointer: string, report: Report): string {
  if (!/\p{Surrogate}/u.test(value)) return value;
  report({ severity: 'warning', rule: 'broken-character', message: `${nameOf(pointer)} holds half of a character (a lone surrogate), which is replaced`, pointer });
  return value.replace(/\p{Surrogate}/gu, '\uFFFD');
}

function reportMissing(shapes: Readonly<Record<string, FieldShape>>, fields: ReadonlyMap<string, Field>, name: string, pointer: string, report: Report): void {
  for (const field of Object.keys(shapes)) {
    const severity = shapes[field]?.whenMissing ?? 'fine';
    if (severity === 'fine') continue;
    const found = fields.get(field);
    const isEmpty = found === undefined || (found.value === '' && !found.isDamaged) || (Array.isArray(found.value) && found.value.length === 0 && !found.isDamaged);
    if (isEmpty) report({ severity, rule: 'missing-field', message: `${name} has no ${field}, expected one`, pointer });
  }
}

function reportChoice(set: readonly string[], fields: ReadonlyMap<string, Field>, name: string, pointer: string, report: Report): void {
  const given = set.filter((field) => fields.has(field));
  if (given.length === 0) report({ severity: 'error', rule: 'missing-field', message: `${name} is empty, expected one of ${set.join(', ')}`, pointer });
  if (given.length > 1) report({ severity: 'error', rule: 'too-many-fields', message: `${name} holds ${given.join(' and ')}, expected only one of them`, pointer });
}

function wrongType(pointer: string, name: string, expected: string, value: unknown): Finding {
  return { severity: 'error', rule: 'wrong-type', message: `${name} is ${typeName(value)}, expected ${expected}`, pointer };
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return { string: 'a text', number: 'a number', boolean: 'true or false', object: 'an object' }[typeof value as string] ?? 'something else';
}

/** The last field name of a pointer, with the number of the item where it is one of a list. */
function nameOf(pointer: string): string {
  const parts = pointer.split('/');
  const last = parts.at(-1) ?? '';
  if (last === '') return 'the packet';
  return /^\d+$/.test(last) ? `item ${Number(last) + 1} of ${parts.at(-2) || 'the list'}` : last;
}

/** Field names come from the file: only plain ones are repeated, so that no message carries a patient's words or a control character. */
const isPlainName = (key: string): boolean => /^[A-Za-z_][A-Za-z0-9_]{0,63}$/.test(key);
const describeKey = (key: string): string => (isPlainName(key) ? `the field ${key}` : 'a field');
const camelCase = (key: string): string => (key.includes('_') ? key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase()) : key);
const snakeCase = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
