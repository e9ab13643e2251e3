import { useMemo } from 'react';
import { useQueryOf } from '#renderer/client/queries.tsx';
import type { MovedCase } from '#shared/contract/advice-procedures.ts';

/** Cases that a new release moved, by id. */
export type MovedCases = ReadonlyMap<string, MovedCase>;

export function useMovedCases(): MovedCases {
  const moved = useQueryOf('reanalysis.list', {}, { keepsLast: true }).data?.moved;
  return useMemo(() => new Map(moved?.map((one) => [one.caseId, one])), [moved]);
}
