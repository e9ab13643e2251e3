import { firstDayOf, lastDayOf } from '#shared/base/calendar-day.ts';
import { isCalendarDate, parseDuration } from '#shared/phenotype/duration.ts';
import { geneticParents } from '#shared/pedigree/formats/genetic-parents.ts';
import { genderTerms, karyotypes, noCodePrefix, sexWords } from '#shared/pedigree/formats/phenopacket/phenopacket-words.ts';
import { genderOfSex } from '#shared/pedigree/formats/sex-and-gender.ts';
import { toldVitalStatus } from '#shared/pedigree/formats/told-vital-status.ts';
import type { Condition, Family, IndividualCondition } from '#shared/pedigree/family.ts';
import { presumedSexAssignedAtBirth, type Individual } from '#shared/pedigree/individual.ts';
import { coupleKey } from '#shared/pedigree/structure.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';

/** A message of the Phenopacket schema as JSON. */
export type Message = Readonly<Record<string, unknown>>;

/** Whole years, months, weeks and days: the schema has no fractions. */
const isPlainAge = (duration: string | null): duration is string => duration !== null && parseDuration(duration) !== null && !duration.includes('.');
export const writeTimestamp = (date: string): string => `${date}T00:00:00Z`;

/** A person. `id` is what the message calls them. */
export function writeIndividual(individual: Individual, id: string): Message {
  const { reference, birthDate, ageAtLastEncounter, ageAtDeath, deathDate, karyotype, gender } = individual;
  const sex = presumedSexAssignedAtBirth(individual);
  const vitalStatus = toldVitalStatus(individual);
  const complement = Object.entries(karyotypes).find(([, iscn]) => iscn === karyotype)?.[0];
  const death = isPlainAge(ageAtDeath) ? { age: { iso8601duration: ageAtDeath } } : deathDate !== null && isCalendarDate(deathDate) ? { timestamp: writeTimestamp(deathDate) } : null;
  return {
    id,
    ...(reference === '' ? {} : { alternateIds: [reference] }),
    ...(birthDate !== null && isCalendarDate(birthDate) ? { dateOfBirth: writeTimestamp(birthDate) } : {}),
    ...(isPlainAge(ageAtLastEncounter) ? { timeAtLastEncounter: { age: { iso8601duration: ageAtLastEncounter } } } : {}),
    vitalStatus: { status: vitalStatus === 'alive' ? 'ALIVE' : vitalStatus === 'deceased' ? 'DECEASED' : 'UNKNOWN_STATUS', ...(death === null || vitalStatus !== 'deceased' ? {} : { timeOfDeath: death }) },
    sex: sexWords[sex],
    ...(karyotype === '' ? {} : { karyotypicSex: complement ?? 'OTHER_KARYOTYPE' }),
    ...(gender === 'unknown' || gender === genderOfSex(sex) ? {} : { gender: genderTerms[gender] }),
  };
}

/** A condition in which somebody is affected or not; nothing of the other states, for which the schema has no word. */
export function writeCondition(condition: Condition, index: number, { state, onset }: Pick<IndividualCondition, 'state' | 'onset'>): readonly Message[] {
  if (state !== 'affected' && state !== 'unaffected') return [];
  const time = onset === null ? null : writeTime(onset);
  return [{ term: { id: condition.diseaseId ?? condition.termId ?? `${noCodePrefix}:${String(index + 1)}`, label: condition.name }, ...(state === 'unaffected' ? { excluded: true } : {}), ...(time === null ? {} : { onset: time }) }];
}

/** The same of a time that may not be known. */
export const writeTimeOrNull = (time: TimeElement | null): Message | null => (time === null ? null : writeTime(time));

/** Null for what the schema has no form for. A date known only to the year or month is all of its days. */
export function writeTime(onset: TimeElement): Message | null {
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
      return isCalendarDate(onset.date) ? { timestamp: writeTimestamp(onset.date) } : writeInterval(onset.date, onset.date);
    case 'date-range':
      return writeInterval(onset.start, onset.end);
  }
}

function writeInterval(from: string, to: string): Message | null {
  const [start, end] = [firstDayOf(from), lastDayOf(to)];
  return isCalendarDate(start) && isCalendarDate(end) ? { interval: { start: writeTimestamp(start), end: writeTimestamp(end) } } : null;
}

/** Everybody with their genetic parents, as in a PED file. */
export function writePedigree(name: string, family: Family, idOf: (id: string) => string): Message {
  const parents = geneticParents(family);
  const parentId = (id: string | undefined): string => (id === undefined ? '0' : idOf(id));
  return {
    persons: family.individuals.map((individual) => {
      const own = parents.get(individual.id);
      return { familyId: name, individualId: idOf(individual.id), paternalId: parentId(own?.father), maternalId: parentId(own?.mother), sex: sexWords[presumedSexAssignedAtBirth(individual)], affectedStatus: statusOf(individual.id, family.individualConditions) };
    }),
  };
}

/** Whether the parents of the proband are stated to be related by blood. */
export function areParentsRelated(family: Family, probandId: string): boolean {
  const { father, mother } = geneticParents(family).get(probandId) ?? {};
  const couple = father === undefined || mother === undefined ? undefined : family.partnerships.find(({ partnerIds }) => coupleKey(...partnerIds) === coupleKey(father, mother));
  return couple?.isConsanguineous ?? false;
}

function statusOf(id: string, rows: readonly IndividualCondition[]): 'AFFECTED' | 'UNAFFECTED' | 'MISSING' {
  const states = rows.filter(({ individualId }) => individualId === id).map(({ state }) => state);
  return states.includes('affected') ? 'AFFECTED' : states.includes('unaffected') ? 'UNAFFECTED' : 'MISSING';
}

/** Vocabularies by the prefix of their ids. */
export const knownResources: Readonly<Record<string, Omit<Message, 'namespacePrefix'>>> = {
  HP: { id: 'hp', name: 'Human Phenotype Ontology', url: 'http://purl.obolibrary.org/obo/hp.owl', version: 'not stated', iriPrefix: 'http://purl.obolibrary.org/obo/HP_' },
  OMIM: { id: 'omim', name: 'Online Mendelian Inheritance in Man', url: 'https://www.omim.org', version: 'not stated', iriPrefix: 'https://www.omim.org/entry/' },
  ORPHA: { id: 'orpha', name: 'Orphanet', url: 'https://www.orpha.net', version: 'not stated', iriPrefix: 'http://www.orpha.net/ORDO/Orphanet_' },
  SNOMEDCT: { id: 'snomedct', name: 'SNOMED CT', url: 'http://snomed.info/sct', version: 'not stated', iriPrefix: 'http://snomed.info/id/' },
  MONDO: { id: 'mondo', name: 'Mondo Disease Ontology', url: 'http://purl.obolibrary.org/obo/mondo.owl', version: 'not stated', iriPrefix: 'http://purl.obolibrary.org/obo/MONDO_' },
};
