import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFamilies } from '#shared/pedigree/formats/read-families.ts';
import { writeFamily } from '#shared/pedigree/formats/write-family.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';
import { families } from '#tests/builders/arbitrary-family.ts';
import { phenopacketValidator, schemaFolder } from '#tests/builders/phenopacket-schema.ts';
import { absentNote } from '#tests/reference-data.ts';

const packetText = (write: ReturnType<typeof writeFamily>): string => {
  if (!write.ok) throw new Error(write.error.message);
  return write.value.text;
};

describe('a Phenopacket Family', () => {
  it('holds the pedigree as in PED, and packets with diseases, ages and gender', () => {
    const family = aPedigree().withTrio().known({ gender: 'non-binary', sexAssignedAtBirth: 'male', birthDate: '2001-02-03', ageAtLastEncounter: 'P4Y' }, 'proband').affected('Haemophilia A', 'proband').state('unaffected', 'Haemophilia A', 'father').build();
    const message: unknown = JSON.parse(packetText(writeFamily(family, 'phenopacket', { name: 'F1', writtenOn: '2026-11-23' })));
    expect(message).toMatchObject({
      id: 'F1',
      proband: { id: 'proband', subject: { dateOfBirth: '2001-02-03T00:00:00Z', timeAtLastEncounter: { age: { iso8601duration: 'P4Y' } }, sex: 'MALE', gender: { label: 'Identifies as nonbinary gender' } }, diseases: [{ term: { id: 'nostos.condition:1', label: 'Haemophilia A' } }] },
      consanguinousParents: false,
      pedigree: { persons: [{ individualId: 'father', affectedStatus: 'UNAFFECTED' }, { individualId: 'mother', affectedStatus: 'MISSING' }, { familyId: 'F1', individualId: 'proband', paternalId: 'father', maternalId: 'mother', sex: 'MALE', affectedStatus: 'AFFECTED' }] },
      metaData: { created: '2026-11-23T00:00:00Z', phenopacketSchemaVersion: '2.0' },
    });
  });

  it('of version 1 and with the names of the schema source is read too', () => {
    const content = JSON.stringify({ proband: { subject: { id: 'a', alternate_ids: ['A1'] } }, pedigree: { persons: [{ family_id: 'F', individual_id: 'a', paternal_id: 'b', maternal_id: '0', sex: 'FEMALE', affected_status: 'AFFECTED' }] } });
    const reading = readFamilies({ fileName: 'f.json', content });
    expect(reading).toMatchObject({ ok: true, value: { format: 'phenopacket', families: [{ name: 'F', family: { individuals: [{ id: 'a', reference: 'A1', gender: 'woman-girl', isProband: true }, { id: 'b', gender: 'man-boy' }], individualConditions: [{ individualId: 'a', state: 'affected' }] } }], problems: [{ rule: 'parent-without-line', line: 1 }] } });
  });

  it.skipIf(schemaFolder === null)(`is valid by the schema for any family (${absentNote})`, () => {
    const validate = phenopacketValidator('family-schema');
    fc.assert(
      fc.property(families({ maxPeople: 25 }), (family) => {
        expect(validate(JSON.parse(packetText(writeFamily(family, 'phenopacket', { writtenOn: '2026-11-23' }))))).toEqual({ isValid: true, errors: [] });
      }),
      { numRuns: 25 },
    );
    expect(validate({ id: 'F' }).isValid).toBe(false);
  });
});
