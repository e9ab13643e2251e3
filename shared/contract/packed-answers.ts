import * as z from 'zod';
import { caseSummarySchema } from '#shared/contract/case-procedures.ts';
import type { ProcedureName } from '#shared/contract/contract.ts';
import { packRows, type RowField, type WireResult } from '#shared/contract/packed-rows.ts';
import type { WireResponse } from '#shared/contract/wire.ts';

/** What is long enough to travel column by column, with the fields of its records. */
const packedFields: Readonly<Partial<Record<ProcedureName, readonly RowField[]>>> = { 'case.list': fieldsOf(caseSummarySchema) };

/** The answer as it travels to a screen, which unpacks it (`unpackedResponse`); every other answer as it is. */
export function packedResponse(procedure: string, response: WireResponse): WireResult {
  const fields = Object.hasOwn(packedFields, procedure) ? packedFields[procedure as ProcedureName] : undefined;
  return fields === undefined || !response.ok ? response : { ok: true, packed: packRows(response.value as Parameters<typeof packRows>[0], fields) };
}

function fieldsOf(schema: z.ZodObject): readonly RowField[] {
  return Object.entries(schema.shape).map(([key, field]) => {
    if (field instanceof z.ZodOptional) throw new Error(`the field ${key} may be left out, which a column cannot tell`);
    const inner = field instanceof z.ZodNullable ? field.unwrap() : field;
    return { key, fields: inner instanceof z.ZodObject ? fieldsOf(inner) : null };
  });
}
