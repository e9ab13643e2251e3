import type { UnitOfWork } from '#db/unit-of-work.ts';
import type { BackendContext } from '#electron/backend/context.ts';
import { newCaseDetail } from '#electron/backend/cases/new-case.ts';
import type { JobRun } from '#electron/backend/jobs/job-run.ts';
import { failure, type Failure } from '#shared/base/failure.ts';
import type { Problem } from '#shared/base/problem.ts';
import { cutText } from '#shared/base/cut-text.ts';
import { refusal, success, type Result } from '#shared/base/result.ts';
import type { CandidateState } from '#shared/casefile/case-record.ts';
import { bareEvent } from '#shared/casefile/odyssey-event.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { WireFile } from '#shared/contract/wire.ts';
import type { ReadPhenopacket } from '#shared/interchange/phenopacket/read-phenopacket.ts';
import { unknownProvenance } from '#shared/pedigree/individual.ts';

type ImportReport = OutputOf<'case.import'>;
type ImportedCase = ImportReport['imported'][number];

interface PacketOfFile {
  readonly fileName: string;
  readonly packet: ReadPhenopacket;
}

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

/** The name that the release in use has for a disease; null where it has none. */
type NameDisease = (diseaseId: string) => string | null;

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
  const only = imported.length === 1 ? imported[0] : undefined;
  const label = only === undefined ? `Import ${String(imported.length)} cases` : only.reference === '' ? 'Import a case' : `Import case ${only.reference}`;
  unit.describe(label, only?.caseId ?? null);
  return { imported, problems };
}

function storePacket(unit: UnitOfWork, given: PacketOfFile, nameDisease: NameDisease, problems: Problem[]): ImportedCase {
  const { packet, fileName } = given;
  const record = unit.cases.add({ ...newCaseDetail, reference: packet.reference, note: packet.references.join('\n') });
  const proband = unit.people.add(record.id, true, packet.proband);
  const recorded = new Set<string>();
  for (const feature of packet.features) {
    if (recorded.has(feature.termId)) {
      problems.push(packetProblem(given, 'warning', 'duplicate-term', `${feature.termId} stands in this packet more than once; the first is kept`, feature.pointer));
      continue;
    }
    recorded.add(feature.termId);
    unit.features.add({ caseId: record.id, personId: proband.id, termId: feature.termId, label: feature.label, detail: feature.detail });
  }
  for (const disease of packet.diseases) {
    const name = nameDisease(disease.id) ?? disease.label;
    unit.candidates.add(record.id, { id: disease.id, name }, { state: importedState(disease.state), reason: 'Stated in the imported phenopacket', decidedOn: unit.at.slice(0, 10), decidedBy: unit.actor });
  }
  storeRest(unit, record.id, proband.id, packet, nameDisease);
  unit.sources.add({ caseId: record.id, fileName, format: `phenopacket v${String(packet.version)}`, content: packet.raw });
  return { caseId: record.id, reference: packet.reference, featureCount: recorded.size };
}

/** Variants become sequencing findings, treatments steps of the odyssey; since when the patient has a disease stands with the condition of the pedigree. */
function storeRest(unit: UnitOfWork, caseId: string, probandId: string, packet: ReadPhenopacket, nameDisease: NameDisease): void {
  for (const { detail, genotype, classification } of packet.variants) {
    const finding = unit.findings.putGenotype(unit.findings.add(caseId, detail), probandId, genotype);
    if (classification !== null) unit.findings.classify(finding, { classification, criteria: [], by: 'Imported phenopacket', at: unit.at, why: 'As the imported phenopacket gives it.' });
  }
  for (const treatment of packet.treatments) unit.records.events.add(caseId, { ...bareEvent, kind: 'treatment', ...treatment });
  const dated = packet.diseases.filter(({ onset, state }) => onset !== null && state !== 'ruled-out');
  if (dated.length === 0) return;
  const family = unit.families.ofCase(caseId);
  const conditions = dated.map(({ id, label }) => ({ id: unit.newId(), name: cutText(nameDisease(id) ?? label, longestConditionName), diseaseId: id, termId: null }));
  const states = dated.map(({ onset }, index) => ({ id: unit.newId(), individualId: probandId, conditionId: conditions[index]?.id ?? '', state: 'affected', onset, evidence: '', provenance: unknownProvenance }) as const);
  unit.families.write(caseId, { ...family, conditions: [...family.conditions, ...conditions], individualConditions: [...family.individualConditions, ...states] });
}

/** Of a condition of a pedigree. */
const longestConditionName = 300;

/** Another clinic's diagnosis, unless it is confirmed or ruled out there, is no more than a suspicion here until somebody here works on it. */
function importedState(state: CandidateState): CandidateState {
  return state === 'working' ? 'suspected' : state;
}

function packetProblem({ fileName, packet }: PacketOfFile, severity: Problem['severity'], rule: string, message: string, pointer: string): Problem {
  return { severity, rule, message, file: fileName, line: packet.line, pointer };
}
