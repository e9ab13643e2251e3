import { beforeEach, describe, expect, test } from 'vitest';
import type { Family } from '#shared/pedigree/family.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';
import { aBackend, type TestBackend } from '#tests/db/backend-builder.ts';
import { must } from '#tests/db/vault-builder.ts';

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

describe('a person of a family', () => {
  test('who is a relative has findings like the proband, which neither the counts of the caseload nor the proband see', async () => {
    const saved = await save(ofTheCase(trio.build()));
    const father = saved.family.individuals[0]?.id ?? '';
    await ask('feature.add', { personId: father, termId: 'HP:0001250', detail: {} });
    await ask('feature.add', { personId: probandId, termId: 'HP:0001250', detail: { state: 'excluded' } });
    expect((await ask('case.show', { caseId })).features.map(({ personId, state }) => [personId, state])).toEqual([[father, 'observed'], [probandId, 'excluded']]);
    expect((await ask('case.list', {}))[0]).toMatchObject({ observedCount: 0, excludedCount: 1, proband: { id: probandId, givenName: 'Ada' } });
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
