import type { NamedFamily } from '#shared/pedigree/formats/family-format.ts';
import { concept, genderCodes, genderIdentityUrl, patientRecordUrl, writeAge, writeConditionCode } from '#shared/pedigree/formats/fhir/fhir-words.ts';
import type { FhirNode } from '#shared/pedigree/formats/fhir/fhir-node.ts';
import { fhirIdRule } from '#shared/pedigree/formats/fhir/write-fhir.ts';
import { fileIdsOf } from '#shared/pedigree/formats/file-ids.ts';
import { guide, kin, kinOfParent, kinSystem, type KinTerm } from '#shared/pedigree/formats/ga4gh/kin-codes.ts';
import { writeParent, writeTwin } from '#shared/pedigree/formats/relation-words.ts';
import { toldVitalStatus } from '#shared/pedigree/formats/told-vital-status.ts';
import type { WrittenFile } from '#shared/pedigree/formats/written-family.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { presumedSexAssignedAtBirth, type Individual } from '#shared/pedigree/individual.ts';

const snomed = 'http://snomed.info/sct';
/** FHIR writes a condition that was looked for and is not there as refuted, and one that is not certain as unconfirmed. */
export const verificationOf = { affected: 'confirmed', unaffected: 'refuted', uncertain: 'unconfirmed' } as const;
const genderIdentities = { 'woman-girl': 'female', 'man-boy': 'male', 'non-binary': 'non-binary', unknown: 'unknown' } as const;
/** Words for a partnership that has ended, beside the code of partners. */
export const formerPartner = 'former partner';

/**
 * The first of the families as the GA4GH Pedigree FHIR guide has it: a bundle with the pedigree (Composition), an individual (Patient) for everybody and a
 * relationship (FamilyMemberHistory with a KIN code) for each parent, partner and twin. Words beside a code say what it cannot.
 */
export function writeGa4gh(families: readonly NamedFamily[]): WrittenFile {
  const written = families.slice(0, 1).map(({ name, family }) => ({ name, family, fileIds: fileIdsOf(family, { ...fhirIdRule, taken: ['pedigree'] }), addedIds: new Set<string>() }));
  const entries = written.flatMap(({ family, fileIds }) => resourcesOf(family, (id) => fileIds.get(id) ?? ''));
  return { text: `${JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry: entries.map((resource) => ({ resource })) }, null, 2)}\n`, written };
}

function resourcesOf(family: Family, idOf: (id: string) => string): readonly FhirNode[] {
  const individuals = family.individuals.map((individual) => individualOf(individual, idOf(individual.id)));
  const relationships = [...parentRelationships(family, idOf), ...partnerRelationships(family, idOf), ...twinRelationships(family, idOf)].map((relationship, index): FhirNode => ({ resourceType: 'FamilyMemberHistory', id: `relationship-${String(index + 1)}`, meta: profile('PedigreeRelationship'), ...relationship }));
  const conditions = conditionsOf(family, idOf);
  return [composition(family, { individuals, relationships, conditions }, idOf), ...individuals, ...relationships, ...conditions];
}

const profile = (name: string): FhirNode => ({ profile: [`${guide}/StructureDefinition/${name}`] });
const referenceTo = (resource: FhirNode): FhirNode => ({ reference: `${String(resource['resourceType'])}/${String(resource['id'])}` });

function composition(family: Family, parts: { readonly individuals: readonly FhirNode[]; readonly relationships: readonly FhirNode[]; readonly conditions: readonly FhirNode[] }, idOf: (id: string) => string): FhirNode {
  const proband = family.individuals.find(({ isProband }) => isProband);
  const { title, takenOn, recordedBy } = family.header;
  const section = (name: string, entries: readonly FhirNode[]): readonly FhirNode[] => (entries.length === 0 ? [] : [{ title: name, code: concept(`${guide}/CodeSystem/SectionType`, name.toLowerCase(), name), entry: entries.map(referenceTo) }]);
  const own = proband === undefined ? [] : parts.individuals.filter((node) => node['id'] === idOf(proband.id));
  return {
    resourceType: 'Composition',
    id: 'pedigree',
    meta: profile('Pedigree'),
    status: 'final',
    type: concept(snomed, '422432008', 'Family history section'),
    ...(own[0] === undefined ? {} : { subject: referenceTo(own[0]) }),
    // FHIR asks for a date; where nobody said when the history was taken, that is what stands there.
    ...(takenOn === null ? { _date: { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/data-absent-reason', valueCode: 'unknown' }] } } : { date: takenOn }),
    author: [{ display: recordedBy === '' ? 'not stated' : recordedBy }],
    title: title === '' ? 'Pedigree' : title,
    section: [...section('Proband', own), ...section('Individuals', parts.individuals), ...section('Relationships', parts.relationships), ...section('Other', parts.conditions)],
  };
}

function individualOf(individual: Individual, id: string): FhirNode {
  const { givenName, familyName, gender, life, deathDate, reference, birthDate } = individual;
  const names = { ...(familyName === '' ? {} : { family: familyName }), ...(givenName === '' ? {} : { given: [givenName] }) };
  const vitalStatus = toldVitalStatus(individual);
  const isUnborn = life.kind === 'pregnancy';
  return {
    resourceType: 'Patient',
    id,
    meta: profile('PedigreeIndividual'),
    extension: [
      { url: genderIdentityUrl, valueCodeableConcept: { coding: [{ code: genderIdentities[gender] }] } },
      ...(isUnborn ? [{ url: `${guide}/StructureDefinition/patient-unborn`, valueBoolean: true }] : []),
    ],
    ...(reference === '' ? {} : { identifier: [{ value: reference }] }),
    ...(Object.keys(names).length === 0 ? {} : { name: [names] }),
    gender: genderCodes[presumedSexAssignedAtBirth(individual)],
    ...(birthDate === null ? {} : { birthDate }),
    ...(vitalStatus === 'unknown' ? {} : vitalStatus === 'alive' ? { deceasedBoolean: false } : deathDate === null ? { deceasedBoolean: true } : { deceasedDateTime: deathDate }),
  };
}

/** The relative is what the code says to the patient. */
const relationship = (patientId: string, relativeId: string, code: KinTerm, words: string): FhirNode => ({
  extension: [{ url: patientRecordUrl, valueReference: { reference: `Patient/${relativeId}` } }],
  status: 'completed',
  patient: { reference: `Patient/${patientId}` },
  relationship: concept(kinSystem, code.code, code.display, words),
});

const parentRelationships = (family: Family, idOf: (id: string) => string): readonly FhirNode[] => family.parentEdges.map((edge) => relationship(idOf(edge.childId), idOf(edge.parentId), kinOfParent(edge), writeParent(edge)));

const partnerRelationships = (family: Family, idOf: (id: string) => string): readonly FhirNode[] =>
  family.partnerships.map(({ partnerIds: [first, second], isConsanguineous, degree, status }) => ({
    ...relationship(idOf(first), idOf(second), isConsanguineous ? kin.consanguineousPartner : kin.partner, status === 'ended' ? formerPartner : ''),
    ...(degree === '' ? {} : { note: [{ text: degree }] }),
  }));

const twinRelationships = (family: Family, idOf: (id: string) => string): readonly FhirNode[] =>
  family.twinGroups.flatMap(({ members, knownBy }) =>
    members.flatMap((own, index) => {
      const other = index === 0 ? members[1] : members[0];
      if (other === undefined) return [];
      const code = own.zygote === null ? kin.twin : own.zygote === other.zygote ? kin.monozygoticTwin : kin.polyzygoticTwin;
      return [relationship(idOf(own.individualId), idOf(other.individualId), code, writeTwin(own.zygote, knownBy))];
    }),
  );

/** Conditions with a state that FHIR has a code for. */
function conditionsOf(family: Family, idOf: (id: string) => string): readonly FhirNode[] {
  const byId = new Map(family.conditions.map((condition) => [condition.id, condition]));
  const rank = new Map(family.conditions.map(({ id }, index) => [id, index]));
  const rows = family.individualConditions.toSorted((first, second) => (rank.get(first.conditionId) ?? 0) - (rank.get(second.conditionId) ?? 0));
  return rows.flatMap(({ individualId, conditionId, state, onset, evidence }, index): readonly FhirNode[] => {
    const condition = byId.get(conditionId);
    if (condition === undefined || (state !== 'affected' && state !== 'unaffected' && state !== 'uncertain')) return [];
    const status = verificationOf[state];
    return [{
      resourceType: 'Condition',
      id: `condition-${String(index + 1)}`,
      verificationStatus: concept('http://terminology.hl7.org/CodeSystem/condition-ver-status', status, status),
      code: writeConditionCode(condition),
      subject: { reference: `Patient/${idOf(individualId)}` },
      ...(onset?.kind === 'age' ? writeAge(onset.duration, 'onset') : onset?.kind === 'date' ? { onsetDateTime: onset.date } : {}),
      ...(evidence === '' ? {} : { note: [{ text: evidence }] }),
    }];
  });
}
