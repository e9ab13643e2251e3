import { describe, expect, it } from 'vitest';
import { readXml } from '#shared/pedigree/formats/fhir/read-xml.ts';
import { readFamilies } from '#shared/pedigree/formats/read-families.ts';

const read = (content: string) => {
  const reading = readFamilies({ fileName: 'family.json', content });
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  const [named] = reading.value.families;
  if (named === undefined) throw new Error('no family');
  return { ...reading.value, family: named.family };
};
const role = (code: string) => ({ coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode', code }] });
const history = (id: string, code: string, more: object = {}) => ({ resourceType: 'FamilyMemberHistory', id, status: 'completed', patient: { reference: 'Patient/p', display: 'Peter Patient' }, relationship: role(code), ...more });
const edges = (content: string) => read(content).family.parentEdges.map(({ childId, parentId, roles }) => [childId, parentId, roles.join()]);

describe('FHIR FamilyMemberHistory', () => {
  it('places relatives by their role codes, and adds who stands between', () => {
    const content = JSON.stringify([history('m', 'MTH'), history('u', 'PUNCLE'), history('b', 'NBRO'), history('d', 'DAU'), history('w', 'WIFE')]);
    expect(edges(content)).toEqual([
      ['p', 'm', 'egg,gestational'],
      ['p', 'father of p', 'sperm'],
      ['father of p', 'mother of father of p', 'egg,gestational'],
      ['u', 'mother of father of p', 'egg,gestational'],
      ['father of p', 'father of father of p', 'sperm'],
      ['u', 'father of father of p', 'sperm'],
      ['b', 'm', 'egg,gestational'],
      ['b', 'father of p', 'sperm'],
      ['d', 'p', 'genetic'],
    ]);
    expect(read(content).family.partnerships.map(({ partnerIds }) => partnerIds)).toEqual([['p', 'w']]);
  });

  it('joins a cousin to nobody, and says so with the line', () => {
    const { family, problems } = read(JSON.stringify([history('c', 'COUSN')], null, 1));
    expect([family.individuals.length, family.parentEdges]).toEqual([2, []]);
    expect(problems).toMatchObject([{ rule: 'relationship-not-placed', pointer: '/0', line: 2, wasRead: true }]);
  });

  it('reads conditions with their ages, and what was looked for and not found as unaffected', () => {
    const condition = [{ code: { text: 'Stroke', coding: [{ system: 'http://snomed.info/sct', code: '371041009' }] }, onsetAge: { value: 56, code: 'a' }, contributedToDeath: true }, { code: { text: 'No history of malignant tumor of breast' } }];
    const { family } = read(JSON.stringify(history('m', 'MTH', { condition })));
    expect(family.individualConditions.map(({ state, onset }) => [state, onset])).toEqual([['affected', { kind: 'age', duration: 'P56Y' }], ['unaffected', null]]);
    expect(family.conditions.map(({ name, diseaseId }) => [name, diseaseId])).toEqual([['Stroke', 'SNOMEDCT:371041009'], ['malignant tumor of breast', null]]);
    expect(family.individuals.find(({ id }) => id === 'm')).toMatchObject({ vitalStatus: 'deceased', causeOfDeath: 'Stroke', gender: 'woman-girl' });
  });

  it('says what it did not read of a resource', () => {
    expect(read(JSON.stringify(history('m', 'MTH', { reasonCode: [], procedure: [] }))).problems.map(({ rule, message }) => [rule, message])).toEqual([['not-read', 'FamilyMemberHistory.reasonCode is not read'], ['not-read', 'FamilyMemberHistory.procedure is not read']]);
  });

  it('is read from XML as from JSON', () => {
    const xml = `<?xml version="1.0"?>\n<!-- a relative -->\n<FamilyMemberHistory xmlns="http://hl7.org/fhir"><id value="m"/><text><div>Mother &lt;3</div></text><status value="completed"/><patient><reference value="Patient/p"/><display value="Peter Patient"/></patient><relationship><coding><code value='MTH'/></coding></relationship><name value="Ann &amp; Lee"/></FamilyMemberHistory>`;
    const { family } = read(xml);
    expect(family.individuals.map(({ id, givenName, familyName, gender }) => [id, givenName, familyName, gender])).toEqual([['p', 'Peter', 'Patient', 'unknown'], ['m', 'Ann &', 'Lee', 'woman-girl']]);
  });

  it('refuses a bundle that names a parent who is not in it', () => {
    const parent = { extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/family-member-history-genetics-parent', extension: [{ url: 'type', valueCodeableConcept: role('NMTH') }, { url: 'reference', valueReference: { reference: 'FamilyMemberHistory/x' } }] }] };
    expect(readFamilies({ fileName: 'family.json', content: JSON.stringify(history('m', 'MTH', parent)) })).toMatchObject({ ok: false, error: { problems: [{ rule: 'unknown-reference', severity: 'error', line: 1 }] } });
  });
});

describe('the XML reader', () => {
  it('refuses a document type, so that no entity can grow or read a file', () => {
    const bomb = '<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]>\n<FamilyMemberHistory><id value="&lol2;"/></FamilyMemberHistory>';
    expect(readXml(bomb)).toEqual({ ok: false, error: { rule: 'document-type', message: 'the XML declares a document type, expected a resource without one', line: 2 } });
  });

  it.each([
    ['an entity of its own', '<a b="&x;"/>', 'not-xml'],
    ['an entity without its end', '<a b="&amp"/>', 'not-xml'],
    ['an element that is not closed', '<a><b></b>', 'truncated'],
    ['elements that cross', '<a><b></a></b>', 'not-xml'],
    ['two roots', '<a/><b/>', 'not-xml'],
    ['a comment that does not end', '<a><!-- ', 'truncated'],
    ['no element', 'words', 'not-xml'],
    ['too many levels', '<a>'.repeat(200), 'too-deep'],
  ])('refuses %s', (_what, text, rule) => {
    expect(readXml(text)).toMatchObject({ ok: false, error: { rule } });
  });

  it('reads numbered characters', () => {
    expect(readXml('<a b="&#233;&#x1F600;"/>')).toMatchObject({ ok: true, value: { attributes: new Map([['b', 'é😀']]) } });
  });
});

describe('a GA4GH pedigree', () => {
  const patient = (id: string, gender: string) => ({ resourceType: 'Patient', id, gender });
  const relation = (child: string, parent: string, code: string) => ({
    resourceType: 'FamilyMemberHistory', status: 'completed', patient: { reference: `Patient/${child}` }, relationship: { coding: [{ system: 'http://purl.org/ga4gh/kin.fhir', code }] },
    extension: [{ url: 'http://hl7.org/fhir/StructureDefinition/familymemberhistory-patient-record', valueReference: { reference: `Patient/${parent}` } }],
  });

  it('is read as the guide writes it, the patient the child and the record the parent', () => {
    const entry = [patient('bart', 'male'), patient('marge', 'female'), patient('homer', 'male'), relation('bart', 'marge', 'KIN:003'), relation('bart', 'homer', 'REL:003'), relation('marge', 'homer', 'KIN:026'), { resourceType: 'Composition', section: [{ title: 'Proband', entry: [{ reference: 'Patient/bart' }] }] }, { resourceType: 'Observation', subject: { reference: 'Patient/homer' }, valueBoolean: true }];
    const { format, family } = read(JSON.stringify({ resourceType: 'Bundle', entry: entry.map((resource) => ({ resource })) }));
    expect(format).toBe('ga4gh');
    expect(family.parentEdges.map(({ childId, parentId, roles }) => [childId, parentId, roles.join()])).toEqual([['bart', 'marge', 'egg,gestational'], ['bart', 'homer', 'sperm']]);
    expect(family.partnerships.map(({ partnerIds }) => partnerIds)).toEqual([['marge', 'homer']]);
    expect(family.individuals.filter(({ isProband }) => isProband).map(({ id }) => id)).toEqual(['bart']);
    expect(family.individualConditions.map(({ individualId, state }) => [individualId, state])).toEqual([['homer', 'affected']]);
  });

  it('is refused where a relationship joins somebody who is not in it', () => {
    expect(readFamilies({ fileName: 'f', content: JSON.stringify([patient('a', 'male'), relation('a', 'b', 'KIN:028')]) })).toMatchObject({ ok: false, error: { problems: [{ rule: 'unknown-reference', pointer: '/1' }] } });
  });
});
