import { cutText } from '#shared/base/cut-text.ts';
import { checkReadFamily, longestFileId } from '#shared/pedigree/formats/check-family.ts';
import { createFamilyDraft, type FamilyDraft } from '#shared/pedigree/formats/family-draft.ts';
import { notReadRule, type FamiliesReading, type FamilyText, type ReaderProblem } from '#shared/pedigree/formats/family-format.ts';
import { extensionOf, extensionsOf, nodeOf, nodesOf, readFhirDocument, referencedId, textOf, unreadElements, unreadResources, type FhirDocument, type FhirNode, type FhirResource } from '#shared/pedigree/formats/fhir/fhir-node.ts';
import { geneticsParentUrl, geneticsSiblingUrl, negatedName, patientRecordUrl, readAge, readConditionCode, readFhirDate, sexOfCode } from '#shared/pedigree/formats/fhir/fhir-words.ts';
import { placeRelative } from '#shared/pedigree/formats/fhir/place-relatives.ts';
import { placeOfRole, sexOfRole } from '#shared/pedigree/formats/fhir/role-codes.ts';
import { groupedBy } from '#shared/pedigree/grouped-by.ts';
import { nameOfFile } from '#shared/pedigree/formats/name-of-file.ts';
import { placeTwins, type TwinLink } from '#shared/pedigree/formats/place-twins.ts';
import { readParent, readTwin } from '#shared/pedigree/formats/relation-words.ts';
import { genderOfSex } from '#shared/pedigree/formats/sex-and-gender.ts';
import { ordinaryRoles } from '#shared/pedigree/ordinary-roles.ts';

/** Elements of a FamilyMemberHistory that this reader uses. */
const readElements = ['identifier', 'status', 'patient', 'date', 'name', 'relationship', 'sex', 'bornDate', 'bornString', 'ageAge', 'ageString', 'deceasedBoolean', 'deceasedAge', 'deceasedString', 'deceasedDate', 'note', 'condition'];

type Report = (resource: FhirResource, rule: string, message: string, severity?: 'error' | 'warning') => void;

/** Reads FamilyMemberHistory resources (R4, JSON or XML; one, a bundle or a list). Those about one patient are one family. */
export function readFhir(input: FamilyText): FamiliesReading {
  const document = readFhirDocument(input);
  if (!document.ok) return { format: 'fhir', families: [], problems: [document.error] };
  const histories = document.value.resources.filter(({ type }) => type === 'FamilyMemberHistory');
  if (histories.length === 0) return { format: 'fhir', families: [], problems: [{ severity: 'error', rule: 'no-individuals', message: 'there is no family in the file: expected FamilyMemberHistory resources, a GA4GH pedigree, a Phenopacket with a pedigree, or a file of Nostos', file: input.fileName, line: 1 }] };
  const groups = [...groupedBy(histories, ({ node }) => referencedId(nodeOf(node, 'patient')))];
  const problems: ReaderProblem[] = [];
  const families = groups.flatMap(([patientId, members]) => {
    const found: ReaderProblem[] = [];
    const report: Report = (resource, rule, message, severity = 'warning') => void found.push({ severity, rule, message, pointer: resource.pointer, line: resource.line, ...(severity === 'warning' ? { wasRead: true } : {}) });
    const family = readFamily(patientId, members, document.value, report);
    found.push(...checkReadFamily(family, { fileName: input.fileName }));
    problems.push(...found);
    return found.some(({ severity }) => severity === 'error') ? [] : [{ name: groups.length === 1 ? nameOfFile(input.fileName) : patientId, family }];
  });
  return { format: 'fhir', families, problems: document.value.placed([...problems, ...unreadElements(histories, readElements), ...unreadResources(document.value.resources, ['FamilyMemberHistory', 'Patient'])]) };
}

function readFamily(patientId: string, members: readonly FhirResource[], { resources }: FhirDocument, report: Report): ReturnType<FamilyDraft['build']> {
  const draft = createFamilyDraft();
  const own = members.find(({ node }) => roleOf(node) === 'ONESELF' || extensionOf(node, patientRecordUrl) !== undefined);
  const probandId = own?.id ?? (patientId === '' ? 'proband' : patientId);
  if (own === undefined) draft.addIndividual(probandId, patientDetail(resources.find(({ type, id }) => type === 'Patient' && id === patientId)?.node, nodeOf(members[0]?.node, 'patient')));
  for (const member of members) {
    if (draft.hasIndividual(member.id)) report(member, 'individual-twice', 'the id of the resource is taken by another of the family, expected one of its own', 'error');
    else if (member.id.length > longestFileId) report(member, 'too-long', 'the id of the resource is longer than an id can be', 'error');
    else readMember(member, member === own, draft);
  }
  readConditions(members, draft, report);
  const isLinked = members.some(({ node }) => extensionOf(node, geneticsParentUrl) !== undefined);
  if (isLinked) readLinks(members, draft, report);
  else placeByRole(probandId, members, draft, report);
  return draft.build();
}

const roleOf = (node: FhirNode): string => nodesOf(nodeOf(node, 'relationship'), 'coding').map((coding) => textOf(coding, 'code')).find((code) => code !== '') ?? '';

function patientDetail(patient: FhirNode | undefined, reference: FhirNode | undefined): Parameters<FamilyDraft['addIndividual']>[1] {
  const sex = sexOfCode(textOf(patient, 'gender'));
  const name = nodeOf(patient, 'name');
  const [givenName = '', familyName = ''] = name === undefined ? splitName(textOf(reference, 'display')) : [textOf(name, 'given'), textOf(name, 'family')];
  return { isProband: true, sexAssignedAtBirth: sex, gender: genderOfSex(sex), givenName: cutText(givenName, 200), familyName: cutText(familyName, 200), birthDate: readFhirDate(textOf(patient, 'birthDate')) };
}

/** The last word of a name is the family name where there is more than one. */
function splitName(text: string): readonly [string, string] {
  const words = text.trim().split(/\s+/);
  return words.length < 2 ? [text.trim(), ''] : [words.slice(0, -1).join(' '), words.at(-1) ?? ''];
}

function readMember(member: FhirResource, isProband: boolean, draft: FamilyDraft): void {
  const { node, id } = member;
  const code = nodesOf(nodeOf(node, 'sex'), 'coding').map((coding) => textOf(coding, 'code')).find((value) => value !== '') ?? '';
  const sex = code === '' ? sexOfRole(roleOf(node)) : sexOfCode(code);
  const [givenName, familyName] = splitName(textOf(node, 'name'));
  const age = readAge(node, 'deceased');
  const deathDate = readFhirDate(textOf(node, 'deceasedDate'));
  const isDead = age !== null || deathDate !== null || textOf(node, 'deceasedBoolean') === 'true' || nodesOf(node, 'condition').some((condition) => textOf(condition, 'contributedToDeath') === 'true');
  const cause = nodesOf(node, 'condition').find((condition) => textOf(condition, 'contributedToDeath') === 'true');
  draft.addIndividual(id, {
    isProband,
    reference: cutText(textOf(nodeOf(node, 'identifier'), 'value'), 200),
    givenName: cutText(givenName, 200),
    familyName: cutText(familyName, 200),
    sexAssignedAtBirth: sex,
    gender: genderOfSex(sex),
    birthDate: readFhirDate(textOf(node, 'bornDate') || textOf(node, 'bornString')),
    vitalStatus: isDead ? 'deceased' : textOf(node, 'deceasedBoolean') === 'false' ? 'alive' : 'unknown',
    deathDate,
    ageAtDeath: age,
    causeOfDeath: cutText(readConditionCode(nodeOf(cause, 'code'))?.name ?? '', 500),
    ageAtLastEncounter: readAge(node, 'age'),
    ageRecordedOn: readFhirDate(textOf(node, 'date')),
    note: cutText(nodesOf(node, 'note').map((note) => textOf(note, 'text')).join('\n'), 10_000),
  });
}

/** What was looked for and is not there has no code, and so is read when the codes are known. */
function readConditions(members: readonly FhirResource[], draft: FamilyDraft, report: Report): void {
  const all = members.filter(({ id }) => draft.hasIndividual(id)).flatMap((member) => nodesOf(member.node, 'condition').map((node) => ({ member, node })));
  const isNegated = ({ node }: (typeof all)[number]): boolean => negatedName(readConditionCode(nodeOf(node, 'code'))?.name ?? '') !== null;
  for (const { member, node } of [...all.filter((one) => !isNegated(one)), ...all.filter(isNegated)]) readCondition(member, node, draft, report);
}

function readCondition(member: FhirResource, node: FhirNode, draft: FamilyDraft, report: Report): void {
  const read = readConditionCode(nodeOf(node, 'code'));
  if (read === null) return report(member, notReadRule, 'a condition has neither words nor a code that is known, and is not read');
  const { name, ...codes } = read;
  const negated = negatedName(name);
  const evidence = cutText(nodesOf(node, 'note').map((note) => textOf(note, 'text')).join('\n'), 500);
  if (negated !== null) return draft.setState(member.id, draft.conditionNamed(negated), 'unaffected', { evidence });
  const age = readAge(node, 'onset');
  if (age === null && ['onsetAge', 'onsetRange', 'onsetPeriod', 'onsetString'].some((field) => Object.hasOwn(node, field))) report(member, 'onset-not-read', 'the onset of a condition is not read, expected an age');
  draft.setState(member.id, draft.conditionOf(name, codes), 'affected', { onset: age === null ? null : { kind: 'age', duration: age }, evidence });
}

/** Parents and twins by the extensions of the genetics profile. */
function readLinks(members: readonly FhirResource[], draft: FamilyDraft, report: Report): void {
  const twins: TwinLink[] = [];
  for (const member of members) {
    for (const extension of extensionsOf(member.node, geneticsParentUrl)) {
      const parentId = referencedId(nodeOf(extensionOf(extension, 'reference'), 'valueReference'));
      const type = nodeOf(extensionOf(extension, 'type'), 'valueCodeableConcept');
      const parent = draft.individual(parentId);
      if (parent === undefined || parentId === member.id) {
        report(member, 'unknown-reference', 'a parent is named that is not in the file, expected one of the FamilyMemberHistory resources', 'error');
        continue;
      }
      const place = placeOfRole(textOf(nodeOf(type, 'coding'), 'code'));
      const said = readParent(textOf(type, 'text'));
      const how = place !== null && 'how' in place ? place.how : 'birth';
      draft.addParent(member.id, parentId, said?.roles ?? (how === 'birth' ? ordinaryRoles(parent) : [how]), said ?? {});
      if (how === 'adoptive' || said?.roles.includes('adoptive') === true) draft.changeIndividual(member.id, { isAdopted: true });
    }
    for (const extension of extensionsOf(member.node, geneticsSiblingUrl)) {
      const otherId = referencedId(nodeOf(extensionOf(extension, 'reference'), 'valueReference'));
      const type = nodeOf(extensionOf(extension, 'type'), 'valueCodeableConcept');
      const place = placeOfRole(textOf(nodeOf(type, 'coding'), 'code'));
      const said = readTwin(textOf(type, 'text'));
      if (!draft.hasIndividual(otherId) || (said === null && place?.kind !== 'twin' && place?.kind !== 'identical-twin')) continue;
      twins.push({ id: member.id, otherId, zygote: said?.zygote ?? (place?.kind === 'identical-twin' ? 1 : null), knownBy: said?.knownBy ?? 'reported' });
    }
  }
  placeTwins(members.map(({ id }) => id), twins, draft);
}

function placeByRole(probandId: string, members: readonly FhirResource[], draft: FamilyDraft, report: Report): void {
  for (const member of members) {
    if (member.id === probandId) continue;
    const place = placeOfRole(roleOf(member.node));
    if (place === null) report(member, 'relationship-not-placed', 'the relationship does not tell the place in the family; the relative is read and joined to nobody');
    else placeRelative(place, probandId, member.id, draft);
  }
}
