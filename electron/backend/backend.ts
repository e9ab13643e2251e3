import { join } from 'node:path';
import type { ScryptCost } from '#db/key-wrapping.ts';
import { allHandlers } from '#electron/backend/all-handlers.ts';
import { appVersion } from '#electron/backend/app-version.ts';
import type { BackendContext } from '#electron/backend/context.ts';
import { createDispatch, type Dispatch } from '#electron/backend/dispatch.ts';
import { createFamilyMode } from '#electron/backend/family-view/family-mode.ts';
import { createFaultLog } from '#electron/backend/fault-log.ts';
import type { AllHandlers } from '#electron/backend/handlers.ts';
import type { HostCapabilities } from '#electron/backend/host-capabilities.ts';
import { createJobRunner, type JobRunner } from '#electron/backend/jobs/job-runner.ts';
import { createRankingPause } from '#electron/backend/ranking/ranking-pause.ts';
import { createRankingUpkeep } from '#electron/backend/ranking/ranking-upkeep.ts';
import { createKnowledgeSession } from '#electron/backend/knowledge/knowledge-session.ts';
import { createTrialsSession } from '#electron/backend/trials/trials-session.ts';
import { createVaultSession } from '#electron/backend/vault/vault-session.ts';
import { success } from '#shared/base/result.ts';
import type { BackendEvent } from '#shared/contract/wire.ts';

export interface BackendOptions {
  readonly host: HostCapabilities;
  readonly dataFolder: string;
  /** Where the vault is, when not in the data folder. */
  readonly vaultFolder?: string;
  readonly isDemo?: boolean;
  readonly clock?: () => string;
  /** Also checks every answer against the contract; for tests. */
  readonly checkOutput?: boolean;
  /** What a guess at the passphrase costs; cheaper only in tests. */
  readonly vaultCost?: ScryptCost;
}

/** All of Nostos but the screens. A host adds nothing but a way to reach `dispatch` and to hear the events. */
export interface Backend {
  readonly dispatch: Dispatch;
  /** Answers with the function that ends the subscription. */
  readonly subscribe: (listener: (event: BackendEvent) => void) => () => void;
  /** Ends running jobs, locks the vault and closes every file. */
  readonly close: () => Promise<void>;
}

export function createBackend(options: BackendOptions): Backend {
  const clock = options.clock ?? (() => new Date().toISOString());
  const listeners = new Set<(event: BackendEvent) => void>();
  const send = (event: BackendEvent) => {
    for (const listener of listeners) listener(event);
  };
  const familyMode = createFamilyMode({ clock, emit: send });
  const emit = (event: BackendEvent) => {
    if (familyMode.pass(event)) send(event);
  };
  const logFault = createFaultLog(join(options.dataFolder, 'logs'), clock);
  const jobs = createJobRunner({ emit, logFault });
  const context: BackendContext = {
    clock,
    vault: createVaultSession({ folder: options.vaultFolder ?? join(options.dataFolder, 'vault'), clock, emit, isDemo: options.isDemo ?? false, keychain: options.host.keychain, ...(options.vaultCost === undefined ? {} : { cost: options.vaultCost }) }),
    knowledge: createKnowledgeSession({ folder: join(options.dataFolder, 'knowledge'), clock }),
    trials: createTrialsSession(options.dataFolder),
    host: options.host,
    rankingPause: createRankingPause(),
    familyMode,
    emit,
    appVersion,
  };
  const upkeep = createRankingUpkeep(context);
  listeners.add(upkeep.hear);
  return {
    dispatch: createDispatch({ context, handlers: withJobs(jobs), jobs, logFault, checkOutput: options.checkOutput ?? false }),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      upkeep.stop();
      await jobs.cancelAll();
      context.vault.lock();
      context.knowledge.close();
      context.trials.close();
      listeners.clear();
    },
  };
}

/** Cancelling is the one procedure that needs the runner, which no other handler may reach. */
function withJobs(jobs: JobRunner): AllHandlers {
  return { ...allHandlers, 'job.cancel': (input) => success({ wasRunning: jobs.cancel(input.jobId) }) };
}
