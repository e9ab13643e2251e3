import { useMemo, useState } from 'react';
import { useQueryOf } from '#renderer/client/queries.tsx';
import { changesBetween, type FamilyChanges } from '#renderer/features/family/version-changes.ts';
import { useFamilyView } from '#renderer/features/family/family-view.ts';
import type { FamilyChange } from '#renderer/features/family/version-changes.ts';
import type { FamilyVersion } from '#shared/contract/family-procedures.ts';

/** What changed since an earlier version of the family, such as the last visit. */
export interface Comparison {
  /** Null where nothing is compared. */
  readonly version: FamilyVersion | null;
  readonly choose: (version: FamilyVersion | null) => void;
  /** By person; null until it is known. */
  readonly changes: ReadonlyMap<string, FamilyChange> | null;
  readonly all: FamilyChanges | null;
}

export function useComparison(): Comparison {
  const { caseId, family } = useFamilyView();
  const [version, choose] = useState<FamilyVersion | null>(null);
  const earlier = useQueryOf('family.asOf', { caseId, entryId: version?.entryId ?? 0 }, { isEnabled: version !== null }).data?.family ?? null;
  const all = useMemo(() => (version === null || earlier === null ? null : changesBetween(earlier, family)), [version, earlier, family]);
  return { version, choose, changes: all?.byPerson ?? null, all };
}
