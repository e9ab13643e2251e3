import { beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '#shared/contract/contract.ts';
import type { ReferralStage } from '#shared/referral/referral.ts';
import { aBackend, type TestBackend } from '#tests/db/backend-builder.ts';

/** The clock of this backend begins on 1 March 2026. */
let ask: TestBackend['ask'];
let refused: TestBackend['refused'];
let backend: TestBackend;
let caseId: string;
let probandId: string;

beforeEach(async () => {
  backend = await aBackend();
  ({ ask, refused } = backend);
  ({ caseId, probandId } = await ask('case.create', { case: { reference: 'NRG-0412' }, proband: { givenName: 'Ada' } }));
});

const add = (more: Partial<InputOf<'referral.add'>> = {}) => ask('referral.add', { caseId, templateId: 'clinical-genetics', draftedOn: '2026-01-10', detail: { destination: { name: 'Ithaca', department: '', clinician: '', address: '', email: '', phone: '' } }, ...more });
const take = (stage: ReferralStage, on: string, more: Partial<Extract<InputOf<'referral.step'>['edit'], { kind: 'take' }>> = {}) => ({ kind: 'take' as const, step: { stage, on, by: 'Ida', channel: null, note: '' }, appointmentOn: null, declineReason: '', actionAsked: '', ...more });
const step = (referral: { readonly id: string; readonly version: number }, edit: InputOf<'referral.step'>['edit']) => ask('referral.step', { referralId: referral.id, version: referral.version, edit });
const latest = async () => (await ask('history.list', { caseId, limit: 1, before: null })).entries[0]?.label;
const list = () => ask('referral.list', { caseId });

describe('a referral', () => {
  test('is begun by whoever is at work, announces itself, and every change of it is called by its name and undone', async () => {
    backend.events.length = 0;
    const referral = await add();
    expect(await list()).toEqual([referral]);
    expect(referral.steps).toEqual([{ stage: 'drafted', on: '2026-01-10', by: 'Dr Penelope', channel: null, note: '' }]);
    expect(await latest()).toBe('Begin a referral to Ithaca');
    expect(backend.events.flatMap((event) => (event.kind === 'changed' ? event.topics : [])).includes('referrals')).toBe(true);
    const changed = await ask('referral.change', { referralId: referral.id, version: referral.version, change: { question: 'Which disease?', urgency: 'soon' } });
    expect(await latest()).toBe('Change question and urgency of the referral to Ithaca');
    const typed = await ask('referral.change', { referralId: referral.id, version: changed.version, change: { letter: 'Dear colleague' } });
    expect(await latest()).toBe('Edit the letter to Ithaca');
    await ask('referral.change', { referralId: referral.id, version: typed.version, change: { judged: { 'not-a-relative': { isMet: true, note: '' } } } });
    expect(await latest()).toBe('Judge “Signed by somebody who is not a relative” for the referral to Ithaca');
    await ask('history.undo', { caseId });
    await ask('history.undo', { caseId });
    expect((await list())[0]).toMatchObject({ question: 'Which disease?', letter: null, judged: {} });
    expect(await refused('referral.change', { referralId: referral.id, version: referral.version, change: { question: '' } })).toMatchObject({ kind: 'conflict' });
  });

  test('takes its steps by the rules, and a refused step changes nothing', async () => {
    const sent = await step(await add(), take('sent', '2026-01-12'));
    expect(await latest()).toBe('Referral to Ithaca: sent');
    expect(await refused('referral.step', { referralId: sent.id, version: sent.version, edit: take('closed', '2026-02-01') })).toEqual({ kind: 'rule-broken', message: 'Action closed cannot follow sent.' });
    expect(await refused('referral.step', { referralId: sent.id, version: sent.version, edit: take('seen', '2026-03-03') })).toMatchObject({ kind: 'rule-broken' });
    expect(await list()).toEqual([sent]);
    const corrected = await step(sent, { kind: 'correct', index: 1, change: { channel: 'fax' } });
    expect(await latest()).toBe('Correct the step sent of the referral to Ithaca');
    const seen = await step(corrected, take('seen', '2026-02-20'));
    const back = await step(seen, { kind: 'take-back' });
    expect(await latest()).toBe('Take back seen of the referral to Ithaca');
    expect(back.steps).toEqual(corrected.steps);
    await ask('history.undo', { caseId });
    expect((await list())[0]?.steps.map(({ stage }) => stage)).toEqual(['drafted', 'sent', 'seen']);
  });

  test('cannot become one to a destination that lacks a stage that was reached', async () => {
    const seen = await step(await step(await add(), take('sent', '2026-01-12')), take('seen', '2026-02-20'));
    expect(await refused('referral.change', { referralId: seen.id, version: seen.version, change: { templateId: 'laboratory-reanalysis' } })).toMatchObject({ kind: 'rule-broken', message: 'Seen cannot follow sent.' });
  });

  test('of people of another case, or in a case that is gone, is refused', async () => {
    const other = await ask('case.create', { case: {}, proband: {} });
    expect(await refused('referral.add', { caseId, templateId: 'free', draftedOn: '2026-01-01', detail: { personIds: [other.probandId] } })).toMatchObject({ kind: 'not-found' });
    expect((await add({ detail: { personIds: [probandId] } })).personIds).toEqual([probandId]);
    expect(await refused('referral.list', { caseId: '00000000-0000-7000-8000-000000000000' })).toMatchObject({ kind: 'not-found' });
    expect(await refused('referral.draft', { referralId: '00000000-0000-7000-8000-000000000000' })).toMatchObject({ kind: 'not-found' });
  });

  test('is removed and comes back, also with its case, and the log holds', async () => {
    const referral = await add();
    await ask('referral.remove', { referralId: referral.id, version: referral.version });
    expect([await list(), await ask('referral.due', {})]).toEqual([[], []]);
    await ask('history.undo', { caseId });
    const kept = (await list()).map(({ version: _version, ...rest }) => rest);
    await ask('case.delete', { caseId, version: (await ask('case.show', { caseId })).case.version });
    expect(await ask('referral.due', {})).toEqual([]);
    await ask('history.undo', { caseId: null });
    expect((await list()).map(({ version: _version, ...rest }) => rest)).toEqual(kept);
    expect((await ask('vault.verify', {})).findings).toEqual([]);
  });
});

describe('what is due', () => {
  test('is listed over all cases, the longest waiting first, by rule, by the day set by hand, and not once it is closed', async () => {
    const first = await step(await add(), take('sent', '2026-01-12'));
    const other = await ask('case.create', { case: { reference: 'NRG-7' }, proband: {} });
    const second = await add({ caseId: other.caseId, templateId: 'gene-matching', draftedOn: '2026-01-01', detail: {} });
    const due = async () => (await ask('referral.due', {})).map(({ reference, destination, stage, dueOn, why }) => [reference, destination, stage, dueOn, why.kind]);
    expect(await due()).toEqual([
      ['NRG-7', 'Gene matching or research study', 'drafted', '2026-01-08', 'rule'],
      ['NRG-0412', 'Ithaca', 'sent', '2026-01-26', 'rule'],
    ]);
    const moved = await ask('referral.change', { referralId: second.id, version: second.version, change: { dueOn: '2026-02' } });
    expect(await due()).toEqual([
      ['NRG-0412', 'Ithaca', 'sent', '2026-01-26', 'rule'],
      ['NRG-7', 'Gene matching or research study', 'drafted', '2026-02-28', 'set-by-hand'],
    ]);
    await step(moved, take('declined', '2026-01-20', { declineReason: 'The family does not wish it' }));
    await step(first, take('appointment', '2026-02-01', { appointmentOn: '2026-05-04' }));
    expect(await due()).toEqual([['NRG-0412', 'Ithaca', 'appointment', '2026-05-04', 'appointment']]);
  });
});

describe('the letter and the readiness of a referral', () => {
  test('follow the case as it is, by the ontology in use', async () => {
    const referral = await add({ templateId: 'paediatric-neurology', detail: { question: 'Is it an epileptic encephalopathy?' } });
    const stateOf = async (id: string) => (await ask('referral.readiness', { referralId: referral.id })).items.find((item) => item.id === id)?.state.kind;
    expect([await stateOf('seizures'), await stateOf('development')]).toEqual(['missing', 'missing']);
    await ask('feature.add', { personId: probandId, termId: 'HP:0007359', detail: { source: 'record' } });
    await ask('feature.add', { personId: probandId, termId: 'HP:0001263', detail: { state: 'excluded' } });
    expect([await stateOf('seizures'), await stateOf('development')]).toEqual(['met', 'met']);
    const { text } = await ask('referral.draft', { referralId: referral.id });
    expect(text).toMatch(/^Re: Ada, NRG-0412\n\n# Question\n\nIs it an epileptic encephalopathy\?/);
    expect(text).toContain('- Nervous system: focal-onset seizure; excluded: global developmental delay');
  });
});
