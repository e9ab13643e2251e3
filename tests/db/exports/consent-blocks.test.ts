import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { newIndividual } from '#shared/pedigree/family.ts';
import { aBackend } from '#tests/db/backend-builder.ts';

async function aFamilyOfTwo() {
  const backend = await aBackend();
  const { ask } = backend;
  const { caseId, probandId } = await ask('case.create', { case: { reference: 'NRG-1' }, proband: { givenName: 'Ada' } });
  const shown = await ask('family.show', { caseId });
  const saved = await ask('family.save', { caseId, family: { ...shown.family, individuals: [...shown.family.individuals, newIndividual('33333333-3333-7333-8333-333333333333', { givenName: 'Anne', gender: 'woman-girl' })] }, basedOnRevision: shown.revision, label: 'Add Anne' });
  const relativeId = saved.family.individuals.find(({ givenName }) => givenName === 'Anne')?.id ?? '';
  const request = { caseId, content: { kind: 'case-data' }, format: 'family-phenopacket', level: 'full', purpose: 'referral', recipient: 'Dr B', paper: 'a4', shiftsDates: false } as const;
  const agree = async (personId: string) => await ask('consent.add', { caseId, detail: { personId, purpose: 'referral', isGiven: true } });
  return { ...backend, caseId, probandId, relativeId, request, agree };
}

describe('an export', () => {
  it('is blocked while a consent is missing, and says whose and for what', async () => {
    const { ask, refused, request, agree, probandId, relativeId } = await aFamilyOfTwo();
    await ask('finding.add', { caseId: request.caseId, detail: { hgvsCoding: 'c.755C>G' }, genotypes: [{ personId: relativeId, state: 'heterozygous' }], reported: null });
    expect((await ask('export.preview', request)).blocks.map(({ personId, purpose, why }) => [personId, purpose, why])).toEqual([[probandId, 'referral', 'missing'], [relativeId, 'referral', 'missing']]);
    await agree(probandId);
    expect((await ask('export.preview', request)).blocks.map(({ name, why }) => [name, why])).toEqual([['Anne', 'missing']]);
    expect(await refused('export.make', request)).toEqual({ kind: 'rule-broken', message: 'A consent is missing, so nothing was made.' });
    expect(await ask('export.list', { caseId: request.caseId })).toEqual([]);
  });

  it('needs nobody but the patient where it holds no genotype of others, and names relatives only once they agreed', async () => {
    const { ask, request, agree, probandId, relativeId } = await aFamilyOfTwo();
    await agree(probandId);
    for (const wanted of [{ ...request, format: 'phenopacket' } as const, { ...request, level: 'deidentified' } as const, { ...request, level: 'pseudonymised' } as const, request]) {
      const { blocks, text } = await ask('export.preview', wanted);
      expect(blocks).toEqual([]);
      expect(text).not.toContain('Anne');
    }
    const { removals, warnings } = await ask('export.preview', request);
    expect(removals).toEqual([{ kind: 'name', where: expect.stringContaining('who was not asked') as string, before: 'Anne', after: '' }]);
    expect(warnings.map(({ kind }) => kind)).toEqual(['unasked-relatives']);
    await agree(relativeId);
    const agreed = await ask('export.preview', request);
    expect([agreed.blocks, agreed.warnings]).toEqual([[], []]);
    expect(agreed.removals).toEqual([]);
  });

  it('for the chart, the record of the clinic itself, is held back only by who refused', async () => {
    const { ask, request, probandId } = await aFamilyOfTwo();
    const forChart = { ...request, purpose: 'chart' } as const;
    const { blocks, removals, warnings } = await ask('export.preview', forChart);
    expect([blocks, removals, warnings]).toEqual([[], [], []]);
    await ask('consent.add', { caseId: request.caseId, detail: { personId: probandId, purpose: 'chart', isGiven: false } });
    expect((await ask('export.preview', forChart)).blocks.map(({ personId, why }) => [personId, why])).toEqual([[probandId, 'refused']]);
  });

  it('is recorded with its hash, for whom, and the consents on which it rests, and the record cannot be undone', async () => {
    const { ask, request, agree, probandId, relativeId } = await aFamilyOfTwo();
    const consents = [await agree(probandId), await agree(relativeId)];
    const made = await ask('export.make', request);
    const bytes = Buffer.from(made.base64, 'base64');
    const [record] = await ask('export.list', { caseId: request.caseId });
    expect(record).toMatchObject({ id: made.exportId, format: 'family-phenopacket', level: 'full', recipient: 'Dr B', fileName: 'NRG-1_family-phenopacket.json', byteCount: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), personIds: [probandId, relativeId], consentIds: consents.map(({ id }) => id) });
    expect((await ask('history.list', { caseId: request.caseId, limit: 1, before: null })).canUndo?.label).toBe('Record consent to referral');
  });

  it('below the full level bears one pseudonym from the first preview on, in the file and in its name', async () => {
    const { ask, request, agree, probandId } = await aFamilyOfTwo();
    await agree(probandId);
    const wanted = { ...request, level: 'deidentified' } as const;
    const [preview, made, again] = [await ask('export.preview', wanted), await ask('export.make', wanted), await ask('export.make', wanted)];
    expect([preview.fileName, again.fileName]).toEqual([made.fileName, made.fileName]);
    expect(made.fileName).toMatch(/^F-[0-9A-Z]{4}-[0-9A-Z]{4}_family-phenopacket\.json$/);
    expect(Buffer.from(made.base64, 'base64').toString()).toBe(preview.text);
  });

  it('on a consent keeps that consent, which can only be withdrawn', async () => {
    const { ask, refused, request, agree, probandId } = await aFamilyOfTwo();
    const { id, version } = await agree(probandId);
    await ask('export.make', { ...request, format: 'phenopacket' });
    expect((await refused('consent.remove', { consentId: id, version })).kind).toBe('rule-broken');
    await ask('consent.withdraw', { consentId: id, version, on: '2026-03-01', note: 'asked by telephone' });
    expect((await ask('export.preview', { ...request, format: 'phenopacket' })).blocks.map(({ why }) => why)).toEqual(['withdrawn']);
  });
});
