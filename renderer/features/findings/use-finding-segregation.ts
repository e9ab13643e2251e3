import { useMemo, useState } from 'react';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { findingSegregation, likelyMode, mainCondition, type FindingSegregation } from '#shared/casefile/finding-segregation.ts';
import { isCarried, type Finding } from '#shared/casefile/finding.ts';
import type { InheritanceMode } from '#shared/inheritance/mode.ts';
import type { Family } from '#shared/pedigree/family.ts';

export interface ShownSegregation {
  /** Null: nobody is drawn as affected. */
  readonly conditionId: string | null;
  readonly mode: InheritanceMode;
  readonly answer: FindingSegregation | null;
  readonly setConditionId: (conditionId: string) => void;
  readonly setMode: (mode: InheritanceMode) => void;
}

/** How the finding goes with a condition through the family: that most are affected by, in the mode of its risk or the one that the genotypes speak for. */
export function useFindingSegregation(caseId: string, finding: Finding, findings: readonly Finding[], family: Family): ShownSegregation {
  const models = useQueryOf('risk.show', { caseId }).data?.models;
  const [chosenConditionId, setConditionId] = useState<string | null>(null);
  const [chosenMode, setMode] = useState<InheritanceMode | null>(null);
  const conditionId = chosenConditionId ?? mainCondition(family)?.id ?? null;
  const isOfSameGene = (other: Finding): boolean => other.id !== finding.id && other.gene !== null && other.gene.symbol === finding.gene?.symbol && other.genotypes.some(isCarried);
  const mode = chosenMode ?? models?.find((stored) => stored.conditionId === conditionId)?.model.mode ?? likelyMode(finding, findings.some(isOfSameGene));
  const answer = useMemo(() => (conditionId === null ? null : findingSegregation(family, finding, conditionId, mode)), [family, finding, conditionId, mode]);
  return { conditionId, mode, answer, setConditionId, setMode };
}
