import { expect, test } from 'vitest';
import { aBackend } from '#tests/db/backend-builder.ts';

/** A patient alone, who agreed to being referred. */
async function aReadyCase() {
  const backend = await aBackend();
  const { caseId, probandId } = await backend.ask('case.create', { case: { reference: 'NRG-0412' }, proband: { givenName: 'Mira', familyName: 'Vale' } });
  await backend.ask('feature.add', { personId: probandId, termId: 'HP:0001250', detail: {} });
  const request = { caseId, content: { kind: 'case-summary' }, format: 'html', level: 'full', purpose: 'referral', recipient: 'Rare eye clinic', paper: 'a4', shiftsDates: false } as const;
  return { ...backend, caseId, probandId, request };
}

test('what is exported is byte for byte what was previewed, and stands in the record of exports', async () => {
  const { ask, caseId, probandId, request } = await aReadyCase();
  await ask('consent.add', { caseId, detail: { personId: probandId, purpose: 'referral', isGiven: true } });
  const { html, blocks } = await ask('export.preview', request);
  const { base64, fileName } = await ask('export.make', request);
  expect(blocks).toEqual([]);
  expect(Buffer.from(base64, 'base64').toString('utf8')).toBe(html);
  expect(html).toContain('Seizure');
  expect(await ask('export.list', { caseId })).toMatchObject([{ content: 'case summary', format: 'html', level: 'full', recipient: 'Rare eye clinic', fileName, personIds: [probandId] }]);
});

test('a preview is shown and nothing leaves while a consent is missing', async () => {
  const { ask, refused, caseId, request } = await aReadyCase();
  expect((await ask('export.preview', request)).blocks).toMatchObject([{ name: 'Mira Vale', purpose: 'referral', why: 'missing' }]);
  expect(await refused('export.make', request)).toMatchObject({ kind: 'rule-broken' });
  expect(await ask('export.list', { caseId })).toEqual([]);
});

test('a PDF is previewed also where nothing prints, and asked for it says how to print instead', async () => {
  const { ask, refused, caseId, probandId, request } = await aReadyCase();
  await ask('consent.add', { caseId, detail: { personId: probandId, purpose: 'referral', isGiven: true } });
  const asPdf = { ...request, format: 'pdf' } as const;
  expect((await ask('export.preview', asPdf)).html).toContain('Mira Vale');
  expect((await refused('export.make', asPdf)).message).toContain('Export the document as HTML instead');
});

test('a Word file is one that word processors open', async () => {
  const { ask, caseId, probandId, request } = await aReadyCase();
  await ask('consent.add', { caseId, detail: { personId: probandId, purpose: 'referral', isGiven: true } });
  const { base64, fileName } = await ask('export.make', { ...request, format: 'docx' });
  expect(fileName).toBe('NRG-0412_case-summary.docx');
  expect(Buffer.from(base64, 'base64').subarray(0, 2).toString('latin1')).toBe('PK');
});
