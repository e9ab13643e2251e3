import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { atOnce } from '#db/in-slices.ts';
import { gatherWords } from '#db/search/gather-words.ts';
import { verifyVault } from '#db/verify-vault.ts';
import { findingDetailSchema } from '#shared/casefile/finding.ts';
import { bareEvent } from '#shared/casefile/odyssey-event.ts';
import { bareTask } from '#shared/casefile/task.ts';
import type { Failure } from '#shared/base/failure.ts';
import { success, type Result } from '#shared/base/result.ts';
import { bareDetail } from '#shared/phenotype/feature.ts';
import { unknownVariant } from '#shared/variant/variant.ts';
import { newPersonDetail } from '#electron/backend/cases/new-case.ts';
import { aBackend } from '#tests/db/backend-builder.ts';
import { derivedAnew, derivedRows } from '#tests/db/derived-rows.ts';
import { anUnlockedVault, aVault, must, passphrase, type TestVault } from '#tests/db/vault-builder.ts';

const find = (vault: TestVault, text: string, clinician = '') => vault.read.search.find({ text, clinician, within: null, limit: 10 });
/** The references of the cases found, in their order. */
const references = (vault: TestVault, text: string, clinician = '') => find(vault, text, clinician).found.map(({ reference }) => reference);
/** Each text found, with the words that are marked in square brackets. */
const marked = (vault: TestVault, text: string) =>
  find(vault, text).found.flatMap(({ hits }) => hits.map(({ part, text: shown, marks }) => `${part}: ${marks.reduceRight((all, [start, end]) => `${all.slice(0, start)}[${all.slice(start, end)}]${all.slice(end)}`, shown)}`));

/** Everything that a case can hold words in. */
function fill(vault: TestVault, caseId: string): void {
  must(
    vault.run((unit) => {
      const proband = must(unit.people.change(unit.people.proband(caseId)?.id ?? '', 1, { givenName: 'Zoë', familyName: 'Müller' }));
      unit.people.add(caseId, false, { ...newPersonDetail, givenName: 'Łukasz', note: 'lives in Gdańsk' });
      unit.features.add({ caseId, personId: proband.id, termId: 'HP:0001250', label: 'Seizure', detail: { ...bareDetail('observed'), note: 'only with fever' } });
      unit.candidates.add(caseId, { id: 'OMIM:154700', name: 'Marfan syndrome' }, { state: 'ruled-out', reason: 'lens in place', decidedOn: '2026-03-01', decidedBy: 'Dr Penelope' });
      unit.findings.add(caseId, { ...findingDetailSchema.parse({ ...unknownVariant, nextReviewOn: null, note: '' }), gene: { symbol: 'FGFR2', hgncId: null }, hgvsCoding: 'c.755C>G', note: 'seen twice' });
      unit.records.events.add(caseId, { ...bareEvent, title: 'Called achromatopsia', clinician: 'Dr Eurycleia Ops', note: 'in spring' });
      unit.records.tasks.add(caseId, { ...bareTask, title: 'Ring the laboratory' });
      const sha256 = unit.documentContents.keep(Buffer.from('<p>The hippocampus is small.</p>'));
      unit.records.documents.add(caseId, { fileName: 'mri-report.html', mediaType: 'text/html', byteCount: 32, sha256, note: '', eventId: null, testId: null, referralId: null, isPrivate: false });
      unit.describe('Fill the case', caseId);
      return unit.cases.change(caseId, 1, { note: 'Parents are cousins' });
    }),
  );
}

describe('searching the vault', () => {
  test.each([
    ['a name, without its accents and capitals', 'zoe muller', 'proband: [Zoë]'],
    ['a letter that is no accent', 'lukasz gdansk', 'relatives: [Łukasz]'],
    ['a term, from its beginning', 'seiz', 'terms: [Seizure]'],
    ['the number of a term', 'HP:0001250', 'terms: [HP]:[0001250]'],
    ['what was noted beside a term', 'fever', 'terms: only with [fever]'],
    ['a reason', 'lens place', 'candidates: [lens] in [place]'],
    ['a variant as it is written', 'c.755C>G', 'findings: [c].[755C]>[G]'],
    ['a wrong diagnosis', 'achromatopsia', 'events: Called [achromatopsia]'],
    ['a task', 'ring laboratory', 'tasks: [Ring] the [laboratory]'],
    ['a file', 'mri', 'documents: [mri]-report.html'],
    ['what an attached text says, without its markup', 'hippocampus', 'documents: The [hippocampus] is small.'],
    ['a note of the case', 'cousins', 'case: Parents are [cousins]'],
  ])('finds %s', async (_what, text, expected) => {
    const vault = await aVault();
    fill(vault, vault.addCase('NRG-1'));
    vault.addCase('NRG-2');
    expect(references(vault, text)).toEqual(['NRG-1']);
    expect(marked(vault, text).map((hit) => hit.replaceAll(/\s+/g, ' ').trim())).toContain(expected);
  });

  test('wants every word, wherever in the case each of them stands, and nothing of another case', async () => {
    const vault = await aVault();
    fill(vault, vault.addCase('NRG-1'));
    vault.addCase('NRG-2', [['HP:0001250', 'Seizure', 'observed']]);
    expect([references(vault, 'seizure'), references(vault, 'seizure müller'), references(vault, 'seizure nobody'), references(vault, ''), references(vault, '"*( OR')]).toEqual([['NRG-2', 'NRG-1'], ['NRG-1'], [], [], []]);
  });

  test('puts the case that is called so first, then the one with all words in one place, then the last changed', async () => {
    const vault = await aVault();
    const note = (caseId: string, text: string) => must(vault.run((unit) => (unit.describe('Note', caseId), unit.cases.change(caseId, 1, { note: text }))));
    const called = vault.addCase('Marfan Seizure');
    const apart = vault.addCase('NRG-2', [['HP:0001250', 'Seizure', 'observed']]);
    note(vault.addCase('NRG-3'), 'no seizure since the tale of Marfan');
    note(vault.addCase('NRG-4'), 'marfan and a seizure');
    must(vault.run((unit) => (unit.describe('Decide', apart), success(unit.candidates.add(apart, { id: 'OMIM:154700', name: 'Marfan syndrome' }, { state: 'suspected', reason: '', decidedOn: '2026-03-01', decidedBy: '' })))));
    expect(find(vault, 'marfan seizure').caseIds[0]).toBe(called);
    expect(references(vault, 'marfan seizure')).toEqual(['Marfan Seizure', 'NRG-4', 'NRG-3', 'NRG-2']);
  });

  test('takes a single letter for a whole word, since it begins nearly everything', async () => {
    const vault = await aVault();
    vault.addCase('Gene X');
    vault.addCase('Xanthoma');
    expect(references(vault, 'x')).toEqual(['Gene X']);
  });

  test('finds the cases in which a clinician takes part, and that name nowhere else', async () => {
    const vault = await aVault();
    fill(vault, vault.addCase('NRG-1'));
    vault.addCase('Eurycleia');
    expect([references(vault, '', 'eury ops'), references(vault, 'seizure', 'penelope'), references(vault, '', 'lukasz')]).toEqual([['NRG-1'], ['NRG-1'], []]);
  });

  test('follows a change, its undo and its redo, and forgets a case that is deleted until that is undone', async () => {
    const vault = await aVault();
    const caseId = vault.addCase('NRG-1');
    const change = (nextAction: string) => must(vault.run((unit) => (unit.describe('Plan', caseId), unit.cases.change(caseId, vault.read.cases.find(caseId)?.version ?? 0, { nextAction }))));
    const step = (how: 'undo' | 'redo') => must(vault.run((unit) => unit.history[how](null)));
    change('ring Argos');
    change('write to Argos');
    const found = [references(vault, 'ring'), references(vault, 'write')];
    step('undo');
    found.push(references(vault, 'ring'), references(vault, 'write'));
    step('redo');
    found.push(references(vault, 'ring'));
    must(vault.run((unit) => (unit.describe('Delete', caseId), unit.cases.remove(caseId, vault.read.cases.find(caseId)?.version ?? 0))));
    found.push(references(vault, 'argos'));
    step('undo');
    found.push(references(vault, 'argos'));
    expect(found).toEqual([[], ['NRG-1'], ['NRG-1'], [], [], [], ['NRG-1']]);
  });

  test('is as it was where a command is refused', async () => {
    const vault = await aVault();
    const caseId = vault.addCase('NRG-1');
    const before = derivedRows(vault.vault.database);
    expect(vault.run((unit) => (unit.cases.change(caseId, 1, { note: 'lost' }), unit.cases.change(caseId, 1, { note: 'too late' }))).ok).toBe(false);
    expect(derivedRows(vault.vault.database)).toEqual(before);
  });

  test('shows a long text cut around the first word that was found', async () => {
    const vault = await aVault();
    const caseId = vault.addCase('NRG-1');
    must(vault.run((unit) => (unit.describe('Note', caseId), unit.cases.change(caseId, 1, { note: `${'word '.repeat(200)}Ithaca ${'more '.repeat(200)}` }))));
    const [hit] = find(vault, 'ithaca').found[0]?.hits ?? [];
    expect([hit?.text.startsWith('… word'), hit?.text.endsWith('…'), (hit?.text.length ?? 0) < 180, hit?.marks.map(([start, end]) => hit.text.slice(start, end))]).toEqual([true, true, true, ['Ithaca']]);
  });
});

describe('the index of words', () => {
  /** As in a vault of before there was an index. */
  const forgetIndex = ({ vault: { database } }: TestVault) => database.exec("INSERT INTO search_text (search_text) VALUES ('delete-all'); DELETE FROM search_case; DELETE FROM case_profile; UPDATE search_state SET rules = 0");

  test('is made for a vault of before there was one, and anew where its rules have changed', async () => {
    const vault = await aVault();
    fill(vault, vault.addCase('NRG-1'));
    const { database } = vault.vault;
    const whole = derivedRows(database);
    forgetIndex(vault);
    expect([references(vault, 'seizure'), find(vault, 'seizure').waitingCount]).toEqual([[], 1]);
    atOnce(gatherWords(database));
    expect([references(vault, 'seizure'), find(vault, 'seizure').waitingCount, derivedRows(database)]).toEqual([['NRG-1'], 0, whole]);
    const number = database.prepare('SELECT number FROM search_case').get();
    atOnce(gatherWords(database));
    expect(database.prepare('SELECT number FROM search_case').get()).toEqual(number);
  });

  test('is made in steps, goes on where a lock has ended it, and meanwhile finds what is in it and says how many cases are not', async () => {
    const vault = await aVault();
    for (let number = 1; number <= 10; number += 1) vault.addCase(`NRG-${String(number)}`, [['HP:0001250', 'Seizure', 'observed']]);
    forgetIndex(vault);
    const steps = gatherWords(vault.vault.database);
    steps.next();
    steps.next();
    const begun = find(vault, 'seizure');
    vault.close();
    const again = await anUnlockedVault(vault.vault.folder);
    expect([begun.caseIds.length, begun.waitingCount, find(again, 'seizure').caseIds]).toEqual([4, 6, begun.caseIds]);
    atOnce(gatherWords(again.vault.database));
    expect([find(again, 'seizure').caseIds.length, find(again, 'seizure').waitingCount, derivedRows(again.vault.database)]).toEqual([10, 0, derivedAnew(again.vault.database)]);
  });

  test('says the same as one made at once, whatever commands come between the steps of its making', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCommand, { maxLength: 8 }), fc.array(fc.array(anyCommand, { maxLength: 3 }), { maxLength: 6 }), async (before, between) => {
        const vault = await aVault();
        for (const { kind, text, which } of [{ kind: 'case', text: 'NRG', which: 0 }, ...before]) perform(vault, kind, text, which);
        forgetIndex(vault);
        const steps = gatherWords(vault.vault.database);
        for (const commands of between) {
          steps.next();
          for (const { kind, text, which } of commands) perform(vault, kind, text, which);
        }
        atOnce(steps);
        expect(derivedRows(vault.vault.database)).toEqual(derivedAnew(vault.vault.database));
        vault.close();
      }),
      { numRuns: 10 },
    );
  });

  test('is made anew after the unlock while others are answered, and is announced when it is whole', async () => {
    const { ask, vault, events } = await aBackend();
    for (let number = 1; number <= 12; number += 1) await ask('case.create', { case: { reference: `NRG-${String(number)}` }, proband: {} });
    vault.lock();
    const between = await anUnlockedVault(vault.folder);
    forgetIndex(between);
    between.close();
    events.length = 0;
    await ask('vault.unlock', { passphrase });
    const first = await ask('search.find', { text: 'nrg', limit: 0 });
    expect(first.caseIds.length + first.waitingCount).toBe(12);
    await vi.waitFor(async () => expect(await ask('search.find', { text: 'nrg', limit: 0 })).toMatchObject({ caseIds: { length: 12 }, waitingCount: 0 }), { timeout: 20_000 });
    await vi.waitFor(() => expect(events).toContainEqual({ kind: 'changed', topics: ['search'] }));
  });

  test('keeps nothing of a word that was taken out once somebody’s data are erased', async () => {
    const vault = await aVault();
    const caseId = vault.addCase('NRG-1');
    const note = (text: string) => must(vault.run((unit) => (unit.describe('Note', caseId), unit.cases.change(caseId, vault.read.cases.find(caseId)?.version ?? 0, { note: text }))));
    const blocks = () => vault.vault.database.prepare<[], { block: Uint8Array }>('SELECT block FROM search_text_data').all().some(({ block }) => Buffer.from(block).includes('polyphemus'));
    note('polyphemus');
    note('');
    expect(blocks()).toBe(true);
    must(
      vault.run((unit) => {
        unit.records.erasures.add(caseId, { pedigreeNumber: 'II-1', requestedOn: '2026-03-01', requestedBy: 'self', by: 'Dr A', historyHead: '0'.repeat(64), removed: [], kept: [] });
        unit.describe('Erase', caseId);
        return success(null);
      }),
    );
    expect(blocks()).toBe(false);
  });

  test('says after any commands, undone and repeated, what one made from nothing says', async () => {
    const vault = await aVault();
    await fc.assert(
      fc.asyncProperty(fc.array(anyCommand, { maxLength: 12 }), (commands) => {
        for (const { kind, text, which } of commands) perform(vault, kind, text, which);
        expect(derivedRows(vault.vault.database)).toEqual(derivedAnew(vault.vault.database));
        return Promise.resolve();
      }),
      { numRuns: 60 },
    );
    expect(must(verifyVault(vault.vault.database)).findings).toEqual([]);
  });
});

const anyCommand = fc.record({
  kind: fc.constantFrom('case', 'note', 'plan', 'person', 'rename', 'feature', 'ignore', 'event', 'remove-event', 'task', 'done', 'said', 'candidate', 'decide', 'delete', 'undo', 'redo'),
  text: fc.constantFrom('ataxia', 'Ätaxie', 'eye', 'O’Neil', 'c.12A>G', '山田', ''),
  which: fc.nat(5),
});

/** One command on one of the cases there are; one that cannot be done does nothing. */
function perform(vault: TestVault, kind: string, text: string, which: number): void {
  const cases = vault.read.cases.list();
  const record = cases[which % Math.max(1, cases.length)];
  if (kind === 'case' || record === undefined) return void vault.addCase(text, [['HP:0001250', 'Seizure', 'observed'], ['HP:0001252', 'Hypotonia', 'excluded']]);
  const { id, version } = record;
  const proband = { id: vault.read.people.proband(id)?.id ?? '' };
  vault.run((unit): Result<unknown, Failure> => {
    if (kind === 'undo' || kind === 'redo') return unit.history[kind](null);
    unit.describe(kind, id);
    const [event] = unit.records.events.ofCase(id);
    const [feature] = unit.features.ofCase(id);
    const [task] = unit.records.tasks.ofCase(id);
    const [candidate] = unit.candidates.ofCase(id);
    switch (kind) {
      case 'note':
        return unit.cases.change(id, version, { note: text });
      case 'plan':
        return unit.cases.change(id, version, { nextAction: text, nextActionDueOn: text === '' ? null : `2026-0${String(1 + which)}`, status: 'testing' });
      case 'task':
        return success(unit.records.tasks.add(id, { ...bareTask, title: text, dueOn: `2026-0${String(1 + which)}-10` }));
      case 'done':
        return task === undefined ? success(null) : unit.records.tasks.change(task.id, task.version, { doneOn: task.doneOn === null ? '2026-03-01' : null });
      case 'said':
        return success(unit.records.suggestions.add(id, { source: 'questionnaire', personId: null, fact: 'other', shown: '', answer: 'addition', said: text, saidBy: '', saidAt: '2026-03-01T00:00:00.000Z', status: 'open', decidedBy: '', decidedAt: null, note: '' }));
      case 'decide':
        return candidate === undefined ? success(null) : unit.candidates.change(candidate.id, candidate.version, { state: which < 3 ? 'working' : 'confirmed', reason: text, decidedOn: `2026-03-0${String(1 + which)}`, decidedBy: '' });
      case 'person':
        return success(unit.people.add(id, false, { ...newPersonDetail, givenName: text }));
      case 'rename':
        return unit.people.change(proband.id, unit.people.find(proband.id)?.version ?? 0, { familyName: text });
      case 'feature':
        return success(unit.features.ofCase(id).some(({ termId }) => termId === 'HP:0000486') ? null : unit.features.add({ caseId: id, personId: proband.id, termId: 'HP:0000486', label: 'Strabismus', detail: { ...bareDetail('observed'), note: text } }));
      case 'ignore':
        return feature === undefined ? success(null) : unit.features.change(feature.id, feature.version, { isIgnored: !feature.isIgnored });
      case 'event':
        return success(unit.records.events.add(id, { ...bareEvent, title: text, clinician: text }));
      case 'remove-event':
        return event === undefined ? success(null) : unit.records.events.remove(event.id, event.version);
      case 'candidate':
        return success(unit.candidates.ofCase(id).length > 0 ? null : unit.candidates.add(id, { id: 'OMIM:1', name: text }, { state: 'suspected', reason: text, decidedOn: '2026-03-01', decidedBy: '' }));
      default:
        return unit.cases.remove(id, version);
    }
  });
}
