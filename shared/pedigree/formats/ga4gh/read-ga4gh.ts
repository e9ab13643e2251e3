import { cutText } from '#shared/base/cut-text.ts';
import { checkReadFamily, longestFileId } from '#shared/pedigree/formats/check-family.ts';
import { createFamilyDraft, type FamilyDraft } from '#shared/pedigree/formats/family-draft.ts';
import { notReadRule, type FamiliesReading, type FamilyText, type ReaderProblem } from '#shared/pedigree/formats/family-format.ts';
import { extensionOf, nodeOf, nodesOf, readFhirDocument, referencedId, textOf, textsOf, unreadElements, unreadResources, type FhirDocument, type FhirNode, type FhirResource } from '#shared/pedigree/formats/fhir/fhir-node.ts';
import { genderIdentityUrl, patientRecordUrl, readAge, readConditionCode, readFhirDate, sexOfCode } from '#shared/pedigree/formats/fhir/fhir-words.ts';
import { childCodes, kin, normalisedKin, parentOfKin } from '#shared/pedigree/formats/ga4gh/kin-codes.ts';
import { formerPartner, verificationOf } from '#shared/pedigree/formats/ga4gh/write-ga4gh.ts';
import { nameOfFile } from '#shared/pedigree/formats/name-of-file.ts';
import { placeTwins, type TwinLink } from '#shared/pedigree/formats/place-twins.ts';
import { readParent, readTwin } from '#shared/pedigree/formats/relation-words.ts';
import { genderOfSex } from '#shared/pedigree/formats/sex-and-gender.ts';
import type { ConditionState } from '#shared/pedigree/family.ts';
import type { Gender } from '#shared/pedigree/individual.ts';
import { ordinaryRoles } from '#shared/pedigree/ordinary-roles.ts';
import type { TimeElement } from '#shared/phenotype/feature.ts';

type Report = (resource: FhirResource, rule: string, message: string, severity?: 'error' | 'warning') => void;

/** Elements that this reader uses, by resource. */
const readElements: Readonly<Record<string, readonly string[]>> = {
  Patient: ['identifier', 'name', 'gender', 'birthDate', 'deceasedBoolean', 'deceasedDateTime', 'active'],
  FamilyMemberHistory: ['identifier', 'status', 'patient', 'relationship', 'note'],
  Condition: ['identifier', 'verificationStatus', 'code', 'subject', 'onsetAge', 'onsetString', 'onsetDateTime', 'note'],
  Composition: ['identifier', 'status', 'type', 'subject', 'date', 'author', 'title', 'section'],
  Observation: ['identifier', 'status', 'code', 'subject', 'valueBoolean'],
};

/** Reads a pedigree of the GA4GH Pedigree FHIR guide: a bundle or list of its resources, JSON or XML. */
export function readGa4gh(input: FamilyText): FamiliesReading {
  const document = readFhirDocument(input);
  if (!document.ok) return { format: 'ga4gh', families: [], problems: [document.error] };
  const { resources, placed } = document.value;
  const problems: ReaderProblem[] = [];
  const report: Report = (resource, rule, message, severity = 'warning') => void problems.push({ severity, rule, message, pointer: resource.pointer, line: resource.line, ...(severity === 'warning' ? { wasRead: true } : {}) });
  const draft = createFamilyDraft();
  const patients = resources.filter(({ type }) => type === 'Patient');
  if (patients.length === 0) problems.push({ severity: 'error', rule: 'no-individuals', message: 'there is no Patient resource in the file, expected one for each individual', pointer: '' });
  for (const patient of patients) readPatient(patient, draft, report);
  readComposition(resources.find(({ type }) => type === 'Composition'), draft);
  readRelationships(document.value, patients.map(({ id }) => id), draft, report);
  readConditions(document.value, draft, report);
  for (const [type, known] of Object.entries(readElements)) problems.push(...unreadElements(resources.filter((resource) => resource.type === type), known));
  problems.push(...unreadResources(resources, Object.keys(readElements)));
  const family = draft.build();
  problems.push(...checkReadFamily(family, { fileName: input.fileName }));
  const isWhole = !problems.some(({ severity }) => severity === 'error');
  return { format: 'ga4gh', families: isWhole ? [{ name: nameOfFile(input.fileName), family }] : [], problems: placed(problems) };
}

const codeOf = (concept: FhirNode | undefined): string => nodesOf(concept, 'coding').map((coding) => textOf(coding, 'code')).find((code) => code !== '') ?? textOf(concept, 'text');

function readPatient(patient: FhirResource, draft: FamilyDraft, report: Report): void {
  const { node, id } = patient;
  if (draft.hasIndividual(id)) return report(patient, 'individual-twice', 'the id of the resource is taken by another individual, expected one of its own', 'error');
  if (id.length > longestFileId) return report(patient, 'too-long', 'the id of the resource is longer than an id can be', 'error');
  const sex = sexOfCode(textOf(node, 'gender'));
  const identity = extensionOf(node, genderIdentityUrl, 'individual-genderIdentity');
  const name = nodeOf(node, 'name');
  const deathDate = readFhirDate(textOf(node, 'deceasedDateTime'));
  draft.addIndividual(id, {
    reference: cutText(textOf(nodeOf(node, 'identifier'), 'value'), 200),
    givenName: cutText(textsOf(name, 'given').join(' ') || (textOf(name, 'family') === '' ? textOf(name, 'text') : ''), 200),
    familyName: cutText(textOf(name, 'family'), 200),
    sexAssignedAtBirth: sex,
    gender: identity === undefined ? genderOfSex(sex) : genderOf(codeOf(nodeOf(identity, 'valueCodeableConcept'))),
    birthDate: readFhirDate(textOf(node, 'birthDate')),
    deathDate,
    vitalStatus: deathDate !== null || textOf(node, 'deceasedBoolean') === 'true' ? 'deceased' : textOf(node, 'deceasedBoolean') === 'false' ? 'alive' : 'unknown',
    ...(textOf(extensionOf(node, 'patient-unborn'), 'valueBoolean') === 'true' ? { life: { kind: 'pregnancy', gestation: null, dueDate: null, sexKnownBy: '' } } : {}),
  });
}

function genderOf(code: string): Gender {
  if (code === 'male') return 'man-boy';
  if (code === 'female') return 'woman-girl';
  return /non-?binary/i.test(code) ? 'non-binary' : 'unknown';
}

function readComposition(composition: FhirResource | undefined, draft: FamilyDraft): void {
  if (composition === undefined) return;
  const { node } = composition;
  const title = textOf(node, 'title');
  const author = textOf(nodeOf(node, 'author'), 'display');
  draft.changeHeader({ title: title === 'Pedigree' ? '' : cutText(title, 200), takenOn: readFhirDate(textOf(node, 'date')), recordedBy: author === 'not stated' ? '' : cutText(author, 200) });
  const section = nodesOf(node, 'section').find((one) => /proband/i.test(codeOf(nodeOf(one, 'code')) || textOf(one, 'title')));
  const probandId = referencedId(nodeOf(section, 'entry')) || referencedId(nodeOf(node, 'subject'));
  draft.changeIndividual(probandId, { isProband: true });
}

function readRelationships({ resources }: FhirDocument, order: readonly string[], draft: FamilyDraft, report: Report): void {
  const twins: TwinLink[] = [];
  for (const resource of resources.filter(({ type }) => type === 'FamilyMemberHistory')) {
    const { node } = resource;
    const patientId = referencedId(nodeOf(node, 'patient'));
    const relativeId = referencedId(nodeOf(extensionOf(node, patientRecordUrl), 'valueReference'));
    if (!draft.hasIndividual(patientId) || !draft.hasIndividual(relativeId) || patientId === relativeId) {
      report(resource, 'unknown-reference', 'the relationship does not join two individuals of the file', 'error');
      continue;
    }
    const relationship = nodeOf(node, 'relationship');
    const code = normalisedKin(codeOf(relationship));
    const words = textOf(relationship, 'text');
    const twin = readTwin(words);
    if (childCodes.has(code)) readParentOf(relativeId, patientId, kin.biologicalParent.code, '', draft);
    else if (parentOfKin(code) !== null) readParentOf(patientId, relativeId, code, words, draft);
    else if (code === kin.partner.code || code === kin.consanguineousPartner.code) draft.addPartnership([patientId, relativeId], { isConsanguineous: code === kin.consanguineousPartner.code, degree: cutText(textOf(nodeOf(node, 'note'), 'text'), 100), ...(words === formerPartner ? { status: 'ended' } : {}) });
    else if (code === kin.monozygoticTwin.code || code === kin.polyzygoticTwin.code || code === kin.twin.code) twins.push({ id: patientId, otherId: relativeId, zygote: twin?.zygote ?? (code === kin.monozygoticTwin.code ? 1 : null), knownBy: twin?.knownBy ?? 'reported' });
    else report(resource, 'relationship-not-placed', 'the relationship is of a kind that follows from parents, or is not known, and is not read');
  }
  placeTwins(order, twins, draft);
}

function readParentOf(childId: string, parentId: string, code: string, words: string, draft: FamilyDraft): void {
  const said = parentOfKin(code);
  const exact = readParent(words);
  const parent = draft.individual(parentId);
  if (said === null || parent === undefined) return;
  if (exact !== null) draft.addParent(childId, parentId, exact.roles, exact);
  else if (said === 'ordinary') draft.addParent(childId, parentId, ordinaryRoles(parent));
  else draft.addParent(childId, parentId, said.roles, { isDonor: said.isDonor });
  if (code === kin.adoptiveParent.code || exact?.roles.includes('adoptive') === true) draft.changeIndividual(childId, { isAdopted: true });
}

function readConditions({ resources }: FhirDocument, draft: FamilyDraft, report: Report): void {
  const affected = new Map(resources.filter(({ type }) => type === 'Observation').map(({ node }) => [referencedId(nodeOf(node, 'subject')), textOf(node, 'valueBoolean')] as const));
  const described = new Set<string>();
  for (const resource of resources.filter(({ type }) => type === 'Condition')) {
    const { node } = resource;
    const id = referencedId(nodeOf(node, 'subject'));
    const read = readConditionCode(nodeOf(node, 'code'));
    if (!draft.hasIndividual(id)) {
      report(resource, 'unknown-reference', 'the condition is of nobody in the file', 'error');
      continue;
    }
    if (read === null) {
      report(resource, notReadRule, 'a condition has neither words nor a code that is known, and is not read');
      continue;
    }
    const { name, ...codes } = read;
    const status = codeOf(nodeOf(node, 'verificationStatus'));
    const state = (Object.entries(verificationOf) as [ConditionState, string][]).find(([, verification]) => verification === status)?.[0] ?? 'affected';
    draft.setState(id, draft.conditionOf(name, codes), state, { onset: onsetOf(node), evidence: cutText(nodesOf(node, 'note').map((note) => textOf(note, 'text')).join('\n'), 500) });
    described.add(id);
  }
  for (const [id, value] of affected) if (draft.hasIndividual(id) && (value === 'true' || value === 'false') && !described.has(id)) draft.setState(id, draft.conditionOf('Affected'), value === 'true' ? 'affected' : 'unaffected');
}

function onsetOf(node: FhirNode): TimeElement | null {
  const duration = readAge(node, 'onset');
  const date = readFhirDate(textOf(node, 'onsetDateTime'));
  return duration !== null ? { kind: 'age', duration } : date === null ? null : { kind: 'date', date };
}
