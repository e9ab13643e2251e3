import type { Connection } from '#db/connection.ts';
import { inSlices, type Steps } from '#db/in-slices.ts';
import { gatherWords } from '#db/search/gather-words.ts';
import { isIndexWhole } from '#db/search/search-state.ts';
import { storageFailureOf } from '#db/storage-failure.ts';
import type { BackendEvent } from '#shared/contract/wire.ts';

/** Often enough for a number that goes down. */
const tellingIntervalMilliseconds = 1_000;

/**
 * Gathers the words that the search of an older vault lacks while the vault is in use, and says now and then that there are more. A lock ends it, and so does a full disk;
 * the next unlock goes on where it was.
 */
export async function gatherBetweenRequests(database: Connection, mayGoOn: () => boolean, emit: (event: BackendEvent) => void): Promise<void> {
  if (isIndexWhole(database)) return;
  const tell = (): void => emit({ kind: 'changed', topics: ['search'] });
  try {
    const done = await inSlices(telling(gatherWords(database), tell), mayGoOn);
    if (done !== null) tell();
  } catch (fault) {
    if (storageFailureOf(fault) === null) throw fault;
  }
}

function* telling(steps: Steps<void>, tell: () => void): Steps<true> {
  let toldAt = performance.now();
  while (steps.next().done !== true) {
    yield;
    if (performance.now() - toldAt < tellingIntervalMilliseconds) continue;
    toldAt = performance.now();
    tell();
  }
  return true;
}
