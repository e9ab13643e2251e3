import { describe, expect, test } from 'vitest';
import { contract, type ProcedureName } from '#shared/contract/contract.ts';
import { familySchema } from '#shared/pedigree/family.ts';
import { unknownProvenance } from '#shared/pedigree/individual.ts';
import { aBackend, type TestBackend } from '#tests/db/backend-builder.ts';
import { passphrase } from '#tests/db/vault-builder.ts';

const secret = { ...unknownProvenance, isPrivate: true };

/** A boy with his parents, of whom some things are not for everybody. */
async function aFamilyWithSecrets(backend: TestBackend) {
  const { caseId, probandId } = await backend.ask('case.create', { case: { reference: 'NRG-7', note: 'TOKEN-case-note' }, proband: { givenName: 'Telemachus', familyName: 'Ithaca', note: 'TOKEN-note', birthDate: '2019-04' } });
  const { createdIds } = await backend.ask('family.edit', { caseId, edits: [{ kind: 'add-parents', childId: probandId }] });
  const [fatherId = '', motherId = ''] = createdIds;
  await backend.ask('person.change', { personId: fatherId, version: 1, change: { givenName: 'TOKEN-father', causeOfDeath: 'TOKEN-cause', provenance: { givenName: secret } } });
  await backend.ask('feature.add', { personId: probandId, termId: 'HP:0001250', detail: { onset: { kind: 'age', duration: 'P5M' }, note: 'TOKEN-feature-note' } });
  await backend.ask('feature.add', { personId: motherId, termId: 'HP:0001249', detail: {} });
  return { caseId, probandId, fatherId, motherId };
}

describe('the family view', () => {
  test('shows plain words and nothing that is private, in the whole of what the page is given', async () => {
    const backend = await aBackend();
    const { caseId, probandId } = await aFamilyWithSecrets(backend);
    await backend.ask('familyView.enter', { caseId, scope: 'proband', pin: null });
    const view = await backend.ask('familyView.show', {});
    expect(JSON.stringify(view)).not.toContain('TOKEN');
    expect(view.people.find(({ personId }) => personId === probandId)?.facts).toEqual([
      { fact: 'name', group: 'person', words: 'Called Telemachus Ithaca', since: '' },
      { fact: 'birthDate', group: 'person', words: 'Born April 2019', since: '' },
      { fact: 'feature:HP:0001250', group: 'has', words: expect.any(String) as string, since: 'since the age of 5 months' },
    ]);
    expect(view.people.flatMap(({ facts }) => facts).filter(({ fact }) => fact.startsWith('feature:'))).toHaveLength(1);
    expect(familySchema.safeParse(view.family).success).toBe(true);
  });

  test('shows the findings of the parents only where that was chosen', async () => {
    const backend = await aBackend();
    const { caseId, motherId } = await aFamilyWithSecrets(backend);
    await backend.ask('familyView.enter', { caseId, scope: 'parents', pin: null });
    const view = await backend.ask('familyView.show', {});
    expect(view.people.find(({ personId }) => personId === motherId)?.facts.map(({ fact }) => fact)).toEqual(['feature:HP:0001249']);
  });

  test('makes the backend answer nothing else, whoever asks, until it is left', async () => {
    const backend = await aBackend();
    const { caseId } = await aFamilyWithSecrets(backend);
    await backend.ask('familyView.enter', { caseId, scope: 'parents', pin: '2468' });
    const allowed = new Set(['app.state', 'vault.noteActivity', 'vault.lock', 'vault.unlock', 'familyView.show', 'familyView.say', 'familyView.takeBack', 'familyView.leave']);
    for (const name of Object.keys(contract) as ProcedureName[]) {
      if (!allowed.has(name)) expect(await backend.refused(name, {} as never), name).toEqual({ kind: 'rule-broken', message: 'The family view is open. Leave it first.' });
    }
    expect(await backend.refused('familyView.leave', { pin: '1357' })).toMatchObject({ kind: 'invalid-input' });
    expect(await backend.refused('familyView.leave', { passphrase: 'not the passphrase' })).toMatchObject({ kind: 'invalid-input' });
    expect(await backend.refused('familyView.leave', {})).toMatchObject({ kind: 'invalid-input' });
    await backend.ask('familyView.leave', { pin: '2468' });
    expect((await backend.ask('case.list', {})).map(({ id }) => id)).toEqual([caseId]);
  });

  test('is left by the passphrase, also by unlocking with it after a lock', async () => {
    const backend = await aBackend();
    const { caseId } = await aFamilyWithSecrets(backend);
    await backend.ask('familyView.enter', { caseId, scope: 'parents', pin: null });
    expect(await backend.ask('familyView.leave', { passphrase })).toEqual({ caseId });
    await backend.ask('familyView.enter', { caseId, scope: 'parents', pin: '2468' });
    await backend.ask('vault.lock', {});
    expect((await backend.ask('app.state', {})).familyView).toEqual({ leavesBy: 'pin' });
    await backend.ask('vault.unlock', { passphrase });
    expect((await backend.ask('app.state', {})).familyView).toBeNull();
  });

  test('slows down guesses at the PIN', async () => {
    const backend = await aBackend();
    const { caseId } = await aFamilyWithSecrets(backend);
    await backend.ask('familyView.enter', { caseId, scope: 'parents', pin: '2468' });
    const kinds: string[] = [];
    for (let guess = 0; guess < 8; guess += 1) kinds.push((await backend.refused('familyView.leave', { pin: `000${String(guess)}` })).kind);
    expect(kinds.filter((kind) => kind === 'rule-broken').length).toBeGreaterThan(0);
  });

  test('keeps what the family says as a suggestion, and changes nothing before it is taken over', async () => {
    const backend = await aBackend();
    const { caseId, probandId } = await aFamilyWithSecrets(backend);
    await backend.ask('familyView.enter', { caseId, scope: 'parents', pin: '2468' });
    const said = { personId: probandId, fact: 'birthDate', shown: 'Born April 2019', said: '2019-05', saidBy: '' } as const;
    await backend.ask('familyView.say', { ...said, answer: 'not-sure', said: '' });
    await backend.ask('familyView.say', { ...said, answer: 'correction' });
    await backend.ask('familyView.leave', { pin: '2468' });
    const [suggestion, ...others] = await backend.ask('suggestion.list', { caseId });
    if (suggestion === undefined) throw new Error('expected a suggestion');
    expect(others).toEqual([]);
    const birthDate = async () => (await backend.ask('case.show', { caseId })).people.find(({ id }) => id === probandId)?.birthDate;
    expect(await birthDate()).toBe('2019-04');
    expect(await backend.ask('suggestion.decide', { suggestionId: suggestion.id, version: suggestion.version, decision: 'accepted', note: '' })).toMatchObject({ isApplied: true, suggestion: { status: 'accepted', decidedBy: 'Dr Penelope' } });
    expect(await birthDate()).toBe('2019-05');
    await backend.ask('history.undo', { caseId });
    expect(await birthDate()).toBe('2019-04');
    expect((await backend.ask('suggestion.list', { caseId })).map(({ status }) => status)).toEqual(['open']);
  });

  test('tells the counsellor before what will not be seen, and what will be and may be delicate', async () => {
    const backend = await aBackend();
    const { caseId, probandId } = await aFamilyWithSecrets(backend);
    const { family } = await backend.ask('family.show', { caseId });
    await backend.ask('family.save', {
      caseId,
      family: { ...family, individuals: family.individuals.map((individual) => (individual.id === probandId ? { ...individual, isAdopted: true } : individual)) },
      basedOnRevision: (await backend.ask('family.show', { caseId })).revision,
      label: 'Adoption',
    });
    expect(await backend.ask('familyView.check', { caseId, scope: 'parents' })).toEqual({ hidden: { privateFacts: 1, people: 0, carriers: 0, notes: 2 }, delicate: [{ kind: 'adoption', names: ['Telemachus Ithaca'] }] });
  });
});

describe('the answers of a questionnaire', () => {
  const file = (value: unknown) => ({ name: 'answers.json', base64: Buffer.from(JSON.stringify(value)).toString('base64') });

  test('come in once as words of the family, without those that only confirm', async () => {
    const backend = await aBackend();
    const { caseId, probandId } = await aFamilyWithSecrets(backend);
    const answer = { personId: probandId, fact: 'feature:HP:0001250', shown: 'Seizure', answer: 'correction', said: '' };
    const answers = { format: 'nostos-questionnaire-answers', version: 1, caseId, saidBy: 'Penelope', savedOn: '2026-03-01', answers: [answer, { ...answer, fact: 'name', answer: 'confirmed' }, { ...answer, personId: '00000000-0000-7000-8000-000000000000' }] };
    expect(await backend.ask('questionnaire.import', { caseId, file: file(answers) })).toMatchObject({ added: 1, unchanged: 1, problems: [{ pointer: '/answers/2' }] });
    expect(await backend.ask('questionnaire.import', { caseId, file: file(answers) })).toMatchObject({ added: 0 });
    const [suggestion] = await backend.ask('suggestion.list', { caseId });
    if (suggestion === undefined) throw new Error('expected a suggestion');
    await backend.ask('suggestion.decide', { suggestionId: suggestion.id, version: suggestion.version, decision: 'accepted', note: '' });
    // What a family does not know of was not looked for: it is not excluded by that.
    expect((await backend.ask('case.show', { caseId })).features.find(({ personId }) => personId === probandId)?.state).toBe('not-assessed');
  });

  test('say what the record holds by now, where that changed since the family saw it', async () => {
    const backend = await aBackend();
    const { caseId, probandId } = await aFamilyWithSecrets(backend);
    const facts = { personId: probandId, answer: 'correction' } as const;
    const answers = { format: 'nostos-questionnaire-answers', version: 1, caseId, saidBy: 'Penelope', savedOn: '2026-03-01', answers: [{ ...facts, fact: 'birthDate', shown: 'Born April 2019', said: '2019-05' }, { ...facts, fact: 'vitalStatus', shown: 'Has died', said: 'alive' }, { ...facts, fact: 'other', shown: '', answer: 'addition', said: 'He fell.' }] };
    await backend.ask('questionnaire.import', { caseId, file: file(answers) });
    const now = async () => new Map((await backend.ask('suggestion.list', { caseId })).map(({ fact, shownNow }) => [fact, shownNow]));
    expect(await now()).toEqual(new Map([['birthDate', null], ['vitalStatus', ''], ['other', null]]));
    const { family, revision } = await backend.ask('family.show', { caseId });
    await backend.ask('family.save', { caseId, family: { ...family, individuals: family.individuals.map((individual) => (individual.id === probandId ? { ...individual, birthDate: '2019-03' } : individual)) }, basedOnRevision: revision, label: 'Birth date' });
    expect((await now()).get('birthDate')).toBe('Born March 2019');
  });

  test('are refused where they are no answers or those of another case, and change nothing', async () => {
    const backend = await aBackend();
    const { caseId } = await aFamilyWithSecrets(backend);
    expect(await backend.refused('questionnaire.import', { caseId, file: { name: 'a.json', base64: Buffer.from('{"format":').toString('base64') } })).toMatchObject({ kind: 'invalid-input' });
    expect(await backend.refused('questionnaire.import', { caseId, file: file({ format: 'nostos-questionnaire-answers', version: 1, caseId: '00000000-0000-7000-8000-000000000000', saidBy: '', savedOn: '2026-03-01', answers: [] }) })).toMatchObject({ kind: 'rule-broken' });
    expect(await backend.ask('suggestion.list', { caseId })).toEqual([]);
  });
});
