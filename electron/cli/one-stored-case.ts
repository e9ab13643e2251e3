import type { CliIo, ExitCode } from '#electron/cli/cli-command.ts';
import { tellFailure, type DirectCaller } from '#electron/cli/vault-backend.ts';
import type { CaseSummary } from '#shared/contract/case-procedures.ts';

/** The one case of the vault that is meant by an id or a reference, or the exit code after saying why there is none. */
export async function findStoredCase(command: string, wanted: string, caller: DirectCaller, io: CliIo): Promise<CaseSummary | ExitCode> {
  const cases = await caller.call('case.list', {});
  if (!cases.ok) return tellFailure(io, cases.error);
  const found = cases.value.filter((one) => one.id === wanted || one.reference === wanted);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  io.complain(
    only === undefined
      ? `nostos ${command}: the vault holds no such case, expected an id or a reference as nostos case list shows them.`
      : `nostos ${command}: ${String(found.length)} cases have this reference, expected an id as nostos case list shows them.`,
  );
  return 2;
}
