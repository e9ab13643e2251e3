/** A small valid phenopacket of version 2, as JSON text, with what a test changes. */
export function aPacket(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: 'case-1',
    subject: { id: 'II.1', sex: 'FEMALE', timeAtLastEncounter: { age: { iso8601duration: 'P4Y2M' } } },
    phenotypicFeatures: [aFeature('HP:0001250', 'Seizure')],
    metaData: { created: '2021-05-14T10:35:00Z', createdBy: 'clinic', resources: [], phenopacketSchemaVersion: '2.0' },
    ...change,
  };
}

export function aFeature(id: string, label: string, change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return { type: { id, label }, ...change };
}

/** The same person in the words of version 1. */
export function aPacketOfVersion1(change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: 'case-1',
    subject: { id: 'II.1', sex: 'FEMALE', ageAtCollection: { age: 'P4Y2M' } },
    phenotypicFeatures: [aFeature('HP:0001250', 'Seizure')],
    metaData: { created: '2019-05-14T10:35:00Z', createdBy: 'clinic', resources: [], phenopacketSchemaVersion: '1.0.0' },
    ...change,
  };
}
