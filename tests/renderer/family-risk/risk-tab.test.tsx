import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { FamilyViewContext } from '#renderer/features/family/family-view.ts';
import { useBuiltFamilyView } from '#renderer/features/family/use-built-family-view.ts';
import { useFamily } from '#renderer/features/family/use-family.ts';
import { useFamilyLayout } from '#renderer/features/family/use-family-layout.ts';
import { RiskTab } from '#renderer/features/family-risk/risk-tab.tsx';
import { useRiskOverlay } from '#renderer/features/family-risk/risk-overlay.ts';
import type { Family } from '#shared/pedigree/family.ts';
import { aPedigree } from '#tests/builders/a-pedigree.ts';
import { openScreen, type OpenedScreen } from '#tests/renderer/open-screen.tsx';

/** Real screens on a real backend, on two slow cores that others use too. */
vi.setConfig({ testTimeout: 60_000 });

let opened: OpenedScreen;
afterEach(() => opened.close());

const today = '2026-03-01';

/** The tab on a family of the vault, for the person who is called so. */
function TabOf({ caseId, name }: { readonly caseId: string; readonly name: string }) {
  const handle = useFamily(caseId);
  const placed = useFamilyLayout(handle.now?.family ?? null, today);
  if (placed === null || handle.now === null) return null;
  return <OpenTab given={{ caseId, handle, now: handle.now, placed, today }} name={name} />;
}

function OpenTab({ given, name }: { readonly given: Parameters<typeof useBuiltFamilyView>[0]; readonly name: string }) {
  const view = useBuiltFamilyView(given);
  const individual = given.now.family.individuals.find(({ givenName }) => givenName === name);
  return <FamilyViewContext value={view}>{individual === undefined ? null : <RiskTab individual={individual} />}</FamilyViewContext>;
}

/** A boy with haemophilia, his affected uncle, and his mother’s sister Piret with a husband. */
const told = aPedigree().woman('grandmother', { givenName: 'Helve' }).man('grandfather', { givenName: 'Toomas' }).sons(['grandfather', 'grandmother'], 'uncle').daughters(['grandfather', 'grandmother'], 'mother', 'aunt').man('father').sons(['father', 'mother'], 'proband').proband('proband').man('husband').couple('aunt', 'husband')
  .known({ givenName: 'Piret' }, 'aunt').known({ givenName: 'Siim' }, 'husband').known({ givenName: 'Oskar' }, 'proband')
  .affected('Haemophilia A', 'uncle', 'proband').state('unaffected', 'Haemophilia A', 'grandfather', 'father', 'mother', 'aunt', 'grandmother');

async function open(name = 'Piret', family: Family = told.build()): Promise<void> {
  opened = await openScreen({ screen: (caseId) => <TabOf caseId={caseId} name={name} /> });
  const { revision } = await opened.ask('family.show', { caseId: opened.caseId });
  const own = JSON.parse(JSON.stringify(family).replaceAll('"proband"', JSON.stringify(opened.probandId))) as Family;
  await opened.ask('family.save', { caseId: opened.caseId, family: own, basedOnRevision: revision, label: 'Import a family' });
}

const statement = (): Promise<HTMLElement> => screen.findByText(/Piret/, { selector: '.statement' });
const stored = async () => (await opened.ask('risk.show', { caseId: opened.caseId })).models[0]?.model;
const rows = (): readonly string[] => [...document.querySelectorAll('.bayes tbody tr')].map((row) => [...row.children].map(({ textContent }) => textContent).join(' '));
const type = (label: string, text: string): void => {
  const field = screen.getByLabelText(label);
  fireEvent.change(field, { target: { value: text } });
  fireEvent.blur(field);
};

describe('the risk tab', () => {
  test('says the chance in words, with the mode that the family suggests, and marks the drawing', async () => {
    await open();
    expect((await statement()).textContent).toBe('Piret’s chance of being a carrier is 1 in 2 (50 %).');
    expect(screen.getByText('From the family: X-linked recessive', { selector: '.value' })).toBeTruthy();
    expect([...(useRiskOverlay.getState().labels?.values() ?? [])]).toContainEqual({ what: 'carrier', chance: '1/2' });
  });

  test('a negative test changes the chance and the table, is kept, and its sensitivity can be said', async () => {
    await open();
    await statement();
    fireEvent.click(screen.getByRole('button', { name: 'Add a test result' }));
    await waitFor(async () => expect((await statement()).textContent).toBe('Piret’s chance of being a carrier is 1 in 11 (9.1 %).'));
    expect(rows()).toEqual(['Prior 1/2 1/2', 'State and age 1 1', 'Test 1 1 1/10', 'Joint 1/2 1/20', 'Posterior 10/11 1/11']);
    type('Sensitivity', '1/2');
    await waitFor(async () => expect((await statement()).textContent).toBe('Piret’s chance of being a carrier is 1 in 3 (33 %).'));
    await waitFor(async () => expect(Object.values((await stored())?.evidence ?? {})).toEqual([{ copies: null, tests: [{ result: 'negative', sensitivity: 0.5, specificity: 1 }], alleleFrequency: null }]));
  });

  test('what cannot be read as a probability stays in the field with the reason, and nothing is kept of it', async () => {
    await open();
    await statement();
    type('New mutation, per gamete', 'rarely');
    expect(await screen.findByText('Expected a probability, such as 0.01, 1/25, 1 in 25 or 4%.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('New mutation, per gamete').value).toBe('rarely');
    expect(await stored()).toBeUndefined();
  });

  test('allele and carrier frequency are two ways of saying the same', async () => {
    await open();
    await statement();
    type('Carriers among women', '1 in 50');
    await waitFor(() => expect(Number(screen.getByLabelText<HTMLInputElement>('Allele frequency').value)).toBeCloseTo(0.0101, 4));
    await waitFor(async () => expect(2 * ((await stored())?.alleleFrequency ?? 0) * (1 - ((await stored())?.alleleFrequency ?? 0))).toBeCloseTo(0.02, 12));
  });

  test('a child to come is told as a son and as a daughter', async () => {
    await open();
    await statement();
    fireEvent.click(screen.getByRole('button', { name: 'Ask' }));
    const child = (await screen.findByText('Child of Piret and Siim')).closest('.child') as HTMLElement;
    expect([...child.querySelectorAll('tbody tr')].map(({ textContent }) => textContent)).toEqual(['Child1/81/8', 'Son1/40', 'Daughter1/40,0001/4']);
  });

  test('evidence that cannot be names the people, and goes away with what was wrong', async () => {
    await open();
    await statement();
    const { family } = await opened.ask('family.show', { caseId: opened.caseId });
    const conditionId = family.conditions[0]?.id ?? '';
    const motherId = family.parentEdges.find(({ childId, roles }) => childId === opened.probandId && roles.includes('egg'))?.parentId ?? '';
    const evidence = { [motherId]: { copies: 0, tests: [], alleleFrequency: null } } as const;
    await opened.ask('risk.change', { caseId: opened.caseId, conditionId, change: { mutationRate: 0, mode: 'XLR', evidence } });
    const trouble = await screen.findByRole('alert');
    expect(within(trouble).getByText('This cannot all be true')).toBeTruthy();
    expect(within(trouble).getAllByRole('button').map(({ textContent }) => textContent.split(' ')[0])).toEqual(['Oskar', 'Unnamed']);
    await opened.ask('risk.change', { caseId: opened.caseId, conditionId, change: { evidence: {} } });
    expect((await statement()).textContent).toBe('Piret’s chance of being a carrier is 1 in 2 (50 %).');
  });

  test('everybody is listed in the order of the drawing, so that they are found by their numbers', async () => {
    await open();
    await statement();
    const numbers = [...document.querySelectorAll('.everybody tbody th')].map(({ textContent }) => /[IV]+-\d+$/.exec(textContent)?.[0] ?? '');
    expect(numbers).toEqual(['I-1', 'I-2', 'II-1', 'II-2', 'II-3', 'II-4', 'II-5', 'III-1']);
  });

  test('without a condition it says what to do first, and still how two people are related', async () => {
    await open('Piret', { ...told.build(), conditions: [], individualConditions: [] });
    expect(await screen.findByText(/^Add a condition to the family first/)).toBeTruthy();
    expect(await screen.findByText('nephew')).toBeTruthy();
  });
});
