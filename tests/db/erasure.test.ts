import { describe, expect, it } from 'vitest';
import { success } from '#shared/base/result.ts';
import { usualFilter } from '#shared/casefile/caseload-filter.ts';
import { bareEvent } from '#shared/casefile/odyssey-event.ts';
import { bareTest } from '#shared/casefile/ordered-test.ts';
import { newIndividual } from '#shared/pedigree/family.ts';
import { unknownProvenance } from '#shared/pedigree/individual.ts';
import { aBackend, type TestBackend } from '#tests/db/backend-builder.ts';
import { missingFrom, plainPages, planted } from '#tests/db/plain-pages.ts';
import { must } from '#tests/db/vault-builder.ts';

/** Of the relative and of the patient each word that is said of them; of others what must stay. */
async function aToldCase({ ask, vault }: TestBackend) {
  await ask('settings.change', { autoLockMinutes: 0 });
  const { caseId, probandId } = await ask('case.create', { case: { reference: 'zpat_1', note: 'zpat_2' }, proband: { givenName: 'zpat_3', familyName: 'zpat_4', note: 'zpat_5' } });
  const family = await ask('family.show', { caseId });
  const relativeId = '11111111-1111-7111-8111-111111111111';
  const relative = newIndividual(relativeId, { givenName: 'zrel_1', familyName: 'zrel_2', birthDate: '1971-03-04', reference: 'zrel_3', note: 'zrel_4', gender: 'woman-girl', provenance: { note: { ...unknownProvenance, detail: 'zrel_5' } } });
  const other = newIndividual('22222222-2222-7222-8222-222222222222', { givenName: 'zoth_1', gender: 'man-boy' });
  const told = {
    ...family.family,
    individuals: [...family.family.individuals, relative, other],
    parentEdges: [{ id: 'e', childId: probandId, parentId: relativeId, roles: ['egg', 'gestational'] as const, isDonor: false, undrawnPartner: 0, provenance: { ...unknownProvenance, detail: 'zrel_6' } }],
    conditions: [{ id: 'c', name: 'Migraine', diseaseId: null, termId: null }],
    individualConditions: [{ id: 'ic', individualId: relativeId, conditionId: 'c', state: 'affected' as const, onset: null, evidence: 'zrel_7', provenance: unknownProvenance }],
  };
  const saved = await ask('family.save', { caseId, family: told, basedOnRevision: family.revision, label: 'Add zrel_8' });
  const mother = saved.family.individuals.find(({ givenName }) => givenName === 'zrel_1')?.id ?? '';
  const father = saved.family.individuals.find(({ givenName }) => givenName === 'zoth_1')?.id ?? '';
  await ask('feature.add', { personId: mother, termId: 'HP:0001250', detail: { note: 'zrel_9' } });
  await ask('feature.add', { personId: probandId, termId: 'HP:0001252', detail: { note: 'zpat_6' } });
  await ask('finding.add', { caseId, detail: { gene: { symbol: 'FGFR2', hgncId: null }, hgvsCoding: 'c.755C>G', note: 'zpat_7' }, genotypes: [{ personId: mother, state: 'heterozygous', tissue: 'zrel_10' }, { personId: probandId, state: 'heterozygous', tissue: 'zpat_8' }], reported: null });
  await ask('consent.add', { caseId, detail: { personId: mother, purpose: 'registry', isGiven: true, giverName: 'zrel_11', note: 'zrel_12' } });
  const change = await ask('person.change', { personId: father, version: 1, change: { note: 'zoth_2' } });
  expect(change.note).toBe('zoth_2');
  must(
    vault.command('event.add', (unit) => {
      const test = unit.records.tests.add(caseId, { ...bareTest, name: 'zrel_13', laboratory: 'zrel_14', personIds: [mother] });
      unit.records.documents.add(caseId, { fileName: 'zrel_15.txt', mediaType: 'text/plain', byteCount: 8, sha256: unit.documentContents.keep(Buffer.from('zrel_16')), note: '', eventId: null, testId: test.id, referralId: null, isPrivate: false });
      unit.records.tests.add(caseId, { ...bareTest, name: 'zoth_3', personIds: [mother, father] });
      unit.records.events.add(caseId, { ...bareEvent, title: 'zpat_9' });
      unit.describe('Add zrel_17', caseId);
      return success(null);
    }),
  );
  return { caseId, probandId, mother, father };
}

const patientWords = planted('zpat', 9);

const request = { requestedOn: '2026-03-02', requestedBy: 'self' } as const;

describe('the erasure of one person on request', () => {
  it('says beforehand what goes and what stays', async () => {
    const backend = await aBackend();
    const { caseId, mother } = await aToldCase(backend);
    const plan = await backend.ask('erasure.preview', { caseId, personId: mother });
    expect(plan.pedigreeNumber).toMatch(/^I-\d$/);
    expect(plan.removed.map(({ what, count }) => `${what} ${String(count)}`)).toEqual(['name, dates, numbers, ancestry, notes and sources of the person 1', 'findings of the phenotype 1', 'states of conditions 1', 'genotypes 1', 'tests 1', 'documents, with their bytes 1']);
    expect(plan.kept.map(({ what }) => what)).toEqual(expect.arrayContaining(['Consents (1), without the names in them and withdrawn', 'Tests and referrals with other relatives (1)']));
  });

  it('leaves no word of a relative in any page of the file, and everything of the others', async () => {
    const backend = await aBackend();
    const { caseId, mother } = await aToldCase(backend);
    await backend.ask('erasure.make', { caseId, personId: mother, ...request });
    expect(await backend.ask('vault.verify', {})).toMatchObject({ isIntact: true, findings: [] });
    expect((await backend.ask('consent.list', { caseId }))[0]).toMatchObject({ purpose: 'registry', giverName: '', note: '', withdrawnOn: '2026-03-02' });
    expect((await backend.ask('family.show', { caseId })).family.individuals.find(({ id }) => id === mother)).toMatchObject({ gender: 'woman-girl', givenName: '', birthDate: null });
    const pages = await plainPages(backend);
    expect([pages.includes('zrel'), pages.includes('1971-03-04')]).toEqual([false, false]);
    expect(missingFrom(pages, planted('zoth', 3))).toEqual([]);
    expect(missingFrom(pages, patientWords)).toEqual([]);
  });

  it('leaves no word of the patient, and the relatives', async () => {
    const backend = await aBackend();
    const { caseId, probandId } = await aToldCase(backend);
    await backend.ask('erasure.make', { caseId, personId: probandId, ...request });
    expect(await backend.ask('vault.verify', {})).toMatchObject({ isIntact: true, findings: [] });
    const pages = await plainPages(backend);
    // The note of a variant that the relative carries.
    expect(patientWords.filter((word) => pages.includes(word))).toEqual(['zpat_7']);
    expect(missingFrom(pages, planted('zoth', 3))).toEqual([]);
  });

  it('cannot be undone, nor can what it emptied, and is recorded with the head of the history before', async () => {
    const backend = await aBackend();
    const { caseId, mother } = await aToldCase(backend);
    const before = [...backend.vault.exportHistory()].at(-1)?.hash;
    await backend.ask('erasure.make', { caseId, personId: mother, ...request });
    const [record] = await backend.ask('erasure.list', { caseId });
    expect(record).toMatchObject({ requestedBy: 'self', historyHead: before });
    const { entries, canUndo } = await backend.ask('history.list', { caseId, limit: 100, before: null });
    expect(entries.map(({ label }) => label)).toContain('Change to data that were erased on request');
    expect(entries[0]?.label).toMatch(/^Erase the data of I-\d on request$/);
    expect(canUndo?.label).not.toMatch(/zrel/);
  });

  it('shows the words before, so that the search finds them', async () => {
    const backend = await aBackend();
    await aToldCase(backend);
    const pages = await plainPages(backend);
    expect(missingFrom(pages, [...planted('zrel', 17), ...patientWords])).toEqual([]);
  });

  it('knows the person by the names that they gave up, such as at a marriage, and takes them for those of nobody else', async () => {
    const backend = await aBackend();
    const { ask, vault } = backend;
    const { caseId, mother, father } = await aToldCase(backend);
    const versionOf = (personId: string): number => vault.repositories().people.find(personId)?.version ?? 0;
    await ask('person.change', { personId: father, version: versionOf(father), change: { familyName: 'zoth_berg' } });
    await ask('person.change', { personId: mother, version: versionOf(mother), change: { givenName: 'zrel_ada', familyName: 'zrel_kraus' } });
    must(
      vault.command('event.add', (unit) => {
        unit.records.exports.add(caseId, { by: '', content: 'letter', format: 'pdf', level: 'full', purpose: 'referral', recipient: 'Mrs Zrel_Kraus herself', fileName: 'zrel_kraus-letter.pdf', byteCount: 1, sha256: 'a'.repeat(64), personIds: [mother], consentIds: [] });
        unit.records.exports.add(caseId, { by: '', content: 'letter', format: 'pdf', level: 'full', purpose: 'referral', recipient: 'Family zoth_berg', fileName: 'letter.pdf', byteCount: 1, sha256: 'a'.repeat(64), personIds: [father], consentIds: [] });
        unit.describe('Write to Ada zrel_kraus', caseId);
        return success(null);
      }),
    );
    // At the wedding the family name of the husband becomes hers: of the two names it is the former one that tells of her alone.
    await ask('person.change', { personId: mother, version: versionOf(mother), change: { givenName: 'zrel_eve', familyName: 'zoth_berg' } });
    expect((await ask('erasure.preview', { caseId, personId: mother })).removed.find(({ what }) => what === 'names in the records of exports')?.count).toBe(1);
    await ask('erasure.make', { caseId, personId: mother, ...request });
    expect(await ask('vault.verify', {})).toMatchObject({ isIntact: true, findings: [] });
    const pages = await plainPages(backend);
    expect([/zrel/i.test(pages), missingFrom(pages, ['zoth_berg', 'Family zoth_berg'])]).toEqual([false, []]);
  });

  it('knows the patient by every number that the case had', async () => {
    const backend = await aBackend();
    const { ask, vault } = backend;
    const { caseId, probandId } = await aToldCase(backend);
    await ask('case.change', { caseId, version: vault.repositories().cases.find(caseId)?.version ?? 0, change: { reference: 'zpat_20' } });
    await ask('filter.save', { name: 'Mine', filter: { ...usualFilter, text: 'zpat_1' } });
    await ask('erasure.make', { caseId, personId: probandId, ...request });
    expect(await ask('filter.list', {})).toEqual([]);
    expect((await plainPages(backend)).includes('zpat_20')).toBe(false);
  });
});
