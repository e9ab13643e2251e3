import type { BackendContext } from '#electron/backend/context.ts';
import { localDay } from '#shared/base/local-day.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';

/** The caseload as whoever is at work sees it today. */
export function listedCases(context: BackendContext): readonly CaseSummary[] {
  const { cases, settings } = context.vault.repositories();
  return cases.list({ seenBy: settings.read().clinicianName, today: localDay(new Date(context.clock())) });
}
