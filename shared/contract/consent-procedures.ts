import * as z from 'zod';
import { idSchema, partialDateSchema, versionSchema } from '#shared/base/schemas.ts';
import { consentDetailSchema, consentSchema } from '#shared/casefile/consent.ts';
import { command, query } from '#shared/contract/procedure.ts';

const consentRef = z.object({ consentId: idSchema, version: versionSchema });

export const consentProcedures = {
  /** In the order in which they were recorded; `consentStateOn` says how they stand on a day. */
  'consent.list': query(z.object({ caseId: idSchema }), z.array(consentSchema).readonly()),
  'consent.add': command(z.object({ caseId: idSchema, detail: consentDetailSchema.partial().required({ personId: true, purpose: true, isGiven: true }) }), consentSchema),
  /** Whose and for what stays: another person or purpose is another agreement. */
  'consent.change': command(consentRef.extend({ change: consentDetailSchema.omit({ personId: true, purpose: true }).partial() }), consentSchema),
  /** What was exported before remains exported; nothing more leaves on this agreement from the day on. */
  'consent.withdraw': command(consentRef.extend({ on: partialDateSchema, note: consentDetailSchema.shape.withdrawalNote }), consentSchema),
  /** For what was entered by mistake; an agreement that ended is withdrawn instead. Refused once an export rests on it. */
  'consent.remove': command(consentRef, z.object({})),
} as const;
