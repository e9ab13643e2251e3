import { beforeEach, describe, expect, test } from 'vitest';
import { aBackend, type TestBackend } from '#tests/db/backend-builder.ts';

let ask: TestBackend['ask'];
let refused: TestBackend['refused'];
beforeEach(async () => {
  ({ ask, refused } = await aBackend());
});

const newCase = () => ask('case.create', { case: { reference: 'NRG-0412' }, proband: { givenName: 'Ada' } });
const labels = async (caseId: string) => (await ask('history.list', { caseId, limit: 50, before: null })).entries.map(({ label }) => label);
const recorded = async (caseId: string) => (await ask('case.show', { caseId })).features.map(({ label, state }) => [label, state]);

describe('the findings of a letter', () => {
  test('are recorded as one change and undone as one; what a person has already stays as it is', async () => {
    const { caseId, probandId: personId } = await newCase();
    await ask('feature.add', { personId, termId: 'HP:0001250', detail: { state: 'excluded' } });
    const { added, alreadyRecordedCount } = await ask('feature.addMany', {
      caseId,
      features: [
        { personId, termId: 'HP:0001250', detail: {} },
        { personId, termId: 'HP:0001252', detail: { state: 'excluded', source: 'record' } },
        { personId, termId: 'HP:0000508', detail: {} },
        { personId, termId: 'HP:0000508', detail: {} },
      ],
    });
    expect([added.map(({ label, state, source }) => [label, state, source]), alreadyRecordedCount]).toEqual([[['Hypotonia', 'excluded', 'record'], ['Ptosis', 'observed', null]], 2]);
    expect(await recorded(caseId)).toEqual([['Seizure', 'excluded'], ['Hypotonia', 'excluded'], ['Ptosis', 'observed']]);
    expect(await ask('history.undo', { caseId })).toEqual({ label: 'Add 2 findings', caseId });
    expect(await recorded(caseId)).toEqual([['Seizure', 'excluded']]);
  });

  test('are none of them recorded where one is of somebody else’s case', async () => {
    const { caseId, probandId } = await newCase();
    const other = await newCase();
    const features = [probandId, other.probandId].map((personId) => ({ personId, termId: 'HP:0001250', detail: {} }));
    expect(await refused('feature.addMany', { caseId, features })).toMatchObject({ kind: 'not-found' });
    expect([await recorded(caseId), await recorded(other.caseId)]).toEqual([[], []]);
  });

  test('are read without leaving a trace, and nothing new to record is no change', async () => {
    const { caseId, probandId: personId } = await newCase();
    expect((await ask('term.extract', { text: 'He has seizures. His mother has no ptosis.' })).map(({ label, excluded, person }) => [label, excluded, person])).toEqual([['Seizure', false, 'patient'], ['Ptosis', true, 'mother']]);
    await ask('feature.add', { personId, termId: 'HP:0001250', detail: {} });
    expect(await ask('feature.addMany', { caseId, features: [{ personId, termId: 'HP:0001250', detail: {} }] })).toEqual({ added: [], alreadyRecordedCount: 1 });
    expect(await labels(caseId)).toEqual(['Add Seizure, observed', 'Create case NRG-0412']);
  });
});
