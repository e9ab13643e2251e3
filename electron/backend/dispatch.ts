import type { BackendContext } from '#electron/backend/context.ts';
import { isAllowedInFamilyView } from '#electron/backend/family-view/family-mode.ts';
import type { AllHandlers, CommandHandler, JobHandler, QueryHandler } from '#electron/backend/handlers.ts';
import type { JobRunner } from '#electron/backend/jobs/job-runner.ts';
import { storageFailureOf } from '#db/storage-failure.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { Problem } from '#shared/base/problem.ts';
import { contract, type ProcedureName } from '#shared/contract/contract.ts';
import type { WireResponse } from '#shared/contract/wire.ts';
import type * as z from 'zod';

export interface DispatchOptions {
  readonly context: BackendContext;
  readonly handlers: AllHandlers;
  readonly jobs: JobRunner;
  /** Records a fault under a number; gets no input, since that may hold a patient's data. */
  readonly logFault: (procedure: string, fault: unknown) => string;
  /** Also checks what handlers answer against the contract; on in tests. */
  readonly checkOutput: boolean;
}

export type Dispatch = (procedure: string, input: unknown) => Promise<WireResponse>;

/** The only entrance to the backend, whatever the host: own-key look-up, validated input, one command after another. */
export function createDispatch(options: DispatchOptions): Dispatch {
  return async (procedure, input) => {
    try {
      const result = await run(options, procedure, input);
      return result.ok ? { ok: true, value: result.value } : { ok: false, error: toWire(result.error) };
    } catch (fault) {
      const known = storageFailureOf(fault);
      if (known !== null) return { ok: false, error: toWire(known) };
      return { ok: false, error: { kind: 'internal', message: 'Something went wrong inside Nostos. Nothing was changed.', reference: options.logFault(isProcedureName(procedure) ? procedure : 'unknown procedure', fault) } };
    }
  };
}

async function run(options: DispatchOptions, name: string, rawInput: unknown): Promise<Result<unknown, Failure>> {
  if (!isProcedureName(name)) return refusal(failure('not-found', 'This request is not known.'));
  const procedure = contract[name];
  if (procedure.needs === 'vault' && options.context.vault.state() !== 'open') {
    return refusal(failure('locked', 'The vault is locked. Enter the passphrase to go on.'));
  }
  if (options.context.familyMode.current() !== null && !isAllowedInFamilyView(name)) return refusal(failure('rule-broken', 'The family view is open. Leave it first.'));
  const parsed = procedure.input.safeParse(rawInput);
  if (!parsed.success) return refusal(failure('invalid-input', 'Some of what was entered cannot be used.', problemsOf(parsed.error)));
  const result = await carryOut(options, name, parsed.data);
  if (options.checkOutput && result.ok && procedure.kind !== 'job') procedure.output.parse(result.value);
  return result;
}

/**
 * Calls the handler by its kind. The table of handlers is typed name by name (`AllHandlers`), so that input and handler belong
 * together; TypeScript cannot follow the pair through a name known only at run time, hence the widening here and nowhere else.
 */
async function carryOut(options: DispatchOptions, name: ProcedureName, input: unknown): Promise<Result<unknown, Failure>> {
  const { context } = options;
  const handler: unknown = options.handlers[name];
  switch (contract[name].kind) {
    case 'query':
    case 'action':
      return await (handler as QueryHandler<ProcedureName>)(input as never, context);
    case 'command':
      return context.vault.command(name, (unit) => (handler as CommandHandler<ProcedureName>)(input as never, unit, context));
    case 'job':
      return success({ jobId: options.jobs.start((jobRun) => (handler as JobHandler<ProcedureName>)(input as never, context, jobRun)) });
  }
}

function isProcedureName(name: string): name is ProcedureName {
  return Object.hasOwn(contract, name);
}

function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.map((issue) => ({ severity: 'error', rule: 'input', message: issue.message, pointer: issue.path.map((part) => `/${String(part)}`).join('') }));
}

function toWire(error: Failure) {
  return {
    kind: error.kind,
    message: error.message,
    ...(error.problems === undefined ? {} : { problems: [...error.problems] }),
    ...(error.reference === undefined ? {} : { reference: error.reference }),
  };
}
