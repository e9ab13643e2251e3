import type { BackendContext } from '#electron/backend/context.ts';
import type { JobRun } from '#electron/backend/jobs/job-run.ts';
import type { UnitOfWork } from '#db/unit-of-work.ts';
import type { Failure } from '#shared/base/failure.ts';
import type { Result } from '#shared/base/result.ts';
import type { Contract, InputOf, NamesOfKind, OutputOf, ProcedureName } from '#shared/contract/contract.ts';

type Awaitable<T> = T | Promise<T>;

/** Reads. May overlap with others. */
export type QueryHandler<Name extends ProcedureName> = (input: InputOf<Name>, context: BackendContext) => Awaitable<Result<OutputOf<Name>, Failure>>;
/** Changes something outside the clinical rows of the vault. */
export type ActionHandler<Name extends ProcedureName> = QueryHandler<Name>;
/** Changes the vault. Synchronous, within one transaction that its refusal or a throw rolls back; names itself by `unit.describe`. */
export type CommandHandler<Name extends ProcedureName> = (input: InputOf<Name>, unit: UnitOfWork, context: BackendContext) => Result<OutputOf<Name>, Failure>;
/** Long work; reports by `run` and does its computing in `run.inWorker`. */
export type JobHandler<Name extends ProcedureName> = (input: InputOf<Name>, context: BackendContext, run: JobRun) => Promise<Result<OutputOf<Name>, Failure>>;

export type HandlerOf<Name extends ProcedureName> = {
  query: QueryHandler<Name>;
  action: ActionHandler<Name>;
  command: CommandHandler<Name>;
  job: JobHandler<Name>;
}[Contract[Name]['kind']];

/** The handlers of a part of the contract, such as `Handlers<'vault'>` for every `vault.…`. */
export type Handlers<Domain extends string> = { readonly [Name in ProcedureName as Name extends `${Domain}.${string}` ? Name : never]: HandlerOf<Name> };
export type AllHandlers = { readonly [Name in ProcedureName]: HandlerOf<Name> };
export type JobName = NamesOfKind<'job'>;
