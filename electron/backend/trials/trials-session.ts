import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { openTrialStore, type TrialStore, type TrialSummary } from '#db/trials/trial-store.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';

/** The studies imported on this machine. Nothing here is a patient's. */
export interface TrialsSession {
  readonly path: string;
  readonly store: () => Result<TrialStore, Failure>;
  /** Empty where nothing was imported. */
  readonly summary: () => Result<TrialSummary, Failure>;
  readonly close: () => void;
}

export const emptySummary: TrialSummary = { studyCount: 0, dataDate: null, lastImport: null };

/** Where the studies stand in the data folder. */
export const trialStorePath = (dataFolder: string): string => join(dataFolder, 'trials', 'trials.sqlite');

export function createTrialsSession(dataFolder: string): TrialsSession {
  const path = trialStorePath(dataFolder);
  let opened: TrialStore | null = null;
  const store = (): Result<TrialStore, Failure> => {
    if (opened !== null) return success(opened);
    if (!existsSync(path)) return refusal(failure('not-found', 'No trials were imported on this machine yet. Import files of ClinicalTrials.gov first.'));
    const result = openTrialStore(path, 'read');
    if (result.ok) opened = result.value;
    return result;
  };
  return {
    path,
    store,
    summary: () => {
      if (!existsSync(path)) return success(emptySummary);
      const found = store();
      return found.ok ? success(found.value.summary()) : found;
    },
    close: () => {
      opened?.close();
      opened = null;
    },
  };
}
