import { choice, duration, flag, foreign, instant, list, message, type MessageShapes, opaque, required, shape, text } from '#shared/interchange/phenopacket/message-shape.ts';
import { karyotypicSexNames, messagesOfVersion2, sexNames } from '#shared/interchange/phenopacket/message-shapes-v2.ts';

const term = message('OntologyClass');

/**
 * The messages of GA4GH Phenopacket 1.0. What Nostos does not use of them (biosamples, sequencing files) is not looked
 * into. Fields that only version 2 has are read where they say something about the person, with a warning, and what they hold is of version 2.
 */
export const messagesOfVersion1: MessageShapes = {
  ...messagesOfVersion2,
  Phenopacket: shape({
    id: required(text),
    subject: message('Individual'),
    phenotypicFeatures: list(message('PhenotypicFeature')),
    biosamples: list(opaque),
    genes: list(message('Gene')),
    variants: list(message('Variant')),
    diseases: list(message('Disease')),
    htsFiles: list(opaque),
    metaData: required(message('MetaData')),
    interpretations: foreign(list(message('Interpretation'))),
    measurements: foreign(list(message('Measurement'))),
    medicalActions: foreign(list(message('MedicalAction'))),
    files: foreign(list(opaque)),
  }),
  Individual: shape({
    id: required(text),
    alternateIds: list(text),
    dateOfBirth: instant,
    ageAtCollection: message('Age'),
    ageRangeAtCollection: message('AgeRange'),
    sex: choice(...sexNames),
    karyotypicSex: choice(...karyotypicSexNames),
    taxonomy: term,
    timeAtLastEncounter: foreign(message('TimeElement')),
    vitalStatus: foreign(message('VitalStatus')),
    gender: foreign(term),
  }),
  PhenotypicFeature: shape({
    description: text,
    type: required(term),
    negated: flag,
    severity: term,
    modifiers: list(term),
    ageOfOnset: message('Age'),
    ageRangeOfOnset: message('AgeRange'),
    classOfOnset: term,
    evidence: list(message('Evidence')),
    excluded: foreign(flag),
    onset: foreign(message('TimeElement')),
    resolution: foreign(message('TimeElement')),
  }),
  Disease: shape({
    term: required(term),
    ageOfOnset: message('Age'),
    ageRangeOfOnset: message('AgeRange'),
    classOfOnset: term,
    diseaseStage: list(term),
    tnmFinding: list(term),
    excluded: foreign(flag),
    onset: foreign(message('TimeElement')),
  }),
  Age: shape({ age: duration, iso8601duration: foreign(duration) }),
  AgeRange: shape({ start: required(message('Age')), end: required(message('Age')) }),
  OntologyClass: shape({ id: required(text), label: required(text) }),
  Evidence: shape({ evidenceCode: required(term), reference: message('ExternalReference') }),
  ExternalReference: shape({ id: text, description: text }),
  MetaData: shape({
    created: required(instant),
    createdBy: required(text),
    submittedBy: text,
    resources: list(message('Resource')),
    updates: list(message('Update')),
    phenopacketSchemaVersion: text,
    externalReferences: list(message('ExternalReference')),
  }),
  Update: shape({ timestamp: instant, updatedBy: text, comment: text }),
  Resource: shape({ id: required(text), name: text, url: text, version: text, namespacePrefix: text, iriPrefix: text }),
};
