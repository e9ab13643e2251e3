import { formatNearDate } from '#renderer/i18n/format.ts';
import type { Assertion } from '#shared/variant/variant.ts';

/** `ClinVar 13267, 30 Mar 2024, criteria provided, single submitter`. */
export function assertionSource({ source, accession, date, reviewStatus }: Assertion, today: string): string {
  return [`${source} ${accession}`.trim(), date === null ? '' : formatNearDate(date, today), reviewStatus].filter((part) => part !== '').join(', ');
}
