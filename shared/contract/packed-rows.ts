import type { WireResponse } from '#shared/contract/wire.ts';

/**
 * A long list of records of one form, column by column: ten thousand lines of the caseload are eight megabytes of JSON as a list, mostly the names of their fields,
 * and three as columns, which every host copies many times as fast.
 */
export interface PackedRows {
  readonly count: number;
  /** Places of the records that are null. */
  readonly absent: readonly number[];
  readonly columns: readonly PackedColumn[];
}

/** Of one field, the values of all records that are there. */
interface PackedColumn {
  readonly key: string;
  readonly cells: PackedCells;
}

type PackedCells =
  /** Of all records alike, as what hardly any clinic records. */
  | { readonly kind: 'same'; readonly value: string | number | null }
  /** Texts one after another, with the separator between them. */
  | { readonly kind: 'texts'; readonly joined: string; readonly empty: '' | null }
  | { readonly kind: 'values'; readonly values: readonly unknown[] }
  | { readonly kind: 'records'; readonly rows: PackedRows };

/** The fields of a record in their order; a field that is a record itself has fields too. Every record has all of them. */
export interface RowField {
  readonly key: string;
  /** Null: a text, number or whatever else travels as it is. */
  readonly fields: readonly RowField[] | null;
}

/** A response as it travels to a caller that takes long lists packed. */
export type WireResult = WireResponse | { readonly ok: true; readonly packed: PackedRows };

type Cells = Readonly<Record<string, unknown>>;

/** Hardly ever part of a text; a column where it is travels value by value. */
const separator = '|';

export function packRows(rows: readonly (Cells | null)[], fields: readonly RowField[]): PackedRows {
  const absent = rows.flatMap((row, place) => (row === null ? [place] : []));
  const present = absent.length === 0 ? (rows as readonly Cells[]) : rows.filter((row) => row !== null);
  const valuesOf = fields.map(({ key }) => ({ key, values: new Array<unknown>(present.length) }));
  // Record by record: to walk through all of them once for each field takes twice as long.
  for (const [place, row] of present.entries()) for (const { key, values } of valuesOf) values[place] = row[key];
  const columns = fields.map(({ key, fields: inner }, number): PackedColumn => {
    const values = valuesOf[number]?.values ?? [];
    return { key, cells: inner === null ? packValues(values) : { kind: 'records', rows: packRows(values as readonly (Cells | null)[], inner) } };
  });
  return { count: rows.length, absent, columns };
}

export function unpackRows({ count, absent, columns }: PackedRows): readonly (Cells | null)[] {
  const presentCount = count - absent.length;
  const unpacked = columns.map(({ key, cells }) => ({ key, values: unpackCells(cells, presentCount) }));
  const present = Array.from({ length: presentCount }, (_, place) => {
    const row: Record<string, unknown> = {};
    for (const { key, values } of unpacked) row[key] = values[place];
    return row;
  });
  if (absent.length === 0) return present;
  const gaps = new Set(absent);
  let next = 0;
  return Array.from({ length: count }, (_, place) => (gaps.has(place) ? null : (present[next++] ?? null)));
}

/** The response as the backend gave it. */
export function unpackedResponse(result: WireResult): WireResponse {
  return 'packed' in result ? { ok: true, value: unpackRows(result.packed) } : result;
}

function packValues(values: readonly unknown[]): PackedCells {
  const [first] = values;
  if ((first === null || typeof first === 'string' || typeof first === 'number') && values.every((value) => value === first)) return { kind: 'same', value: first };
  let hasNull = false;
  let hasEmpty = false;
  for (const value of values) {
    if (value === null) hasNull = true;
    else if (value === '') hasEmpty = true;
    else if (typeof value !== 'string' || value.includes(separator)) return { kind: 'values', values };
  }
  // An empty text and none at all would look alike.
  if (hasNull && hasEmpty) return { kind: 'values', values };
  return { kind: 'texts', joined: values.join(separator), empty: hasNull ? null : '' };
}

function unpackCells(cells: PackedCells, count: number): readonly unknown[] {
  switch (cells.kind) {
    case 'same':
      return new Array<unknown>(count).fill(cells.value);
    case 'values':
      return cells.values;
    case 'records':
      return unpackRows(cells.rows);
    case 'texts': {
      if (count === 0) return [];
      const texts = cells.joined.split(separator);
      return cells.empty === '' ? texts : texts.map((text) => (text === '' ? null : text));
    }
  }
}
