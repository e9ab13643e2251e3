import type { Connection } from '#db/connection.ts';
import type { Steps } from '#db/in-slices.ts';
import { clearProfiles, createProfileWriter } from '#db/search/case-profiles.ts';
import { clearSearchIndex, createIndexWriter } from '#db/search/search-index.ts';
import { indexedParts } from '#db/search/search-sources.ts';
import { isIndexUnderWay, isIndexWhole, noteIndex } from '#db/search/search-state.ts';

/** Few enough that a step takes no longer than a click may wait, with what saving it to disk takes. */
const casesPerStep = 4;

/** How many cases do not stand in the index yet. */
export function createWaitingReader(database: Connection): () => number {
  const waiting = database.prepare<[], number>('SELECT (SELECT count(*) FROM case_record) - (SELECT count(*) FROM search_case)').pluck();
  // One is always left while the index has not been begun anew, or is whole and not said to be.
  return () => (isIndexWhole(database) ? 0 : Math.max(1, waiting.get() ?? 0));
}

/**
 * Makes the index and the profiles from nothing where the words were taken by other rules: for vaults of before there was one, and after a new version. Ten thousand cases
 * take minutes, so each step writes a few cases in a transaction of its own. What is interrupted goes on where it was, since a case stands in the index with all its words
 * and its profile, or not at all; a command meanwhile puts the cases that it touches in whole.
 */
export function* gatherWords(database: Connection): Steps<void> {
  if (isIndexWhole(database)) return;
  if (!isIndexUnderWay(database)) database.transaction(() => beginAnew(database)).immediate();
  const missing = database.prepare<[string], string>(`SELECT id FROM case_record WHERE id > ? AND NOT EXISTS (SELECT 1 FROM search_case WHERE case_id = case_record.id) ORDER BY id LIMIT ${String(casesPerStep)}`).pluck();
  const gather = createGatherer(database);
  let last = '';
  for (;;) {
    yield;
    const found = database.transaction(() => gather(missing.all(last))).immediate();
    if (found.length === 0 && last === '') break;
    // At the end once more from the beginning, for a case that came back among those looked through.
    last = found.at(-1) ?? '';
  }
  noteIndex(database, 'whole');
}

function beginAnew(database: Connection): void {
  clearSearchIndex(database);
  clearProfiles(database);
  noteIndex(database, 'under way');
}

function createGatherer(database: Connection): (caseIds: readonly string[]) => readonly string[] {
  const words = createIndexWriter(database);
  const writeProfile = createProfileWriter(database);
  return (caseIds) => {
    for (const caseId of caseIds) {
      for (const part of indexedParts) words.write(caseId, part);
      writeProfile(caseId);
    }
    return caseIds;
  };
}
