import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { FindingsScreen } from '#renderer/features/findings/findings-screen.tsx';
import { caseIdOf, usePlace } from '#renderer/state/place.ts';
import { openScreen, type OpenedScreen } from '#tests/renderer/open-screen.tsx';

/** Real screens on a real backend, on two slow cores that others use too. */
vi.setConfig({ testTimeout: 60_000 });

let opened: OpenedScreen;
afterEach(() => opened.close());

const variant = { gene: { symbol: 'FBN1', hgncId: null }, hgvsCoding: 'c.1129C>T' };
/** What changed past the screen is asked for again after a rest. */
const patient = { timeout: 20_000 } as const;
const title = 'Relatives who could be tested';

/** The proband with both parents and a sister of nine years, and a finding of one carrier. */
async function open(reported: 'pathogenic' | 'uncertain-significance', isFoundInProband = true): Promise<void> {
  opened = await openScreen({ screen: (caseId) => <FindingsScreen caseId={caseId} /> });
  const { caseId, probandId, ask } = opened;
  await screen.findByLabelText('HGVS or a line of a lab report');
  await ask('family.edit', { caseId, edits: [{ kind: 'add-parents', childId: probandId }, { kind: 'add-sibling', individualId: probandId, side: 'after', detail: { givenName: 'Ida', gender: 'woman-girl', birthDate: `${String(new Date().getFullYear() - 9)}-01-01` } }] });
  await ask('finding.add', { caseId, detail: variant, genotypes: isFoundInProband ? [{ personId: probandId, state: 'heterozygous', alleleShare: null, tissue: '' }] : [], reported });
  await screen.findByRole('region', { name: 'ACMG/AMP classification' });
}
const panel = async () => await screen.findByRole('region', { name: title });
const rows = (region: HTMLElement): readonly string[] => within(region).queryAllByRole('listitem').map(({ textContent }) => textContent);

test('names each relative with relation and chance, marks a child, and says that a test of it waits', async () => {
  await open('pathogenic');
  const region = await panel();
  await waitFor(() => expect(rows(region).toSorted()).toEqual(['I-1 father · 1 in 2 (50 %)TaskLetter', 'I-2 mother · 1 in 2 (50 %)TaskLetter', 'II-2 Ida childsister · 1 in 2 (50 %)TaskLetter']), patient);
  expect(region.textContent).toContain('For a child a test for a condition of later onset waits until they can decide for themselves.');
});

test('makes one task of the finding for a relative, and leads to the documents for the letter', async () => {
  await open('pathogenic');
  const region = await panel();
  fireEvent.click(await within(region).findByRole('button', { name: 'Task: offer testing to II-2 Ida' }, patient));
  await within(region).findByText('task made', {}, patient);
  const [finding] = await opened.ask('finding.list', { caseId: opened.caseId });
  expect(await opened.ask('task.list', { caseId: opened.caseId })).toMatchObject([{ title: 'Offer testing for FBN1 c.1129C>T to II-2 Ida', findingId: finding?.id, doneOn: null }]);
  expect(within(region).queryByRole('button', { name: 'Task: offer testing to II-2 Ida' })).toBeNull();
  fireEvent.click(within(region).getByRole('button', { name: 'Letter to II-2 Ida, on the documents screen' }));
  expect([caseIdOf(usePlace.getState().place), usePlace.getState().place]).toMatchObject([opened.caseId, { section: 'documents' }]);
});

test('follows the tests of the family, and says why where nobody is known to have it', async () => {
  await open('pathogenic', false);
  const region = await panel();
  expect(region.textContent).toContain('Nobody is recorded as having it, so no chance can be told.');
  const [finding] = await opened.ask('finding.list', { caseId: opened.caseId });
  await opened.ask('finding.setGenotype', { findingId: finding?.id ?? '', personId: opened.probandId, genotype: { state: 'heterozygous', alleleShare: null, tissue: '' } });
  await waitFor(() => expect(rows(region)).toHaveLength(3), patient);
});

test('says of a new variant in whom it is new, that parents are not offered a test, and by what alone a sister has it', async () => {
  await open('pathogenic');
  const region = await panel();
  await waitFor(() => expect(rows(region)).toHaveLength(3), patient);
  const [finding] = await opened.ask('finding.list', { caseId: opened.caseId });
  await opened.ask('finding.change', { findingId: finding?.id ?? '', version: finding?.version ?? 0, change: { inheritance: 'de-novo' } });
  await waitFor(() => expect(rows(region)).toEqual(['II-2 Ida childsister · 1.3 %, by mosaicismTaskLetter']), patient);
  expect(region.textContent).toContain('New in II-1 Mira, as the report says (de novo).');
  expect(region.textContent).toContain('So the parents are not offered a test');
});

test('shows nothing of a variant of uncertain significance', async () => {
  await open('uncertain-significance');
  expect(screen.queryByRole('region', { name: title })).toBeNull();
});
