/** What a field of a Phenopacket message holds. Data, so that one checker reads every message of both versions. */
export type FieldType =
  | { readonly kind: 'text' }
  | { readonly kind: 'flag' }
  | { readonly kind: 'number' }
  /** Names in the order of their protobuf numbers, since proto3 JSON also allows the number. */
  | { readonly kind: 'choice'; readonly names: readonly string[] }
  /** Instant, RFC 3339. */
  | { readonly kind: 'instant' }
  /** ISO 8601 duration. */
  | { readonly kind: 'duration' }
  | { readonly kind: 'message'; readonly of: string }
  /** A text; anything else is passed over without a word, because the schema allows it. */
  | { readonly kind: 'text-or-other' }
  /** Anything: kept as it is and not looked into. */
  | { readonly kind: 'opaque' };

export interface FieldShape {
  readonly type: FieldType;
  readonly isList: boolean;
  /**
   * What it is when missing. `warning`: the specification asks for it but packets in use (the specification's own example among them)
   * leave it out, and nothing that Nostos reads depends on it.
   */
  readonly whenMissing: 'fine' | 'warning' | 'error';
  /** Belongs to the other version of the format; read all the same, with a warning. */
  readonly isForeign: boolean;
}

export interface MessageShape {
  readonly fields: Readonly<Record<string, FieldShape>>;
  /** Of each set, one field and only one is to be given. */
  readonly exactlyOne: readonly (readonly string[])[];
}

export type MessageShapes = Readonly<Record<string, MessageShape>>;

export const text: FieldShape = { type: { kind: 'text' }, isList: false, whenMissing: 'fine', isForeign: false };
export const textOrOther: FieldShape = { ...text, type: { kind: 'text-or-other' } };
export const flag: FieldShape = { ...text, type: { kind: 'flag' } };
export const number: FieldShape = { ...text, type: { kind: 'number' } };
export const instant: FieldShape = { ...text, type: { kind: 'instant' } };
export const duration: FieldShape = { ...text, type: { kind: 'duration' } };
export const opaque: FieldShape = { ...text, type: { kind: 'opaque' } };
export const choice = (...names: readonly string[]): FieldShape => ({ ...text, type: { kind: 'choice', names } });
export const message = (of: string): FieldShape => ({ ...text, type: { kind: 'message', of } });

export const required = (field: FieldShape): FieldShape => ({ ...field, whenMissing: 'error' });
export const advised = (field: FieldShape): FieldShape => ({ ...field, whenMissing: 'warning' });
export const list = (field: FieldShape): FieldShape => ({ ...field, isList: true });
export const foreign = (field: FieldShape): FieldShape => ({ ...field, isForeign: true });
export const shape = (fields: Readonly<Record<string, FieldShape>>, ...exactlyOne: readonly (readonly string[])[]): MessageShape => ({ fields, exactlyOne });
