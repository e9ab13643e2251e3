import type { Handlers } from '#electron/backend/handlers.ts';
import { failure } from '#shared/base/failure.ts';
import { refusal, success } from '#shared/base/result.ts';
import type { RiskModel } from '#shared/inheritance/risk-model.ts';

const missing = failure('not-found', 'This case is no longer there. It may have been deleted or undone.');

export const riskHandlers = {
  'risk.show': ({ caseId }, context) => {
    const { cases, riskModels } = context.vault.repositories();
    return cases.find(caseId) === null ? refusal(missing) : success({ revision: riskModels.revision(caseId), models: riskModels.ofCase(caseId) });
  },
  'risk.change': ({ caseId, conditionId, change }, unit) => {
    if (unit.cases.find(caseId) === null) return refusal(missing);
    const condition = unit.families.ofCase(caseId).conditions.find(({ id }) => id === conditionId);
    if (condition === undefined) return refusal(failure('not-found', 'This condition is no longer in the family. It may have been taken out or undone.'));
    const present = unit.riskModels.find(caseId, conditionId);
    unit.describe(`Change ${changedWords(present, change)} in the risk of ${condition.name}`, caseId);
    const model = { ...present, ...withoutUndefined(change) };
    unit.riskModels.put(caseId, conditionId, model);
    return success({ conditionId, model, revision: unit.riskModels.nextRevision(caseId) });
  },
} satisfies Handlers<'risk'>;

const words: Readonly<Record<keyof RiskModel, string>> = {
  mode: 'the mode of inheritance',
  alleleFrequency: 'the allele frequency',
  penetrance: 'the penetrance',
  phenocopyRate: 'the phenocopy rate',
  mutationRate: 'the mutation rate',
  germlineMosaicism: 'the germline mosaicism',
  evidence: 'a test result',
  pregnancies: 'a pregnancy to come',
};

function changedWords(before: RiskModel, change: { readonly [Field in keyof RiskModel]?: RiskModel[Field] | undefined }): string {
  const [field, ...more] = (Object.keys(words) as (keyof RiskModel)[]).filter((name) => change[name] !== undefined && JSON.stringify(change[name]) !== JSON.stringify(before[name]));
  return field === undefined || more.length > 0 ? 'the assumptions' : words[field];
}

const withoutUndefined = <Fields extends object>(fields: Fields): { [Field in keyof Fields]: Exclude<Fields[Field], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [Field in keyof Fields]: Exclude<Fields[Field], undefined> };
