import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import type { FamilyEdit } from '#shared/pedigree/edit.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';
import { editFor, editWishes } from '#tests/builders/arbitrary-edits.ts';
import { aBackend, type TestBackend } from '#tests/db/backend-builder.ts';
import { must, passphrase } from '#tests/db/vault-builder.ts';

let backend: TestBackend;
let ask: TestBackend['ask'];
let refused: TestBackend['refused'];
let caseId: string;
let probandId: string;

beforeEach(async () => {
  backend = await aBackend();
  ({ ask, refused } = backend);
  ({ caseId, probandId } = await ask('case.create', { case: { reference: 'NRG-0412' }, proband: { givenName: 'Ada', sexAssignedAtBirth: 'female' } }));
  backend.events.length = 0;
});

const show = () => ask('family.show', { caseId });
/** A family whose proband is that of the case, as a merged import has it. */
const ofTheCase = (family: Family): Family => JSON.parse(JSON.stringify(family).replaceAll('"proband"', JSON.stringify(probandId))) as Family;
const save = async (family: Family, label = 'Import a family') => ask('family.save', { caseId, family, basedOnRevision: (await show()).revision, label });
const names = (family: Family) => family.individuals.map(({ givenName }) => givenName);
const trio = aPedigree().withTrio().known({ givenName: 'Father' }, 'father').known({ givenName: 'Mother' }, 'mother').known({ givenName: 'Ada' }, 'proband');

describe('a family saved whole', () => {
  test('gets ids of the vault for all that is new in it, and its own people keep theirs', async () => {
    const { revision } = await show();
    const saved = await save(ofTheCase(trio.affected('Haemophilia A', 'proband').build()));
    expect(names(saved.family)).toEqual(['Father', 'Mother', 'Ada']);
    expect(saved.family.individuals[2]?.id).toBe(probandId);
    expect(saved.createdIds).toEqual([...saved.family.individuals.slice(0, 2), ...saved.family.conditions].map(({ id }) => id));
    expect([saved.label, saved.revision]).toEqual(['Import a family', revision + 1]);
    expect(await show()).toEqual({ family: saved.family, revision: saved.revision });
    expect((await ask('case.show', { caseId })).people.map(({ givenName }) => givenName)).toEqual(['Ada', 'Father', 'Mother']);
    expect((await ask('history.list', { caseId, limit: 1, before: null })).entries[0]).toMatchObject({ id: saved.revision, label: 'Import a family', nature: 'change' });
    expect(await save(saved.family, 'The same again')).toMatchObject({ createdIds: [], revision: saved.revision });
  });

  test('is refused where somebody changed the family meanwhile, and nothing is written', async () => {
    const { family, revision } = await show();
    await ask('person.change', { personId: probandId, version: 1, change: { givenName: 'Adele' } });
    expect(await refused('family.save', { caseId, family, basedOnRevision: revision, label: 'Too late' })).toEqual({ kind: 'conflict', message: 'The family was changed since you opened it. Look at it as it is now and make your change again.' });
    expect(names((await show()).family)).toEqual(['Adele']);
  });

  test('is refused where it has no proband or breaks a rule of families, without naming anybody', async () => {
    const { revision } = await show();
    const family = trio.build();
    const attempt = (individuals: Family['individuals']) => refused('family.save', { caseId, family: { ...family, individuals }, basedOnRevision: revision, label: 'Import a family' });
    const nobody = await attempt(family.individuals.map((individual) => ({ ...individual, isProband: false })));
    const dangling = await attempt(family.individuals.slice(1));
    expect([nobody, dangling]).toEqual([
      { kind: 'rule-broken', message: 'A case has a proband. Make somebody else the proband first.' },
      { kind: 'rule-broken', message: 'An entry names an individual or a condition that is not in the family; add that one first.' },
    ]);
    expect(names((await show()).family)).toEqual(['Ada']);
  });

  test('takes no id of another case, so that neither gets in the way of the other', async () => {
    const first = await save(ofTheCase(trio.build()));
    const other = await ask('case.create', { case: {}, proband: {} });
    const { revision } = await ask('family.show', { caseId: other.caseId });
    const copy = await ask('family.save', { caseId: other.caseId, family: first.family, basedOnRevision: revision, label: 'Copy' });
    expect(names(copy.family)).toEqual(names(first.family));
    expect(copy.family.individuals.filter(({ id }) => first.family.individuals.some((one) => one.id === id))).toEqual([]);
    expect(await show()).toEqual({ family: first.family, revision: first.revision });
  });

  test('brings an earlier version back under the ids that it had', async () => {
    const whole = await save(ofTheCase(trio.build()));
    const small = await save(ofTheCase(aPedigree().woman('proband', { givenName: 'Ada' }).proband('proband').build()), 'Leave only the proband');
    const { family } = await ask('family.asOf', { caseId, entryId: whole.revision });
    expect(family).toEqual(whole.family);
    expect(await ask('family.save', { caseId, family, basedOnRevision: small.revision, label: 'Bring back' })).toMatchObject({ family: whole.family });
    expect((await ask('family.versions', { caseId })).map(({ label }) => label)).toEqual(['Bring back', 'Leave only the proband', 'Import a family', 'Create case NRG-0412']);
  });
});

describe('an edit of a family', () => {
  const edit = (...edits: readonly FamilyEdit[]) => ask('family.edit', { caseId, edits });

  test('is written as one change under its label, and answered with the family as it is kept', async () => {
    const edited = await edit({ kind: 'add-parents', childId: probandId }, { kind: 'add-sibling', individualId: probandId, side: 'before', detail: { givenName: 'Bea' } });
    expect(edited.createdIds).toEqual(edited.family.individuals.map(({ id }) => id).filter((id) => id !== probandId).toSorted());
    expect(await show()).toEqual({ family: edited.family, revision: edited.revision });
    expect((await ask('history.list', { caseId, limit: 9, before: null })).entries.map(({ id, label }) => [id, label])).toEqual([[edited.revision, edited.label], [edited.revision - 1, 'Create case NRG-0412']]);
    expect(backend.events).toEqual([{ kind: 'changed', topics: ['family', 'cases', 'history'] }]);
    await ask('history.undo', { caseId });
    expect(names((await show()).family)).toEqual(['Ada']);
  });

  test('of a family of which one edit is refused writes none of them', async () => {
    const before = await show();
    expect(await refused('family.edit', { caseId, edits: [{ kind: 'add-parents', childId: probandId }, { kind: 'set-proband', individualId: caseId }] })).toMatchObject({ kind: 'not-found' });
    expect(await show()).toEqual(before);
  });

  test('leaves every case its proband', async () => {
    const before = await show();
    const { kind } = await refused('family.edit', { caseId, edits: [{ kind: 'remove-individuals', individualIds: [probandId] }] });
    expect([kind, await show()]).toEqual(['rule-broken', before]);
  });

  test('names its new rows as the screen has named them, unless a row has or had such an id', async () => {
    const id = '01a20811-ca5a-7094-bde4-8e9f6ab1aaa8';
    const named = await ask('family.edit', { caseId, edits: [{ kind: 'add-individual', detail: {} }, { kind: 'add-individual', detail: {} }], newIds: [id] });
    expect([named.createdIds[0], named.createdIds.length]).toEqual([id, 2]);
    expect(await refused('family.edit', { caseId, edits: [{ kind: 'add-individual', detail: {} }], newIds: [id] })).toMatchObject({ kind: 'conflict' });
    await ask('history.undo', { caseId });
    expect(await refused('family.edit', { caseId, edits: [{ kind: 'add-individual', detail: {} }], newIds: [id] })).toMatchObject({ kind: 'conflict' });
  });

  test('that makes one of two people keeps the findings of both, once each', async () => {
    const { createdIds } = await edit({ kind: 'add-individual', detail: {} });
    const other = createdIds[0] ?? '';
    await ask('feature.add', { personId: probandId, termId: 'HP:0001250', detail: { note: 'kept' } });
    await ask('feature.add', { personId: other, termId: 'HP:0001250', detail: { note: 'doubled' } });
    await ask('feature.add', { personId: other, termId: 'HP:0001252', detail: { note: 'taken over' } });
    const before = (await ask('case.show', { caseId })).features.map(({ version: _, ...feature }) => feature);
    await edit({ kind: 'merge-individuals', keptId: probandId, mergedId: other });
    expect((await ask('case.show', { caseId })).features.map(({ personId, note }) => [personId, note])).toEqual([[probandId, 'kept'], [probandId, 'taken over']]);
    await ask('history.undo', { caseId });
    expect((await ask('case.show', { caseId })).features.map(({ version: _, ...feature }) => feature)).toEqual(before);
  });

  test('of any kind, forty of them, is undone to the beginning and done again, though the vault is closed on the way, and every version is remembered', { timeout: 120_000 }, async () => {
    const reached: number[] = [];
    await fc.assert(
      fc.asyncProperty(editWishes(150), async (wished) => {
        const { caseId: id } = await ask('case.create', { case: {}, proband: {} });
        const versions = [await ask('family.show', { caseId: id })];
        for (const wish of wished) {
          const present = versions.at(-1);
          const chosen = present === undefined || versions.length > 40 ? null : editFor(present.family, wish);
          if (present === undefined || chosen === null || present.family.individuals.length > 40) continue;
          const response = await ask('family.edit', { caseId: id, edits: [chosen] }).catch((fault: unknown) => String(fault));
          if (typeof response === 'string') expect(response).toMatch(/rule-broken|not-found|invalid-input/);
          else if (response.revision !== present.revision) versions.push({ family: response.family, revision: response.revision });
        }
        const asOf = () => Promise.all(versions.map(async ({ revision }) => ({ family: (await ask('family.asOf', { caseId: id, entryId: revision })).family, revision })));
        const reopen = async () => {
          await ask('vault.lock', {});
          await ask('vault.unlock', { passphrase });
        };
        expect(await asOf()).toEqual(versions);
        for (const [step, { family }] of versions.slice(0, -1).toReversed().entries()) {
          if (step === 20) await reopen();
          await ask('history.undo', { caseId: id });
          expect((await ask('family.show', { caseId: id })).family).toEqual(family);
        }
        for (const [step, { family }] of versions.slice(1).entries()) {
          if (step === 20) await reopen();
          await ask('history.redo', { caseId: id });
          expect((await ask('family.show', { caseId: id })).family).toEqual(family);
        }
        expect(await asOf()).toEqual(versions);
        reached.push(versions.length - 1);
      }),
      { numRuns: 6 },
    );
    expect(Math.max(...reached)).toBe(40);
    expect(must(await backend.vault.verify()).findings).toEqual([]);
  });
});

describe('a person of a family', () => {
  test('who is a relative has findings like the proband, which neither the counts of the caseload nor the proband see', async () => {
    const saved = await save(ofTheCase(trio.build()));
    const father = saved.family.individuals[0]?.id ?? '';
    await ask('feature.add', { personId: father, termId: 'HP:0001250', detail: {} });
    await ask('feature.add', { personId: probandId, termId: 'HP:0001250', detail: { state: 'excluded' } });
    expect((await ask('case.show', { caseId })).features.map(({ personId, state }) => [personId, state])).toEqual([[father, 'observed'], [probandId, 'excluded']]);
    expect((await ask('case.list', {}))[0]).toMatchObject({ observedCount: 0, excludedCount: 1, proband: { givenName: 'Ada' } });
  });

  test('is changed with all that may be said, under its words in the history, and announces the family', async () => {
    await ask('person.change', { personId: probandId, version: 1, change: { life: { kind: 'stillbirth', gestation: { weeks: 31, days: 0 } }, isEvaluated: true, provenance: { givenName: { source: 'record', detail: '', recordedOn: null, recordedBy: '', isPrivate: true } } } });
    expect(backend.events).toEqual([{ kind: 'changed', topics: ['family', 'cases', 'history'] }]);
    expect((await show()).family.individuals[0]).toMatchObject({ life: { kind: 'stillbirth' }, isEvaluated: true, provenance: { givenName: { isPrivate: true } } });
    expect((await ask('family.versions', { caseId }))[0]).toMatchObject({ label: 'Change kind of life, evaluation and sources of the proband', actor: 'Dr Penelope' });
  });
});

describe('a family of a case that is gone', () => {
  test('is not found, whatever is asked of it', async () => {
    const { family, revision } = await show();
    await ask('case.delete', { caseId, version: 1 });
    const gone = [
      await refused('family.show', { caseId }),
      await refused('family.edit', { caseId, edits: [{ kind: 'add-parents', childId: probandId }] }),
      await refused('family.save', { caseId, family, basedOnRevision: revision, label: 'x' }),
      await refused('family.versions', { caseId }),
      await refused('family.asOf', { caseId, entryId: revision }),
    ];
    expect(gone.map(({ kind }) => kind)).toEqual(gone.map(() => 'not-found'));
    await ask('history.undo', { caseId });
    expect((await show()).family).toEqual(family);
    expect(must(await backend.vault.verify()).findings).toEqual([]);
  });
});
