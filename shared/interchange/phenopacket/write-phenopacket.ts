import { probandOf, type CaseSource, type CaseWriting } from '#shared/interchange/case-source.ts';
import { packetLosses, relativesLosses } from '#shared/interchange/phenopacket/packet-losses.ts';
import { writeCaseDiseases } from '#shared/interchange/phenopacket/write-case-diseases.ts';
import { writeFeatures } from '#shared/interchange/phenopacket/write-features.ts';
import { writeInterpretations } from '#shared/interchange/phenopacket/write-interpretations.ts';
import { writeMeasurements } from '#shared/interchange/phenopacket/write-measurements.ts';
import { writeMetaData } from '#shared/interchange/phenopacket/write-meta-data.ts';
import { writeTreatments } from '#shared/interchange/phenopacket/write-treatments.ts';
import { fileIdsOf } from '#shared/pedigree/formats/file-ids.ts';
import { areParentsRelated, writeIndividual, writePedigree, type Message } from '#shared/pedigree/formats/phenopacket/phenopacket-messages.ts';
import { pedIdRule } from '#shared/pedigree/formats/phenopacket/write-phenopacket-family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

/** The patient alone as GA4GH Phenopacket 2.0 (https://phenopacket-schema.readthedocs.io). */
export function writePhenopacket(source: CaseSource): CaseWriting {
  const proband = probandOf(source.file);
  const packet = packetOf(source, proband, packetId(source), proband.reference === '' ? 'patient' : proband.reference);
  return written({ ...packet, metaData: writeMetaData(source, packet) }, [...packetLosses(source.file, [proband.id]), ...relativesLosses(source.file)]);
}

/** Everybody as a Family message: the patient with all of the case, the relatives with what is theirs, and the pedigree as in a PED file. */
export function writeFamilyPhenopacket(source: CaseSource): CaseWriting {
  const { family } = source.file;
  const fileIds = fileIdsOf(family, pedIdRule);
  const idOf = (id: string): string => fileIds.get(id) ?? '';
  const proband = probandOf(source.file);
  const name = packetId(source).replace(pedIdRule.forbidden, '_');
  const packets = [proband, ...family.individuals.filter((one) => one !== proband)].map((individual) => packetOf(source, individual, individual === proband ? name : `${name}-${idOf(individual.id)}`, idOf(individual.id)));
  const metaData = writeMetaData(source, packets);
  const [own, ...relatives] = packets.map((packet) => ({ ...packet, metaData }));
  const message = { id: name, proband: own, ...(relatives.length === 0 ? {} : { relatives }), consanguinousParents: areParentsRelated(family, proband.id), pedigree: writePedigree(name, family, idOf), metaData };
  return written(message, packetLosses(source.file, family.individuals.map(({ id }) => id)));
}

/** What becomes of a case that the clinic gave no number. */
const packetId = ({ title }: CaseSource): string => (title.trim() === '' ? 'case' : title);

function packetOf(source: CaseSource, individual: Individual, id: string, subjectId: string): Message {
  const { file } = source;
  const parts = {
    phenotypicFeatures: writeFeatures(file.features.filter(({ personId }) => personId === individual.id), source.nameOfTerm),
    measurements: individual.isProband ? writeMeasurements(file) : [],
    interpretations: writeInterpretations(source, individual, subjectId),
    diseases: writeCaseDiseases(file, individual),
    medicalActions: individual.isProband ? writeTreatments(file) : [],
  };
  const filled = Object.fromEntries(Object.entries(parts).filter(([, messages]) => messages.length > 0));
  return { id, subject: subjectOf(individual, subjectId), ...filled };
}

/** Where nothing is known of whether somebody lives, nothing is said. */
function subjectOf(individual: Individual, id: string): Message {
  const { vitalStatus, alternateIds, ...subject } = writeIndividual(individual, id);
  return { ...subject, ...(individual.reference === '' || individual.reference === id ? {} : { alternateIds }), ...(individual.vitalStatus === 'unknown' && individual.life.kind === 'person' ? {} : { vitalStatus }) };
}

const written = (message: Message, losses: CaseWriting['losses']): CaseWriting => ({ text: `${JSON.stringify(message, null, 2)}\n`, losses });
