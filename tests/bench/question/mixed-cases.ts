import { type RankingCase } from '#shared/ranking/ranking-case.ts';
import type { SolvedCase } from '#tests/bench/ranking/solved-cases.ts';

/** A patient as if two published ones were one. */
export interface MixedCase {
  readonly patient: RankingCase;
  readonly diseaseIds: readonly [string, string];
}

/** Mixes every case with the one half a list further, where their diseases and genes are different. What one has is not excluded by the other. */
export function mixCases(cases: readonly SolvedCase[], genesOf: (diseaseId: string) => readonly string[]): readonly MixedCase[] {
  return cases.flatMap((first, i) => {
    const second = cases[(i + Math.floor(cases.length / 2)) % cases.length];
    if (second === undefined || second.diseaseId === first.diseaseId || genesOf(first.diseaseId).some((symbol) => genesOf(second.diseaseId).includes(symbol))) return [];
    const observed = [...new Set([...first.patient.observed, ...second.patient.observed])];
    const excluded = first.patient.excluded.filter((id) => second.patient.excluded.includes(id));
    return [{ patient: { observed, excluded }, diseaseIds: [first.diseaseId, second.diseaseId] as const }];
  });
}
