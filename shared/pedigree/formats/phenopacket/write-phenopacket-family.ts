import { isCalendarDate, parseDuration } from '#shared/phenotype/duration.ts';
import type { NamedFamily } from '#shared/pedigree/formats/family-format.ts';
import { fileIdsOf } from '#shared/pedigree/formats/file-ids.ts';
import { geneticParents } from '#shared/pedigree/formats/genetic-parents.ts';
import { genderTerms, karyotypes, noCodePrefix, sexWords } from '#shared/pedigree/formats/phenopacket/phenopacket-words.ts';
import { genderOfSex } from '#shared/pedigree/formats/sex-and-gender.ts';
import { toldVitalStatus } from '#shared/pedigree/formats/told-vital-status.ts';
import type { WrittenFile } from '#shared/pedigree/formats/written-family.ts';
import type { Condition, Family, IndividualCondition } from '#shared/pedigree/family.ts';
import { presumedSexAssignedAtBirth, type Individual } from '#shared/pedigree/individual.ts';
import { coupleKey } from '#shared/pedigree/structure.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';

type Message = Readonly<Record<string, unknown>>;

/** The first of the families as a Phenopacket v2 Family: the pedigree as in PED, and a packet for everybody with what else is known. */
export function writePhenopacketFamily(families: readonly NamedFamily[], writtenOn: string): WrittenFile {
  const written = families.slice(0, 1).map(({ name, family }) => ({ name: name === '' ? '1' : name, family, fileIds: fileIdsOf(family, { forbidden: /\s/g, longest: 80, taken: ['0'] }), addedIds: new Set<string>() }));
  const messages = written.map(({ name, family, fileIds }) => familyMessage(name, family, (id) => fileIds.get(id) ?? '', writtenOn));
  return { text: `${JSON.stringify(messages[0] ?? {}, null, 2)}\n`, written };
}

function familyMessage(name: string, family: Family, idOf: (id: string) => string, writtenOn: string): Message {
  const proband = family.individuals.find(({ isProband }) => isProband) ?? family.individuals[0];
  const metaData = metaDataOf(family, writtenOn);
  const packets = family.individuals.map((individual) => ({ isProband: individual === proband, packet: packetOf(individual, family, idOf, metaData) }));
  const parents = geneticParents(family);
  const [father, mother] = [parents.get(proband?.id ?? '')?.father, parents.get(proband?.id ?? '')?.mother];
  const couple = father === undefined || mother === undefined ? undefined : family.partnerships.find(({ partnerIds }) => coupleKey(...partnerIds) === coupleKey(father, mother));
  return {
    id: name,
    proband: packets.find(({ isProband }) => isProband)?.packet,
    relatives: packets.filter(({ isProband }) => !isProband).map(({ packet }) => packet),
    consanguinousParents: couple?.isConsanguineous ?? false,
    pedigree: {
      persons: family.individuals.map((individual) => {
        const own = parents.get(individual.id);
        const parentId = (id: string | undefined): string => (id === undefined ? '0' : idOf(id));
        return { familyId: name, individualId: idOf(individual.id), paternalId: parentId(own?.father), maternalId: parentId(own?.mother), sex: sexWords[presumedSexAssignedAtBirth(individual)], affectedStatus: statusOf(individual.id, family.individualConditions) };
      }),
    },
    metaData,
  };
}

function statusOf(id: string, rows: readonly IndividualCondition[]): 'AFFECTED' | 'UNAFFECTED' | 'MISSING' {
  const states = rows.filter(({ individualId }) => individualId === id).map(({ state }) => state);
  return states.includes('affected') ? 'AFFECTED' : states.includes('unaffected') ? 'UNAFFECTED' : 'MISSING';
}

function packetOf(individual: Individual, family: Family, idOf: (id: string) => string, metaData: Message): Message {
  const diseases = family.conditions.flatMap((condition, index) => family.individualConditions.filter(({ individualId, conditionId }) => individualId === individual.id && conditionId === condition.id).flatMap((row) => diseaseOf(condition, index, row)));
  return { id: idOf(individual.id), subject: subjectOf(individual, idOf(individual.id)), ...(diseases.length === 0 ? {} : { diseases }), metaData };
}

/** Whole years, months, weeks and days: the schema has no fractions. */
const isPlainAge = (duration: string | null): duration is string => duration !== null && parseDuration(duration) !== null && !duration.includes('.');
const timestamp = (date: string): string => `${date}T00:00:00Z`;

function subjectOf(individual: Individual, id: string): Message {
  const { reference, birthDate, ageAtLastEncounter, ageAtDeath, deathDate, karyotype, gender } = individual;
  const sex = presumedSexAssignedAtBirth(individual);
  const vitalStatus = toldVitalStatus(individual);
  const complement = Object.entries(karyotypes).find(([, iscn]) => iscn === karyotype)?.[0];
  const death = isPlainAge(ageAtDeath) ? { age: { iso8601duration: ageAtDeath } } : deathDate !== null && isCalendarDate(deathDate) ? { timestamp: timestamp(deathDate) } : null;
  return {
    id,
    ...(reference === '' ? {} : { alternateIds: [reference] }),
    ...(birthDate !== null && isCalendarDate(birthDate) ? { dateOfBirth: timestamp(birthDate) } : {}),
    ...(isPlainAge(ageAtLastEncounter) ? { timeAtLastEncounter: { age: { iso8601duration: ageAtLastEncounter } } } : {}),
    vitalStatus: { status: vitalStatus === 'alive' ? 'ALIVE' : vitalStatus === 'deceased' ? 'DECEASED' : 'UNKNOWN_STATUS', ...(death === null || vitalStatus !== 'deceased' ? {} : { timeOfDeath: death }) },
    sex: sexWords[sex],
    ...(karyotype === '' ? {} : { karyotypicSex: complement ?? 'OTHER_KARYOTYPE' }),
    ...(gender === 'unknown' || gender === genderOfSex(sex) ? {} : { gender: genderTerms[gender] }),
  };
}

function diseaseOf(condition: Condition, index: number, { state, onset }: IndividualCondition): readonly Message[] {
  if (state !== 'affected' && state !== 'unaffected') return [];
  const time = onset === null ? null : timeOf(onset);
  return [{ term: { id: condition.diseaseId ?? condition.termId ?? `${noCodePrefix}:${String(index + 1)}`, label: condition.name }, ...(state === 'unaffected' ? { excluded: true } : {}), ...(time === null ? {} : { onset: time }) }];
}

function timeOf(onset: TimeElement): Message | null {
  switch (onset.kind) {
    case 'age':
      return isPlainAge(onset.duration) ? { age: { iso8601duration: onset.duration } } : null;
    case 'age-range':
      return isPlainAge(onset.start) && isPlainAge(onset.end) ? { ageRange: { start: { iso8601duration: onset.start }, end: { iso8601duration: onset.end } } } : null;
    case 'gestation':
      return { gestationalAge: { weeks: onset.weeks, days: onset.days } };
    case 'term':
      return { ontologyClass: { id: onset.termId, label: onset.label } };
    case 'date':
      return isCalendarDate(onset.date) ? { timestamp: timestamp(onset.date) } : null;
    case 'date-range':
      return isCalendarDate(onset.start) && isCalendarDate(onset.end) ? { interval: { start: timestamp(onset.start), end: timestamp(onset.end) } } : null;
  }
}

const knownResources: Readonly<Record<string, Omit<Message, 'namespacePrefix'>>> = {
  HP: { id: 'hp', name: 'Human Phenotype Ontology', url: 'http://purl.obolibrary.org/obo/hp.owl', version: 'not stated', iriPrefix: 'http://purl.obolibrary.org/obo/HP_' },
  OMIM: { id: 'omim', name: 'Online Mendelian Inheritance in Man', url: 'https://www.omim.org', version: 'not stated', iriPrefix: 'https://www.omim.org/entry/' },
  ORPHA: { id: 'orpha', name: 'Orphanet', url: 'https://www.orpha.net', version: 'not stated', iriPrefix: 'http://www.orpha.net/ORDO/Orphanet_' },
  SNOMEDCT: { id: 'snomedct', name: 'SNOMED CT', url: 'http://snomed.info/sct', version: 'not stated', iriPrefix: 'http://snomed.info/id/' },
  MONDO: { id: 'mondo', name: 'Mondo Disease Ontology', url: 'http://purl.obolibrary.org/obo/mondo.owl', version: 'not stated', iriPrefix: 'http://purl.obolibrary.org/obo/MONDO_' },
};

/** The vocabularies of the ids in the message; the schema wants none or at least one. */
function metaDataOf({ conditions, individuals, header }: Family, writtenOn: string): Message {
  const codes = [...conditions.map(({ diseaseId, termId }) => diseaseId ?? termId ?? ''), ...individuals.map(({ gender }) => (gender === 'unknown' ? '' : genderTerms[gender].id))];
  const prefixes = new Set(codes.map((code) => code.replace(/:.*$/, '')));
  const resources = Object.entries(knownResources).filter(([prefix]) => prefixes.has(prefix)).map(([prefix, resource]) => ({ ...resource, namespacePrefix: prefix }));
  return { created: timestamp(writtenOn), createdBy: header.recordedBy === '' ? 'Nostos' : header.recordedBy, ...(resources.length === 0 ? {} : { resources }), phenopacketSchemaVersion: '2.0' };
}
