import type { NamedFamily } from '#shared/pedigree/formats/family-format.ts';
import { administrativeGender, concept, genderCodes, geneticsParentUrl, geneticsSiblingUrl, negation, patientRecordUrl, roleCodeSystem, writeAge, writeConditionCode } from '#shared/pedigree/formats/fhir/fhir-words.ts';
import type { FhirNode } from '#shared/pedigree/formats/fhir/fhir-node.ts';
import { parentRole, rolesToProband, type RoleCode } from '#shared/pedigree/formats/fhir/role-codes.ts';
import { fileIdsOf } from '#shared/pedigree/formats/file-ids.ts';
import { writeParent, writeTwin } from '#shared/pedigree/formats/relation-words.ts';
import { toldVitalStatus } from '#shared/pedigree/formats/told-vital-status.ts';
import type { WrittenFile } from '#shared/pedigree/formats/written-family.ts';
import type { Condition, Family, IndividualCondition } from '#shared/pedigree/family.ts';
import { presumedSexAssignedAtBirth, type Individual } from '#shared/pedigree/individual.ts';
import { familyStructure, type FamilyStructure } from '#shared/pedigree/structure.ts';

export const fhirIdRule = { forbidden: /[^A-Za-z0-9.-]/g, longest: 60, filler: '-' } as const;

/**
 * The first of the families as a FHIR R4 bundle: the proband as Patient and everybody, the proband too, as FamilyMemberHistory. Who is whose parent and
 * who are twins stands in the extensions of the profile "Family member history for genetics analysis" (hl7.org/fhir/R4/familymemberhistory-genetic.html).
 */
export function writeFhir(families: readonly NamedFamily[]): WrittenFile {
  const written = families.slice(0, 1).map(({ name, family }) => ({ name, family, fileIds: fileIdsOf(family, { ...fhirIdRule, taken: ['patient'] }), addedIds: new Set<string>() }));
  const entries = written.flatMap(({ family, fileIds }) => resourcesOf(family, fileIds));
  return { text: `${JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: entries.map((resource) => ({ resource })) }, null, 2)}\n`, written };
}

interface Writing {
  readonly family: Family;
  readonly structure: FamilyStructure;
  readonly idOf: (individualId: string) => string;
  readonly conditionOf: ReadonlyMap<string, Condition>;
}

function resourcesOf(family: Family, fileIds: ReadonlyMap<string, string>): readonly FhirNode[] {
  const proband = family.individuals.find(({ isProband }) => isProband) ?? family.individuals[0];
  if (proband === undefined) return [];
  const patient: FhirNode = { resourceType: 'Patient', id: 'patient', ...(nameOf(proband) === '' ? {} : { name: [{ text: nameOf(proband) }] }), gender: genderCodes[presumedSexAssignedAtBirth(proband)] };
  return [patient, ...memberHistories(family, proband, fileIds)];
}

/** Everybody, the proband too, as what they are to the proband, who is `Patient/patient`. */
export function memberHistories(family: Family, proband: Individual, fileIds: ReadonlyMap<string, string>): readonly FhirNode[] {
  const structure = familyStructure(family);
  const writing: Writing = { family, structure, idOf: (id) => fileIds.get(id) ?? '', conditionOf: new Map(family.conditions.map((condition) => [condition.id, condition])) };
  const roles = rolesToProband(structure, proband);
  return family.individuals.map((individual) => memberHistory(individual, roles.get(individual.id) ?? { code: 'EXT', display: 'extended family member' }, writing));
}

export const nameOf = ({ givenName, familyName }: Individual): string => [givenName, familyName].filter((name) => name !== '').join(' ');

function memberHistory(individual: Individual, role: RoleCode, writing: Writing): FhirNode {
  const { idOf, family } = writing;
  const sex = genderCodes[presumedSexAssignedAtBirth(individual)];
  const conditions = family.individualConditions.filter(({ individualId, state }) => individualId === individual.id && (state === 'affected' || state === 'unaffected'));
  const extensions = [...(individual.isProband ? [{ url: patientRecordUrl, valueReference: { reference: 'Patient/patient' } }] : []), ...parentExtensions(individual.id, writing), ...siblingExtensions(individual.id, writing)];
  return {
    resourceType: 'FamilyMemberHistory',
    id: idOf(individual.id),
    ...(extensions.length === 0 ? {} : { extension: extensions }),
    ...(individual.reference === '' ? {} : { identifier: [{ value: individual.reference }] }),
    status: 'completed',
    patient: { reference: 'Patient/patient' },
    ...(individual.ageRecordedOn === null ? {} : { date: individual.ageRecordedOn }),
    ...(nameOf(individual) === '' ? {} : { name: nameOf(individual) }),
    relationship: concept(roleCodeSystem, role.code, role.display),
    sex: concept(administrativeGender, sex, sex),
    ...(individual.birthDate === null ? {} : individual.birthDate.length === 10 ? { bornDate: individual.birthDate } : { bornString: individual.birthDate }),
    ...(individual.ageAtLastEncounter === null || toldVitalStatus(individual) === 'deceased' ? {} : writeAge(individual.ageAtLastEncounter, 'age')),
    ...deathOf(individual),
    ...(individual.note === '' ? {} : { note: [{ text: individual.note }] }),
    ...(conditions.length === 0 ? {} : { condition: conditions.map((row) => conditionOf(row, writing)) }),
  };
}

/** One of age, date and yes: what says most. */
function deathOf(individual: Individual): FhirNode {
  const { deathDate, ageAtDeath } = individual;
  const vitalStatus = toldVitalStatus(individual);
  if (vitalStatus === 'unknown') return {};
  if (vitalStatus === 'alive') return { deceasedBoolean: false };
  if (ageAtDeath !== null) return writeAge(ageAtDeath, 'deceased');
  return deathDate === null ? { deceasedBoolean: true } : { deceasedDate: deathDate };
}

function parentExtensions(id: string, { structure, idOf }: Writing): readonly FhirNode[] {
  return (structure.parentEdgesOf.get(id) ?? []).map((edge) => {
    const { code, display } = parentRole(edge, structure.individualOf.get(edge.parentId));
    return {
      url: geneticsParentUrl,
      extension: [
        { url: 'type', valueCodeableConcept: concept(roleCodeSystem, code, display, writeParent(edge)) },
        { url: 'reference', valueReference: { reference: `FamilyMemberHistory/${idOf(edge.parentId)}` } },
      ],
    };
  });
}

function siblingExtensions(id: string, { structure, idOf }: Writing): readonly FhirNode[] {
  const group = structure.twinGroupOf.get(id);
  const own = group?.members.find(({ individualId }) => individualId === id);
  const other = group?.members[0]?.individualId === id ? group.members[1] : group?.members[0];
  if (group === undefined || own === undefined || other === undefined) return [];
  const isIdentical = own.zygote !== null && own.zygote === other.zygote;
  const code = isIdentical ? concept(roleCodeSystem, 'ITWIN', 'identical twin', writeTwin(own.zygote, group.knownBy)) : concept(roleCodeSystem, own.zygote === null ? 'TWIN' : 'FTWIN', own.zygote === null ? 'twin' : 'fraternal twin', writeTwin(own.zygote, group.knownBy));
  return [{ url: geneticsSiblingUrl, extension: [{ url: 'type', valueCodeableConcept: code }, { url: 'reference', valueReference: { reference: `FamilyMemberHistory/${idOf(other.individualId)}` } }] }];
}

/** As in the examples of HL7, what was looked for and is not there is a condition in words. */
function conditionOf({ conditionId, state, onset, evidence }: IndividualCondition, { conditionOf: conditions }: Writing): FhirNode {
  const condition = conditions.get(conditionId);
  return {
    code: condition === undefined ? {} : state === 'unaffected' ? { text: negation(condition.name) } : writeConditionCode(condition),
    ...(onset?.kind === 'age' ? writeAge(onset.duration, 'onset') : {}),
    ...(evidence === '' ? {} : { note: [{ text: evidence }] }),
  };
}
