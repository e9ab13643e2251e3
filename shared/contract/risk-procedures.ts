import * as z from 'zod';
import { idSchema } from '#shared/base/schemas.ts';
import { command, query } from '#shared/contract/procedure.ts';
import { riskModelSchema } from '#shared/inheritance/risk-model.ts';

/** Counts the changes to a model; 0: it is as it was at first. */
const version = z.int().min(0);

const storedRiskModelSchema = z.object({ conditionId: idSchema, version, model: riskModelSchema });
export type StoredRiskModel = Readonly<z.infer<typeof storedRiskModelSchema>>;

export const riskProcedures = {
  /** The models of a case that somebody changed; of any other condition the model is the initial one. */
  'risk.show': query(z.object({ caseId: idSchema }), z.array(storedRiskModelSchema).readonly()),
  /** Changes what is given of the model, whatever else was changed meanwhile. */
  'risk.change': command(z.object({ caseId: idSchema, conditionId: idSchema, change: riskModelSchema.partial() }), storedRiskModelSchema),
} as const;
