import { describe, expect, test } from 'vitest';
import { aBackend } from '#tests/db/backend-builder.ts';

describe('a letter to a relative', () => {
  test('leaves with the agreement of the patient, names its reader alone, and says how easily it reads', async () => {
    const { ask, refused } = await aBackend();
    const { caseId, probandId } = await ask('case.create', { case: { reference: 'NRG-1' }, proband: { givenName: 'Telemachus', gender: 'man-boy' } });
    const { createdIds } = await ask('family.edit', { caseId, edits: [{ kind: 'add-parents', childId: probandId }, { kind: 'add-sibling', individualId: probandId, side: 'after', detail: { givenName: 'Polycaste', gender: 'woman-girl' } }] });
    const personId = (await ask('case.show', { caseId })).people.find(({ givenName }) => givenName === 'Polycaste')?.id ?? '';
    expect(createdIds).toContain(personId);
    const request = { caseId, content: { kind: 'relatives-letter', personId }, format: 'html', level: 'full', purpose: 'referral', recipient: '', paper: 'a4', shiftsDates: false } as const;
    expect((await refused('export.preview', request)).message).toContain('needs a variant that is classified');
    await ask('finding.add', { caseId, detail: { gene: { symbol: 'FBN1', hgncId: null }, hgvsCoding: 'c.4082G>A' }, genotypes: [{ personId: probandId, state: 'heterozygous' }], reported: 'pathogenic' });
    const blocked = await ask('export.preview', request);
    expect(blocked.blocks.map(({ personId: of, why }) => [of, why])).toEqual([[probandId, 'missing']]);
    await ask('consent.add', { caseId, detail: { personId: probandId, purpose: 'referral', isGiven: true } });
    const { blocks, html, warnings } = await ask('export.preview', request);
    expect(blocks).toEqual([]);
    expect(html).toContain('Dear Polycaste');
    expect(html).not.toContain('Telemachus');
    expect(warnings.map(({ message }) => message)).toContainEqual(expect.stringMatching(/^Reading age about ([6-9]|1[0-2]) \(Flesch and Kincaid\)\.$/));
    expect((await ask('export.make', request)).fileName).toContain('.html');
  });
});
