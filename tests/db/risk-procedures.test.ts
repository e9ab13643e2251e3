import { beforeEach, describe, expect, test } from 'vitest';
import { initialRiskModel } from '#shared/inheritance/risk-model.ts';
import { aBackend, type TestBackend } from '#tests/db/backend-builder.ts';

let ask: TestBackend['ask'];
let refused: TestBackend['refused'];
let backend: TestBackend;
let caseId: string;
let conditionId: string;
let probandId: string;

beforeEach(async () => {
  backend = await aBackend();
  ({ ask, refused } = backend);
  ({ caseId, probandId } = await ask('case.create', { case: { reference: 'NRG-0412' }, proband: { givenName: 'Ada' } }));
  const { createdIds } = await ask('family.edit', { caseId, edits: [{ kind: 'add-condition', condition: { name: 'Haemophilia A', diseaseId: null, termId: null } }] });
  conditionId = createdIds[0] ?? '';
  backend.events.length = 0;
});

const latest = async () => (await ask('history.list', { caseId, limit: 1, before: null })).entries[0]?.label;
const lastEntry = async () => (await ask('history.list', { caseId, limit: 1, before: null })).entries[0]?.id;
const models = async () => (await ask('risk.show', { caseId })).models;

describe('the reckoning of a risk', () => {
  test('is kept by case and condition, each change on top of what was kept before', async () => {
    expect(await ask('risk.show', { caseId })).toEqual({ revision: 0, models: [] });
    expect(await ask('risk.change', { caseId, conditionId, change: { mode: 'XLR' } })).toEqual({ conditionId, revision: await lastEntry(), model: { ...initialRiskModel, mode: 'XLR' } });
    const evidence = { [probandId]: { copies: null, tests: [{ result: 'negative', sensitivity: 0.9, specificity: 1 }], alleleFrequency: null } } as const;
    await ask('risk.change', { caseId, conditionId, change: { evidence } });
    expect(await ask('risk.show', { caseId })).toEqual({ revision: await lastEntry(), models: [{ conditionId, model: { ...initialRiskModel, mode: 'XLR', evidence } }] });
    expect(await latest()).toBe('Change a test result in the risk of Haemophilia A');
    expect(backend.events.flatMap((event) => (event.kind === 'changed' ? event.topics : [])).includes('risk')).toBe(true);
  });

  test('is undone and done again, and goes and comes back with its case', async () => {
    await ask('risk.change', { caseId, conditionId, change: { alleleFrequency: 0.02 } });
    const kept = await models();
    await ask('history.undo', { caseId });
    expect(await ask('risk.show', { caseId })).toEqual({ revision: await lastEntry(), models: [] });
    await ask('history.redo', { caseId });
    expect(await models()).toEqual(kept);
    const { case: record } = await ask('case.show', { caseId });
    await ask('case.delete', { caseId, version: record.version });
    expect(await refused('risk.show', { caseId })).toMatchObject({ kind: 'not-found' });
    await ask('history.undo', { caseId: null });
    expect(await models()).toEqual(kept);
  });

  test('is not a change to the family', async () => {
    const { revision } = await ask('family.show', { caseId });
    await ask('risk.change', { caseId, conditionId, change: { mode: 'AR' } });
    expect((await ask('family.show', { caseId })).revision).toBe(revision);
  });

  test('is refused for a condition that is gone, for numbers that are no probabilities, and for a risk that falls with age', async () => {
    expect(await refused('risk.change', { caseId, conditionId: probandId, change: { mode: 'AR' } })).toMatchObject({ kind: 'not-found' });
    expect(await refused('risk.change', { caseId, conditionId, change: { mutationRate: 2 } })).toMatchObject({ kind: 'invalid-input' });
    const falling = { kind: 'table', points: [{ ageInYears: 20, cumulative: 0.5 }, { ageInYears: 40, cumulative: 0.2 }] } as const;
    expect(await refused('risk.change', { caseId, conditionId, change: { penetrance: falling } })).toMatchObject({ kind: 'invalid-input' });
    expect(await models()).toEqual([]);
  });
});
