import { describe, expect, it } from 'vitest';
import { success } from '#shared/base/result.ts';
import { usualFilter } from '#shared/casefile/caseload-filter.ts';
import { bareEvent } from '#shared/casefile/odyssey-event.ts';
import { bareTest } from '#shared/casefile/ordered-test.ts';
import type { SuggestionDetail } from '#shared/casefile/suggestion.ts';
import { bareTask } from '#shared/casefile/task.ts';
import { newIndividual } from '#shared/pedigree/family.ts';
import { unknownProvenance } from '#shared/pedigree/individual.ts';
import { newReferral } from '#shared/referral/referral.ts';
import { aBackend, type TestBackend } from '#tests/db/backend-builder.ts';
import { missingFrom, plainPages, planted } from '#tests/db/plain-pages.ts';
import { must } from '#tests/db/vault-builder.ts';

const digest = 'a'.repeat(64);
const anExport = { by: 'Dr Penelope', content: 'case summary', format: 'pdf', level: 'full', purpose: 'referral', byteCount: 1, sha256: digest, consentIds: [] } as const;
const aWord: SuggestionDetail = { source: 'family-view', personId: null, fact: 'other', shown: '', answer: 'addition', said: '', saidBy: '', saidAt: '2026-03-01T00:00:00.000Z', status: 'open', decidedBy: '', decidedAt: null, note: '' };

/** A patient of whom every kind of record says a word `zpat`, and a mother of whom others say `zoth`. */
async function aCase(backend: TestBackend) {
  const { ask } = backend;
  await ask('settings.change', { autoLockMinutes: 0 });
  const { caseId, probandId } = await ask('case.create', { case: { reference: 'zpat_1', note: 'zpat_2' }, proband: { givenName: 'zpat2', familyName: 'zfamily' } });
  const { family, revision } = await ask('family.show', { caseId });
  const told = {
    ...family,
    individuals: [...family.individuals, newIndividual('11111111-1111-7111-8111-111111111111', { givenName: 'zoth_1', familyName: 'zfamily' })],
    parentEdges: [{ id: 'e', childId: probandId, parentId: '11111111-1111-7111-8111-111111111111', roles: ['egg', 'gestational'] as const, isDonor: false, undrawnPartner: 0, provenance: unknownProvenance }],
    conditions: [{ id: 'c', name: 'Migraine', diseaseId: null, termId: null }],
  };
  const saved = await ask('family.save', { caseId, family: told, basedOnRevision: revision, label: 'Draw the mother of zpat2' });
  const motherId = saved.family.individuals.find(({ givenName }) => givenName === 'zoth_1')?.id ?? '';
  const conditionId = saved.family.conditions[0]?.id ?? '';
  const known = { copies: 1, tests: [], alleleFrequency: null } as const;
  await ask('risk.change', { caseId, conditionId, change: { mode: 'AR', evidence: { [probandId]: { ...known, alleleFrequency: 0.123456789 }, [motherId]: known }, pregnancies: [[probandId, motherId]] } });
  await ask('trial.setSearch', { caseId, detail: { place: { label: 'zpat_3', latitude: 38.4, longitude: 20.7 }, words: 'zpat_4' } });
  await ask('filter.save', { name: 'Mine', filter: { ...usualFilter, text: 'zpat2' } });
  await ask('filter.save', { name: 'zpat2 gone', filter: usualFilter });
  await ask('filter.remove', { filterId: (await ask('filter.list', {})).find(({ name }) => name === 'zpat2 gone')?.id ?? '', version: 1 });
  await ask('filter.save', { name: 'zoth_2', filter: { ...usualFilter, text: 'zfamily' } });
  fillRecords(backend, caseId, probandId, motherId);
  return { caseId, probandId, motherId, conditionId };
}

function fillRecords({ vault }: TestBackend, caseId: string, probandId: string, motherId: string): void {
  must(
    vault.command('event.add', (unit) => {
      const { events, tests, tasks, referrals, documents, consents, exports, suggestions } = unit.records;
      unit.trials.add(caseId, 'NCT00000001', { state: 'declined', since: '2026-01-01', reason: 'zpat_5', note: 'zpat_6', seenImport: 0 });
      const keep = (word: string) => ({ fileName: `${word}.txt`, mediaType: 'text/plain', byteCount: 8, sha256: unit.documentContents.keep(Buffer.from(`Of ${word}.`)), note: '', eventId: null, testId: null, referralId: null, isPrivate: false });
      const event = events.add(caseId, { ...bareEvent, title: 'zpat_7', clinician: 'zpat_8' });
      const test = tests.add(caseId, { ...bareTest, name: 'zpat_9', summary: 'zpat_10', personIds: [probandId] });
      tests.add(caseId, { ...bareTest, name: 'zoth_3', personIds: [motherId] });
      const referral = { ...newReferral('free', '2026-01-01', 'Dr Penelope'), question: 'zpat_11', letter: 'Dear colleague, zpat_12', impression: 'zpat_13' };
      referrals.add(caseId, referral);
      referrals.add(caseId, { ...referral, question: 'zoth_4', impression: '', personIds: [probandId, motherId] });
      tasks.add(caseId, { ...bareTask, title: 'zpat_14', testId: test.id });
      documents.add(caseId, { ...keep('zpat_15'), eventId: event.id });
      const form = documents.add(caseId, keep('zoth_5'));
      consents.add(caseId, { personId: probandId, purpose: 'registry', isGiven: true, on: '2026-01-01', givenBy: 'self', giverName: 'zpat_16', takenBy: '', expiresOn: null, withdrawnOn: null, withdrawalNote: '', note: 'zpat_17', documentId: null });
      consents.add(caseId, { personId: motherId, purpose: 'registry', isGiven: true, on: '2026-01-01', givenBy: 'self', giverName: 'zoth_6', takenBy: '', expiresOn: null, withdrawnOn: null, withdrawalNote: '', note: '', documentId: form.id });
      exports.add(caseId, { ...anExport, recipient: 'zoth_7', fileName: 'summary zpat2.pdf', personIds: [probandId] });
      suggestions.add(caseId, { ...aWord, personId: probandId, said: 'zpat_18' });
      suggestions.add(caseId, { ...aWord, said: 'zpat_19' });
      suggestions.add(caseId, { ...aWord, personId: motherId, said: 'zoth_8', saidBy: 'zpat2' });
      unit.candidates.add(caseId, { id: 'OMIM:154700', name: 'zpat_20' }, { state: 'suspected', reason: 'zpat_21', decidedOn: '2026-01-01', decidedBy: 'Dr Penelope' });
      unit.sources.add({ caseId, fileName: 'zpat_22.json', format: 'phenopacket', content: 'zpat_23' });
      const dropped = tests.add(caseId, { ...bareTest, name: 'zpat_24', personIds: [probandId] });
      unit.describe('Fill the case', caseId);
      return success(dropped);
    }),
  );
  const dropped = vault.repositories().records.tests.ofCase(caseId).find(({ name }) => name === 'zpat_24');
  must(
    vault.command('test.remove', (unit) => {
      unit.describe('Remove a test', caseId);
      return unit.records.tests.remove(dropped?.id ?? '', dropped?.version ?? 0);
    }),
  );
}

const request = { requestedOn: '2026-03-02', requestedBy: 'self' } as const;

describe('the erasure of a patient', () => {
  it('says beforehand what becomes of each kind of record', async () => {
    const backend = await aBackend();
    const { caseId, probandId } = await aCase(backend);
    const plan = await backend.ask('erasure.preview', { caseId, personId: probandId });
    expect(plan.removed.map(({ what, count }) => `${what} ${String(count)}`)).toEqual([
      'name, dates, numbers, ancestry, notes and sources of the person 1',
      'reference, next step and note of the case, and the heading of the pedigree 1',
      'reckonings of a risk, what was known of the person in them 1',
      'tests 1',
      'referrals, with their letters 1',
      'documents, with their bytes 1',
      'words of the family 2',
      'steps of the odyssey 1',
      'candidate diseases, with the reasons 1',
      'tasks 1',
      'trials followed, with what was said of them 1',
      'place and words of the search for trials 1',
      'names in the records of exports 1',
      'saved filters that look for them 1',
      'imported files, whole: what they say of others stands in the records 1',
    ]);
    expect(plan.kept.map(({ what }) => what)).toEqual([
      'Place in the pedigree, with sex, gender and whether they live',
      'Consents (1), without the names in them and withdrawn',
      'Records of exports (1)',
      'Tests and referrals with other relatives (1)',
      'Documents of relatives alone (1)',
      'Conditions of the legend, with how their inheritance is reckoned',
      'That and when something was changed, by whom',
      'Words about this person in the notes of others',
      'Backups and exported histories made before, and copies from before an update in the folder of the vault',
    ]);
  });

  it('leaves no word of them in any page of the file, and an intact history', async () => {
    const backend = await aBackend();
    const { caseId, probandId } = await aCase(backend);
    await backend.ask('erasure.make', { caseId, personId: probandId, ...request });
    expect(await backend.ask('vault.verify', {})).toMatchObject({ isIntact: true, findings: [] });
    const pages = await plainPages(backend);
    expect([pages.includes('zpat'), pages.includes('0.123456789')]).toEqual([false, false]);
    expect(missingFrom(pages, planted('zoth', 8))).toEqual([]);
  });

  it('shows the words before, so that the search of the pages finds them', async () => {
    const backend = await aBackend();
    await aCase(backend);
    const pages = await plainPages(backend);
    expect(missingFrom(pages, [...planted('zpat', 24), 'zpat2', '0.123456789'])).toEqual([]);
  });

  it('keeps what is of the relatives and of the clinic', async () => {
    const backend = await aBackend();
    const { ask, vault } = backend;
    const { caseId, probandId, motherId } = await aCase(backend);
    await ask('erasure.make', { caseId, personId: probandId, ...request });
    const [model] = (await ask('risk.show', { caseId })).models;
    expect(model?.model).toMatchObject({ mode: 'AR', evidence: { [motherId]: { copies: 1 } }, pregnancies: [] });
    expect(Object.keys(model?.model.evidence ?? {})).toEqual([motherId]);
    expect(await ask('trial.search', { caseId })).toMatchObject({ place: null, words: '' });
    expect((await ask('filter.list', {})).map(({ name }) => name)).toEqual(['zoth_2']);
    expect((await ask('export.list', { caseId })).map(({ recipient, fileName }) => ({ recipient, fileName }))).toEqual([{ recipient: 'zoth_7', fileName: '' }]);
    expect((await ask('referral.list', { caseId })).map(({ question, letter, personIds }) => ({ question, letter, personIds }))).toEqual([{ question: 'zoth_4', letter: null, personIds: [motherId] }]);
    expect((await ask('suggestion.list', { caseId })).map(({ said, saidBy }) => ({ said, saidBy }))).toEqual([{ said: 'zoth_8', saidBy: '' }]);
    expect((await ask('document.list', { caseId })).map(({ fileName }) => fileName)).toEqual(['zoth_5.txt']);
    const { trials, records, candidates } = vault.repositories();
    expect([trials.ofCase(caseId), records.events.ofCase(caseId), records.tasks.ofCase(caseId), candidates.ofCase(caseId)]).toEqual([[], [], [], []]);
  });

  it('is found by no search any more, and nothing that it emptied can be brought back', async () => {
    const { ask, refused, vault, ...others } = await aBackend();
    const { caseId, probandId } = await aCase({ ask, refused, vault, ...others });
    await ask('erasure.make', { caseId, personId: probandId, ...request });
    for (const text of ['zpat', 'zpat2', 'zfamily zpat']) expect((await ask('search.find', { text, limit: 10 })).caseIds).toEqual([]);
    expect((await ask('search.find', { text: 'zoth', limit: 10 })).caseIds.length).toBe(1);
    const { entries } = await ask('history.list', { caseId: null, limit: 100, before: null });
    expect(entries.filter(({ label }) => label.includes('zpat'))).toEqual([]);
    const emptied = entries.filter(({ label }) => label === 'Change to data that were erased on request' || label.startsWith('Erase the data'));
    expect(emptied.length).toBeGreaterThanOrEqual(8);
    const before = [...vault.exportHistory()].length;
    for (const { id } of emptied) expect(await refused('history.undo', { caseId: null, entryId: id })).toMatchObject({ message: expect.stringMatching(/.+/) as string });
    expect([...vault.exportHistory()].length).toBe(before);
  });

  it('leaves a history in which somebody else can be erased as well', async () => {
    const backend = await aBackend();
    const { caseId, probandId, motherId } = await aCase(backend);
    await backend.ask('erasure.make', { caseId, personId: probandId, ...request });
    await backend.ask('erasure.make', { caseId, personId: motherId, ...request });
    expect(await backend.ask('vault.verify', {})).toMatchObject({ isIntact: true, findings: [] });
    const pages = await plainPages(backend);
    expect([pages.includes('zpat'), pages.includes('zoth'), pages.includes('zfamily')]).toEqual([false, false, false]);
  });
});
