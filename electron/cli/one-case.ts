import type { CliIo } from '#electron/cli/cli-command.ts';
import { readPackets } from '#electron/cli/packet-input.ts';
import { formatProblem } from '#shared/base/problem.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { ReadPhenopacket } from '#shared/interchange/phenopacket/read-phenopacket.ts';

/** The one case of the file, or the one that is asked for. */
export async function readOneCase(path: string, caseId: string | null, io: CliIo): Promise<Result<ReadPhenopacket, string>> {
  const found: ReadPhenopacket[] = [];
  let why: string | null = null;
  for await (const input of readPackets(path, io, null)) {
    if (input.kind === 'unreadable') return refusal(input.message);
    const error = input.reading.problems.find(({ severity }) => severity === 'error');
    if (error !== undefined) why ??= formatProblem(error);
    found.push(...input.reading.packets.filter((packet) => caseId === null || packet.id === caseId));
    if (found.length > 1 && caseId === null) return refusal(`${path}: holds more than one case, expected --case ID to say which`);
  }
  const [only] = found;
  if (only !== undefined) return success(only);
  return refusal(caseId !== null ? `${path}: holds no case of this id that can be read, expected one as --case says` : (why ?? `${path}: holds no case, expected a phenopacket`));
}
