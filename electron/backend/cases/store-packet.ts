import type { UnitOfWork } from '#db/unit-of-work.ts';
import { withOwnIds } from '#electron/backend/cases/keep-family.ts';
import { newCaseDetail } from '#electron/backend/cases/new-case.ts';
import { packetProblem, type PacketOfFile } from '#electron/backend/cases/packet-of-file.ts';
import { cutText } from '#shared/base/cut-text.ts';
import type { Problem } from '#shared/base/problem.ts';
import type { CandidateState } from '#shared/casefile/case-record.ts';
import { plainDescription, type Finding } from '#shared/casefile/finding.ts';
import { bareEvent } from '#shared/casefile/odyssey-event.ts';
import type { OutputOf } from '#shared/contract/contract.ts';
import type { ReadFamily, ReadFeature, ReadPhenopacket, ReadVariant } from '#shared/interchange/phenopacket/read-phenopacket.ts';
import { brokenInvariants, invariantSentences } from '#shared/pedigree/family-invariants.ts';
import { unknownProvenance } from '#shared/pedigree/individual.ts';

/** The name that the release in use has for a disease; null where it has none. */
export type NameDisease = (diseaseId: string) => string | null;

/** Somebody of the packet, under the id of the vault. */
interface Described {
  readonly personId: string;
  readonly features: readonly ReadFeature[];
  readonly variants: readonly ReadVariant[];
}

/** Keeps a packet as a case: the patient, of a Family message the relatives too, and what is said of each. The packet itself is kept beside it. */
export function storePacket(unit: UnitOfWork, given: PacketOfFile, nameDisease: NameDisease, problems: Problem[]): OutputOf<'case.import'>['imported'][number] {
  const { packet, fileName } = given;
  const record = unit.cases.add({ ...newCaseDetail, reference: packet.reference, note: packet.references.join('\n') });
  const described = storePeople(unit, record.id, given, nameDisease, problems);
  for (const { personId, features } of described) storeFeatures(unit, record.id, { personId, features }, given, problems);
  for (const disease of packet.diseases) {
    const name = nameDisease(disease.id) ?? disease.label;
    unit.candidates.add(record.id, { id: disease.id, name }, { state: importedState(disease.state), reason: 'Stated in the imported phenopacket', decidedOn: unit.at.slice(0, 10), decidedBy: unit.actor });
  }
  storeVariants(unit, record.id, described);
  for (const treatment of packet.treatments) unit.records.events.add(record.id, { ...bareEvent, kind: 'treatment', ...treatment });
  for (const measurement of packet.measurements) unit.records.events.add(record.id, { ...bareEvent, kind: 'result', ...measurement });
  unit.sources.add({ caseId: record.id, fileName, format: `phenopacket v${String(packet.version)}`, content: packet.raw });
  return { caseId: record.id, reference: packet.reference, featureCount: new Set(packet.features.map(({ termId }) => termId)).size };
}

/** The patient first. A family that no rule of families allows is left out, and said to be. */
function storePeople(unit: UnitOfWork, caseId: string, given: PacketOfFile, nameDisease: NameDisease, problems: Problem[]): readonly Described[] {
  const { packet } = given;
  const [broken] = packet.family === null ? [] : brokenInvariants(packet.family.family);
  if (broken !== undefined) problems.push(packetProblem(given, 'warning', 'family-not-kept', `the relatives are not kept: ${invariantSentences[broken.rule]}`, packet.pointer));
  if (packet.family !== null && broken === undefined) return storeFamily(unit, caseId, packet, packet.family, nameDisease);
  const { id } = unit.people.add(caseId, true, packet.proband);
  storeConditions(unit, caseId, id, packet, nameDisease);
  return [{ personId: id, features: packet.features, variants: packet.variants }];
}

function storeFamily(unit: UnitOfWork, caseId: string, packet: ReadPhenopacket, { family, relatives }: ReadFamily, nameDisease: NameDisease): readonly Described[] {
  const individuals = family.individuals.map((one) => (one.isProband ? { ...one, ...packet.proband, gender: packet.proband.gender === 'unknown' ? one.gender : packet.proband.gender } : one));
  const conditions = family.conditions.map((condition) => ({ ...condition, name: cutText((condition.diseaseId === null ? null : nameDisease(condition.diseaseId)) ?? condition.name, longestConditionName) }));
  const own = withOwnIds(unit, caseId, { ...family, individuals, conditions });
  unit.families.write(caseId, own);
  const ids = new Map(family.individuals.map(({ id }, index) => [id, own.individuals[index]?.id ?? '']));
  const proband = own.individuals.find(({ isProband }) => isProband)?.id ?? '';
  return [{ personId: proband, features: packet.features, variants: packet.variants }, ...relatives.map(({ individualId, features, variants }) => ({ personId: ids.get(individualId) ?? '', features, variants }))];
}

function storeFeatures(unit: UnitOfWork, caseId: string, { personId, features }: Pick<Described, 'personId' | 'features'>, given: PacketOfFile, problems: Problem[]): void {
  const recorded = new Set<string>();
  for (const feature of features) {
    if (recorded.has(feature.termId)) {
      problems.push(packetProblem(given, 'warning', 'duplicate-term', `${feature.termId} stands in this packet more than once; the first is kept`, feature.pointer));
      continue;
    }
    recorded.add(feature.termId);
    unit.features.add({ caseId, personId, termId: feature.termId, label: feature.label, detail: feature.detail });
  }
}

/** A variant that several have is one finding with the genotype of each. */
function storeVariants(unit: UnitOfWork, caseId: string, described: readonly Described[]): void {
  const findings = new Map<string, Finding>();
  for (const { personId, variants } of described) {
    const own = new Set<string>();
    for (const { detail, genotype, classification } of variants) {
      const key = keyOf(detail, own.size);
      const known = own.has(key) ? undefined : findings.get(key);
      own.add(key);
      const finding = unit.findings.putGenotype(known ?? unit.findings.add(caseId, detail), personId, genotype);
      const classed = classification === null || finding.classifications.length > 0 ? finding : unit.findings.classify(finding, { classification, criteria: [], by: 'Imported phenopacket', at: unit.at, why: 'As the imported phenopacket gives it.' });
      findings.set(key, classed);
    }
  }
}

/** By what a variant is known again in a relative. What names no change, such as a gene alone, is nothing of which to say that two have it. */
function keyOf(detail: ReadVariant['detail'], place: number): string {
  const change = plainDescription(detail);
  const location = detail.location === null ? '' : JSON.stringify(detail.location);
  return change === '' && location === '' ? `${detail.gene?.symbol ?? ''} ${String(place)}` : JSON.stringify([detail.gene?.symbol ?? '', change, location]);
}

/** Since when the patient has a disease, and what has no code, stands with the conditions of the pedigree. */
function storeConditions(unit: UnitOfWork, caseId: string, probandId: string, packet: ReadPhenopacket, nameDisease: NameDisease): void {
  const dated = packet.diseases.filter(({ onset, state }) => onset !== null && state !== 'ruled-out').map(({ id, label, onset }) => ({ name: nameDisease(id) ?? label, diseaseId: id, isAffected: true, onset }));
  const told = [...dated, ...packet.conditions.map((one) => ({ ...one, diseaseId: null }))];
  if (told.length === 0) return;
  const family = unit.families.ofCase(caseId);
  const conditions = told.map(({ name, diseaseId }) => ({ id: unit.newId(), name: cutText(name, longestConditionName), diseaseId, termId: null }));
  const states = told.map(({ onset, isAffected }, index) => ({ id: unit.newId(), individualId: probandId, conditionId: conditions[index]?.id ?? '', state: isAffected ? 'affected' : 'unaffected', onset, evidence: '', provenance: unknownProvenance }) as const);
  unit.families.write(caseId, { ...family, conditions: [...family.conditions, ...conditions], individualConditions: [...family.individualConditions, ...states] });
}

/** Of a condition of a pedigree. */
const longestConditionName = 300;

/** Another clinic's diagnosis, unless it is confirmed or ruled out there, is no more than a suspicion here until somebody here works on it. */
function importedState(state: CandidateState): CandidateState {
  return state === 'working' ? 'suspected' : state;
}
