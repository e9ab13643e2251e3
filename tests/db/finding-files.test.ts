import { beforeEach, describe, expect, test } from 'vitest';
import type { InputOf, OutputOf } from '#shared/contract/contract.ts';
import { aFamilyVcf } from '#tests/builders/a-family-vcf.ts';
import { aBackend, type TestBackend } from '#tests/db/backend-builder.ts';

let backend: TestBackend;
let ask: TestBackend['ask'];
let caseId: string;
let childId: string;
let parentIds: readonly string[];

beforeEach(async () => {
  backend = await aBackend();
  ({ ask } = backend);
  ({ caseId, probandId: childId } = await ask('case.create', { case: { reference: 'NRG-0412' }, proband: { givenName: 'Ada' } }));
  parentIds = (await ask('family.edit', { caseId, edits: [{ kind: 'add-parents', childId }] })).createdIds.slice(0, 2);
});

/** Sends the text in two pieces while the work that reads it runs. */
async function withFile<Name extends 'vcf.samples' | 'vcf.select' | 'finding.importAssertions'>(name: Name, text: string, input: Omit<InputOf<Name>, 'file'>): Promise<OutputOf<Name>> {
  const { fileId } = await ask('file.open', {});
  const bytes = Buffer.from(text);
  const middle = Math.floor(bytes.length / 2);
  const sent = ask('file.send', { fileId, base64: bytes.subarray(0, middle).toString('base64'), isLast: false }).then(() => ask('file.send', { fileId, base64: bytes.subarray(middle).toString('base64'), isLast: true }));
  const result = await backend.runJob(name, { ...input, file: { fileId, size: bytes.length } } as InputOf<Name>);
  await sent;
  return result;
}

const filters: InputOf<'vcf.select'>['filters'] = { mode: 'denovo', genes: null, regions: '', maxFrequency: 0.01, minQuality: null, minGenotypeQuality: null, passOnly: false, leastEffect: 'moderate', reducedPenetrance: false, includeUncalled: false };
const people = () => [{ personId: childId, sample: 'child', status: 'affected' as const }, ...parentIds.map((personId, place) => ({ personId, sample: ['father', 'mother'][place] ?? null, status: 'unaffected' as const }))];

describe('a VCF file that is sent in pieces', () => {
  test('says who was sequenced, and guesses who of the family that is', async () => {
    const summary = await withFile('vcf.samples', aFamilyVcf(), { caseId });
    expect(summary).toMatchObject({ samples: ['child', 'father', 'mother'], build: 'GRCh38', hasGenes: true, hasConsequences: true });
    expect(new Map(summary.people.map(({ personId, sample, status }) => [personId, [sample, status]]))).toEqual(new Map<string, unknown>([[childId, ['child', 'affected']], [parentIds[0] ?? '', ['father', 'unaffected']], [parentIds[1] ?? '', ['mother', 'unaffected']]]));
  });

  test('gives what fits, with bad lines by their number, and leaves nothing in the vault', async () => {
    const selection = await withFile('vcf.select', aFamilyVcf({ hasBadLine: true }), { caseId, people: people(), filters });
    expect(selection.variants.map(({ gene, hgvsCoding, hgvsProtein, transcript, consequence, frequency }) => ({ gene, hgvsCoding, hgvsProtein, transcript, consequence, frequency }))).toEqual([{ gene: 'FGFR2', hgvsCoding: 'c.755C>G', hgvsProtein: 'p.Ser252Trp', transcript: 'NM_000141.5', consequence: 'missense', frequency: null }]);
    expect({ records: selection.records, unreadable: selection.unreadable, setAside: selection.setAside }).toEqual({ records: 6, unreadable: { count: 1, lines: [{ line: 13, problem: 'POS three thousand is not a whole number' }] }, setAside: { 'parent-uncalled': 1 } });
    expect(await ask('finding.list', { caseId })).toEqual([]);
  });
});

const rp1 = (hgvsCoding: string) => ({ detail: { gene: { symbol: 'RP1', hgncId: null }, hgvsCoding }, genotypes: [{ personId: childId, state: 'heterozygous' as const }] });

describe('several findings at once', () => {
  test('are one change; a pair names each other, and what is recorded already stays as it is', async () => {
    await ask('finding.add', { caseId, ...rp1('c.607G>A'), reported: 'benign' });
    const { added, alreadyRecordedCount } = await ask('finding.addMany', { caseId, findings: [rp1('c.2029C>T'), rp1('c.3157G>A'), rp1('c.607G>A')], trans: [{ first: 0, second: 1, knownBy: 'parents' }] });
    expect(alreadyRecordedCount).toBe(1);
    expect(added.map(({ hgvsCoding, phase }) => [hgvsCoding, phase])).toEqual([
      ['c.2029C>T', { kind: 'trans', otherFindingId: added[1]?.id, knownBy: 'parents' }],
      ['c.3157G>A', { kind: 'trans', otherFindingId: added[0]?.id, knownBy: 'parents' }],
    ]);
    await ask('history.undo', { caseId });
    expect((await ask('finding.list', { caseId })).map(({ hgvsCoding }) => hgvsCoding)).toEqual(['c.607G>A']);
  });
});

describe('a list of public assertions', () => {
  const list = 'gene,hgvs,classification,date,source,accession\nRP1,c.2029C>T,pathogenic,2026-01-05,ClinVar,101\nFBN1,c.1129C>T,pathogenic,2026-01-05,ClinVar,102\n';

  test('is kept with the findings it is about, with who would have to be told, until somebody has looked', async () => {
    const finding = await ask('finding.add', { caseId, ...rp1('c.2029C>T'), reported: 'uncertain-significance' });
    const report = await withFile('finding.importAssertions', list, { source: 'list' });
    expect(report).toEqual({ format: 'table', rows: 2, unreadable: { count: 0, lines: [] }, touched: [{ caseId, reference: 'NRG-0412', findingId: finding.id, name: 'RP1 c.2029C>T' }] });
    const [watched] = await ask('finding.watch', {});
    expect(watched).toMatchObject({ caseId, reference: 'NRG-0412', findingId: finding.id, classification: 'uncertain-significance', differs: true, carriers: [{ personId: childId, isProband: true, name: 'Ada' }], assertion: { source: 'ClinVar', accession: '101', classification: 'pathogenic', date: '2026-01-05' } });
    expect(await ask('finding.due', {})).toMatchObject([{ caseId, findingId: finding.id, why: 'assertion' }]);
    await ask('finding.reviewAssertion', { findingId: finding.id, version: watched?.version ?? 0 });
    expect([await ask('finding.watch', {}), await ask('finding.due', {})]).toEqual([[], []]);
    await ask('history.undo', { caseId });
    expect(await ask('finding.watch', {})).toHaveLength(1);
  });

  test('that says the same once more touches nothing, and one that says something else does', async () => {
    await ask('finding.add', { caseId, ...rp1('c.2029C>T'), reported: null });
    await withFile('finding.importAssertions', list, { source: 'list' });
    expect((await withFile('finding.importAssertions', list, { source: 'list' })).touched).toEqual([]);
    expect((await withFile('finding.importAssertions', list.replace('pathogenic', 'likely pathogenic'), { source: 'list' })).touched).toHaveLength(1);
    expect((await ask('finding.list', { caseId }))[0]?.assertions.map(({ classification }) => classification)).toEqual(['likely-pathogenic']);
  });

  test('counts as looked at once the finding is classified anew', async () => {
    const { id } = await ask('finding.add', { caseId, ...rp1('c.2029C>T'), reported: null });
    await withFile('finding.importAssertions', list, { source: 'list' });
    await ask('finding.classify', { findingId: id, criteria: [], classification: 'pathogenic', why: 'ClinVar' });
    expect(await ask('finding.watch', {})).toEqual([]);
  });
});

test('a finding is due from the day set for its review on, the longest overdue first', async () => {
  const one = await ask('finding.add', { caseId, ...rp1('c.2029C>T'), detail: { ...rp1('c.2029C>T').detail, nextReviewOn: '2025-12-01' }, reported: null });
  const other = await ask('finding.add', { caseId, ...rp1('c.3157G>A'), detail: { ...rp1('c.3157G>A').detail, nextReviewOn: '2024' }, reported: null });
  await ask('finding.add', { caseId, ...rp1('c.607G>A'), detail: { ...rp1('c.607G>A').detail, nextReviewOn: '2099-01-01' }, reported: null });
  expect(await ask('finding.due', {})).toEqual([
    { caseId, reference: 'NRG-0412', findingId: other.id, name: 'RP1 c.3157G>A', dueOn: '2024', why: 'review-date' },
    { caseId, reference: 'NRG-0412', findingId: one.id, name: 'RP1 c.2029C>T', dueOn: '2025-12-01', why: 'review-date' },
  ]);
});
