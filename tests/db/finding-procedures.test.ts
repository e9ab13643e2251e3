import { beforeEach, describe, expect, test } from 'vitest';
import type { InputOf } from '#shared/contract/contract.ts';
import { aBackend, type TestBackend } from '#tests/db/backend-builder.ts';

let ask: TestBackend['ask'];
let refused: TestBackend['refused'];
let backend: TestBackend;
let caseId: string;
let probandId: string;

beforeEach(async () => {
  backend = await aBackend();
  ({ ask, refused } = backend);
  ({ caseId, probandId } = await ask('case.create', { case: { reference: 'NRG-0412' }, proband: { givenName: 'Ada' } }));
  backend.events.length = 0;
});

const detail = { gene: { symbol: 'FGFR2', hgncId: null }, transcript: 'NM_000141.5', hgvsCoding: 'NM_000141.5:c.755C>G' } as const;
const add = (more: Partial<InputOf<'finding.add'>> = {}) => ask('finding.add', { caseId, detail, genotypes: [{ personId: probandId, state: 'heterozygous' }], reported: null, ...more });
const latest = async () => (await ask('history.list', { caseId, limit: 1, before: null })).entries[0]?.label;
const list = () => ask('finding.list', { caseId });
const relative = async () => (await ask('family.edit', { caseId, edits: [{ kind: 'add-parents', childId: probandId }] })).createdIds[0] ?? '';
const met = (code: 'PS2' | 'PM6' | 'PM2' | 'BS1', strength: 'supporting' | 'moderate' | 'strong', reasonForStrength = '') => ({ code, strength, evidence: '', reasonForStrength });

describe('a sequencing finding', () => {
  test('is kept with the genotype of each person tested and the class of its report, and announces itself', async () => {
    const finding = await add({ reported: 'uncertain-significance' });
    expect(await list()).toEqual([finding]);
    expect(finding).toMatchObject({ ...detail, genotypes: [{ personId: probandId, state: 'heterozygous', alleleShare: null, tissue: '' }], nextReviewOn: '2027-03-01' });
    expect(finding.classifications).toEqual([{ classification: 'uncertain-significance', criteria: [], by: 'Laboratory report', at: finding.createdAt, why: 'As the report gives it.' }]);
    expect(await latest()).toBe('Add FGFR2 c.755C>G');
    expect(backend.events.flatMap((event) => (event.kind === 'changed' ? event.topics : [])).includes('findings')).toBe(true);
  });

  test('is changed, undone and done again, and goes and comes back with its case', async () => {
    const finding = await add();
    const changed = await ask('finding.change', { findingId: finding.id, version: finding.version, change: { inheritance: 'maternal' } });
    expect(await refused('finding.change', { findingId: finding.id, version: finding.version, change: { inheritance: 'paternal' } })).toMatchObject({ kind: 'conflict' });
    expect(await latest()).toBe('Change the inheritance of FGFR2 c.755C>G');
    await ask('history.undo', { caseId });
    expect((await list())[0]?.inheritance).toBe('unknown');
    await ask('history.redo', { caseId });
    await ask('finding.classify', { findingId: finding.id, criteria: [met('PS2', 'strong')], classification: null, why: '' });
    const kept = await list();
    expect(kept[0]).toMatchObject({ inheritance: changed.inheritance });
    await ask('case.delete', { caseId, version: (await ask('case.show', { caseId })).case.version });
    expect(await refused('finding.list', { caseId })).toMatchObject({ kind: 'not-found' });
    await ask('history.undo', { caseId: null });
    expect((await list()).map(({ version: _version, ...rest }) => rest)).toEqual(kept.map(({ version: _version, ...rest }) => rest));
    expect((await ask('vault.verify', {})).findings).toEqual([]);
  });

  test('is removed with all that belongs to it, and one undo brings all of it back', async () => {
    await add({ reported: 'pathogenic' });
    const [finding] = await list();
    await ask('finding.remove', { findingId: finding?.id ?? '', version: finding?.version ?? 0 });
    expect(await list()).toEqual([]);
    await ask('history.undo', { caseId });
    expect(await list()).toMatchObject([{ ...finding, version: 2 }]);
  });

  test('loses the genotype of who leaves the family, which comes back with them', async () => {
    const finding = await add();
    const motherId = await relative();
    await ask('finding.setGenotype', { findingId: finding.id, personId: motherId, genotype: { state: 'absent', alleleShare: null, tissue: '' } });
    const people = async () => (await list())[0]?.genotypes.map(({ personId, state }) => [personId, state]);
    expect(await people()).toEqual([[probandId, 'heterozygous'], [motherId, 'absent']]);
    await ask('family.edit', { caseId, edits: [{ kind: 'remove-individuals', individualIds: [motherId] }] });
    expect(await people()).toEqual([[probandId, 'heterozygous']]);
    await ask('history.undo', { caseId });
    expect(await people()).toEqual([[probandId, 'heterozygous'], [motherId, 'absent']]);
    await ask('finding.setGenotype', { findingId: finding.id, personId: motherId, genotype: null });
    expect(await people()).toEqual([[probandId, 'heterozygous']]);
  });

  test('is refused without a word of the variant, with a description that cannot be read, and for people of another case', async () => {
    expect(await refused('finding.add', { caseId, detail: {}, genotypes: [], reported: null })).toMatchObject({ kind: 'invalid-input' });
    expect(await refused('finding.add', { caseId, detail: { hgvsCoding: 'c.75XC>G' }, genotypes: [], reported: null })).toMatchObject({ kind: 'invalid-input' });
    const other = await ask('case.create', { case: {}, proband: {} });
    expect(await refused('finding.add', { caseId, detail, genotypes: [{ personId: other.probandId, state: 'homozygous' }], reported: null })).toMatchObject({ kind: 'not-found' });
    expect(await list()).toEqual([]);
  });
});

describe('the classification of a finding', () => {
  test('adds up the criteria and keeps every earlier one, with who, when and why', async () => {
    const { id: findingId } = await add({ reported: 'uncertain-significance' });
    const classified = await ask('finding.classify', { findingId, criteria: [met('PS2', 'strong'), met('PM2', 'supporting'), { ...met('PS2', 'moderate'), code: 'PM1' }], classification: null, why: 'trio' });
    expect(classified.classifications.map(({ classification, by, why }) => [classification, by, why])).toEqual([
      ['uncertain-significance', 'Laboratory report', 'As the report gives it.'],
      ['likely-pathogenic', 'Dr Penelope', 'trio'],
    ]);
    expect(classified.nextReviewOn).toBe(null);
    expect(await latest()).toBe('Classify FGFR2 c.755C>G as likely pathogenic');
    await ask('history.undo', { caseId });
    expect((await list())[0]).toMatchObject({ nextReviewOn: '2027-03-01', classifications: [{ classification: 'uncertain-significance' }] });
  });

  test('is refused where evidence is counted twice, a strength or a class lacks its reason, or nothing is given', async () => {
    const { id: findingId } = await add();
    const refusal = async (criteria: InputOf<'finding.classify'>['criteria'], more: Partial<InputOf<'finding.classify'>> = {}) => (await refused('finding.classify', { findingId, criteria, classification: null, why: '', ...more })).message;
    expect(await refusal([met('PS2', 'strong'), met('PM6', 'moderate')])).toBe('PS2 and PM6 together: both count the same de novo event; PM6 is not counted. Take one of them out.');
    expect(await refusal([met('PS2', 'moderate')])).toBe('Say why PS2 counts as moderate.');
    expect(await refusal([met('PS2', 'strong'), met('PS2', 'strong')])).toBe('PS2 is given twice. Keep one of them.');
    expect(await refusal([])).toBe('Give the criteria that are met, or a class and the reason for it.');
    expect(await refusal([met('PS2', 'strong')], { classification: 'pathogenic' })).toBe('Say why: this class does not follow from the criteria.');
    expect((await list())[0]?.classifications).toEqual([]);
  });
});

describe('what is known of a finding elsewhere', () => {
  test('is the same variant and others of its gene in other cases, by reference, with what was decided', async () => {
    const here = await add();
    const there = await ask('case.create', { case: { reference: 'NRG-0007' }, proband: { givenName: 'Bea' } });
    const same = await ask('finding.add', { caseId: there.caseId, detail: { ...detail, hgvsCoding: 'c.755C>G' }, genotypes: [], reported: 'pathogenic' });
    const gene = await ask('finding.add', { caseId: there.caseId, detail: { gene: { symbol: 'fgfr2', hgncId: null }, hgvsCoding: 'c.758C>G' }, genotypes: [], reported: null });
    await ask('finding.add', { caseId: there.caseId, detail: { gene: { symbol: 'FBN1', hgncId: null }, hgvsCoding: 'c.755C>G' }, genotypes: [], reported: null });
    const decided = { classification: 'pathogenic', at: same.createdAt, by: 'Laboratory report', why: 'As the report gives it.' };
    expect(await ask('finding.elsewhere', { findingId: here.id })).toEqual([
      { findingId: same.id, caseId: there.caseId, reference: 'NRG-0007', isSameVariant: true, name: 'FGFR2 c.755C>G', decided },
      { findingId: gene.id, caseId: there.caseId, reference: 'NRG-0007', isSameVariant: false, name: 'fgfr2 c.758C>G', decided: null },
    ]);
  });
});
