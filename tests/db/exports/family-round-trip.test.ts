import { describe, expect, it } from 'vitest';
import { readCaseFile } from '#electron/backend/cases/read-case-file.ts';
import type { CaseFile } from '#shared/casefile/case-file.ts';
import { exactly } from '#shared/casefile/moment-order.ts';
import { writeFamilyPhenopacket } from '#shared/interchange/phenopacket/write-phenopacket.ts';
import { newIndividual } from '#shared/pedigree/family.ts';
import { unknownProvenance } from '#shared/pedigree/individual.ts';
import { aCaseSource } from '#tests/builders/a-case-source.ts';
import { phenopacketValidator, schemaFolder } from '#tests/builders/phenopacket-schema.ts';
import { aBackend, type TestBackend } from '#tests/db/backend-builder.ts';
import { absentNote } from '#tests/reference-data.ts';

const fatherId = '11111111-1111-7111-8111-111111111111';
const motherId = '22222222-2222-7222-8222-222222222222';

/** A child with both parents, each with findings; the variant is of the mother too, and was looked for in the father. */
async function aFamily({ ask }: TestBackend): Promise<string> {
  await ask('settings.change', { autoLockMinutes: 0 });
  const { caseId, probandId } = await ask('case.create', { case: { reference: 'NRG-1' }, proband: { reference: 'II-1', sexAssignedAtBirth: 'female', gender: 'woman-girl', birthDate: '2015-06-07' } });
  const { family, revision } = await ask('family.show', { caseId });
  const parents = [
    newIndividual(fatherId, { reference: 'I 1', sexAssignedAtBirth: 'male', gender: 'man-boy', vitalStatus: 'deceased', ageAtDeath: 'P44Y' }),
    newIndividual(motherId, { reference: '', sexAssignedAtBirth: 'female', gender: 'woman-girl', birthDate: '1985-01-02' }),
  ];
  const saved = await ask('family.save', {
    caseId,
    family: {
      ...family,
      individuals: [...family.individuals, ...parents],
      parentEdges: [
        { id: 'e1', childId: probandId, parentId: fatherId, roles: ['sperm'], isDonor: false, undrawnPartner: 0, provenance: unknownProvenance },
        { id: 'e2', childId: probandId, parentId: motherId, roles: ['egg', 'gestational'], isDonor: false, undrawnPartner: 0, provenance: unknownProvenance },
      ],
      partnerships: [{ id: 'p', partnerIds: [fatherId, motherId], status: 'current', isConsanguineous: true, degree: '', childlessness: null, provenance: unknownProvenance }],
      conditions: [{ id: 'c', name: 'Clubfoot', diseaseId: null, termId: null }],
      individualConditions: [
        { id: 's1', individualId: probandId, conditionId: 'c', state: 'affected', onset: { kind: 'age', duration: 'P0D' }, evidence: '', provenance: unknownProvenance },
        { id: 's2', individualId: motherId, conditionId: 'c', state: 'unaffected', onset: null, evidence: '', provenance: unknownProvenance },
      ],
    },
    basedOnRevision: revision,
    label: 'Draw the parents',
  });
  const mother = saved.family.individuals.find(({ birthDate }) => birthDate === '1985-01-02')?.id ?? '';
  await ask('feature.add', { personId: probandId, termId: 'HP:0001250', detail: { onset: { kind: 'age', duration: 'P1Y' } } });
  await ask('feature.add', { personId: mother, termId: 'HP:0001250', detail: { state: 'excluded' } });
  await ask('finding.add', { caseId, detail: { gene: { symbol: 'FGFR2', hgncId: 'HGNC:3689' }, hgvsCoding: 'NM_000141.5:c.755C>G' }, genotypes: [{ personId: probandId, state: 'heterozygous' }, { personId: mother, state: 'mosaic' }], reported: null });
  await ask('candidate.decide', { caseId, diseaseId: 'OMIM:101200', state: 'confirmed', reason: 'Exome' });
  await ask('event.add', { caseId, detail: { kind: 'treatment', title: 'losartan (DrugCentral:1610)', when: exactly('2020-01-02'), isOngoing: true } });
  await ask('event.add', { caseId, detail: { kind: 'result', title: 'Eye pressure: 25.5 mm[Hg] (10 to 21) (LOINC:79893-4)', when: { kind: 'age', age: 'P6M', isAbout: false }, note: 'In narcosis' } });
  return caseId;
}

/** What a Family message tells, without ids of the vault. */
function told(file: CaseFile) {
  const place = new Map(file.family.individuals.map(({ id }, index) => [id, index]));
  const { individuals, parentEdges, partnerships, conditions, individualConditions } = file.family;
  return {
    people: individuals.map(({ reference, sexAssignedAtBirth, gender, vitalStatus, birthDate, ageAtDeath, isProband }) => ({ reference, sexAssignedAtBirth, gender, vitalStatus, birthDate, ageAtDeath, isProband })),
    parents: parentEdges.map(({ childId, parentId, roles }) => [place.get(childId), place.get(parentId), roles]),
    related: partnerships.filter(({ isConsanguineous }) => isConsanguineous).map(({ partnerIds }) => partnerIds.map((id) => place.get(id))),
    states: individualConditions.map(({ individualId, conditionId, state, onset }) => [place.get(individualId), conditions.find(({ id }) => id === conditionId)?.name, state, onset]).filter(([, name]) => name === 'Clubfoot'),
    features: file.features.map(({ personId, termId, state, onset }) => [place.get(personId), termId, state, onset]),
    findings: file.findings.map(({ gene, hgvsCoding, genotypes }) => [gene?.symbol, hgvsCoding, genotypes.map(({ personId, state }) => [place.get(personId), state])]),
    candidates: file.candidates.map(({ diseaseId, state }) => [diseaseId, state]),
    events: file.events.map(({ kind, title, when, isOngoing, note }) => ({ kind, title, when, isOngoing, note })),
  };
}

describe('a Family message', () => {
  it.skipIf(schemaFolder === null)(`is valid by the schema (${absentNote})`, async () => {
    const backend = await aBackend();
    const own = readCaseFile(backend.vault.repositories(), await aFamily(backend)) ?? expect.fail('the case is missing');
    expect(phenopacketValidator('family-schema')(JSON.parse(writeFamilyPhenopacket(aCaseSource(own)).text))).toEqual({ isValid: true, errors: [] });
  });

  it('brings back the people, their findings, their genotypes and their conditions, and with it nothing is lost the second time', async () => {
    const backend = await aBackend();
    const { runJob, vault } = backend;
    const caseFile = (caseId: string): CaseFile => readCaseFile(vault.repositories(), caseId) ?? expect.fail('the case is missing');
    const own = caseFile(await aFamily(backend));
    const { text } = writeFamilyPhenopacket(aCaseSource(own));
    const { imported, problems } = await runJob('case.import', { files: [{ name: 'family.json', base64: Buffer.from(text).toString('base64') }] });
    expect(problems.filter(({ rule }) => rule !== 'same-reference')).toEqual([]);
    const back = caseFile(imported[0]?.caseId ?? '');
    expect(told(back)).toEqual(told(own));
    // Of a condition without a code the number is its place in the list, where the diagnosis now stands before it.
    const withoutNumbers = (packet: string): unknown => JSON.parse(packet.replace(/nostos\.condition:\d+/g, 'nostos.condition:'));
    expect(withoutNumbers(writeFamilyPhenopacket(aCaseSource(back)).text)).toEqual(withoutNumbers(text));
  });

  it('comes in with one undo, whole or not at all', async () => {
    const backend = await aBackend();
    const { ask, runJob, vault } = backend;
    const { text } = writeFamilyPhenopacket(aCaseSource(readCaseFile(vault.repositories(), await aFamily(backend)) ?? expect.fail('the case is missing')));
    await runJob('case.import', { files: [{ name: 'family.json', base64: Buffer.from(text).toString('base64') }] });
    expect((await ask('case.list', {})).length).toBe(2);
    await ask('history.undo', { caseId: null });
    expect((await ask('case.list', {})).length).toBe(1);
  });
});
