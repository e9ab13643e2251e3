import { join } from 'node:path';
import { afterEach } from 'vitest';
import { allHandlers } from '#electron/backend/all-handlers.ts';
import { createDispatch } from '#electron/backend/dispatch.ts';
import { createFamilyMode } from '#electron/backend/family-view/family-mode.ts';
import { createTrialHandlers } from '#electron/backend/handlers/trial.ts';
import type { HostCapabilities } from '#electron/backend/host-capabilities.ts';
import { createJobRunner } from '#electron/backend/jobs/job-runner.ts';
import type { FetchFile } from '#electron/backend/knowledge/knowledge-download.ts';
import { createKnowledgeSession, type KnowledgeSession } from '#electron/backend/knowledge/knowledge-session.ts';
import { createRankingPause } from '#electron/backend/ranking/ranking-pause.ts';
import { createTrialsSession, type TrialsSession } from '#electron/backend/trials/trials-session.ts';
import { createVaultSession, type VaultSession } from '#electron/backend/vault/vault-session.ts';
import { success } from '#shared/base/result.ts';
import type { InputOf, NamesOfKind, OutputOf, ProcedureName } from '#shared/contract/contract.ts';
import type { BackendEvent } from '#shared/contract/wire.ts';
import { aFolder, cheapCost, must, passphrase } from '#tests/db/vault-builder.ts';

/** The backend over a new vault, as a host has it: every call through the contract, both ways checked. */
export interface TestBackend {
  readonly vault: VaultSession;
  readonly ask: <Name extends ProcedureName>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>;
  readonly refused: <Name extends ProcedureName>(name: Name, input: InputOf<Name>) => Promise<{ kind: string; message: string }>;
  readonly runJob: <Name extends NamesOfKind<'job'>>(name: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>;
  /** What was announced; emptied by whoever looks. */
  readonly events: BackendEvent[];
}

const opened: { readonly vault: VaultSession; readonly knowledge: KnowledgeSession; readonly trials: TrialsSession }[] = [];

afterEach(() => {
  for (const { vault, knowledge, trials } of opened.splice(0)) {
    vault.dispose();
    knowledge.close();
    trials.close();
  }
});

/** The clock goes on by a second each time it is looked at. `fetchFile` stands for the network where trials are fetched. */
export async function aBackend({ printToPdf = null, fetchFile }: Partial<Pick<HostCapabilities, 'printToPdf'>> & { readonly fetchFile?: FetchFile } = {}): Promise<TestBackend> {
  const folder = aFolder();
  const listeners = new Set<(event: BackendEvent) => void>();
  const events: BackendEvent[] = [];
  listeners.add((event) => events.push(event));
  const emit = (event: BackendEvent) => {
    for (const listener of listeners) listener(event);
  };
  let time = Date.parse('2026-03-01T09:00:00.000Z');
  const clock = () => new Date((time += 1_000)).toISOString();
  const vault = createVaultSession({ folder: join(folder, 'vault'), isDemo: false, clock, emit, cost: cheapCost });
  const knowledge = createKnowledgeSession({ folder: join(folder, 'knowledge') });
  const trials = createTrialsSession(folder);
  opened.push({ vault, knowledge, trials });
  const logFault = (_procedure: string, fault: unknown) => {
    throw fault;
  };
  const jobs = createJobRunner({ emit, logFault });
  const familyMode = createFamilyMode({ clock, emit });
  const context = { clock, vault, knowledge, trials, host: { name: 'direct', printToPdf, keychain: null }, rankingPause: createRankingPause(), familyMode, emit, appVersion: '0' } as const;
  const dispatch = createDispatch({ context, handlers: { ...allHandlers, ...(fetchFile === undefined ? {} : createTrialHandlers(fetchFile)), 'job.cancel': ({ jobId }) => success({ wasRunning: jobs.cancel(jobId) }) }, jobs, logFault, checkOutput: true });
  const ask: TestBackend['ask'] = async <Name extends ProcedureName>(name: Name, input: InputOf<Name>) => {
    const response = await dispatch(name, input);
    if (!response.ok) throw new Error(`${response.error.kind}: ${response.error.message}`);
    return response.value as OutputOf<Name>;
  };
  must(await vault.create({ passphrase, clinicianName: 'Dr Penelope' }));
  events.length = 0;
  return {
    vault,
    events,
    ask,
    refused: async (name, input) => {
      const response = await dispatch(name, input);
      if (response.ok) throw new Error('expected a refusal');
      return { kind: response.error.kind, message: response.error.message };
    },
    runJob: async <Name extends NamesOfKind<'job'>>(name: Name, input: InputOf<Name>) => {
      const ended = new Promise<BackendEvent>((resolve) => {
        listeners.add((event) => {
          if (event.kind === 'job-done' || event.kind === 'job-failed') resolve(event);
        });
      });
      await ask(name, input);
      const event = await ended;
      if (event.kind !== 'job-done') throw new Error(`the job failed: ${JSON.stringify(event)}`);
      return event.value as OutputOf<Name>;
    },
  };
}
