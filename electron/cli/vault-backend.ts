import { resolve } from 'node:path';
import { createBackend, type Backend } from '#electron/backend/backend.ts';
import { installedPrinter } from '#electron/backend/pdf/installed-printer.ts';
import { dataFolder } from '#electron/backend/data-folder.ts';
import type { HostCapabilities } from '#electron/backend/host-capabilities.ts';
import type { CliIo, ExitCode, ParsedArguments } from '#electron/cli/cli-command.ts';
import { readPassphrase } from '#electron/cli/passphrase.ts';
import type { Failure } from '#shared/base/failure.ts';
import { formatProblem } from '#shared/base/problem.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { AnswerOf, InputOf, NamesOfKind, OutputOf, ProcedureName } from '#shared/contract/contract.ts';
import type { WireResponse } from '#shared/contract/wire.ts';

/** The contract, called without a wire between. */
export interface DirectCaller {
  readonly call: <Name extends ProcedureName>(name: Name, input: InputOf<Name>) => Promise<Result<AnswerOf<Name>, Failure>>;
  /** Starts a job and waits for what it yields. */
  readonly runJob: <Name extends NamesOfKind<'job'>>(name: Name, input: InputOf<Name>) => Promise<Result<OutputOf<Name>, Failure>>;
}

const directCapabilities: HostCapabilities = { name: 'direct', printToPdf: installedPrinter(), keychain: null };

/** Opens the vault of `--vault` (or the user's own) with the passphrase, does the work, and locks it again whatever happens. */
export async function withOpenVault(args: ParsedArguments, io: CliIo, work: (caller: DirectCaller) => Promise<ExitCode>): Promise<ExitCode> {
  const vault = args.options['vault'];
  const backend = createBackend({ host: directCapabilities, dataFolder: dataFolder(io.environment), ...(vault === undefined ? {} : { vaultFolder: resolve(vault) }) });
  try {
    const caller = callerOf(backend, io);
    const state = await caller.call('app.state', {});
    if (!state.ok) return tellFailure(io, state.error);
    if (state.value.vault === 'absent') {
      io.complain(`${vault ?? 'the vault'}: there is no vault, expected one made by nostos vault create`);
      return 2;
    }
    const passphrase = await readPassphrase(args, io);
    if (!passphrase.ok) {
      io.complain(passphrase.error);
      return 2;
    }
    const unlocked = await caller.call('vault.unlock', { passphrase: passphrase.value });
    return unlocked.ok ? await work(caller) : tellFailure(io, unlocked.error);
  } finally {
    await backend.close();
  }
}

/** Says why something was not done: a fault of the program is 3, everything else is about what was given. */
export function tellFailure(io: CliIo, failure: Failure): ExitCode {
  io.complain(failure.reference === undefined ? failure.message : `${failure.message} (reference ${failure.reference})`);
  for (const problem of failure.problems ?? []) io.complain(formatProblem(problem));
  return failure.kind === 'internal' ? 3 : 2;
}

/** The answers have the types of the contract: dispatch is the one that makes them so, and is tested for it. */
function callerOf(backend: Backend, io: CliIo): DirectCaller {
  const call = async (name: ProcedureName, input: unknown): Promise<Result<unknown, Failure>> => asResult(await backend.dispatch(name, input));
  const runJob = async (name: NamesOfKind<'job'>, input: unknown): Promise<Result<unknown, Failure>> => {
    const events = listen(backend, io);
    try {
      const started = await call(name, input);
      if (!started.ok) return started;
      return await events.end((started.value as { readonly jobId: string }).jobId);
    } finally {
      events.stop();
    }
  };
  return { call, runJob } as DirectCaller;
}

/** Listens from before the job starts, so that its end cannot be missed. */
function listen(backend: Backend, io: CliIo) {
  const ended = new Map<string, Result<unknown, Failure>>();
  let awaited: { readonly jobId: string; readonly settle: (result: Result<unknown, Failure>) => void } | null = null;
  const stop = backend.subscribe((event) => {
    if (event.kind === 'job-progress') io.progress(event.done, event.total, event.label);
    if (event.kind !== 'job-done' && event.kind !== 'job-failed') return;
    const result = event.kind === 'job-done' ? success(event.value) : refusal(event.error);
    ended.set(event.jobId, result);
    if (awaited?.jobId === event.jobId) awaited.settle(result);
  });
  const end = (jobId: string): Promise<Result<unknown, Failure>> =>
    new Promise((settle) => {
      const result = ended.get(jobId);
      if (result !== undefined) settle(result);
      else awaited = { jobId, settle };
    });
  return { end, stop };
}

function asResult(response: WireResponse): Result<unknown, Failure> {
  return response.ok ? success(response.value) : refusal(response.error);
}
