import type { CaseSource } from '#shared/interchange/case-source.ts';
import { ifKnown } from '#shared/interchange/fhir/fhir-codes.ts';
import type { FhirNode } from '#shared/pedigree/formats/fhir/fhir-node.ts';
import { genderCodes } from '#shared/pedigree/formats/fhir/fhir-words.ts';
import { presumedSexAssignedAtBirth, type Individual } from '#shared/pedigree/individual.ts';

/** The patient, with the number of the case and the clinic's own of the person. */
export function patientResource(proband: Individual, { title }: Pick<CaseSource, 'title'>): FhirNode {
  const { givenName, familyName, reference, birthDate, deathDate, vitalStatus } = proband;
  const identifiers = [title, reference].filter((value) => value !== '').map((value) => ({ value }));
  const name = { ...(familyName === '' ? {} : { family: familyName }), ...(givenName === '' ? {} : { given: [givenName] }) };
  return {
    resourceType: 'Patient',
    id: 'patient',
    ...(identifiers.length === 0 ? {} : { identifier: identifiers }),
    ...(Object.keys(name).length === 0 ? {} : { name: [name] }),
    gender: genderCodes[presumedSexAssignedAtBirth(proband)],
    ...ifKnown('birthDate', birthDate),
    ...(vitalStatus === 'unknown' ? {} : vitalStatus === 'deceased' && deathDate !== null ? { deceasedDateTime: deathDate } : { deceasedBoolean: vitalStatus === 'deceased' }),
  };
}
