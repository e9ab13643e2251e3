import { caseName } from '#renderer/i18n/person-words.ts';
import type { CaseSummary, HistoryEntry } from '#shared/contract/case-procedures.ts';

/** To which case an entry of the history belongs. */
export type EntryCase =
  | { readonly kind: 'case'; readonly summary: CaseSummary }
  /** The case is no longer in the vault, or its making was taken back. */
  | { readonly kind: 'deleted' }
  /** Settings and the like; or an import of several cases. */
  | { readonly kind: 'vault' };

export function caseOfEntry(entry: Pick<HistoryEntry, 'caseId'>, cases: ReadonlyMap<string, CaseSummary>): EntryCase {
  if (entry.caseId === null) return { kind: 'vault' };
  const summary = cases.get(entry.caseId);
  return summary === undefined ? { kind: 'deleted' } : { kind: 'case', summary };
}

/** As many as are read at a glance. */
const mostFound = 8;

/** The cases whose name or reference holds every word typed, in the order given. */
export function foundCases(cases: readonly CaseSummary[], text: string): readonly CaseSummary[] {
  const wanted = text.toLocaleLowerCase().split(/\s+/).filter((word) => word !== '');
  const found: CaseSummary[] = [];
  for (const summary of wanted.length === 0 ? [] : cases) {
    const name = `${caseName(summary)} ${summary.reference}`.toLocaleLowerCase();
    if (wanted.every((word) => name.includes(word)) && found.push(summary) === mostFound) break;
  }
  return found;
}
