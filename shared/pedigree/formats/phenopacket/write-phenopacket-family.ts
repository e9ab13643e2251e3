import type { NamedFamily } from '#shared/pedigree/formats/family-format.ts';
import { fileIdsOf } from '#shared/pedigree/formats/file-ids.ts';
import { areParentsRelated, knownResources, writeCondition, writeIndividual, writePedigree, writeTimestamp, type Message } from '#shared/pedigree/formats/phenopacket/phenopacket-messages.ts';
import { genderTerms } from '#shared/pedigree/formats/phenopacket/phenopacket-words.ts';
import type { WrittenFile } from '#shared/pedigree/formats/written-family.ts';
import type { Family } from '#shared/pedigree/family.ts';
import type { Individual } from '#shared/pedigree/individual.ts';

/** Characters that an id in a PED pedigree cannot have, and one that means nobody. */
export const pedIdRule = { forbidden: /\s/g, longest: 80, taken: ['0'] } as const;

/** The first of the families as a Phenopacket v2 Family: the pedigree as in PED, and a packet for everybody with what else is known. */
export function writePhenopacketFamily(families: readonly NamedFamily[], writtenOn: string): WrittenFile {
  const written = families.slice(0, 1).map(({ name, family }) => ({ name: name === '' ? '1' : name, family, fileIds: fileIdsOf(family, pedIdRule), addedIds: new Set<string>() }));
  const messages = written.map(({ name, family, fileIds }) => familyMessage(name, family, (id) => fileIds.get(id) ?? '', writtenOn));
  return { text: `${JSON.stringify(messages[0] ?? {}, null, 2)}\n`, written };
}

function familyMessage(name: string, family: Family, idOf: (id: string) => string, writtenOn: string): Message {
  const proband = family.individuals.find(({ isProband }) => isProband) ?? family.individuals[0];
  const metaData = metaDataOf(family, writtenOn);
  const packets = family.individuals.map((individual) => ({ isProband: individual === proband, packet: packetOf(individual, family, idOf, metaData) }));
  return {
    id: name,
    proband: packets.find(({ isProband }) => isProband)?.packet,
    relatives: packets.filter(({ isProband }) => !isProband).map(({ packet }) => packet),
    consanguinousParents: areParentsRelated(family, proband?.id ?? ''),
    pedigree: writePedigree(name, family, idOf),
    metaData,
  };
}

function packetOf(individual: Individual, family: Family, idOf: (id: string) => string, metaData: Message): Message {
  const diseases = family.conditions.flatMap((condition, index) => family.individualConditions.filter(({ individualId, conditionId }) => individualId === individual.id && conditionId === condition.id).flatMap((row) => writeCondition(condition, index, row)));
  return { id: idOf(individual.id), subject: writeIndividual(individual, idOf(individual.id)), ...(diseases.length === 0 ? {} : { diseases }), metaData };
}

/** The vocabularies of the ids in the message; the schema wants none or at least one. */
function metaDataOf({ conditions, individuals, header }: Family, writtenOn: string): Message {
  const codes = [...conditions.map(({ diseaseId, termId }) => diseaseId ?? termId ?? ''), ...individuals.map(({ gender }) => (gender === 'unknown' ? '' : genderTerms[gender].id))];
  const prefixes = new Set(codes.map((code) => code.replace(/:.*$/, '')));
  const resources = Object.entries(knownResources).filter(([prefix]) => prefixes.has(prefix)).map(([prefix, resource]) => ({ ...resource, namespacePrefix: prefix }));
  return { created: writeTimestamp(writtenOn), createdBy: header.recordedBy === '' ? 'Nostos' : header.recordedBy, ...(resources.length === 0 ? {} : { resources }), phenopacketSchemaVersion: '2.0' };
}
