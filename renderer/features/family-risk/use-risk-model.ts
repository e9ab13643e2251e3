import { useMemo } from 'react';
import { useCommand, useQueryOf } from '#renderer/client/queries.tsx';
import { withSetNow, type FieldsDraft } from '#renderer/features/family/inspector/use-individual-draft.ts';
import { useRecordDraft } from '#renderer/state/use-record-draft.ts';
import { initialRiskModel, type RiskModel } from '#shared/inheritance/risk-model.ts';

export interface RiskModelDraft extends FieldsDraft<RiskModel> {
  /** Whether the vault has told what is stored. */
  readonly isKnown: boolean;
}

/** How the risk of a condition is reckoned, saved while it is typed. `values` is another object only when it says something else. */
export function useRiskModel(caseId: string, conditionId: string): RiskModelDraft {
  const { data } = useQueryOf('risk.show', { caseId });
  const change = useCommand('risk.change', { isQuiet: true });
  const draft = useRecordDraft<RiskModel>({
    key: `risk:${caseId}:${conditionId}`,
    record: data?.models.find((stored) => stored.conditionId === conditionId)?.model ?? initialRiskModel,
    version: data?.revision ?? 0,
    save: async (changes) => (await change.mutateAsync({ caseId, conditionId, change: changes })).revision,
  });
  const text = JSON.stringify(draft.values);
  const values = useMemo(() => JSON.parse(text) as RiskModel, [text]);
  return { ...withSetNow(draft), values, isKnown: data !== undefined };
}
