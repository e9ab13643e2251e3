import type { UnitOfWork } from '#db/unit-of-work.ts';
import type { BackendContext } from '#electron/backend/context.ts';
import { packetProblem, type PacketOfFile } from '#electron/backend/cases/packet-of-file.ts';
import { storePacket, type NameDisease } from '#electron/backend/cases/store-packet.ts';
import type { JobRun } from '#electron/backend/jobs/job-run.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import type { Problem } from '#shared/base/problem.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { WireFile } from '#shared/contract/wire.ts';

type ImportReport = OutputOf<'case.import'>;
type ImportedCase = ImportReport['imported'][number];

interface ReadFiles {
  readonly packets: readonly PacketOfFile[];
  readonly problems: readonly Problem[];
  readonly refusedCount: number;
}

/**
 * Brings phenopackets in as cases: all good ones in one command, so that one undo takes the whole import back. A packet that came
 * in before is reported and left alone. Diseases of a packet become candidates of the clinic and never reach the ranking.
 */
export async function importCases(files: readonly WireFile[], context: BackendContext, run: JobRun): Promise<Result<ImportReport, Failure>> {
  const knowledge = context.knowledge.active();
  const read = await readFiles(files, knowledge?.path ?? null, run);
  if (!read.ok) return read;
  if (run.signal.aborted) return refusal(failure('cancelled', 'The import was cancelled. Nothing was changed.'));
  const { packets, problems, refusedCount } = read.value;
  run.progress(files.length, files.length, 'Saving');
  const stored = context.vault.command('case.import', (unit) => success(storePackets(unit, packets, (diseaseId) => knowledge?.disease(diseaseId)?.name ?? null)));
  if (!stored.ok) return stored;
  return success({ imported: stored.value.imported, problems: [...problems, ...stored.value.problems], refusedCount });
}

/** A file that cannot be read at all is one problem and does not keep the others out. */
async function readFiles(files: readonly WireFile[], knowledgePath: string | null, run: JobRun): Promise<Result<ReadFiles, Failure>> {
  const packets: PacketOfFile[] = [];
  const problems: Problem[] = [];
  let refusedCount = 0;
  for (const [index, file] of files.entries()) {
    run.progress(index, files.length, 'Reading');
    const reading = await run.inWorker('phenopacket.read', { fileName: file.name, bytes: Buffer.from(file.base64, 'base64'), knowledgePath });
    if (reading.ok) {
      for (const packet of reading.value.packets) packets.push({ fileName: file.name, packet });
      for (const problem of reading.value.problems) problems.push(problem);
      refusedCount += reading.value.refusedCount;
    } else if (reading.error.kind === 'cancelled') {
      return reading;
    } else {
      problems.push({ severity: 'error', rule: 'unreadable-file', message: reading.error.message, file: file.name });
      refusedCount += 1;
    }
  }
  return success({ packets, problems, refusedCount });
}

function storePackets(unit: UnitOfWork, packets: readonly PacketOfFile[], nameDisease: NameDisease): { readonly imported: readonly ImportedCase[]; readonly problems: readonly Problem[] } {
  const imported: ImportedCase[] = [];
  const problems: Problem[] = [];
  /** The file from which a case with the id came; null where it was in the vault before. */
  const origins = new Map<string, string | null>([...unit.cases.references()].map((reference) => [reference, null]));
  for (const given of packets) {
    const { raw, reference, pointer } = given.packet;
    const origin = origins.get(reference);
    if (unit.sources.withContent(raw) !== null) {
      problems.push(packetProblem(given, 'warning', 'duplicate', 'this packet was imported before and is not imported again', pointer));
      continue;
    }
    // Another patient, or a newer packet of the same one: only a person can tell, so nothing is merged and nothing written over. That an id
    // stands twice in one file, its reader has said.
    if (reference !== '' && origin !== undefined && origin !== given.fileName) problems.push(packetProblem(given, 'warning', 'same-reference', 'another case has this id but not this content; both are kept', pointer));
    origins.set(reference, given.fileName);
    imported.push(storePacket(unit, given, nameDisease, problems));
  }
  problems.push(...unkeptProblems(packets));
  const only = imported.length === 1 ? imported[0] : undefined;
  const label = only === undefined ? `Import ${String(imported.length)} cases` : only.reference === '' ? 'Import a case' : `Import case ${only.reference}`;
  unit.describe(label, only?.caseId ?? null);
  return { imported, problems };
}

/** What stays in the packets alone, once for each file and kind of thing, at the first packet that has it. */
function unkeptProblems(packets: readonly PacketOfFile[]): readonly Problem[] {
  const found = new Map<string, { readonly what: string; readonly first: PacketOfFile; count: number }>();
  for (const given of packets) {
    for (const { what, count } of given.packet.unkept) {
      const key = JSON.stringify([given.fileName, what]);
      const before = found.get(key);
      if (before === undefined) found.set(key, { what, first: given, count });
      else before.count += count;
    }
  }
  return [...found.values()].map(({ what, first, count }) => packetProblem(first, 'warning', 'not-kept', `${what} have no place in a case and stay in the packet alone (${String(count)} in this file, first here)`, first.packet.pointer));
}
