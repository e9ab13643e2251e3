import * as z from 'zod';
import { idSchema } from '#shared/base/schemas.ts';
import { command, query } from '#shared/contract/procedure.ts';
import { riskModelSchema } from '#shared/inheritance/risk-model.ts';

/** Rises with each change to a model of the case, undone and repeated ones too; 0: nobody has changed any. */
const revision = z.int().min(0);

const storedRiskModelSchema = z.object({ conditionId: idSchema, model: riskModelSchema });
export type StoredRiskModel = Readonly<z.infer<typeof storedRiskModelSchema>>;

export const riskProcedures = {
  /** The models of a case that somebody changed; of any other condition the model is the initial one. */
  'risk.show': query(z.object({ caseId: idSchema }), z.object({ revision, models: z.array(storedRiskModelSchema).readonly() })),
  /** Changes what is given of the model, whatever else was changed meanwhile. */
  'risk.change': command(z.object({ caseId: idSchema, conditionId: idSchema, change: riskModelSchema.partial() }), storedRiskModelSchema.extend({ revision })),
} as const;
